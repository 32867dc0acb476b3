package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

var manyFiles = flag.Int("files", 3000, "how many files TestManyFiles ingests")

// None of gse's own dictionaries, 32 MB, is in the program. A segmenter in the field of
// something that becomes an interface brings them in: templates call methods by name.
func TestProgramLeavesDictionariesOut(t *testing.T) {
	data, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"東京都 ", "\n雞鳴 "} { // of the Japanese one, of that of traditional characters
		if bytes.Contains(data, []byte(line)) {
			t.Errorf("the program has %q: a dictionary is linked in", line)
		}
	}
}

// A run keeps a path and a few bytes for each file, and nothing of what became of
// it: ten times the files take little more memory.
func TestManyFiles(t *testing.T) {
	few, many := peak(t, *manyFiles/10), peak(t, *manyFiles)
	grown := (many - few) * 1024 / int64(*manyFiles*9/10)
	t.Logf("%d files: %d KB, %d files: %d KB; %d bytes a file", *manyFiles/10, few, *manyFiles, many, grown)
	if slack := int64(20 << 10); many-few > slack+int64(*manyFiles) {
		t.Errorf("memory grows with the files: %d KB more, %d bytes a file", many-few, grown)
	}
}

// peak ingests as many short documents and returns the greatest memory of the process in KB.
func peak(t *testing.T, files int) int64 {
	t.Helper()
	dir := t.TempDir()
	for i := range files {
		path := filepath.Join(dir, "in", fmt.Sprintf("某市科技局政策文件%03d", i/1000), fmt.Sprintf("关于印发科技创新规划的通知%06d.txt", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, fmt.Appendf(nil, "第%d号\n%s", i, goodText), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := program(dir, "ingest", "in")
	finish(t, c).expect(t, 0, fmt.Sprintf("%d added", files))
	return c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
}
