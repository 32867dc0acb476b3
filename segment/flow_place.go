package segment

import (
	"sort"
	"unicode/utf8"

	"suyuan/source"
)

// run is a stretch of a Flow's Text with its place in the document: either both
// are the same bytes, or it is characters that are written otherwise there, all of
// one size here and of one size there.
type run struct {
	text, doc int32 // where it begins in Text and in the document
	size      int32 // bytes it takes in the document; negative: bytes that each character takes there
}

// Runs returns how many stretches the flow is made of: so many places it remembers.
func (f *Flow) Runs() int { return len(f.runs) }

// Span returns the place in the document of Text[i:j], i < j: of all characters
// that these bytes touch.
func (f *Flow) Span(i, j int) source.Span {
	if j <= i {
		p := f.start(min(i, len(f.Text)))
		return source.Span{Start: p, End: p}
	}
	return source.Span{Start: f.start(i), End: f.end(j)}
}

// runAt returns the number of the run that holds byte i of Text.
func (f *Flow) runAt(i int) int {
	k, end := 0, len(f.runs)
	for end-k > 1 {
		if half := (k + end) / 2; int(f.runs[half].text) <= i {
			k = half
		} else {
			end = half
		}
	}
	return k
}

// start returns the byte of the document at which the character that holds byte
// i of Text starts; at the end of Text the end of the last character.
func (f *Flow) start(i int) int {
	switch {
	case len(f.runs) == 0:
		return f.from
	case i == len(f.Text):
		return f.end(i)
	}
	r := f.runs[f.runAt(i)]
	if r.size < 0 {
		return r.place((i - int(r.text)) / width(f.Text[r.text:]))
	}
	for !utf8.RuneStart(f.Text[i]) {
		i--
	}
	return int(r.doc) + i - int(r.text)
}

// end returns the byte of the document at which the character that holds byte
// j-1 of Text ends.
func (f *Flow) end(j int) int {
	r := f.runs[f.runAt(j-1)]
	if r.size < 0 {
		return r.place((j-1-int(r.text))/width(f.Text[r.text:]) + 1)
	}
	for j < len(f.Text) && !utf8.RuneStart(f.Text[j]) {
		j++
	}
	return int(r.doc) + j - int(r.text)
}

// place returns where character n of a run stands whose characters are written
// otherwise in the document.
func (r *run) place(n int) int { return int(r.doc) - n*int(r.size) }

// Find returns the range of Text that lies within a span of the document.
func (f *Flow) Find(s source.Span) (i, j int) {
	i = f.behind(s.Start)
	return i, max(i, f.behind(s.End))
}

// behind returns the first byte of Text of a character that starts at byte at of
// the document or behind it.
func (f *Flow) behind(at int) int {
	k := sort.Search(len(f.runs), func(k int) bool { return int(f.runs[k].doc) >= at })
	next := len(f.Text)
	if k < len(f.runs) {
		next = int(f.runs[k].text)
	}
	if k == 0 {
		return next
	}
	r := f.runs[k-1]
	if r.size < 0 {
		n := (at - int(r.doc) - int(r.size) - 1) / -int(r.size) // characters that start before
		return min(int(r.text)+n*width(f.Text[r.text:]), next)
	}
	if at >= int(r.doc+r.size) {
		return next
	}
	i := int(r.text) + at - int(r.doc)
	for i < len(f.Text) && !utf8.RuneStart(f.Text[i]) {
		i++
	}
	return i
}
