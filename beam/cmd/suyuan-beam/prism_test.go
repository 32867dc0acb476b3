package main

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"suyuan/beam/internal/check"
)

// prism starts Beam's runner in a process of its own and returns its job endpoint.
func prism(t *testing.T) string {
	t.Helper()
	free, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	endpoint := free.Addr().String()
	_, port, _ := net.SplitHostPort(endpoint)
	free.Close()
	path := filepath.Join(t.TempDir(), "prism")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", path, "github.com/apache/beam/sdks/v2/go/cmd/prism").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	c := exec.CommandContext(t.Context(), path, "--job_port="+port, "--serve_http=false")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	for range 100 {
		if conn, err := net.Dial("tcp", "localhost:"+port); err == nil {
			conn.Close()
			return "localhost:" + port
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("prism does not answer")
	return ""
}

// Jobs on Prism in a process of its own come to what suyuan ingest makes of the files:
// with the worker in the process that submits, and with 1, 2 and 4 processes of
// workers; and when a worker is killed in the middle, submitted again.
func TestOnPrism(t *testing.T) {
	dir := check.Corpus(t, "../../..")
	want := check.Ingested(t, dir)
	on := runner{t, prism(t), dir}

	out := on.folder()
	killed := on.submit(out, "--environment_type=LOOPBACK")
	on.start(killed, out)
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = killed.Wait()
	on.again("the process that submits was killed", out, want, "--environment_type=LOOPBACK")

	for _, size := range []int{1, 2, 4} {
		name := fmt.Sprintf("%d processes", size)
		pool, at := startPool(t, size)
		out := on.folder()
		on.ends(on.submit(out, "--environment_type=EXTERNAL", "--environment_config="+at))
		check.Same(t, name, check.Merged(t, out), want)
		if busy := size - len(slices.DeleteFunc(slices.Clone(pool.tally), func(n int) bool { return n > 0 })); busy < min(size, 2) { // Prism decides how many bundles there are
			t.Errorf("%s: bundles were dealt like this: %v", name, pool.tally)
		}
	}

	pool, at := startPool(t, 2)
	out = on.folder()
	fails := on.submit(out, "--environment_type=EXTERNAL", "--environment_config="+at)
	on.start(fails, out)
	if err := pool.kill(); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := fails.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("a job of which a worker was killed: %v", err)
	}
	on.again("one of two processes was killed", out, want, "--environment_type=EXTERNAL", "--environment_config="+at)
}

// runner is a Prism that jobs over a folder are submitted to.
type runner struct {
	*testing.T
	endpoint, dir string
}

func (r runner) folder() string { return filepath.Join(r.TempDir(), "out") }

func (r runner) submit(out string, flags ...string) *exec.Cmd {
	flags = append(flags, "--runner=universal", "--endpoint="+r.endpoint, "--worker_binary=prism_test.go", "--shards=8", "--out="+out, r.dir) // the workers have their binary
	return exec.CommandContext(r.Context(), program, flags...)
}

// start starts a job and returns when its first shard has been made.
func (r runner) start(job *exec.Cmd, out string) {
	if err := job.Start(); err != nil {
		r.Fatal(err)
	}
	for range 30_000 {
		if found, _ := filepath.Glob(out + "/records-*-of-00008.parquet"); len(found) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	r.Fatal("no shard is made")
}

// again submits a job that did not end once more.
func (r runner) again(name, out, want string, flags ...string) {
	check.Unfinished(r.T, out)
	r.ends(r.submit(out, flags...))
	check.Same(r.T, name, check.Merged(r.T, out), want)
	if parts, _ := filepath.Glob(out + "/*.part-*"); len(parts) > 0 {
		r.Errorf("%s: left half done: %v", name, parts)
	}
}

// mostMemory is what a process that submits or works may take, in KB.
const mostMemory = 280 << 10

func (r runner) ends(job *exec.Cmd) {
	says, err := job.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 || !bytes.Contains(says, fmt.Appendf(nil, " %d files failed", check.Failing)) {
		r.Fatalf("%v\n%s", err, says)
	}
	if took := job.ProcessState.SysUsage().(*syscall.Rusage).Maxrss; took > mostMemory {
		r.Errorf("it takes %d KB of memory", took)
	}
}
