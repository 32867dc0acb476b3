package main

import (
	"bufio"
	"compress/gzip"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Whatever is interrupted says so by its status, and leaves neither a log beside the
// database nor a file half written.
func TestInterruptedLeavesNothingBeside(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(seeds(t), "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	texts := map[string]string{}
	for _, path := range paths {
		seed, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 8 {
			texts[fmt.Sprintf("in/%d-%s", i, filepath.Base(path))] = fmt.Sprintf("第%d份\n%s", i, seed)
		}
	}
	dir := folder(t, texts)
	suyuan(t, dir, "", "ingest", "in").expect(t, 0)
	for _, args := range [][]string{{"audit", "--json"}, {"export", "--format", "jsonl"}} {
		c := exec.Command(binary, args...)
		c.Dir = dir
		pipe, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		out := bufio.NewReaderSize(pipe, 16)
		if _, err := out.ReadByte(); err != nil {
			t.Fatal(args, err)
		}
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, out)
		_ = c.Wait()
		if status := c.ProcessState.ExitCode(); status != 130 {
			t.Errorf("%s: status %d", args, status)
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 2 {
			t.Errorf("%s left %v %v", args, entries, err)
		}
	}
}

// An upgrade that is interrupted leaves the database as it was, and none of its log.
func TestInterruptedUpgrade(t *testing.T) {
	packed, err := os.Open("../../store/testdata/schema_007.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	old, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"old.db": string(old)})
	path := filepath.Join(dir, "old.db")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
		INSERT INTO evidence SELECT record_id, number + 1000 * i, role, block_id, byte_start, char_start, line, quote FROM evidence, n`)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(binary, "upgrade", "--db", "old.db")
	c.Dir = dir
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if _, err := os.Stat(path + "-wal"); err == nil {
			break
		}
	}
	time.Sleep(20 * time.Millisecond)
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait()
	if status := c.ProcessState.ExitCode(); status != 130 {
		t.Errorf("status %d", status)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("it left %v %v", entries, err)
	}
	suyuan(t, dir, "", "verify", "--db", "old.db").expect(t, 2)
	suyuan(t, dir, "", "upgrade", "--db", "old.db").expect(t, 0)
}
