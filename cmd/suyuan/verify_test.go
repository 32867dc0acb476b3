package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
	if r := suyuan(t, dir, "", "verify", "--rules"); r.status != 0 {
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

// What has its evidence and is stored otherwise than the rules make it is found by
// running them again; what other word lists have made is left aside and said.
func TestVerifyRules(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": goodText, "b.txt": "到2026年，专利达到700件，牵头单位：市科技局。", "words/units.tsv": "unit\tbase\tfactor\tdimension\tnot_before\n家\t户\t1\tcount\t\n"})
	suyuan(t, dir, "", "ingest", "a.txt", "b.txt").expect(t, 0)
	if r := suyuan(t, dir, "", "verify", "--rules"); r.status != 0 || !strings.HasSuffix(r.out, "2 source files, 2 documents extracted again: all hold\n") {
		t.Errorf("status %d: %s", r.status, r.out)
	}
	before := read(t, dir, "suyuan.db")
	for damage, want := range map[string]string{
		"UPDATE figures SET indicator = '发明' WHERE indicator = '专利'": `indicator of "700" is stored as "发明", the rules make "专利"`,
		"UPDATE documents SET region = '某市' WHERE id = 2":            `"某市"`,
		"UPDATE departments SET canonical_name = '某局'":               `canonical_name of "市科技局" is stored as "某局"`,
		"UPDATE records SET rule = 'figure_row' WHERE quote = '700'": `rule of "700" is stored as "figure_row"`,
		"UPDATE documents SET dates = dates - 1 WHERE dates > 0; DELETE FROM numerals WHERE byte_start IN (SELECT byte_start FROM v_numerals WHERE quote = '2026年'); DELETE FROM records WHERE quote = '2026年'": `the rules find the date "2026年", which is not stored`,
		"UPDATE records SET evidence = json_set(evidence, '$[0][2]', (evidence ->> '$[0][2]') + 3) WHERE quote = '700'":                                                                                         `evidence of "700" is stored as`,
		"UPDATE blocks SET level = 7 WHERE kind = 'heading'": `the rules make [`,
	} {
		db := openSQL(t, filepath.Join(dir, "suyuan.db"))
		if _, err := db.Exec("PRAGMA foreign_keys = ON; " + damage); err != nil {
			t.Fatal(damage, err)
		}
		db.Close()
		r := suyuan(t, dir, "", "verify", "--rules", "--json")
		var report verifyJSON
		if err := json.Unmarshal([]byte(r.out), &report); err != nil || r.status != 1 || !slices.ContainsFunc(report.Faults, func(f faultJSON) bool { return f.Check == "rules" && strings.Contains(f.Message, want) }) {
			t.Errorf("%s: %v: status %d: %s", damage, err, r.status, r.out)
		}
		if err := os.WriteFile(filepath.Join(dir, "suyuan.db"), []byte(before), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r := suyuan(t, dir, "", "verify", "--rules", "--lexicon", "words")
	if r.status != 0 || strings.Count(r.out, "note: rules: other rules or word lists have made it") != 2 {
		t.Errorf("status %d: %s", r.status, r.out)
	}
	suyuan(t, dir, "", "reextract", "--lexicon", "words").expect(t, 0)
	suyuan(t, dir, "", "verify", "--lexicon", "words").has(t, "2 documents extracted again: all hold")
}
