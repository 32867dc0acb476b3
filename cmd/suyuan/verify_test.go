package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
