package extract

import "suyuan/segment"

// read makes the passages of the document: every block that a reader reads,
// table rows cell by cell.
func (r *reading) read() {
	for _, b := range r.outline.Blocks {
		switch {
		case b.Kind == segment.Noise, b.Kind == segment.Contents, b.Mixed:
			continue
		case b.Kind == segment.Row:
			for i := range b.Cells {
				if b.Cells[i].Span.Len() > 0 {
					r.add(&passage{block: b, cell: &b.Cells[i], flow: segment.NewFlow(r.outline.Text, b.Cells[i].Span, b.Skips)})
				}
			}
		default:
			if b.Body.Len() > 0 {
				r.add(&passage{block: b, flow: segment.NewFlow(r.outline.Text, b.Body, b.Skips)})
			}
		}
	}
}

func (r *reading) add(p *passage) {
	if p.flow.Text == "" {
		return
	}
	r.runs += p.flow.Runs()
	r.limit(r.runs, MaxRuns, "blanks amid words and signs in full width", p)
	p.sentences = p.flow.Sentences()
	r.passages = append(r.passages, p)
}
