//go:build unix

package source

import (
	"os"
	"os/exec"
	"syscall"
)

// killGroup kills a program and all that it started.
func killGroup(c *exec.Cmd) error {
	if err := syscall.Kill(-c.Process.Pid, syscall.SIGKILL); err == syscall.ESRCH {
		return os.ErrProcessDone
	} else {
		return err
	}
}

// lockFolder locks a folder, if nobody has, until release is called or the
// process ends.
func lockFolder(folder string) (release func(), ok bool) {
	f, err := os.Open(folder)
	if err != nil {
		return func() {}, false
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return func() {}, false
	}
	return func() { f.Close() }, true
}
