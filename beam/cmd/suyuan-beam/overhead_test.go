package main

import (
	"flag"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

var overhead = flag.Int64("overhead", 0, "bytes of documents to measure the overhead over suyuan ingest with")

// mostOverhead is what suyuan-beam with suyuan merge may take of the processor's time
// that suyuan ingest takes.
const mostOverhead = 1.5

// To read documents on Beam and to merge takes little more than to ingest them, and
// not more memory the more there are.
func TestOverhead(t *testing.T) {
	if *overhead == 0 {
		t.Skip("give the bytes to measure with by -overhead: make beam-1gb")
	}
	dir, root := t.TempDir(), "../../.."
	in, tables, suyuan := filepath.Join(dir, "in"), filepath.Join(dir, "tables"), filepath.Join(dir, "suyuan")
	command := func(name string, args ...string) *exec.Cmd { return exec.CommandContext(t.Context(), name, args...) }
	for _, args := range [][]string{{"build", "-o", suyuan, "./cmd/suyuan"}, {"run", "./bench", "vary", in, strconv.FormatInt(*overhead, 10)}} {
		c := command("go", args...)
		c.Dir = root
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	took := func(name string, c *exec.Cmd) time.Duration {
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%.9999s", err, out)
		}
		spent := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		memory := c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10
		t.Logf("%-20s %8.1f s of processor's time %6.3f s a MB %5d MB of memory", name, spent.Seconds(), spent.Seconds()/float64(*overhead)*1e6, memory)
		if memory > mostMemory>>10 {
			t.Errorf("%s takes %d MB of memory", name, memory)
		}
		return spent
	}
	on := took("suyuan-beam", command(program, "--out", tables, in))
	on += took("suyuan merge", command(suyuan, "merge", filepath.Join(dir, "merged.db"), tables))
	alone := took("suyuan ingest", command(suyuan, "ingest", "--db", filepath.Join(dir, "ingest.db"), in))
	factor := on.Seconds() / alone.Seconds()
	t.Logf("factor %.2f", factor)
	if factor > mostOverhead {
		t.Errorf("factor %.2f, at most %.1f", factor, mostOverhead)
	}
}
