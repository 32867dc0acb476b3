package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// goal is one ratio, what it should be at most, and what it was.
type goal struct {
	number    string
	what      string
	most      float64
	measured  float64
	figures   string  // the two sides of the ratio
	processor float64 // the same ratio in processor's time, which a busy machine does not move; 0 where there is none
	aim       bool    // a time, and no ratio: stated, not judged
}

// behind reports whether the ratio is more than slack times what it should be, by
// the clock and, where that is given, in processor's time as well: a busy machine
// alone makes no program fall behind.
func (g goal) behind(slack float64) bool {
	least := g.measured
	if g.processor > 0 {
		least = min(least, g.processor)
	}
	return !g.aim && least > g.most*slack
}

// goals measures those that are asked for.
func (b *bench) goals() ([]goal, error) {
	var out []goal
	for _, m := range []struct {
		numbers []string
		measure func() ([]goal, error)
	}{
		{[]string{"1", "2", "3", "8"}, b.others},
		{[]string{"4", "5", "6"}, b.workers},
		{[]string{"7", "8"}, b.growth},
		{[]string{"7"}, b.line},
		{[]string{"9"}, b.words},
		{[]string{"start"}, b.start},
	} {
		if !slices.ContainsFunc(m.numbers, b.wants) {
			continue
		}
		goals, err := m.measure()
		if err != nil {
			return nil, err
		}
		for _, g := range goals {
			if b.wants(g.number) {
				out = append(out, g)
			}
		}
	}
	return out, nil
}

func (b *bench) wants(number string) bool { return slices.Contains(b.only, number) }

// ingest is suyuan with a fresh database.
func (b *bench) ingest(name, path string, jobs int) variant {
	return variant{name, func() []string {
		args := []string{b.suyuan, "ingest", "--json", "--db", b.database(), path}
		if jobs > 0 {
			args = append(args, "--jobs", strconv.Itoa(jobs))
		}
		return args
	}}
}

// command is a program that runs the same way every time.
func command(name string, args ...string) variant {
	return variant{name, func() []string { return args }}
}

// others compares the ingest of the seed texts with other programs that read the same files.
func (b *bench) others() ([]goal, error) {
	seeds, err := filepath.Glob("seeds/*.txt")
	if err != nil {
		return nil, err
	}
	race := []variant{b.ingest("suyuan ingest seeds", "seeds", 0), command("gse, its whole dictionary", append([]string{b.gse}, seeds...)...)}
	if b.peer != "" {
		peer := filepath.Join(b.peer, "peer.js")
		race = append(race,
			command("npm suite, numbers", append([]string{"node", peer, "number"}, seeds...)...),
			command("npm suite, all", append([]string{"node", peer, "all"}, seeds...)...))
	}
	r, err := b.race(race...)
	if err != nil {
		return nil, err
	}
	out := []goal{
		timed("1", "ingest of the seeds / gse with its whole dictionary", 1.0/10, r[0], r[1]),
		ratio("8", "peak memory of the same, MB", 1.0/4, r[0], peak, r[1], peak),
	}
	if b.peer != "" {
		out = append(out,
			timed("2", "ingest of the seeds / npm suite, numbers and percentages", 1.0/5, r[0], r[2]),
			timed("3", "ingest of the seeds / npm suite, all of it", 1.0/60, r[0], r[3]))
	}
	return out, nil
}

// ratio is the median of the turns' ratios of what of a to what of b.
func ratio(number, what string, most float64, a series, ofA func(result) float64, b series, ofB func(result) float64) goal {
	return goal{number: number, what: what, most: most,
		measured: medianOf(len(a), func(i int) float64 { return ofA(a[i]) / ofB(b[i]) }),
		figures:  fmt.Sprintf("%.0f / %.0f", a.median(ofA), b.median(ofB))}
}

// timed is the ratio of the times from start to exit.
func timed(number, what string, most float64, a, b series) goal {
	g := ratio(number, what+", ms", most, a, wall, b, wall)
	g.processor = ratio(number, what, most, a, processor, b, processor).measured
	return g
}

// workers compares one worker, two workers and the work that cannot be spared.
func (b *bench) workers() ([]goal, error) {
	size := 9 << 20
	if b.short {
		size = 2 << 20
	}
	folder, paths, err := b.varied(size)
	if err != nil {
		return nil, err
	}
	database := filepath.Join(b.dir, "rows.db")
	if _, err := once([]string{b.suyuan, "ingest", "--json", "--db", database, folder}); err != nil {
		return nil, err
	}
	r, err := b.race(
		b.ingest("one worker", folder, 1),
		b.ingest("two workers", folder, 2),
		command("gse, Cut(line) of the same", append([]string{b.gse, "-hmm=false"}, paths...)...),
		command("inserting the same rows alone", b.self, "rows", database))
	if err != nil {
		return nil, err
	}
	mb := fmt.Sprintf("%d MB", size>>20)
	return []goal{
		ratio("4", mb+", one worker / gse's Cut(line) alone, ms", 1.5, r[0], wall, r[2], inside),
		timed("5", mb+", two workers / one worker", 0.65, r[1], r[0]),
		ratio("6", mb+", two workers / inserting the same rows alone, ms", 2, r[1], wall, r[3], inside),
	}, nil
}

// growth doubles the text again and again: the goal is the worst doubling.
func (b *bench) growth() ([]goal, error) {
	var times []int
	var race []variant
	for n := 1; n <= b.most; n *= 2 {
		if b.short && n < 4 {
			continue // mostly the start of the program
		}
		folder, _, err := b.varied(n * 234 << 10)
		if err != nil {
			return nil, err
		}
		times = append(times, n)
		race = append(race, b.ingest(fmt.Sprintf("%d times the seeds", n), folder, 0))
	}
	r, err := b.race(race...)
	if err != nil {
		return nil, err
	}
	worst := goal{}
	for i := 1; i < len(r); i++ {
		g := timed("7", fmt.Sprintf("%d times the seeds / %d times", times[i], times[i-1]), 2.2, r[i], r[i-1])
		if g.measured > worst.measured {
			worst = g
		}
	}
	last := len(r) - 1
	memory := ratio("8", fmt.Sprintf("peak memory, %d times the seeds / %d times, MB", times[last], times[last-1]), 1.1, r[last], peak, r[last-1], peak)
	return []goal{worst, memory}, nil
}

// line doubles a line without punctuation, where nothing but a limit of its own
// cuts the text into pieces.
func (b *bench) line() ([]goal, error) {
	var race []variant
	for _, size := range []int{1 << 20, 1 << 19} {
		path := filepath.Join(b.dir, fmt.Sprintf("line-%d.txt", size))
		if err := step(".", b.self, "line", path, strconv.Itoa(size)); err != nil {
			return nil, err
		}
		race = append(race, b.ingest(filepath.Base(path), path, 0))
	}
	r, err := b.race(race...)
	if err != nil {
		return nil, err
	}
	return []goal{timed("7", "one line of 1 MB without punctuation / of 512 KB", 2.2, r[0], r[1])}, nil
}

// words runs the test that compares every word with gse's whole dictionary.
func (b *bench) words() ([]goal, error) {
	g := goal{number: "9", what: "words that differ from gse's whole dictionary", figures: "a test of segment"}
	if err := step(".", "go", "test", "-count=1", "-run", "^TestWordsAreThoseOfTheWholeDictionary$", "./segment"); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		g.measured = 1
	}
	return []goal{g}, nil
}

// start measures how long the program takes to start: aims, which no ratio expresses.
func (b *bench) start() ([]goal, error) {
	path := filepath.Join(b.dir, "sentence.txt")
	if err := os.WriteFile(path, []byte("到2025年，全市高新技术企业达到600家以上。"), 0o600); err != nil {
		return nil, err
	}
	r, err := b.race(command("suyuan --help", b.suyuan, "--help"), command("suyuan extract", b.suyuan, "extract", path))
	if err != nil {
		return nil, err
	}
	var out []goal
	for i, aim := range []float64{30, 100} {
		what := []string{"suyuan --help, ms", "suyuan extract of one sentence, ms"}[i]
		out = append(out, goal{number: "start", what: what, most: aim, measured: r[i].median(wall), figures: fmt.Sprintf("%.0f of processor", r[i].median(processor)), aim: true})
	}
	return out, nil
}

// varied makes a folder of generated documents, in a process of its own, unless
// it is there.
func (b *bench) varied(size int) (folder string, paths []string, err error) {
	folder = filepath.Join(b.dir, fmt.Sprintf("varied-%d", size))
	if _, err := os.Stat(folder); err != nil {
		if err := step(".", b.self, "vary", folder+".part", strconv.Itoa(size)); err != nil {
			return "", nil, err
		}
		if err := os.Rename(folder+".part", folder); err != nil {
			return "", nil, err
		}
	}
	paths, err = filepath.Glob(filepath.Join(folder, "*.txt"))
	return folder, paths, err
}
