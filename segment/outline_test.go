package segment

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/source"
)

var writeFlag = flag.Bool("write", false, "write the outlines that are found into testdata/outline, to be read before they are kept")

// TestOutlines reads the documents of testdata/outline and demands their outlines.
func TestOutlines(t *testing.T) {
	files, _ := filepath.Glob("../testdata/outline/*.txt")
	if len(files) == 0 {
		t.Fatal("testdata/outline has no documents")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, part := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			name, rest, _ := strings.Cut(part, "\n")
			document, want, _ := strings.Cut(rest, "\n---\n")
			document = strings.TrimRight(document, "\n")
			got := outlineOf(document)
			if strings.TrimSpace(got) != strings.TrimSpace(want) && !*writeFlag {
				t.Errorf("%s: %s\n%s\ngot\n%swant\n%s", filepath.Base(file), name, document, got, want)
			}
			out.WriteString("=== " + name + "\n" + document + "\n---\n" + got + "\n")
		}
		if *writeFlag {
			if err := os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func outlineOf(document string) string {
	text := strings.NewReplacer("→", "\t", "␠", " ").Replace(document)
	o := Split(&source.Document{Text: text})
	if wrong := check(o); wrong != "" {
		return wrong + "\n"
	}
	return drawing(o, 1000)
}
