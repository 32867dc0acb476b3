package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Whatever is read verifies: the seeds have no 突破千亿元, the marked texts have.
func TestVerifyWhatIsIngested(t *testing.T) {
	marked, err := filepath.Glob("../../testdata/marked/*.txt")
	if err != nil || len(marked) < 30 {
		t.Fatal(len(marked), err)
	}
	texts := map[string]string{"a.txt": "到2025年，全市产业规模突破千亿元，年产值百万元以上的企业达到上百家。"}
	mark := regexp.MustCompile(`«[^«»]*?:([^«»:]*)»`)
	for _, name := range marked {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for mark.MatchString(text) { // marks stand in marks
			text = mark.ReplaceAllString(text, "$1")
		}
		texts[filepath.Base(name)] = text
	}
	dir := folder(t, texts)
	suyuan(t, dir, "", "ingest", ".").expect(t, 0)
	if r := suyuan(t, dir, "", "verify"); r.status != 0 {
		t.Errorf("status %d: %s", r.status, r.out)
	}
}

func TestVerify(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": goodText, "b.txt": "到2026年，专利达到700件。"})
	suyuan(t, dir, "", "verify").expect(t, 2, "suyuan.db")
	suyuan(t, dir, "", "ingest", "a.txt", "b.txt").expect(t, 0)
	r := suyuan(t, dir, "", "verify")
	r.expect(t, 0)
	if !strings.HasPrefix(r.out, "suyuan.db: 2 documents, ") || !strings.HasSuffix(r.out, "2 source files: all hold\n") {
		t.Errorf("%s", r.out)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(goodText+"又及"), 0o644); err != nil {
		t.Fatal(err)
	}
	r = suyuan(t, dir, "", "verify")
	r.expect(t, 1)
	if !strings.HasPrefix(r.out, "a.txt: file: ") {
		t.Errorf("a source file that changed: %s", r.out)
	}
	r = suyuan(t, dir, "", "verify", "--json")
	r.expect(t, 1)
	var report verifyJSON
	if err := json.Unmarshal([]byte(r.out), &report); err != nil || len(report.Faults) != 1 || report.Faults[0].Check != "file" || report.Documents != 2 {
		t.Errorf("%v: %s", err, r.out)
	}
}
