package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// binary is the program, built once: the tests run it as a user does.
var binary string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "suyuan")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		binary = filepath.Join(dir, "suyuan")
		if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// result is what a run of the program gave.
type result struct {
	out, messages string
	status        int
}

// suyuan runs the program in dir.
func suyuan(t *testing.T, dir, in string, args ...string) result {
	t.Helper()
	c := program(dir, args...)
	c.Stdin = strings.NewReader(in)
	return finish(t, c)
}

func program(dir string, args ...string) *exec.Cmd {
	c := exec.Command(binary, args...)
	c.Dir = dir
	return c
}

func finish(t *testing.T, c *exec.Cmd) result {
	t.Helper()
	var out, messages bytes.Buffer
	c.Stdout, c.Stderr = &out, &messages
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{out.String(), messages.String(), c.ProcessState.ExitCode()}
}

// expect demands a status and texts that must stand in the messages.
func (r result) expect(t *testing.T, status int, texts ...string) {
	t.Helper()
	if r.status != status {
		t.Errorf("status %d, want %d\n%s%s", r.status, status, r.out, r.messages)
	}
	for _, text := range texts {
		if !strings.Contains(r.messages, text) {
			t.Errorf("the messages lack %q:\n%s", text, r.messages)
		}
	}
}

// folder makes the files in a new folder, and returns it.
func folder(t *testing.T, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const goodText = "某市科技创新“十四五”规划\n一、发展目标\n到2025年，高新技术企业达到600家以上。（牵头单位：市科技局）\n"

// seeds is the folder of the five texts.
func seeds(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../seeds")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func gold(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestEveryHelpStatesTheExitStatuses(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"help"}, {"ingest", "--help"}, {"forget", "-h"}, {"reextract", "-h"}, {"extract", "-h"}, {"verify", "-h"}, {"eval", "-h"}, {"rules", "-h"}, {"version", "-h"}, {"show", "-h"}, {"search", "-h"}, {"compare", "-h"}, {"review", "-h"}, {"export", "-h"}, {"import-reviews", "-h"}, {"upgrade", "-h"}, {"help", "ingest"}, {"completion", "bash", "-h"}} {
		r := suyuan(t, t.TempDir(), "", args...)
		if r.status != 0 || !strings.HasSuffix(r.out, exitStatuses) {
			t.Errorf("%v: status %d, help\n%s", args, r.status, r.out)
		}
	}
}

func TestWrongUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"digest"}, `unknown command "digest"`},
		{[]string{"ingest"}, "requires at least 1 arg"},
		{[]string{"ingest", "--frobnicate", "x"}, "unknown flag: --frobnicate"},
		{[]string{"ingest", "--jobs", "-1", "x"}, "--jobs -1: give the number of files to work on at once"},
		{[]string{"ingest", "--lexicon", "nowhere", "x"}, "read word lists"},
		{[]string{"extract", "a", "b"}, "accepts at most 1 arg"},
		{[]string{"eval"}, `required flag(s) "gold" not set`},
		{[]string{"eval", "--gold", "nowhere"}, "no gold files in nowhere"},
		{[]string{"eval", "--gold", "x", "--misses", "figures"}, "--misses figures: give one of figure, date, department, project, document, all"},
		{[]string{"verify", "--db", "missing.db"}, "open database missing.db: file does not exist: make it with suyuan ingest, or name another file with --db"},
		{[]string{"export", "--format", "abacus"}, "--format abacus: give one of jsonl, "},
		{[]string{"export", "--format", "jsonl", "--kind", "goal"}, "--kind goal: give one of target, actual"},
		{[]string{"import-reviews", "--db", "missing.db", "nowhere.jsonl"}, "nowhere.jsonl"},
		{[]string{"eval", "--db", "missing.db", "--gold", gold(t)}, "open database missing.db: file does not exist: make it with suyuan ingest"},
	} {
		suyuan(t, t.TempDir(), "", c.args...).expect(t, 2, c.want)
	}
}

func TestCompletion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if r := suyuan(t, t.TempDir(), "", "completion", shell); r.status != 0 || len(r.out) < 1000 {
			t.Errorf("%s: status %d, %d bytes", shell, r.status, len(r.out))
		}
	}
	if r := suyuan(t, t.TempDir(), "", "__complete", "rules", ""); r.status != 0 || !strings.Contains(r.out, "\t") {
		t.Errorf("the rules' names are not completed: %+v", r)
	}
}

func TestVersion(t *testing.T) {
	r := suyuan(t, t.TempDir(), "", "version")
	if r.status != 0 || !strings.HasPrefix(r.out, "suyuan "+version+", rules ") {
		t.Errorf("%+v", r)
	}
}
