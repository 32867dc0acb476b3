package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/merge"
	"suyuan/store"
)

// program is suyuan-beam, built once for all tests.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "suyuan-beam-")
	if err == nil {
		program = filepath.Join(dir, "suyuan-beam")
		err = exec.Command("go", "build", "-o", program, ".").Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "build suyuan-beam:", err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// Workers that Beam builds itself have no cgo.
func TestNoCgo(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", "{{if and (not .Standard) .CgoFiles}}{{.ImportPath}}{{end}}", ".").CombinedOutput()
	if err != nil || len(bytes.TrimSpace(out)) > 0 {
		t.Errorf("%v: these need cgo: %s", err, out)
	}
}

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

// A job on Prism in a process of its own, whose worker is killed in the middle and
// which is then submitted again, comes to what suyuan ingest makes of the files.
func TestWorkerKilledOnPrism(t *testing.T) {
	size := os.Getenv("SUYUAN_CORPUS")
	if size == "" {
		size = "3000000"
	}
	dir := filepath.Join(t.TempDir(), "in")
	make := exec.CommandContext(t.Context(), "go", "run", "./bench", "vary", dir, size)
	make.Dir = "../../.."
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(dir+"/zeros.bin", []byte{0}, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	endpoint := prism(t)
	submit := func(ctx context.Context) *exec.Cmd {
		return exec.CommandContext(ctx, program, "--runner=universal", "--endpoint="+endpoint, "--environment_type=LOOPBACK", "--shards=8", "--out="+out, dir)
	}

	killed := submit(t.Context())
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, out+"/records-*-of-00008.parquet")
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = killed.Wait()
	words, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	database := filepath.Join(t.TempDir(), "merged.db")
	var told strings.Builder
	merging := merge.Options{Lexicon: words, Tell: func(line string) { told.WriteString(line) }}
	if _, err := merge.Run(t.Context(), database, []string{out}, merging); err != merge.ErrNone || !strings.Contains(told.String(), "has not ended") {
		t.Fatalf("a folder that is not whole is merged: %v %s", err, told.String())
	}

	again, err := submit(t.Context()).CombinedOutput()
	if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != 1 || !bytes.Contains(again, []byte(" 1 files failed")) {
		t.Fatalf("%v\n%s", err, again)
	}
	if _, err := merge.Run(t.Context(), database, []string{out}, merging); err != nil {
		t.Fatal(err)
	}
	single := filepath.Join(t.TempDir(), "ingest.db")
	s, err := store.Open(t.Context(), single)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Run(t.Context(), s, batch.Find([]string{dir}, single, batch.Patterns{}), batch.Options{Lexicon: words}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if got, want := dump(t, database), dump(t, single); got != want {
		t.Errorf("%d bytes of rows, want %d", len(got), len(want))
	}
	if parts, _ := filepath.Glob(out + "/*.part-*"); len(parts) > 0 {
		t.Errorf("left half done: %v", parts)
	}
}

func waitFor(t *testing.T, pattern string) {
	t.Helper()
	for range 3000 {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s does not come", pattern)
}

func dump(t *testing.T, path string) string {
	t.Helper()
	s, err := store.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out bytes.Buffer
	if err := s.Dump(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWrongUse(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{nil, "name the files to read"},
		{[]string{"--out", t.TempDir(), "nowhere/*.txt"}, "matches no file"},
		{[]string{"--out", t.TempDir(), "--lexicon", "nowhere", "../../../seeds"}, "read word lists"},
		{[]string{"--out", t.TempDir(), "nothing://x"}, "nothing://x"},
	} {
		out, err := exec.CommandContext(t.Context(), program, c.args...).CombinedOutput()
		if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != 2 || !bytes.Contains(out, []byte(c.says)) {
			t.Errorf("%v: %v\n%s", c.args, err, out)
		}
	}
	out, err := exec.CommandContext(t.Context(), program, "--out", t.TempDir(), "../../../seeds").CombinedOutput()
	if want := fmt.Sprint("5 documents, 233969 bytes"); err != nil || !bytes.Contains(out, []byte(want)) {
		t.Errorf("%v\n%s", err, out)
	}
}
