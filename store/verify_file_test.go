package store

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/source"
)

// A document that a reader made the text of is read again, on its own or out of
// its archive: another text is a fault, and a note where another reader made it.
func TestVerifyReadsAgain(t *testing.T) {
	page := []byte("<html><body><p>一、发展目标</p><p>到2025年，高新技术企业达到600家以上。</p></body></html>")
	dir := t.TempDir()
	alone, archive := filepath.Join(dir, "plan.html"), filepath.Join(dir, "plans.zip")
	if err := os.WriteFile(alone, page, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(archive)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	w, err := z.Create("in/plan.html")
	if err != nil {
		t.Fatal(err)
	}
	w.Write(page)
	z.Close()
	f.Close()
	read, err := source.Read(alone)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{alone, archive + "/in/plan.html"} {
		for name, c := range map[string]struct {
			text, reader string
			faults       int
			note         bool
			message      string
		}{
			"the same":       {read.Text, read.Reader, 0, false, ""},
			"another text":   {read.Text + "又一段。\n", read.Reader, 1, false, "the file gives another text than the one that is stored"},
			"another reader": {read.Text + "又一段。\n", "html/0", 1, true, read.Reader + " gives another text than html/0 did"},
		} {
			s := fresh(t)
			e := entry(path, c.text)
			e.Document.Sum, e.Document.Reader = read.Sum, c.reader
			saved(t, s, e)
			faults, r := verified(t, s)
			if len(faults) != c.faults || r.Files != 1 {
				t.Errorf("%s, %s: %v, %+v", path, name, faults, r)
			} else if c.faults > 0 && (faults[0].Note != c.note || faults[0].Path != path || !strings.Contains(faults[0].Message, c.message)) {
				t.Errorf("%s, %s: %+v", path, name, faults[0])
			}
		}
	}
	s := fresh(t)
	e := entry(archive+"/in/gone.html", read.Text)
	saved(t, s, e)
	if faults, _ := verified(t, s); len(faults) != 1 || !faults[0].Note || !strings.Contains(faults[0].Message, "not there any more") {
		t.Errorf("a file that is gone from its archive: %v", faults)
	}
}
