package batch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		include, exclude string // parted by blanks
		want             string
	}{
		{"", "", "a.md a.txt drafts/b.txt old/d.txt old/drafts/c.txt"},
		{"*.txt", "", "a.txt drafts/b.txt old/d.txt old/drafts/c.txt"},
		{"*.md *.doc", "", "a.md"},
		{"old/*.txt", "", "old/d.txt"},
		{"old/**", "", "old/d.txt old/drafts/c.txt"},
		{"**/d?.txt **/[c-d].txt", "", "old/d.txt old/drafts/c.txt"},
		{"", "drafts", "a.md a.txt old/d.txt"},
		{"", "drafts/", "a.md a.txt old/d.txt"},
		{"", "old/drafts", "a.md a.txt drafts/b.txt old/d.txt"},
		{"", "./old", "a.md a.txt drafts/b.txt"},
		{"*.txt", "old/** a.*", "drafts/b.txt"},
		{"*.{md,doc}", "", "a.md"},
	} {
		dir := tree(t, "a.txt", "a.md", "drafts/b.txt", "old/d.txt", "old/drafts/c.txt")
		only := Patterns{strings.Fields(c.include), strings.Fields(c.exclude)}
		if err := only.Check(); err != nil {
			t.Error(err)
		}
		f := FindPaths(t, "", only, dir)
		if got := below(dir, f); got != c.want {
			t.Errorf("include %q, exclude %q: %s, want %s", c.include, c.exclude, got, c.want)
		}
		// The same files named one by one: an excluded folder counts for all in it.
		all := strings.Fields(below(dir, FindPaths(t, "", Patterns{}, dir)))
		t.Chdir(dir)
		if got := below("", FindPaths(t, "", only, all...)); got != c.want {
			t.Errorf("include %q, exclude %q, named one by one: %s, want %s", c.include, c.exclude, got, c.want)
		}
	}
	for _, bad := range []Patterns{{Include: []string{"a["}}, {Exclude: []string{""}}} {
		if bad.Check() == nil {
			t.Errorf("%q passes for a pattern", bad)
		}
	}
}

// What the shell leaves as it is, as within quotes or where it knows no **, is expanded.
func TestFindGlobs(t *testing.T) {
	dir := tree(t, "b.txt", "a/c/d.md", "a/b.txt", ".git/x.txt", "a/.hidden.txt", "odd[1].txt", "suyuan.db")
	for link, to := range map[string]string{"a/loop": "..", "a/link.txt": "../b.txt"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	for pattern, want := range map[string]string{
		"**":           "a/b.txt a/c/d.md a/link.txt b.txt odd[1].txt",
		"**/*.txt":     "a/b.txt a/link.txt b.txt odd[1].txt",
		"*":            "a/b.txt a/c/d.md a/link.txt b.txt odd[1].txt",
		"a/*":          "a/b.txt a/c/d.md a/link.txt",
		"?/**/{b,d}.*": "a/b.txt a/c/d.md",
		"odd[1].txt":   "odd[1].txt", // it is there
	} {
		f := FindPaths(t, dir+"/suyuan.db", Patterns{}, dir+"/"+pattern)
		if got := below(dir, f); got != want || f.HasFailures() {
			t.Errorf("%s: %s, want %s; %v", pattern, got, want, slices.Collect(f.Failures()))
		}
	}
	f := FindPaths(t, "", Patterns{}, dir+"/*.pdf")
	if failures := slices.Collect(f.Failures()); f.Err() != ErrNowhere || len(failures) != 1 || failures[0].Message != "no file matches this pattern; check the path" {
		t.Errorf("%v, %+v", f.Err(), failures)
	}
}

// What a pattern does not match is opened to see whether it is an archive, but not a
// pipe, which would wait for somebody to write into it.
func TestPatternsDoNotWaitForAPipe(t *testing.T) {
	dir := tree(t, "a.txt")
	if err := syscall.Mkfifo(dir+"/pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan string)
	go func() { done <- below(dir, FindPaths(t, "", Patterns{Include: []string{"*.txt"}}, dir)) }()
	select {
	case got := <-done:
		if got != "a.txt" {
			t.Errorf("%s", got)
		}
	case <-time.After(20 * time.Second):
		t.Error("it waits for the pipe")
	}
}

// A link that leads to itself is a failure, and a loop of folders ends.
func TestFindLoops(t *testing.T) {
	dir := tree(t, "a/b/c.txt")
	for link, to := range map[string]string{"self": "self", "a/b/up": "../..", "a/down": "b"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	f := FindPaths(t, "", Patterns{}, dir, dir+"/a/b/up/a")
	failures, notes := slices.Collect(f.Failures()), slices.Collect(f.Notes())
	if got := below(dir, f); got != "a/b/c.txt a/b/up/a/b/c.txt" || len(failures) != 1 || len(notes) != 4 {
		t.Errorf("%s\n%+v\n%+v", got, failures, notes)
	}
}

func TestReadList(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"a.txt\nb c.txt\r\n\n规划.txt", []string{"a.txt", "b c.txt", "规划.txt"}},
		{"a\nb.txt\x00c.txt\x00", []string{"a\nb.txt", "c.txt"}},
		{"", nil},
	} {
		var got []string
		for path, err := range ReadList(strings.NewReader(c.text)) {
			if err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			got = append(got, path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q gives %q", c.text, got)
		}
	}
}
