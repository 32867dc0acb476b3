package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Every command that the READMEs show for the program works as it is shown, one
// after the other in a folder that has the seeds and the gold files.
func TestReadmeCommands(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("no " + name)
		}
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		for _, folder := range []string{"seeds", "testdata"} {
			if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
				t.Fatal(err)
			}
		}
		commands := shown(string(text))
		if len(commands) < 5 {
			t.Errorf("%s shows %d commands", name, len(commands))
		}
		for _, command := range commands {
			c := exec.Command("sh", "-c", command)
			c.Dir = dir
			c.Env = append(os.Environ(), "PATH="+filepath.Dir(binary)+":"+os.Getenv("PATH"))
			if r := finish(t, c); r.status != 0 {
				t.Errorf("%s: %s ends with status %d\n%s%s", name, command, r.status, r.out, r.messages)
			}
		}
	}
}

// shown returns the lines of the sh blocks that run the program, with what it is
// called once it is installed. Those for Go itself and for sqlite3 are CI's.
func shown(text string) []string {
	var commands []string
	inside := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			inside = line == "```sh"
		case inside:
			line = strings.TrimPrefix(line, "$ ")
			line = strings.Replace(line, "go run ./cmd/suyuan", "suyuan", 1)
			if strings.Contains(line, "suyuan ") && !strings.HasPrefix(line, "go ") && !strings.HasPrefix(line, "sqlite3 ") {
				commands = append(commands, line)
			}
		}
	}
	return commands
}
