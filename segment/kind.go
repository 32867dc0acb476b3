package segment

import "slices"

// kindNames are the kinds of block as they are stored.
var kindNames = []string{
	Paragraph: "paragraph",
	Heading:   "heading",
	Item:      "item",
	Row:       "row",
	Front:     "front",
	Contents:  "contents",
	Noise:     "noise",
}

// String returns the kind's name in lower case, as it is stored.
func (k Kind) String() string { return kindNames[k] }

// ParseKind returns the kind of a name, and whether there is one.
func ParseKind(name string) (Kind, bool) {
	i := slices.Index(kindNames, name)
	return Kind(max(i, 0)), i >= 0
}
