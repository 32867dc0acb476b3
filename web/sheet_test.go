package web

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"suyuan/source"
)

// hostile is a text that would run and break out wherever it is not escaped.
const hostile = "# <script>document.title='owned'</script>\r\n" +
	"到2025年，<img src=x onerror=\"document.title='owned'\">高新技术企业达到600家以上，\x00\"'><svg/onload=alert(1)>&amp;&lt;研发投入占比1.5%。\r\n" +
	"| <b>指标</b> | 2025年 |\r\n| --- | --- |\r\n| 企业</td></table><script>alert(2)</script> | 800家 |\r\n" +
	"</section></article><form action=//evil.example><button>x</button>{{.Token}}\r\n"

// What an imported review or another's database calls a record breaks out of no mark.
func TestMarksAreEscaped(t *testing.T) {
	s := newSheet("达到600家。")
	evil := `"><b hx-post=/records/1/verdict hx-trigger=load>`
	for _, m := range []mark{{ref: evil, class: "figure"}, {class: evil}, {class: "set_aside", reason: evil}} {
		m.span = source.Span{Start: len("达到"), End: len("达到600")}
		if shown := string(s.html(s.parts[0], []mark{m})); strings.Contains(shown, "<b") || !strings.Contains(shown, "hx-post") {
			t.Errorf("%+v is shown as %s", m, shown)
		}
	}
}

// The text content of what is shown is the text, byte by byte, for every kind of
// document; each mark covers its span.
func TestSheetIsTheText(t *testing.T) {
	texts := seeds(t)
	marked, err := filepath.Glob("../testdata/marked/*.txt")
	if err != nil || len(marked) < 20 {
		t.Fatalf("%d marked texts: %v", len(marked), err)
	}
	for _, path := range marked {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[path] = string(text)
	}
	texts["hostile"], texts["empty"], texts["bom"] = hostile, "", "\ufeff\r\n# 一\r\n"
	texts["long"] = strings.Repeat("没有标点的一行", 9000)
	for name, text := range texts {
		t.Run(filepath.Base(name), func(t *testing.T) {
			s := newSheet(text)
			at := 0
			for i, p := range s.parts {
				if p.span.Start != at {
					t.Fatalf("part %d begins at %d, not at %d", i, p.span.Start, at)
				}
				at = p.span.End
				marks := everyNth(s, p)
				shown := readSheet(t, p.span.Start, string(s.html(p, marks)))
				if got, want := shown.text.String(), text[p.span.Start:p.span.End]; got != want {
					t.Fatalf("part %d shows\n%q\nwhere the text is\n%q", i, got, want)
				}
				for _, m := range marks {
					if want := text[m.span.Start:m.span.End]; shown.marks[m.ref] != want {
						t.Errorf("mark %s covers %q, not %q", m.ref, shown.marks[m.ref], want)
					}
				}
			}
			if at != len(text) {
				t.Errorf("the parts end at %d of %d", at, len(text))
			}
		})
	}
}

// everyNth marks stretches of a part that overlap each other, lie in each other and
// go over the ends of lines and cells.
func everyNth(s *sheet, p part) (out []mark) {
	text := s.document.Text
	for from := p.span.Start; from < p.span.End; from += 97 {
		for _, size := range []int{3, 30, 150} {
			start, end := from, min(from+size, p.span.End)
			for start > 0 && text[start]&0xC0 == 0x80 {
				start--
			}
			for end < p.span.End && text[end]&0xC0 == 0x80 {
				end++
			}
			out = append(out, mark{span: source.Span{Start: start, End: end}, ref: fmt.Sprintf("%d-%d-%d", start, end, size), class: "figure"})
		}
	}
	return out
}

// shownSheet is what a browser has of a sheet.
type shownSheet struct {
	from  int // the byte that its part begins at
	text  strings.Builder
	marks map[string]string
}

// readSheet reads the HTML as a browser does, and fails where an element is not one
// that a sheet is made of.
func readSheet(t *testing.T, from int, page string) *shownSheet {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	out := &shownSheet{from: from, marks: map[string]string{}}
	out.read(t, root, false, nil)
	return out
}

func (s *shownSheet) read(t *testing.T, n *html.Node, inside bool, over []string) {
	switch n.Type {
	case html.TextNode:
		if inside {
			s.text.WriteString(n.Data)
			for _, ref := range over {
				s.marks[ref] += n.Data
			}
		}
	case html.ElementNode:
		if !strings.Contains(" html head body p h2 h3 h4 h5 h6 table tbody tr td th span mark br ", " "+n.Data+" ") {
			t.Fatalf("a %s stands in the page", n.Data)
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "data-o":
				if at, err := strconv.Atoi(a.Val); err != nil || at != s.from+s.text.Len() {
					t.Fatalf("%q stands %d bytes behind %d", a.Val, s.text.Len(), s.from)
				}
				inside = true
			case "data-r":
				over = strings.Fields(a.Val)
			case "class":
				if a.Val == "nul" {
					s.text.WriteByte(0)
					for _, ref := range over {
						s.marks[ref] += "\x00"
					}
					return
				}
			case "colspan", "data-reason":
			default:
				t.Fatalf("an attribute %s stands in the page", a.Key)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.read(t, c, inside, over)
	}
}
