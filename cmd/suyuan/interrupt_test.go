package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
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
