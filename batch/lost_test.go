package batch_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/store"
)

// stored returns the failures that a database has.
func stored(t *testing.T, s *store.Store) (failures []string) {
	t.Helper()
	for f, err := range s.Failures(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		failures = append(failures, f.Path+" "+f.Stage+" "+f.Message)
	}
	return failures
}

// What cannot be found is a failure like any other: stored, told of, counted, and
// taken back when a run looks there again and nothing is wrong any more.
func TestLost(t *testing.T) {
	t.Chdir(write(t, map[string]string{"in/a.txt": "到2025年，专利达到600件。", "in/shut/b.txt": "到2026年，专利达到700件。"}))
	for link, to := range map[string]string{"in/dangling": "nowhere", "in/round": "round"} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	shut := os.Chmod("in/shut", 0) == nil
	t.Cleanup(func() { os.Chmod("in/shut", 0o755) })
	if _, err := os.ReadDir("in/shut"); err == nil { // as root, whom no mode keeps out
		shut = false
	}
	s := open(t, "t.db")
	defer s.Close()
	ingest := func(o batch.Options, paths ...string) *told {
		t.Helper()
		r, err := run(t, t.Context(), s, paths, o)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := ingest(batch.Options{}, "in", "missing.txt", "*.pdf")
	want := []string{
		"*.pdf find no file matches this pattern; check the path",
		"in/dangling find no such file or directory; check the path",
		"in/round find too many levels of symbolic links",
		"missing.txt find no such file or directory; check the path",
	}
	if shut {
		want = slices.Insert(want, 3, "in/shut find permission denied; make it readable (chmod u+rx) or run as its owner")
	}
	if got := stored(t, s); !slices.Equal(got, want) || len(r.Failures) != len(want) || r.Failed != len(want) {
		t.Errorf("stored %q\nwant   %q\n%+v", got, want, r.Report)
	}
	if r := ingest(batch.Options{Skip: true}, "in", "missing.txt", "*.pdf"); r.Failed != 0 || r.Skipped != len(want) {
		t.Errorf("passed over: %+v", r.Report)
	}
	if r := ingest(batch.Options{DryRun: true}, "in", "gone.txt"); r.Failed != len(want)-1 || len(stored(t, s)) != len(want) {
		t.Errorf("a dry run: %+v, %q", r.Report, stored(t, s))
	}

	put(t, "missing.txt", "到2027年，专利达到800件。")
	put(t, "a.pdf", "到2028年，专利达到900件。")
	os.Chmod("in/shut", 0o755)
	os.Remove("in/dangling")
	ingest(batch.Options{}, "missing.txt", "*.pdf")
	if got := stored(t, s); len(got) != len(want)-2 {
		t.Errorf("what was not looked at again is no failure any more: %q", got)
	}
	ingest(batch.Options{}, "in")
	if got := stored(t, s); !slices.Equal(got, want[2:3]) {
		t.Errorf("after what was wrong is right: %q", got)
	}
}

// A path that is a document's and cannot be found any more keeps its document.
func TestLostKeepsTheDocument(t *testing.T) {
	t.Chdir(write(t, map[string]string{"in/a.txt": "到2025年，专利达到600件。", "in/b.txt": "到2026年，专利达到700件。"}))
	ingest(t, "t.db", 1, "in")
	os.Remove("in/a.txt")
	if err := os.Symlink("nowhere", "in/a.txt"); err != nil {
		t.Fatal(err)
	}
	ingest(t, "t.db", 1, "in")
	os.Remove("in/a.txt")
	ingest(t, "t.db", 1, "in")
	if got := dump(t, "t.db"); strings.Count(got, "v_documents ") != 2 || strings.Contains(got, "v_failures ") {
		t.Errorf("%s", got)
	}
}

// What a pattern leaves out was not looked at.
func TestLostBehindAPattern(t *testing.T) {
	t.Chdir(write(t, map[string]string{"in/a.txt": "到2025年。", "in/old/b.txt": "到2026年。"}))
	if err := os.Symlink("nowhere", "in/old/dangling"); err != nil {
		t.Fatal(err)
	}
	s := open(t, "t.db")
	defer s.Close()
	for _, c := range []struct {
		only batch.Patterns
		want int
	}{{batch.Patterns{}, 1}, {batch.Patterns{Exclude: []string{"old"}}, 1}, {batch.Patterns{}, 0}} {
		found := batch.Find([]string{"in"}, s.Path(), c.only)
		if _, err := batch.Run(t.Context(), s, found, batch.Options{Lexicon: lexicon(t)}); err != nil {
			t.Fatal(err)
		}
		if got := stored(t, s); len(got) != c.want {
			t.Errorf("%+v: %q", c.only, got)
		}
		os.Remove(filepath.Join("in", "old", "dangling"))
		found.Close()
	}
}
