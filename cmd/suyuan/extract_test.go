package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExtractBadInput(t *testing.T) {
	dir := folder(t, map[string]string{"empty.txt": "", "zeros.txt": "\x00\x00", "middle.txt": "到2025年\n达到\xb4\xef600家"})
	for _, c := range []struct {
		file, want string
		status     int
	}{
		{"missing.txt", "suyuan: read missing.txt: no such file or directory; check the path", 2},
		{".", "suyuan: read .: is a folder; name a file in it, or give the folder to suyuan ingest", 2},
		{"empty.txt", "suyuan: read empty.txt: is empty; fetch it again or leave it out", 1},
		{"zeros.txt", "suyuan: read zeros.txt: holds nothing but zeros; it was never written to its end: fetch it again", 1},
		{"middle.txt", "suyuan: read middle.txt: invalid UTF-8 at byte 17 (line 2), bytes b4 ef 36 30; mend it there, or fetch the file again", 1},
	} {
		r := suyuan(t, dir, "", "extract", c.file)
		r.expect(t, c.status, c.want+"\n")
		if r.out != "" {
			t.Errorf("%s gave output: %s", c.file, r.out)
		}
	}
	suyuan(t, dir, "\xb3\xb1\xd6\xdd\xca\xd0", "extract").expect(t, 0, "-: read as gb18030, too short to be sure of its encoding\n")
	suyuan(t, dir, "", "extract").expect(t, 1, "suyuan: read -: is empty")
	suyuan(t, dir, "到2025年，专利达到600件。", "extract", "/dev/stdin").expect(t, 0)
	suyuan(t, dir, "", "extract", "--lexicon", "nowhere", "-").expect(t, 2, "suyuan: read word lists: open nowhere: no such file")
}

// Every line has the fields of its view, in their order, and its bytes are its quote.
func TestExtractLines(t *testing.T) {
	common := "type record_key path section statement char_start char_end byte_start byte_end line quote rule confidence "
	want := map[string]string{
		"document": "type path sha256 media_type encoding reader bytes title region issuer doc_number issued_on period status ruleset evidence",
		"figure": common + "indicator indicator_id value value_max comparator unit value_base value_base_max unit_base " +
			"measure per kind scope time time_first time_last nature evidence",
		"date":       common + "edtf first_day last_day evidence",
		"department": common + "name canonical_name role task evidence",
		"project":    common + "name category status evidence",
	}
	file := filepath.Join(seeds(t), "001_e5ee640610a49a2c.txt")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []result{suyuan(t, t.TempDir(), "", "extract", file), suyuan(t, t.TempDir(), string(text), "extract", "-")} {
		r.expect(t, 0)
		seen := map[string]int{}
		for line := range strings.Lines(r.out) {
			record := parse(t, line)
			seen[record.Type]++
			if got := strings.Join(record.keys, " "); got != want[record.Type] {
				t.Fatalf("a %s has the fields\n%s\nwant\n%s", record.Type, got, want[record.Type])
			}
			if record.Type != "document" && string(text[record.ByteStart:record.ByteEnd]) != record.Quote {
				t.Errorf("bytes %d to %d are not %q", record.ByteStart, record.ByteEnd, record.Quote)
			}
		}
		for kind := range want {
			if seen[kind] == 0 {
				t.Errorf("no %s in %v", kind, seen)
			}
		}
	}
}

type jsonRecord struct {
	Type      string `json:"type"`
	ByteStart int    `json:"byte_start"`
	ByteEnd   int    `json:"byte_end"`
	Quote     string `json:"quote"`
	keys      []string
}

func parse(t *testing.T, line string) (r jsonRecord) {
	t.Helper()
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	d := json.NewDecoder(strings.NewReader(line))
	d.Token()
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		r.keys = append(r.keys, key.(string))
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return r
}
