package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/audit"
)

const unevenText = "2020年，全市共有工程中心40家，其中国家级6家、省级38家。\n"

func TestAudit(t *testing.T) {
	dir := folder(t, map[string]string{"even.txt": goodText, "uneven.txt": unevenText})
	suyuan(t, dir, "", "audit").expect(t, 2, "suyuan.db")
	suyuan(t, dir, "", "ingest", "even.txt").expect(t, 0)
	suyuan(t, dir, "", "audit").expect(t, 0)
	suyuan(t, dir, "", "ingest", "uneven.txt").expect(t, 0)
	r := suyuan(t, dir, "", "audit")
	r.expect(t, 1)
	for _, want := range []string{"uneven.txt: error parts_vs_total", "计算：6家+38家=44家；总数40家", "全市共有工程中心【40】家"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is not in\n%s", want, r.out)
		}
	}
	suyuan(t, dir, "", "audit", "--kind", "rounding,two_values").expect(t, 0)
	suyuan(t, dir, "", "audit", "--kind", "parts_vs_total", "--min-severity", "error").expect(t, 1)
	suyuan(t, dir, "", "audit", "--kind", "parts").expect(t, 2, "parts_vs_total")
	suyuan(t, dir, "", "audit", "--min-severity", "high").expect(t, 2, "warning")
}

func TestAuditJSON(t *testing.T) {
	dir := folder(t, map[string]string{"uneven.txt": unevenText})
	suyuan(t, dir, "", "ingest", "uneven.txt").expect(t, 0)
	r := suyuan(t, dir, "", "audit", "--json")
	r.expect(t, 1)
	var f audit.Shown
	if err := json.NewDecoder(bytes.NewReader([]byte(r.out))).Decode(&f); err != nil {
		t.Fatal(err)
	}
	if len(f.Records) != 3 || f.Records[0].Quote != "40" || len(f.Records[0].Evidence) == 0 || f.Key == "" || f.MessageEN == "" {
		t.Errorf("%s", r.out)
	}
	if again := suyuan(t, dir, "", "audit", "--json"); again.out != r.out {
		t.Errorf("two runs print\n%s and\n%s", r.out, again.out)
	}
}

// A run that takes findings along with their records says so, one that leaves them
// says nothing.
func TestFindingsGo(t *testing.T) {
	const went = "findings went with the records they rested on: suyuan audit finds those that still hold"
	dir := folder(t, map[string]string{"uneven.txt": unevenText, "words/units.tsv": "unit\tbase\tfactor\tdimension\tnot_before\n家\t户\t1\tcount\t\n"})
	for _, command := range []string{"ingest --lexicon words uneven.txt", "reextract --lexicon words", "merge all.db suyuan.db --lexicon words"} {
		os.Remove(filepath.Join(dir, "suyuan.db"))
		suyuan(t, dir, "", "ingest", "uneven.txt").expect(t, 0)
		suyuan(t, dir, "", "audit").expect(t, 1)
		if r := suyuan(t, dir, "", "ingest", "uneven.txt"); r.status != 0 || strings.Contains(r.messages, went) {
			t.Errorf("nothing was written:\n%s", r.messages)
		}
		suyuan(t, dir, "", strings.Fields(command)...).expect(t, 0, ".db: 1 "+went)
	}
	if r := suyuan(t, dir, "", "ingest", "--json", "uneven.txt"); !strings.Contains(r.out, `"findings_gone": 0`) {
		t.Errorf("%s", r.out)
	}
}
