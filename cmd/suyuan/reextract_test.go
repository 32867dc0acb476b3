package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// New word lists over stored texts: what changed is printed, field by field.
func TestReextract(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText, "in/b.txt": "到2025年，专利达到700件。", "words/units.tsv": "unit\tbase\tfactor\tdimension\tnot_before\n家\t户\t1\tcount\t\n"})
	suyuan(t, dir, "", "reextract").expect(t, 2, "suyuan.db: file does not exist")
	suyuan(t, dir, "", "ingest", "in").expect(t, 0)
	if err := os.RemoveAll(filepath.Join(dir, "in")); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "reextract").expect(t, 0, "suyuan.db: no document that other rules have made; --all takes all\n")
	suyuan(t, dir, "", "reextract", "--all").expect(t, 0, "suyuan.db: 0 changed, 2 unchanged, 0 failed\n")
	suyuan(t, dir, "", "reextract", "--lexicon", "words", "elsewhere").expect(t, 1, "elsewhere: no stored path is this one, lies below it or matches it")
	before := filepath.Join(dir, "suyuan.db")
	data, err := os.ReadFile(before)
	if err != nil {
		t.Fatal(err)
	}
	r := suyuan(t, dir, "", "reextract", "--lexicon", "words", "--diff")
	r.expect(t, 0, "[1/2] in/a.txt: changed, 0 records added, 0 removed, 1 changed, ", "[2/2] in/b.txt: unchanged\n", "suyuan.db: 1 changed, 1 unchanged, 0 failed\n")
	if want := "  ~ line 3, figure \"600\" in \"到2025年，高新技术企业达到600家以上。\"\n      unit_base: \"家\" → \"户\"\n"; !strings.HasSuffix(r.out, want) || strings.Count(r.out, "\n") != 3 {
		t.Errorf("%s", r.out)
	}
	suyuan(t, dir, "", "verify").expect(t, 0)
	if err := os.WriteFile(before, data, 0o644); err != nil {
		t.Fatal(err)
	}
	r = suyuan(t, dir, "", "reextract", "--lexicon", "words", "--diff", "--json", "in")
	var got struct {
		Documents []revisionJSON
		Unchanged int
	}
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || len(got.Documents) != 1 || got.Unchanged != 1 || len(got.Documents[0].Records) != 1 {
		t.Fatalf("%v: %s", err, r.out)
	}
	if c := got.Documents[0].Records[0]; c.State != "changed" || c.Quote != "600" || c.Changes[0].Name != "unit_base" || string(c.Changes[0].Was) != `"家"` || string(c.Changes[0].Now) != `"户"` {
		t.Errorf("%+v", c)
	}
}
