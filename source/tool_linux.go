package source

import (
	"errors"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// The ways in which a program can be shut in, from the closest to none.
const (
	byRoot = iota // a network of its own that leads nowhere
	byUser        // the same within a user namespace, which needs no rights
	wide
)

const openWalls = "this system does not let an ordinary program take the network away from another one: pdftotext and LibreOffice run with it (their memory and time are limited)"

// shutIn sets what c may not do, and makes it the leader of a process group that
// dies with this process.
func shutIn(c *exec.Cmd, way int32) {
	a := &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	switch way {
	case byRoot:
		a.Cloneflags = syscall.CLONE_NEWNET
	case byUser:
		a.Cloneflags = syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET
		a.UidMappings = []syscall.SysProcIDMap{{ContainerID: os.Getuid(), HostID: os.Getuid(), Size: 1}}
		a.GidMappings = []syscall.SysProcIDMap{{ContainerID: os.Getgid(), HostID: os.Getgid(), Size: 1}}
	}
	c.SysProcAttr = a
}

// notAllowed reports whether a program did not start because of its walls.
func notAllowed(err error) bool {
	for _, e := range []error{syscall.EPERM, syscall.EINVAL, syscall.ENOSPC, syscall.ENOSYS, syscall.EACCES, syscall.EUSERS} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// limit bounds the memory, the processor's time and the files of a process that
// has just started: long before it can need more than that.
func limit(pid int, t *tool) error {
	for what, most := range map[int]uint64{
		unix.RLIMIT_AS:    t.memory,
		unix.RLIMIT_CPU:   uint64(t.time.Seconds()/2) + 1,
		unix.RLIMIT_FSIZE: t.file,
		unix.RLIMIT_CORE:  0,
	} {
		if err := unix.Prlimit(pid, what, &unix.Rlimit{Cur: most, Max: most}, nil); err != nil && !errors.Is(err, unix.ESRCH) {
			return err
		}
	}
	return nil
}
