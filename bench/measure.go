package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// variant is one of the programs that are compared; args makes the command for
// one run.
type variant struct {
	name string
	args func() []string
}

// result is what one run took.
type result struct {
	wall   time.Duration // process start to exit
	cpu    time.Duration // of all its threads: tells a slow program from a busy machine
	peak   int           // greatest resident memory in KB
	inside time.Duration // what the program itself says its work took; 0 where it says nothing
}

// series is the runs of one variant, one each turn.
type series []result

// race runs the variants in turns, so that a busy machine slows all of them.
func (b *bench) race(variants ...variant) ([]series, error) {
	all := make([]series, len(variants))
	for turn := range b.runs {
		for i, v := range variants {
			r, err := once(v.args())
			if err != nil {
				return nil, err
			}
			all[i] = append(all[i], r)
			fmt.Fprintf(os.Stderr, "bench: %d/%d %-34s %8.0f ms, %6.0f ms of processor, %4d MB\n",
				turn+1, b.runs, v.name, wall(r), processor(r), r.peak>>10)
		}
	}
	return all, nil
}

// once runs a command. The peak is that of the operating system for the ended
// process; it is never less than what bench itself holds at the start, which is
// why everything large is done in other processes.
func once(args []string) (result, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	r := result{wall: time.Since(start)}
	if err != nil {
		return r, fmt.Errorf("run %v: %w\n%s", args, err, stderr.Bytes())
	}
	r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	r.peak = int(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	var said struct {
		Seconds float64 `json:"seconds"`
	}
	if json.Unmarshal(stdout.Bytes(), &said) == nil {
		r.inside = time.Duration(said.Seconds * float64(time.Second))
	}
	return r, nil
}

// What of a run is compared.
func wall(r result) float64      { return r.wall.Seconds() * 1000 }
func processor(r result) float64 { return r.cpu.Seconds() * 1000 }
func inside(r result) float64    { return r.inside.Seconds() * 1000 }
func peak(r result) float64      { return float64(r.peak) / 1024 }

// median returns the median of what of returns for each run.
func (s series) median(of func(result) float64) float64 {
	return medianOf(len(s), func(i int) float64 { return of(s[i]) })
}

func medianOf(n int, of func(int) float64) float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = of(i)
	}
	slices.Sort(all)
	return all[n/2]
}
