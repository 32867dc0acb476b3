package batch_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/store"
)

const seeds = "../seeds"

// told is what a run did, with all that it told of on its way.
type told struct {
	*batch.Report
	Rows     []batch.Row
	Failures []batch.Failure
	Notes    []batch.Note
}

// ingest runs the paths into the database and returns what it told.
func ingest(t *testing.T, db string, jobs int, paths ...string) *told {
	t.Helper()
	s := open(t, db)
	defer s.Close()
	r, err := run(t, t.Context(), s, paths, batch.Options{Jobs: jobs})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func run(t *testing.T, ctx context.Context, s *store.Store, paths []string, o batch.Options) (*told, error) {
	t.Helper()
	db := ""
	if s != nil {
		db = s.Path()
	}
	found := batch.FindPaths(t, db, batch.Patterns{}, paths...)
	r := &told{Notes: slices.Collect(found.Notes())}
	o.Lexicon = lexicon(t)
	also := o.Progress
	o.Progress = func(s batch.Step) {
		switch {
		case s.Row != nil:
			r.Rows = append(r.Rows, *s.Row)
		case s.Failure != nil:
			r.Failures = append(r.Failures, *s.Failure)
		case s.Note != nil:
			r.Notes = append(r.Notes, *s.Note)
		}
		if also != nil {
			also(s)
		}
	}
	var err error
	r.Report, err = batch.Run(ctx, s, found, o)
	return r, err
}

func open(t *testing.T, db string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var loaded = sync.OnceValues(func() (*extract.Lexicon, error) { return extract.LoadLexicon(nil) })

func lexicon(t *testing.T) *extract.Lexicon {
	t.Helper()
	l, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// dump returns every row of the database, ids and times aside.
func dump(t *testing.T, db string) string {
	t.Helper()
	s := open(t, db)
	defer s.Close()
	var b strings.Builder
	if err := s.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// file returns the bytes of a file.
func file(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// write makes a file of each name and text below a new folder, and returns it.
func write(t *testing.T, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		put(t, filepath.Join(dir, name), text)
	}
	return dir
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// states counts what became of the files.
func states(r *told) string {
	n := map[string]int{}
	for _, row := range r.Rows {
		n[string(row.State)]++
	}
	if len(r.Failures) > 0 {
		n["failed"] = len(r.Failures)
	}
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(n)) {
		parts = append(parts, fmt.Sprintf("%s %d", k, n[k]))
	}
	return strings.Join(parts, ", ")
}

// The seeds are the texts that the gold was annotated on.
func TestSeedsAreUnchanged(t *testing.T) {
	want := map[string]string{
		"000_19c786fe24189706.txt": "31036f80b67bc86b6a2ab2e2772751046f1774679a6906c9c6bed0fb9ef728b4",
		"001_e5ee640610a49a2c.txt": "d810faf4b8cfb17ea6cbe7ed0c04bda0f444cf2b8d5ab88a8227e5383ece1e9d",
		"002_eb25fe5d9d6a88ea.txt": "a2758b8d9c48792a7f9e61570c672f0adc8bb5ad72045f232349a1663817648d",
		"003_28519035c368f70c.txt": "907d0812a18736375279d604c5ef69fb4df323536e8ffcc73eeda0b69c846e74",
		"004_2bdc0bcdbbb894b5.txt": "9d374c97fa6137ce65fa53ad8d61b5ae79d98714c2612bc244b52784458b18c1",
	}
	entries, err := os.ReadDir(seeds)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(seeds, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != want[e.Name()] {
			t.Errorf("%s has SHA-256 %s, want %q", e.Name(), got, want[e.Name()])
		}
		delete(want, e.Name())
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

func TestSameRowsForAnyWorkersAndAnyOrder(t *testing.T) {
	dir := write(t, map[string]string{"b/copy.txt": "到2025年，高新技术企业达到600家。", "a/copy.txt": "到2025年，高新技术企业达到600家。", "bad.txt": "\x00"})
	paths := []string{seeds, dir}
	entries, err := filepath.Glob(seeds + "/*")
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(entries)
	want := ""
	for i, c := range []struct {
		jobs  int
		paths []string
	}{
		{1, paths},
		{2, paths},
		{16, paths},
		{3, append(entries, dir+"/bad.txt", dir+"/b", dir+"/a")},
	} {
		db := filepath.Join(t.TempDir(), "t.db")
		ingest(t, db, c.jobs, c.paths...)
		got := dump(t, db)
		if i == 0 {
			want = got
		}
		if got != want {
			t.Errorf("%d workers on %q gave other rows than one worker", c.jobs, c.paths)
		}
	}
	if !strings.Contains(want, "v_failures") || strings.Count(want, "v_paths") != 7 || strings.Count(want, "v_documents") != 6 {
		t.Errorf("the rows are not those of six documents under seven paths and a failure:\n%.2000s", want)
	}
}

func TestSecondIngestChangesNothing(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	if got := states(ingest(t, db, 2, seeds)); got != "added 5" {
		t.Errorf("first: %s", got)
	}
	before, bytes := dump(t, db), file(t, db)
	second := ingest(t, db, 2, seeds)
	if got := states(second); got != "unchanged 5" {
		t.Errorf("second: %s", got)
	}
	if dump(t, db) != before {
		t.Error("the second ingest changed rows")
	}
	if file(t, db) != bytes {
		t.Error("the second ingest changed the file")
	}
	if second.Rows[0].Dates == 0 {
		t.Error("an unchanged document's row has no counts")
	}
}

// A file that moves while its old path gets other content, and two files that
// change places: the document whose last path goes is needed again in the same run.
func TestFilesChangePlaces(t *testing.T) {
	const first, second, third = "到2025年，专利达到600件。", "到2026年，专利达到700件。", "到2027年，专利达到800件。"
	for _, c := range []struct {
		name          string
		before, after map[string]string
	}{
		{"moved", map[string]string{"a.txt": first}, map[string]string{"a.txt": second, "b.txt": first}},
		{"swapped", map[string]string{"a.txt": first, "b.txt": second}, map[string]string{"a.txt": second, "b.txt": first}},
		{"moved behind a new one", map[string]string{"a.txt": first, "b.txt": second}, map[string]string{"a.txt": first, "b.txt": first, "c.txt": third, "d.txt": second}},
		{"broken", map[string]string{"a.txt": first}, map[string]string{"a.txt": "\x00", "b.txt": first}},
	} {
		db, dir := filepath.Join(t.TempDir(), "t.db"), write(t, c.before)
		ingest(t, db, 1, dir)
		for name, text := range c.after {
			put(t, filepath.Join(dir, name), text)
		}
		report := ingest(t, db, 1, dir)
		fresh := filepath.Join(t.TempDir(), "t.db")
		if want := ingest(t, fresh, 1, dir); len(report.Failures) != len(want.Failures) {
			t.Errorf("%s: %+v", c.name, report.Failures)
		}
		if got, want := dump(t, db), dump(t, fresh); got != want {
			t.Errorf("%s: other rows than a fresh database:\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

func TestChangedFile(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	dir := write(t, map[string]string{"a.txt": "到2025年，专利达到600件。", "b.txt": "到2026年，专利达到700件。"})
	ingest(t, db, 1, dir)
	put(t, dir+"/a.txt", "到2027年，专利达到800件。")
	if got := states(ingest(t, db, 1, dir)); got != "changed 1, unchanged 1" {
		t.Errorf("after a change: %s", got)
	}
	fresh := filepath.Join(t.TempDir(), "t.db")
	ingest(t, fresh, 1, dir)
	if dump(t, db) != dump(t, fresh) {
		t.Error("the old content lingers: a fresh database has other rows")
	}
}

// One content is one document, however many paths it has and in which run they come.
func TestCopies(t *testing.T) {
	const text = "到2025年，专利达到600件。"
	db := filepath.Join(t.TempDir(), "t.db")
	dir := write(t, map[string]string{"b.txt": text})
	ingest(t, db, 1, dir)
	put(t, dir+"/a.txt", text)
	put(t, dir+"/c.md", text)
	if got := states(ingest(t, db, 1, dir)); got != "added 2, unchanged 1" {
		t.Errorf("two copies: %s", got)
	}
	fresh := filepath.Join(t.TempDir(), "t.db")
	ingest(t, fresh, 1, dir)
	got := dump(t, db)
	if got != dump(t, fresh) {
		t.Error("copies that come later give other rows than copies that come at once")
	}
	if n := strings.Count(got, "v_documents "); n != 1 {
		t.Errorf("%d documents", n)
	}
	if err := os.Remove(dir + "/a.txt"); err != nil {
		t.Fatal(err)
	}
	put(t, dir+"/b.txt", "到2026年，专利达到700件。")
	if got := states(ingest(t, db, 1, dir)); got != "changed 1, unchanged 1" {
		t.Errorf("a copy that goes its own way: %s", got)
	}
}

// A run that is interrupted leaves whole documents, and the next one brings the
// rest: the rows are those of an undisturbed run.
func TestInterrupted(t *testing.T) {
	db, fresh := filepath.Join(t.TempDir(), "t.db"), filepath.Join(t.TempDir(), "t.db")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := open(t, db)
	report, err := run(t, ctx, s, []string{seeds}, batch.Options{Jobs: 2, Progress: func(step batch.Step) {
		if step.Done == 2 {
			cancel()
		}
	}})
	if err != nil || !report.Interrupted || report.Done != 2 {
		t.Errorf("%+v, %v", report, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if got := states(ingest(t, db, 2, seeds)); got != "added 3, unchanged 2" {
		t.Errorf("the run after: %s", got)
	}
	ingest(t, fresh, 2, seeds)
	if dump(t, db) != dump(t, fresh) {
		t.Error("an interrupted run and the one after it give other rows than one undisturbed run")
	}
}
