// Package terminal is the auditors' desk without a browser: records, documents,
// searches and comparisons as text, and a session of verdicts by keyboard.
package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"

	"suyuan/source"
)

// Paint puts text on a terminal: what comes from documents never speaks to it.
type Paint struct {
	colours bool
}

// NewPaint paints in colours where out is a terminal, unless the environment has
// NO_COLOR or says that the terminal is dumb.
func NewPaint(out io.Writer) Paint {
	f, ok := out.(*os.File)
	return Paint{colours: ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// Clean writes control characters, those that turn the direction of writing and
// bytes that are no UTF-8 as escapes; line breaks and tabs become spaces.
func Clean(text string) string {
	if utf8.ValidString(text) && !strings.ContainsFunc(text, unclean) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd"):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case unclean(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unclean(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
}

// The colours, by what they are for.
const (
	bold  = "1"
	faint = "2"
	green = "32"
	red   = "31"
	amber = "33"
	mark  = "30;43" // black on yellow
)

// in returns a text that is clean already in a colour.
func (p Paint) in(colour, text string) string {
	if !p.colours || text == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// Marked returns a text with its spans marked: in colour, or between « and ».
func (p Paint) Marked(text string, spans []source.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(Clean(text[at:s.Start]))
		words := Clean(text[s.Start:s.End])
		if p.colours {
			b.WriteString(p.in(mark, words))
		} else {
			b.WriteString("«" + words + "»")
		}
		at = s.End
	}
	b.WriteString(Clean(text[at:]))
	return strings.TrimSpace(b.String())
}

// field writes a name and what stands behind it.
func (p Paint) field(w io.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(w, "%s %s\n", p.in(faint, fmt.Sprintf("%-12s", name)), value)
	}
}
