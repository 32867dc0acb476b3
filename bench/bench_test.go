package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"suyuan/store"
)

func TestVary(t *testing.T) {
	t.Chdir("..") // where the seed texts are
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := vary(dir, 500<<10); err != nil {
			t.Fatal(err)
		}
	}
	paths, err := filepath.Glob(filepath.Join(first, "*.txt"))
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d documents, expected at least 10 (%v)", len(paths), err)
	}
	seen, size := map[string]string{}, 0
	for _, path := range paths {
		text := read(t, path)
		if text != read(t, filepath.Join(second, filepath.Base(path))) {
			t.Errorf("%s differs when it is made again", filepath.Base(path))
		}
		if other, ok := seen[text]; ok {
			t.Errorf("%s and %s are alike", path, other)
		}
		seen[text] = path
		size += len(text)
	}
	if size < 500<<10 {
		t.Errorf("%d bytes, expected at least %d", size, 500<<10)
	}
}

func TestLibrary(t *testing.T) {
	t.Chdir("..") // where the seed texts are
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := library(dir, 10); err != nil {
			t.Fatal(err)
		}
	}
	paths, err := filepath.Glob(filepath.Join(first, "*.txt"))
	if err != nil || len(paths) != 10 {
		t.Fatalf("%d documents (%v)", len(paths), err)
	}
	seen := map[string]bool{}
	for _, path := range paths {
		text := read(t, path)
		if text != read(t, filepath.Join(second, filepath.Base(path))) || seen[text] {
			t.Errorf("%s differs when it is made again, or is another", filepath.Base(path))
		}
		seen[text] = true
	}
}

func TestRatioIsTheMedianOfTheTurns(t *testing.T) {
	a, b := series{{peak: 1024}, {peak: 4096}, {peak: 3072}}, series{{peak: 2048}, {peak: 2048}, {peak: 2048}}
	g := ratio("8", "", 1, a, peak, b, peak)
	if g.measured != 1.5 || g.figures != "3 / 2" {
		t.Errorf("ratio %v of %s, expected 1.5 of 3 / 2", g.measured, g.figures)
	}
	if !g.behind(1.25) || g.behind(1.5) {
		t.Error("1.5 is behind 1 with a slack of 1.25, and not with 1.5")
	}
	if g.processor = 1.3; !g.behind(1.25) {
		t.Error("1.3 in processor's time is behind 1 with a slack of 1.25")
	}
	if g.processor = 1.2; g.behind(1.25) {
		t.Error("what is behind by the clock alone is not behind")
	}
}

func TestSame(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db")
	for _, path := range []string{a, b} {
		s, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for _, name := range []string{"one", "two"} {
			if err := s.Fail(t.Context(), store.Failure{Path: name, Stage: "read"}); err != nil {
				t.Fatal(err)
			}
		}
		if path == b {
			if err := s.Fail(t.Context(), store.Failure{Path: "two", Stage: "save"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out strings.Builder
	if err := same(&out, a, a); err != nil || out.String() != "2 rows in each, all the same\n" {
		t.Errorf("one database beside itself: %v\n%s", err, &out)
	}
	out.Reset()
	if err := same(&out, a, b); err == nil || strings.Count(out.String(), "v_failures") != 2 || !strings.Contains(out.String(), "+1 v_failures path=\"two\" sha256=<nil> stage=\"save\"") {
		t.Errorf("a failure of another stage: %v\n%s", err, &out)
	}
}

func TestReportSaysThatABatchGrew(t *testing.T) {
	steady := func(i int) tenth {
		return tenth{bytes: int64(i) << 20, wall: time.Duration(i) * time.Second, cpu: time.Duration(i) * time.Second, database: int64(i) << 22}
	}
	var tenths []tenth
	for i := 1; i <= 10; i++ {
		tenths = append(tenths, steady(i))
	}
	var out strings.Builder
	if err := report(&out, tenths, 10, 1<<10, 100<<20); err != nil || !strings.Contains(out.String(), "40960 bytes of database a record, 4.00 times the text") {
		t.Errorf("a steady batch: %v\n%s", err, &out)
	}
	if err := report(io.Discard, tenths, 10, 1<<10, 201<<20); err == nil {
		t.Error("201 MB of memory pass")
	}
	tenths[9].cpu += time.Second
	if err := report(io.Discard, tenths, 10, 1<<10, 100<<20); err == nil {
		t.Error("a last tenth that takes twice as long passes")
	}
	if err := report(io.Discard, tenths[:9], 10, 1<<10, 100<<20); err == nil {
		t.Error("nine tenths pass")
	}
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	database := filepath.Join(dir, "a.db")
	var paths []string
	for i := range 20 {
		paths = append(paths, filepath.Join(dir, strconv.Itoa(i)))
		if err := os.WriteFile(paths[i], make([]byte, 100), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said := "[1/20] a: added\nnot a step\n[2/20] b: added\n[2/20] c: added\n[20/20] d: added\n"
	tenths, err := watch(strings.NewReader(said), os.Getpid(), database, paths)
	if err != nil || len(tenths) != 2 || tenths[0].bytes != 200 || tenths[1].bytes != 2000 || tenths[1].resident == 0 {
		t.Errorf("tenths %+v, %v", tenths, err)
	}
}

// Every table of the schema can be copied, whatever kind the next migration adds.
func TestRows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Fail(t.Context(), store.Failure{Path: "one", Stage: "read"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := insertRows(&out, path); err != nil || !strings.HasPrefix(out.String(), `{"rows":1,`) {
		t.Errorf("one row: %v, %s", err, &out)
	}
}

func TestGrowthIsDrawnOn(t *testing.T) {
	var out strings.Builder
	printGrowth(&out, []string{"a"}, []float64{10, 100, 1000}, [][]float64{{7, 20, 110}})
	if want := "| a | 7.0 | 20 | 110 | 10010 |"; !strings.Contains(out.String(), want) {
		t.Errorf("no row %q in\n%s", want, &out)
	}
	if got := drawnOn([]float64{5}, []float64{1}, 100); got != 20 {
		t.Errorf("one point is drawn on to %v, expected 20", got)
	}
}

func TestShow(t *testing.T) {
	for ratio, want := range map[float64]string{0: "0", 0.1: "1/10", 1.0 / 12.34: "1/12.3", 0.65: "0.65", 2.2: "2.20", 14.2: "14"} {
		if got := show(ratio); got != want {
			t.Errorf("show(%v) = %s, expected %s", ratio, got, want)
		}
	}
}

func read(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
