package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMerge(t *testing.T) {
	dir := folder(t, map[string]string{"north/a.txt": goodText, "south/a.txt": goodText, "south/b.txt": goodText + "乙", "south/bad.txt": ""})
	suyuan(t, dir, "", "ingest", "--db", "north.db", "north").expect(t, 0)
	suyuan(t, dir, "", "ingest", "--db", "south.db", "south").expect(t, 1)
	r := suyuan(t, dir, "", "merge", "all.db", "north.db", "south.db")
	r.expect(t, 0)
	if r.out != "all.db: 2 inputs, 2 documents added, 0 extracted again, 1 further paths, 0 known already, 0 failed; 1 failures, 0 findings and 0 reviews taken over\n" {
		t.Errorf("%s%s", r.out, r.messages)
	}
	suyuan(t, dir, "", "ingest", "--db", "one.db", "north", "south").expect(t, 1)
	if dump(t, filepath.Join(dir, "all.db")) != dump(t, filepath.Join(dir, "one.db")) {
		t.Error("merged, there are other rows than ingested")
	}
	before, _ := os.ReadFile(filepath.Join(dir, "all.db"))
	suyuan(t, dir, "", "merge", "--json", "all.db", "south.db", "north.db").expect(t, 0)
	if after, _ := os.ReadFile(filepath.Join(dir, "all.db")); string(after) != string(before) {
		t.Error("merging the same once more changes the file")
	}
	suyuan(t, dir, "", "verify", "--db", "all.db").expect(t, 0)

	suyuan(t, dir, "", "export", "--db", "south.db", "--format", "parquet").expect(t, 2, "name it with --out")
	suyuan(t, dir, "", "export", "--db", "south.db", "--format", "parquet", "--out", "tables").expect(t, 0)
	suyuan(t, dir, "", "merge", "too.db", "north.db", "tables").expect(t, 0)
	if dump(t, filepath.Join(dir, "all.db")) != dump(t, filepath.Join(dir, "too.db")) {
		t.Error("a folder of Parquet files gives other rows than its database")
	}

	suyuan(t, dir, "", "merge", "all.db", "nowhere.db").expect(t, 2, "nowhere.db: failed", "none of the databases can be read")
	suyuan(t, dir, "", "merge", "all.db", "nowhere.db", "north.db").expect(t, 1, "nowhere.db: failed")
	suyuan(t, dir, "", "merge", "all.db").expect(t, 2, "requires at least 2 arg")
	suyuan(t, dir, "", "merge", "north/a.txt", "north.db").expect(t, 2, "not a suyuan database")
	words := folder(t, map[string]string{"units.tsv": "unit\tbase\tfactor\tdimension\tnot_before\n脾\t脾\t1\tcount\t\n"})
	suyuan(t, dir, "", "ingest", "--db", "bees.db", "--lexicon", words, "north").expect(t, 0)
	if r := suyuan(t, dir, "", "merge", "--same-rules", "strict.db", "bees.db", "south.db"); r.status != 2 || !strings.Contains(r.messages, "leave --same-rules out") {
		t.Errorf("%+v", r)
	}
}
