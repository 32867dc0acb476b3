// Command bench measures how fast suyuan is, as ratios to other programs and to
// itself within one run, and prints each beside its goal. docs/PERFORMANCE.md
// says what the ratios mean. Run it in the repository's root: go run ./bench.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run does one of the small steps that bench starts as processes of their own,
// so that its own memory stays small, or the whole bench.
func run() error {
	short := flag.Bool("short", false, "small inputs and few runs, for CI")
	runs := flag.Int("runs", 0, "how often each variant runs; its median counts (default 5, with --short 3)")
	only := flag.String("goals", "1,2,3,4,5,6,7,8,9,start", "the goals to measure")
	most := flag.Int("most", 64, "how many times the seeds the longest text is that growth is measured on; 4096 is 1 GB")
	slack := flag.Float64("slack", 1.25, "fail when a ratio is more than this times its goal")
	long := flag.Int("long", 0, "ingest one batch of so many MB instead, and follow its rate, memory and database; 1024 is 1 GB")
	keep := flag.String("dir", "", "a folder to work in and to leave as it is then, so that the next run need not generate its texts again")
	grow := flag.String("grow", "", "ingest so many documents instead, such as 5,50,500,5000, and ask each database what a page and a search ask")
	flag.Parse()
	switch args := flag.Args(); {
	case len(args) == 3 && (args[0] == "vary" || args[0] == "line" || args[0] == "library"):
		size, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		switch args[0] {
		case "line":
			return unbroken(args[1], size)
		case "library":
			return library(args[1], size)
		}
		return vary(args[1], size)
	case len(args) == 2 && args[0] == "rows":
		return insertRows(os.Stdout, args[1])
	case len(args) == 2 && args[0] == "ask":
		return askAll(args[1])
	case len(args) == 3 && args[0] == "same":
		return same(os.Stdout, args[1], args[2])
	case len(args) > 0:
		return fmt.Errorf("unknown argument %q: bench takes flags only", args[0])
	}
	if *runs == 0 {
		*runs = 5
		if *short {
			*runs = 3
		}
	}
	if *short {
		*most = 32 // memory grows until 4 MB of text, where chunks reach their full size
	}
	b := &bench{runs: *runs, short: *short, most: *most, only: strings.Split(*only, ","), dir: *keep}
	return b.inFolder(func() error {
		switch {
		case *long > 0:
			return b.alone(func() error { return b.long(os.Stdout, *long<<20) })
		case *grow != "":
			return b.alone(func() error { return b.grow(os.Stdout, strings.Split(*grow, ",")) })
		}
		return b.measureAll(*slack)
	})
}

var errBehind = errors.New("a ratio is behind its goal by more than the slack")

// inFolder does all in a folder of its own, which it removes, also when it is
// interrupted, unless it was given one.
func (b *bench) inFolder(do func() error) (err error) {
	if b.dir != "" {
		if err := os.MkdirAll(b.dir, 0o755); err != nil {
			return err
		}
		return do()
	}
	if b.dir, err = os.MkdirTemp("", "suyuan-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		os.RemoveAll(b.dir)
		os.Exit(130)
	}()
	return do()
}

// alone builds what suyuan needs that is compared with itself alone.
func (b *bench) alone(do func() error) error {
	b.only = nil
	if err := b.build(); err != nil {
		return err
	}
	return do()
}

// measureAll builds what is compared, measures every goal and prints the table.
func (b *bench) measureAll(slack float64) error {
	if err := b.build(); err != nil {
		return err
	}
	goals, err := b.goals()
	if err != nil {
		return err
	}
	printTable(os.Stdout, goals, slack)
	for _, g := range goals {
		if g.behind(slack) {
			return errBehind
		}
	}
	return nil
}

// bench is one run of all measurements.
type bench struct {
	dir    string // for programs, generated texts and databases
	runs   int
	short  bool
	suyuan string   // the program that is measured
	gse    string   // the bare gse program
	self   string   // this program
	peer   string   // the folder of the npm suite; "" where there is no npm
	only   []string // numbers of the goals to measure
	most   int      // how many times the seeds the longest text is
}

// database returns the path of a database that does not exist: the one that the
// run before made is removed.
func (b *bench) database() string {
	path := filepath.Join(b.dir, "fresh.db")
	for _, ending := range []string{"", "-wal", "-shm"} {
		os.Remove(path + ending)
	}
	return path
}
