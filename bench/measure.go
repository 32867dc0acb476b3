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

// result is what the runs of one variant took, each the median.
type result struct {
	wall   time.Duration // process start to exit
	peak   int           // greatest resident memory in KB
	inside time.Duration // what the program itself says its work took; 0 where it says nothing
}

// race runs the variants in turns, so that a busy machine slows all of them, and
// returns the medians.
func (b *bench) race(variants ...variant) ([]result, error) {
	all := make([][]result, len(variants))
	for turn := range b.runs {
		for i, v := range variants {
			r, err := once(v.args())
			if err != nil {
				return nil, err
			}
			all[i] = append(all[i], r)
			fmt.Fprintf(os.Stderr, "bench: %d/%d %-34s %8.0f ms %4d MB\n", turn+1, b.runs, v.name, r.wall.Seconds()*1000, r.peak>>10)
		}
	}
	out := make([]result, len(variants))
	for i, runs := range all {
		out[i] = result{
			wall:   median(runs, func(r result) time.Duration { return r.wall }),
			peak:   median(runs, func(r result) int { return r.peak }),
			inside: median(runs, func(r result) time.Duration { return r.inside }),
		}
	}
	return out, nil
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
	r.peak = int(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	var said struct {
		Seconds float64 `json:"seconds"`
	}
	if json.Unmarshal(stdout.Bytes(), &said) == nil {
		r.inside = time.Duration(said.Seconds * float64(time.Second))
	}
	return r, nil
}

func median[T int | time.Duration](runs []result, of func(result) T) T {
	var all []T
	for _, r := range runs {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}
