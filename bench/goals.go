package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// goal is one ratio, what it should be at most, and what it was.
type goal struct {
	number   string
	what     string
	most     float64
	measured float64
	figures  string // the two sides of the ratio
}

// behind reports whether the ratio is more than slack times what it should be.
func (g goal) behind(slack float64) bool { return g.measured > g.most*slack }

// goals measures all of them.
func (b *bench) goals() ([]goal, error) {
	var out []goal
	for _, measure := range []func() ([]goal, error){b.others, b.workers, b.growth, b.line, b.words} {
		goals, err := measure()
		if err != nil {
			return nil, err
		}
		out = append(out, goals...)
	}
	return out, nil
}

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
		wall("1", "ingest of the seeds / gse with its whole dictionary", 1.0/10, r[0], r[1]),
		{"8", "peak memory of the same", 1.0 / 4, float64(r[0].peak) / float64(r[1].peak), fmt.Sprintf("%d MB / %d MB", r[0].peak>>10, r[1].peak>>10)},
	}
	if b.peer != "" {
		out = append(out,
			wall("2", "ingest of the seeds / npm suite, numbers and percentages", 1.0/5, r[0], r[2]),
			wall("3", "ingest of the seeds / npm suite, all of it", 1.0/60, r[0], r[3]))
	}
	return out, nil
}

func wall(number, what string, most float64, a, b result) goal {
	return ratio(number, what, most, a.wall, b.wall)
}

func ratio(number, what string, most float64, a, b time.Duration) goal {
	return goal{number, what, most, a.Seconds() / b.Seconds(), fmt.Sprintf("%s / %s", milliseconds(a), milliseconds(b))}
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.0f ms", d.Seconds()*1000) }

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
	database := b.database()
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
		ratio("4", mb+", one worker / gse's Cut(line) alone", 1.5, r[0].wall, r[2].inside),
		wall("5", mb+", two workers / one worker", 0.65, r[1], r[0]),
		ratio("6", mb+", two workers / inserting the same rows alone", 2, r[1].wall, r[3].inside),
	}, nil
}

// growth doubles the text again and again: the goal is the worst doubling.
func (b *bench) growth() ([]goal, error) {
	times := []int{1, 2, 4, 8, 16, 32, 64}
	if b.short {
		times = []int{4, 8, 16}
	}
	var race []variant
	for _, n := range times {
		folder, _, err := b.varied(n * 234 << 10)
		if err != nil {
			return nil, err
		}
		race = append(race, b.ingest(fmt.Sprintf("%d times the seeds", n), folder, 0))
	}
	r, err := b.race(race...)
	if err != nil {
		return nil, err
	}
	worst := goal{}
	for i := 1; i < len(r); i++ {
		g := wall("7", fmt.Sprintf("%d times the seeds / %d times", times[i], times[i-1]), 2.2, r[i], r[i-1])
		if g.measured > worst.measured {
			worst = g
		}
	}
	last := len(r) - 1
	return []goal{worst, {"8", fmt.Sprintf("peak memory, %d times the seeds / %d times", times[last], times[last-1]), 1.1,
		float64(r[last].peak) / float64(r[last-1].peak), fmt.Sprintf("%d MB / %d MB", r[last].peak>>10, r[last-1].peak>>10)}}, nil
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
	return []goal{wall("7", "one line of 1 MB without punctuation / of 512 KB", 2.2, r[0], r[1])}, nil
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

// varied makes a folder of generated documents, in a process of its own.
func (b *bench) varied(size int) (folder string, paths []string, err error) {
	folder = filepath.Join(b.dir, fmt.Sprintf("varied-%d", size))
	if err := step(".", b.self, "vary", folder, strconv.Itoa(size)); err != nil {
		return "", nil, err
	}
	paths, err = filepath.Glob(filepath.Join(folder, "*.txt"))
	return folder, paths, err
}
