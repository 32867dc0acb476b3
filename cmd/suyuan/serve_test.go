package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// serving starts suyuan serve in a folder and returns its address and what ends it.
func serving(t *testing.T, dir string, args ...string) (address string, end func()) {
	t.Helper()
	c := program(dir, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line), func() { interrupt(t, c) }
}

func interrupt(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Errorf("serve ends with %v", err)
	}
}

func page(t *testing.T, address string) string {
	t.Helper()
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", address, res.Status, err)
	}
	return string(body)
}

// Documents are ingested while the page is served, by whatever way it was opened;
// at the end nothing is left beside the database.
func TestServeWhileIngesting(t *testing.T) {
	for _, args := range [][]string{nil, {"--read-only"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			dir := folder(t, map[string]string{"good.txt": goodText, "other.txt": strings.ReplaceAll(goodText, "0", "1")})
			suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
			address, end := serving(t, dir, args...)
			page(t, address+"documents/1")
			suyuan(t, dir, "", "ingest", "other.txt").expect(t, 0)
			if !strings.Contains(page(t, address), "other.txt") {
				t.Error("the page does not show what was ingested meanwhile")
			}
			page(t, address+"documents/2")
			end()
			for _, ending := range []string{"-wal", "-shm", "-journal"} {
				if _, err := os.Stat(filepath.Join(dir, "suyuan.db"+ending)); err == nil {
					t.Errorf("suyuan.db%s is left", ending)
				}
			}
			suyuan(t, dir, "", "verify").expect(t, 0)
		})
	}
}

// Who only reads is the last to leave: the log that the writer could not fold in is
// gone all the same.
func TestServeLeavesOneFile(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	writer, endWriter := serving(t, dir)
	page(t, writer)
	reader, endReader := serving(t, dir, "--read-only")
	page(t, reader+"documents/1")
	endWriter()
	if _, err := os.Stat(filepath.Join(dir, "suyuan.db-wal")); err != nil {
		t.Skip("the writer could fold its log in while it was read")
	}
	page(t, reader+"documents/1")
	endReader()
	if _, err := os.Stat(filepath.Join(dir, "suyuan.db-wal")); err == nil {
		t.Error("suyuan.db-wal is left")
	}
}

func TestServeRefuses(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText, "short": "abc"})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--listen", "0.0.0.0:0"}, "token"},
		{[]string{"--listen", ":0"}, "token"},
		{[]string{"--listen", "0.0.0.0:0", "--token-file", "short"}, "shorter"},
		{[]string{"--listen", "0.0.0.0:0", "--token-file", "none"}, "none"},
		{[]string{"--listen", "nowhere"}, "127.0.0.1:8377"},
		{[]string{"--db", "none.db"}, "suyuan ingest"},
		{[]string{"--db", "none.db", "--read-only"}, "suyuan ingest"},
	} {
		suyuan(t, dir, "", append([]string{"serve"}, c.args...)...).expect(t, 2, c.want)
	}
	if _, err := os.Stat(filepath.Join(dir, "none.db")); err == nil {
		t.Error("a database was made where none was")
	}
}
