package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program returns a tool that is a shell script: the tests may run a shell, the
// readers may not.
func program(t *testing.T, script string) *tool {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return &tool{name: "program", path: func() string { return path }, time: time.Minute, memory: 1 << 30, file: 1 << 20}
}

// all takes everything, up to a megabyte.
func all(out *bytes.Buffer) func(io.Reader) error {
	return func(r io.Reader) error {
		_, err := io.Copy(out, io.LimitReader(r, 1<<20+1))
		if out.Len() > 1<<20 {
			return errToolOutput
		}
		return err
	}
}

func TestToolRunsInItsOwnFolder(t *testing.T) {
	t.Setenv("SECRET", "x")
	p := program(t, `cat in.txt; pwd; echo "$HOME $TMPDIR ${SECRET:-none}"; echo told >&2; touch left`)
	var out bytes.Buffer
	var where, told string
	err := inFolder("in.txt", "到2025年\n", func(folder string) (err error) {
		where = folder
		told, err = p.run(t.Context(), folder, all(&out))
		return err
	})
	if want := "到2025年\n" + where + "\n" + where + " " + where + " none\n"; err != nil || out.String() != want || told != "told\n" {
		t.Errorf("%v, told %q, got\n%swant\n%s", err, told, out.String(), want)
	}
	if _, err := os.Stat(where); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}

// ended reports whether the process whose id stands in a file has ended.
func ended(t *testing.T, file string) bool {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if err != nil && syscall.Kill(pid, 0) == syscall.ESRCH || strings.Contains(string(stat), ") Z ") {
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}

// A program that takes too long is killed with what it started, and so is one
// that gives too much, or whose run is interrupted.
func TestToolIsKilled(t *testing.T) {
	pids := t.TempDir()
	sleeper := "sleep 1000 & echo $! > " + pids + "/child; echo x; "
	for name, c := range map[string]struct {
		script string
		time   time.Duration
		is     error
	}{
		"time":      {sleeper + "wait", time.Second, errToolTime},
		"output":    {sleeper + "while :; do echo 0123456789012345678901234567890123456789; done", time.Minute, errToolOutput},
		"interrupt": {sleeper + "wait", time.Minute, context.Canceled},
		"daemon":    {sleeper + "exit 0", time.Minute, nil},
	} {
		p := program(t, c.script)
		p.time = c.time
		ctx, cancel := context.WithCancel(t.Context())
		if name == "interrupt" {
			time.AfterFunc(300*time.Millisecond, cancel)
		}
		begin := time.Now()
		err := inFolder("in", "", func(folder string) error {
			_, err := p.run(ctx, folder, func(r io.Reader) error {
				if name == "daemon" {
					return nil
				}
				return all(&bytes.Buffer{})(r)
			})
			return err
		})
		cancel()
		if name != "daemon" && !errors.Is(err, c.is) {
			t.Errorf("%s: %v, want %v", name, err, c.is)
		}
		if !ended(t, pids+"/child") {
			t.Errorf("%s: what the program started still runs", name)
		}
		if took := time.Since(begin); took > 30*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// What a dead process left behind is swept away, what a living one uses is not.
func TestSweepFolders(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	left, err := os.MkdirTemp("", folderNames)
	if err != nil {
		t.Fatal(err)
	}
	used, release, err := newFolder(lockFolder)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	sweep()
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there: %v", left, err)
	}
	if _, err := os.Stat(used); err != nil {
		t.Error(err)
	}
}

// A folder that another process sweeps at this moment is not used.
func TestFolderThatIsSwept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var tried []string
	folder, release, err := newFolder(func(folder string) (func(), bool) {
		if tried = append(tried, folder); len(tried) == 1 {
			return func() {}, false // the other one has locked it
		}
		return lockFolder(folder)
	})
	if err != nil || len(tried) != 2 || folder != tried[1] {
		t.Fatalf("%v: %s of %q", err, folder, tried)
	}
	release()
	if _, _, err := newFolder(func(string) (func(), bool) { return func() {}, false }); err == nil {
		t.Error("a folder that cannot be locked is used")
	}
	if left, _ := os.ReadDir(os.TempDir()); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
