package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"time"
)

// tool is a program of somebody else's that reads a format for a reader. It is
// never run by a shell. It gets a folder of its own that is removed behind it,
// a time, a memory and a file size that it may not exceed, and no network.
type tool struct {
	name    string        // the name that it is looked up by
	path    func() string // where it is, "" where it is not installed
	install string        // how it is installed
	time    time.Duration // by the clock; of the processor it may use half as much
	memory  uint64        // bytes of address space
	file    uint64        // bytes of a file that it writes
}

// The faults of a tool, each told by the reader in words of its format.
var (
	errToolTime   = errors.New("ran into its time limit")
	errToolOutput = errors.New("gave more than can be read")
)

// lookUp returns a function that looks a program up in PATH.
func lookUp(name string) func() string {
	return func() string {
		path, err := exec.LookPath(name)
		if err != nil {
			return ""
		}
		if path, err = filepath.Abs(path); err != nil {
			return ""
		}
		return path
	}
}

// missing is the *Error of a file that needs the tool where it is not installed.
func (t *tool) missing(f *File, is string) *Error {
	return &Error{Path: f.Name, Err: ErrTool, Detail: is + " is read with " + t.name, Next: "install it: " + t.install}
}

// inFolder calls do with a private folder that holds data as the file name, and
// removes the folder.
func inFolder(name, data string, do func(folder string) error) (err error) {
	sweepFolders()
	folder, release, err := newFolder(lockFolder)
	if err != nil {
		return fmt.Errorf("a private folder for the program that reads it: %w", err)
	}
	defer func() {
		release()
		if e := os.RemoveAll(folder); err == nil && e != nil {
			err = fmt.Errorf("remove the private folder: %w", e)
		}
	}()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o600); err != nil {
		return err
	}
	return do(folder)
}

// run runs the tool in a folder, hands what it writes on its standard output to
// take, and returns the end of what it writes on its standard error. The process
// and all that it started are killed when ctx ends, when the time is over, when
// take fails, and when the process has ended.
func (t *tool) run(ctx context.Context, folder string, take func(io.Reader) error, args ...string) (told string, err error) {
	runtime.LockOSThread() // the kernel kills the tool when the thread that started it ends
	defer runtime.UnlockOSThread()
	limited, cancel := context.WithTimeoutCause(ctx, t.time, errToolTime)
	defer cancel()
	stdout, stderr, err := pipes()
	if err != nil {
		return "", err
	}
	defer stdout.close()
	defer stderr.close()
	c, err := t.start(limited, folder, stdout.in, stderr.in, args)
	if err != nil {
		return "", fmt.Errorf("start %s: %w", t.name, err)
	}
	stdout.in.Close()
	stderr.in.Close()
	ended := make(chan error, 1)
	go func() {
		ended <- c.Wait()
		_ = killGroup(c)
		stdout.hurry()
		stderr.hurry()
	}()
	said := make(chan string, 1)
	go func() {
		var last tail
		_, _ = io.Copy(&last, stderr.out)
		said <- last.String()
	}()
	failed := take(stdout.out)
	if failed != nil {
		cancel()
	}
	_, _ = io.Copy(io.Discard, stdout.out)
	err, told = <-ended, <-said
	switch {
	case ctx.Err() != nil:
		return told, ctx.Err()
	case context.Cause(limited) == errToolTime:
		return told, errToolTime
	case failed != nil:
		return told, failed
	}
	return told, err
}

// pipe is what a program writes to.
type pipe struct{ out, in *os.File }

func pipes() (stdout, stderr pipe, err error) {
	if stdout.out, stdout.in, err = os.Pipe(); err != nil {
		return stdout, stderr, err
	}
	if stderr.out, stderr.in, err = os.Pipe(); err != nil {
		stdout.close()
	}
	return stdout, stderr, err
}

// hurry ends the reading soon: a process that got away may hold the other end.
func (p pipe) hurry() { _ = p.out.SetReadDeadline(time.Now().Add(30 * time.Second)) }

func (p pipe) close() {
	p.out.Close()
	p.in.Close()
}

// walls is how far programs are shut in here: the first of the ways, from the
// closest to none, that the system allows. It only ever grows.
var walls atomic.Int32

// ran says that a program of somebody else's ran.
var ran atomic.Bool

// start starts the tool, as closely shut in as the system allows.
func (t *tool) start(ctx context.Context, folder string, stdout, stderr *os.File, args []string) (*exec.Cmd, error) {
	for {
		way := walls.Load()
		c := exec.CommandContext(ctx, t.path(), args...)
		c.Dir, c.Stdout, c.Stderr = folder, stdout, stderr
		c.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + folder, "TMPDIR=" + folder, "LC_ALL=C.UTF-8", "TZ=UTC", "SAL_USE_VCLPLUGIN=svp"}
		c.Cancel = func() error { return killGroup(c) }
		shutIn(c, way)
		err := c.Start()
		if err == nil {
			ran.Store(true)
			if err = limit(c.Process.Pid, t); err != nil {
				_ = killGroup(c)
				_ = c.Wait()
			}
			return c, err
		}
		if !notAllowed(err) || way == wide {
			return nil, err
		}
		walls.CompareAndSwap(way, way+1)
	}
}

// Unconfined says what the system does not allow for the programs of others that
// readers ran so far, "" where they ran with no network and little memory, or
// where none ran.
func Unconfined() string {
	if !ran.Load() || walls.Load() < wide {
		return ""
	}
	return openWalls
}

// tail keeps the last 4 KB of what is written to it.
type tail struct{ bytes.Buffer }

func (t *tail) Write(p []byte) (int, error) {
	t.Buffer.Write(p)
	if over := t.Len() - 4<<10; over > 0 {
		t.Next(over)
	}
	return len(p), nil
}

// lastLine returns the last line of what a program told that says something.
func lastLine(told string) string {
	lines := strings.Split(strings.TrimSpace(strings.ToValidUTF8(told, "\ufffd")), "\n")
	return oneLine(lines[len(lines)-1])
}
