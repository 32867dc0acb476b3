package source

import (
	"strings"
	"unicode"
)

// line is a line of text that a reader puts together from a document's runs.
type line struct {
	text strings.Builder
	mark string // what it begins with: "## " of a heading, "- " of an item
	bold int    // bytes of the text, from its start, that are bold
	gap  bool   // white space stands behind what was written
}

// write adds running text: white space of any kind is one blank, and none at the
// ends of a line. What cannot be seen is left out.
func (l *line) write(s string) {
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			l.gap = true
		case c == '\u200b' || c == '\ufeff' || c == '\u00ad' || unicode.IsControl(c):
		default:
			if l.gap && l.text.Len() > 0 {
				l.text.WriteByte(' ')
			}
			l.gap = false
			l.text.WriteRune(c)
		}
	}
}

// strongly keeps in mind that what do writes is bold, if the line begins with it:
// there it is a heading, alone or in front of its paragraph.
func (l *line) strongly(do func()) {
	leads := l.text.Len() == l.bold
	do()
	if leads {
		l.bold = l.text.Len()
	}
}

// take returns the line with its line feed, "" if nothing is on it, and begins anew.
func (l *line) take() string {
	text, lead := l.text.String(), l.text.String()[:min(l.bold, l.text.Len())]
	l.text.Reset()
	l.bold, l.gap = 0, false
	if text == "" {
		return ""
	}
	mark := l.mark
	l.mark = ""
	if mark == "" && lead != "" && (lead == text || strings.HasSuffix(lead, "。") || strings.HasSuffix(lead, "：")) {
		return "**" + lead + "**" + text[len(lead):] + "\n"
	}
	return mark + text + "\n"
}
