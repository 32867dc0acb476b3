package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzLayout reads what pdftotext might tell.
func FuzzLayout(f *testing.F) {
	const one = `<word xMin="80" yMin="100" xMax="112" yMax="116">到2025年</word>`
	f.Add("<page>" + one + "</page><page>" + strings.ReplaceAll(one, "80", "300") + one + "</page>")
	f.Add(`<page><word xMin="1e308" yMin="-1e308" xMax="NaN" yMax="Inf">1</word><word>2</word></page>`)
	f.Fuzz(func(t *testing.T, told string) {
		p := &pdfPages{}
		if err := p.read(strings.NewReader(told)); err != nil {
			return
		}
		text := p.layout.text()
		if !utf8.ValidString(text) {
			t.Fatalf("text %q", text)
		}
		for i, at := range p.layout.pages {
			if at > len(text) || i > 0 && at < p.layout.pages[i-1] {
				t.Fatalf("pages %v of %d bytes", p.layout.pages, len(text))
			}
		}
	})
}
