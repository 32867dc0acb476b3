package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
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
