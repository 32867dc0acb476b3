package batch_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"suyuan/batch"
)

// --include and --exclude look into an archive as into the folder that it is.
func TestPatternsInArchives(t *testing.T) {
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for i, name := range []string{"a.txt", "a.md", "old/b.txt", "old/drafts/c.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "到2025年，专利达到%d件。", i+100)
	}
	z.Close()
	t.Chdir(write(t, map[string]string{"in/pack.zip": data.String(), "in/d.txt": "到2027年，专利达到800件。", "in/PK": "PK\x03\x04"}))
	for i, c := range []struct {
		path, include, exclude string // patterns parted by blanks
		want                   string
	}{
		{"in", "*.txt", "", "in/d.txt in/pack.zip/a.txt in/pack.zip/old/b.txt in/pack.zip/old/drafts/c.txt"},
		{"in", "*.md", "", "in/pack.zip/a.md"},
		{"in", "*.zip", "", "in/pack.zip/a.md in/pack.zip/a.txt in/pack.zip/old/b.txt in/pack.zip/old/drafts/c.txt"},
		{"in", "*.zip", "drafts *.md", "in/pack.zip/a.txt in/pack.zip/old/b.txt"},
		{"in", "pack.zip/old/*", "", "in/pack.zip/old/b.txt"},
		{"in", "*.txt", "pack.zip/old", "in/d.txt in/pack.zip/a.txt"},
		{"in", "*.txt", "*.zip", "in/d.txt"},
		{"in", "*.doc", "", "in/pack.zip: --include and --exclude leave out every file in it"},
		{"in/pack.zip", "old/*", "", "in/pack.zip/old/b.txt"},
		{"in/*.zip", "*.md", "", "in/pack.zip/a.md"},
	} {
		s := open(t, fmt.Sprintf("%d.db", i))
		found := batch.Find([]string{c.path}, "", batch.Patterns{Include: strings.Fields(c.include), Exclude: strings.Fields(c.exclude)})
		var got []string
		o := batch.Options{Lexicon: lexicon(t), Progress: func(s batch.Step) {
			switch {
			case s.Row != nil:
				got = append(got, s.Row.Path)
			case s.Note != nil:
				got = append(got, s.Note.Path+": "+s.Note.Message)
			default:
				got = append(got, s.Failure.Path+" failed")
			}
		}}
		r, err := batch.Run(t.Context(), s, found, o)
		if slices.Sort(got); err != nil || strings.Join(got, " ") != c.want || r.Done != r.Files {
			t.Errorf("%+v: %v, %q", c, err, got)
		}
		found.Close()
		s.Close()
	}
}
