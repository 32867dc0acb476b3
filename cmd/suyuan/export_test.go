package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What export writes of a record is what extract prints of it, and the verdict.
func TestExportJSONLines(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	extracted := lines(t, suyuan(t, dir, "", "extract", "good.txt").out)
	stored := lines(t, suyuan(t, dir, "", "export", "--format", "jsonl").out)
	if len(stored) < 3 || len(stored) != len(extracted) {
		t.Fatalf("%d records stored, %d extracted", len(stored), len(extracted))
	}
	for key, record := range extracted {
		for name, want := range record {
			if got := stored[key][name]; string(got) != string(want) {
				t.Errorf("%s.%s is %s, extract has %s", record["type"], name, got, want)
			}
		}
		if string(stored[key]["review"]) != "null" {
			t.Errorf("review %s", stored[key]["review"])
		}
	}
	suyuan(t, dir, "", "export", "--format", "jsonl", "--region", "无名市").expect(t, 1, "nothing found")
	suyuan(t, dir, "", "export", "--format", "reviews").expect(t, 1, "nothing found")
	suyuan(t, dir, "", "export", "--format", "jsonl", "--out", "nowhere/x.jsonl").expect(t, 1, "nowhere/x.jsonl")
	suyuan(t, dir, "", "export", "--format", "jsonl", "--kind", "target", "-o", "x.jsonl").expect(t, 0)
	if got := suyuan(t, dir, "", "import-reviews", "x.jsonl"); got.status != 2 || !strings.Contains(got.messages, "line 1 is no review") {
		t.Errorf("%+v", got)
	}
}

// lines reads JSON Lines by type and place: a document's own line has no key.
func lines(t *testing.T, text string) map[string]map[string]json.RawMessage {
	t.Helper()
	all := map[string]map[string]json.RawMessage{}
	for line := range strings.Lines(text) {
		var one map[string]json.RawMessage
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		key := string(one["record_key"])
		if string(one["type"]) == `"document"` {
			key = "document"
		}
		all[key] = one
	}
	return all
}

// A file appears whole or not at all, never over the database that it is made of.
func TestExportKeepsTheDatabase(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	before := read(t, dir, "suyuan.db")
	suyuan(t, dir, "", "export", "--format", "csv", "-o", "suyuan.db").expect(t, 2, "the database itself")
	suyuan(t, dir, "", "export", "--format", "sqlite", "--kind", "target", "-o", "copy.db").expect(t, 1, "leave the filters out")
	if _, err := os.Stat(filepath.Join(dir, "copy.db")); err == nil {
		t.Error("a copy stands there that failed")
	}
	suyuan(t, dir, "", "export", "--format", "sqlite", "-o", "copy.db").expect(t, 0)
	suyuan(t, dir, "", "verify", "--db", "copy.db").expect(t, 0)
	if read(t, dir, "suyuan.db") != before {
		t.Error("the database changed")
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
