package source

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A program has no network but its own, and the limits of its tool.
func TestToolIsShutIn(t *testing.T) {
	p := program(t, `sleep 1; grep -c : /proc/net/dev; ulimit -v; ulimit -f; ulimit -c; cat /proc/net/route | wc -l; ulimit -t`)
	var own unix.Rlimit // where the shell that runs the tests has no limit of its own on cores
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &own); err == nil && own.Cur == 0 {
		if unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{Cur: own.Max, Max: own.Max}) == nil {
			defer unix.Setrlimit(unix.RLIMIT_CORE, &own)
		}
	}
	p.memory, p.file, p.time = 512<<20, 1<<20, 10*time.Minute
	var out bytes.Buffer
	if err := inFolder("in", "", func(folder string) error {
		_, err := p.run(t.Context(), folder, all(&out))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(out.String())
	if len(fields) != 6 || fields[1] != "524288" || fields[2] != "1024" && fields[2] != "2048" || fields[3] != "0" || fields[5] != "301" {
		t.Errorf("limits %q", fields)
	}
	if Unconfined() != "" {
		t.Skip(Unconfined())
	}
	if fields[0] != "1" {
		t.Errorf("%s networks, want lo alone", fields[0])
	}
}

// Where the system allows less, the program runs all the same, and it is said.
func TestWallsOpen(t *testing.T) {
	before := walls.Load()
	defer walls.Store(before)
	for way := range int32(wide + 1) {
		walls.Store(way)
		var out bytes.Buffer
		err := inFolder("in", "x", func(folder string) error {
			_, err := program(t, "cat in").run(t.Context(), folder, all(&out))
			return err
		})
		if err != nil || out.String() != "x" {
			t.Errorf("way %d: %v, %q", way, err, out.String())
		}
	}
	if walls.Store(wide); Unconfined() == "" {
		t.Error("it is not said that a program ran with the network")
	}
}
