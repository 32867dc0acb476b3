package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// pdfFile makes a text of a PDF by the places of its words, which poppler's
// pdftotext tells: a line for each paragraph, tables in Markdown, page numbers
// and running heads where they stand.
var pdfFile = reader{
	name:  "pdf/4",
	knows: isPDF,
	read:  readPDF,
}

// isPDF reports whether data begins as a PDF does: other bytes may stand before
// its mark, but no text that speaks of one.
func isPDF(data string) bool {
	head := data[:min(1024, len(data))]
	return strings.HasPrefix(strings.TrimLeft(head, "\ufeff\x00 \t\r\n"), "%PDF-") ||
		strings.Contains(head, "%PDF-") && !utf8.ValidString(data[:min(4096, len(data))])
}

var pdftotext = tool{
	name: "pdftotext", path: lookUp("pdftotext"),
	install: "apt-get install poppler-utils poppler-data, or brew install poppler",
	time:    3 * time.Minute, memory: 2 << 30, file: 1 << 20,
}

// popplerVersion asks pdftotext for its version, once.
var popplerVersion = sync.OnceValue(func() string {
	told, _ := pdftotext.run(context.Background(), "/", func(io.Reader) error { return nil }, "-v")
	first, _, _ := strings.Cut(told, "\n")
	fields := strings.Fields(first)
	if len(fields) == 0 {
		return "unknown"
	}
	return fields[len(fields)-1]
})

func readPDF(ctx context.Context, f *File, d *Document) *Error {
	if pdftotext.path() == "" {
		return pdftotext.missing(f, "PDF")
	}
	d.Reader += " poppler " + popplerVersion()
	p := &pdfPages{layout: layout{ordered: true}}
	told := ""
	err := inFolder("in.pdf", f.Data, func(folder string) (err error) {
		told, err = pdftotext.run(ctx, folder, p.read, "-bbox", "-enc", "UTF-8", "in.pdf", "-")
		return err
	})
	if err != nil {
		return pdfFault(f, told, err)
	}
	if err := p.judge(f, told); err != nil {
		return err
	}
	d.Text, d.Pages, d.Encoding, d.MediaType = p.layout.text(), p.layout.pages, "utf-8", "application/pdf"
	d.Doubt = p.doubt(told)
	return nil
}

// pdfFault says in words of the format why pdftotext gave no text.
func pdfFault(f *File, told string, err error) *Error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return &Error{Path: f.Name, Err: err}
	case strings.Contains(told, "Incorrect password"):
		return &Error{Path: f.Name, Err: ErrLocked, Next: "save it without a password (qpdf --decrypt --password=… in.pdf out.pdf)"}
	case strings.Contains(told, "not allowed"):
		return &Error{Path: f.Name, Err: ErrLocked, Detail: "its text may not be copied", Next: "ask for a file that may be copied"}
	case errors.Is(err, errHostile), errors.Is(err, errToolTime), errors.Is(err, errToolOutput):
		return &Error{Path: f.Name, Err: ErrHostile, Detail: "pdftotext " + err.Error(), Next: "split it, or leave it out"}
	}
	detail := "pdftotext: " + err.Error()
	if line := lastLine(told); line != "" {
		detail = "pdftotext says: " + line
	}
	return &Error{Path: f.Name, Err: ErrFormat, Detail: detail, Next: "fetch it again, or print it to PDF anew"}
}

// pdfPages is the pages of a PDF on their way into the text.
type pdfPages struct {
	layout layout
	words  []word
	size   int   // bytes of all words
	chars  int   // characters that are no white space
	odd    int   // those of them that no document in Chinese has: unmapped ones
	empty  []int // the pages without a word
}

// maxText is the greatest text in bytes that is made of a PDF.
const maxText = maxMade

// read reads what pdftotext -bbox tells: <word xMin="…" …>…</word> within <page>.
func (p *pdfPages) read(r io.Reader) error {
	z := html.NewTokenizer(r)
	z.SetMaxBuf(1 << 20)
	var w *word
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() == io.EOF {
				return nil
			}
			return fmt.Errorf("%w: %w", errToolOutput, z.Err())
		case html.StartTagToken:
			if name, more := z.TagName(); string(name) == "word" {
				w = place(z, more)
			}
		case html.TextToken:
			if w != nil {
				w.text += string(z.Text())
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch {
			case string(name) == "page":
				p.end()
			case string(name) == "word" && w != nil:
				if err := p.add(*w); err != nil {
					return err
				}
				w = nil
			}
		}
	}
}

// place reads the attributes of a word.
func place(z *html.Tokenizer, more bool) *word {
	w := &word{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		n, _ := strconv.ParseFloat(string(value), 64)
		switch string(key) {
		case "xmin":
			w.left = n
		case "ymin":
			w.top = n
		case "xmax":
			w.right = n
		case "ymax":
			w.bottom = n
		}
	}
	return w
}

// add takes a word in, without what cannot be seen.
func (p *pdfPages) add(w word) error {
	w.text = strings.Map(p.seen, strings.ToValidUTF8(w.text, "\ufffd"))
	p.size += len(w.text)
	if p.words = append(p.words, w); len(p.words) > mostWords || p.size > maxText {
		return fmt.Errorf("%w: more words than a document has", errToolOutput)
	}
	return nil
}

// seen counts a character, and leaves it out if it is one of control.
func (p *pdfPages) seen(r rune) rune {
	switch {
	case r == '\ufeff' || r == '\u00ad' || r == '\u200b':
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	p.chars++
	if !written(r) {
		p.odd++
	}
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// scripts are those that documents in China are written in.
var scripts = []*unicode.RangeTable{unicode.Han, unicode.Bopomofo, unicode.Greek, unicode.Hangul, unicode.Hiragana, unicode.Katakana,
	unicode.Tibetan, unicode.Mongolian, unicode.Arabic, unicode.Yi, unicode.N, unicode.P, unicode.S, unicode.Z}

// written reports whether a document in Chinese may well have a character. A font
// that does not say what its glyphs are gives their numbers for characters: signs
// of any script, private ones, or none.
func written(r rune) bool {
	return r < 0x7f && r >= ' ' || r != '\ufffd' && unicode.In(r, scripts...)
}

// end ends a page.
func (p *pdfPages) end() {
	if len(p.words) == 0 {
		p.empty = append(p.empty, len(p.layout.pages)+1)
	}
	p.layout.page(p.words)
	p.words = p.words[:0]
}

// What a page of text has at least, in characters: below that, a page with a
// picture is one of a scan, be it with a stamp or the name of the scanning program.
const fewChars = 40

// judge refuses what is no text: a scan, or characters that cannot be told.
func (p *pdfPages) judge(f *File, told string) *Error {
	pages := len(p.layout.pages)
	switch {
	case strings.Contains(told, "Missing language pack"):
		return &Error{Path: f.Name, Err: ErrTool, Detail: "its Chinese fonts are not embedded", Next: "install poppler-data: " + pdftotext.install}
	case p.odd*5 > p.chars:
		return &Error{Path: f.Name, Err: ErrUnmapped, Detail: fmt.Sprintf("%d of %d characters have no meaning", p.odd, p.chars), Next: "make a text of it by character recognition"}
	case p.chars < fewChars*pages && strings.Contains(f.Data, "/Image"):
		return &Error{Path: f.Name, Err: ErrScan, Detail: fmt.Sprintf("%d characters on %d pages", p.chars, pages), Next: "make a text of it by character recognition"}
	case p.chars == 0 && strings.Contains(f.Data, "/Font"):
		return &Error{Path: f.Name, Err: ErrUnmapped, Detail: "it has fonts and no characters", Next: "make a text of it by character recognition"}
	}
	return nil
}

// doubt says what may be missing from a text that is there.
func (p *pdfPages) doubt(told string) string {
	var doubts []string
	if n := len(p.empty); n > 0 {
		doubts = append(doubts, fmt.Sprintf("%d of %d pages hold no text, the first is page %d", n, len(p.layout.pages), p.empty[0]))
	}
	if p.odd*200 > p.chars {
		doubts = append(doubts, fmt.Sprintf("%d of %d characters have no meaning", p.odd, p.chars))
	}
	if strings.Contains(told, "Error") {
		doubts = append(doubts, "pdftotext says: "+lastLine(told))
	}
	return strings.Join(doubts, "; ")
}
