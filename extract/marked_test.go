package extract_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/eval"
	"suyuan/extract"
	"suyuan/source"
)

var (
	missesFlag = flag.String("misses", "", "list what is wrong, missed and false: figure, date, department, project, document or all")
	onlyFlag   = flag.String("only", "", "of the marked-up texts read only files whose name has this in it")
	writeFlag  = flag.String("write", "", "write the marked-up texts into this folder, each as plain text beside its gold file")
)

// run extracts the records of a text by the whole pipeline.
func run(t *testing.T, lexicon *extract.Lexicon, name, text string) eval.Document {
	t.Helper()
	d, err := source.ReadFrom(name, strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	records, err := batch.Extract(d, lexicon)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	out := eval.FromRecords(d, records)
	out.Name = name
	return out
}

func loadLexicon(t *testing.T) *extract.Lexicon {
	t.Helper()
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	return lexicon
}

// report prints a result and what is asked for of its misses, in a verbose run.
func report(t *testing.T, title string, r *eval.Result) {
	t.Helper()
	if !testing.Verbose() {
		return
	}
	var out strings.Builder
	if err := r.WriteTable(&out); err != nil {
		t.Fatal(err)
	}
	if *missesFlag != "" {
		if err := r.WriteMisses(&out, strings.TrimPrefix(*missesFlag, "all")); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%s\n%s", title, out.String())
}

// TestMarked reads the marked-up texts. What the rules make of each file must not
// fall below its floor.
func TestMarked(t *testing.T) {
	files, err := filepath.Glob("../testdata/marked/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no marked-up texts: %v", err)
	}
	lexicon := loadLexicon(t)
	var gold, predicted []eval.Document
	for _, file := range files {
		if !strings.Contains(filepath.Base(file), *onlyFlag) {
			continue
		}
		texts, err := readMarkedFile(file)
		if err != nil {
			t.Error(err)
			continue
		}
		var g, p []eval.Document
		for _, m := range texts {
			write(t, m)
			g = append(g, m.gold())
			p = append(p, run(t, lexicon, m.name, m.text))
		}
		r := eval.Score(g, p)
		report(t, filepath.Base(file), r)
		floors.check(t, "marked/"+filepath.Base(file), r)
		gold, predicted = append(gold, g...), append(predicted, p...)
	}
	*missesFlag = ""
	report(t, "all marked-up texts", eval.Score(gold, predicted))
}

// write writes a marked-up text and its gold file, where that was asked for.
func write(t *testing.T, m marked) {
	t.Helper()
	if *writeFlag == "" {
		return
	}
	err := os.MkdirAll(*writeFlag, 0o755)
	if err == nil {
		err = os.WriteFile(filepath.Join(*writeFlag, m.name+".txt"), []byte(m.text), 0o644)
	}
	if err == nil {
		err = m.gold().WriteGold(*writeFlag)
	}
	if err != nil {
		t.Fatal(err)
	}
}
