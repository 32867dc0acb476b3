package segment

// Section returns what a record under the heading b stands in: the heading and
// those above it, without numbers and marks, joined by " > ". It is "" for nil.
func (o *Outline) Section(b *Block) string {
	if b == nil {
		return ""
	}
	title := NewFlow(o.Document.Text, b.Body, b.Skips).Text
	if above := o.Section(b.Parent); above != "" {
		return above + " > " + title
	}
	return title
}
