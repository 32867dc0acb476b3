package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/store"
)

const moving = "到2025年，专利达到600件。"

// A file that was renamed or moved is known by its content: the old path is gone
// and the document with its records is the same one.
func TestMoved(t *testing.T) {
	for _, c := range []struct {
		name, from, to, ingest string
		want                   string // state, and the paths then
	}{
		{"renamed in a folder", "in/a.txt", "in/b.txt", "in", "moved 1 in/b.txt"},
		{"into a folder", "in/a.txt", "in/sub/a.txt", "in", "moved 1 in/sub/a.txt"},
		{"with its folder", "in/old/a.txt", "in/new/a.txt", "in", "moved 1 in/new/a.txt"},
		{"named by itself", "in/a.txt", "in/b.txt", "in/b.txt", "moved 1 in/b.txt"},
		{"to another folder", "in/a.txt", "out/a.txt", "out", "moved 1 out/a.txt"},
		{"from a folder that is gone and was not asked for", "old/a.txt", "new/a.txt", "new", "added 1 new/a.txt old/a.txt"},
		{"the same, with what holds both", "old/a.txt", "new/a.txt", ".", "moved 1 new/a.txt"},
		{"nowhere", "in/a.txt", "in/a.txt", "in", "unchanged 1 in/a.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			put(t, c.from, moving)
			path := filepath.Join(t.TempDir(), "t.db")
			ingest(t, path, 1, filepath.Dir(c.from))
			before := documentID(t, path)
			if err := os.MkdirAll(filepath.Dir(c.to), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(c.from, c.to); err != nil {
				t.Fatal(err)
			}
			if old := filepath.Dir(c.from); strings.Contains(c.name, "gone") || strings.Contains(c.name, "its folder") || strings.Contains(c.name, "holds both") {
				if err := os.Remove(old); err != nil {
					t.Fatal(err)
				}
			}
			r := ingest(t, path, 1, c.ingest)
			if got := states(r) + " " + paths(t, path); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if r.Moved == 1 && r.Rows[0].From != c.from {
				t.Errorf("moved from %q", r.Rows[0].From)
			}
			if documentID(t, path) != before {
				t.Error("it is another document now")
			}
		})
	}
}

// A copy whose original is still there has not moved; nor has a file that was
// stored with other rules when a copy of it comes.
func TestCopyHasNotMoved(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": moving})
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, dir)
	put(t, dir+"/b.txt", moving)
	if got := states(ingest(t, db, 1, dir)); got != "added 1, unchanged 1" {
		t.Error(got)
	}
}

// Stored with other rules and moved since: read anew, under the new path alone.
func TestMovedWithOtherRules(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "a.txt", moving)
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, ".")
	execute(t, db, "UPDATE documents SET ruleset = 'older'")
	if err := os.Rename("a.txt", "b.txt"); err != nil {
		t.Fatal(err)
	}
	if got := states(ingest(t, db, 1, ".")) + " " + paths(t, db); got != "moved 1 b.txt" {
		t.Error(got)
	}
	if got := states(ingest(t, db, 1, ".")); got != "unchanged 1" {
		t.Error(got)
	}
}

func TestForget(t *testing.T) {
	t.Chdir(t.TempDir())
	for path, text := range map[string]string{"2023/a.txt": moving, "2024/copy.txt": moving, "2024/b.txt": moving + "又及", "2024/bad.txt": "", "2025/c.txt": moving + "第三"} {
		put(t, path, text)
	}
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, ".")
	execute(t, db, "INSERT INTO reviews (record_key, verdict, judged, reviewer, at) SELECT record_key, 'right', '{}', '王', '2024-02-02' FROM v_figures")
	reviews := count(t, db, "SELECT count(*) FROM reviews")
	for _, c := range []struct{ asked, told, left string }{
		{"2023/a.txt", "2023/a.txt false", "2024/b.txt 2024/copy.txt 2025/c.txt"},
		{"2022", "missed", "2024/b.txt 2024/copy.txt 2025/c.txt"},
		{"2024/c*", "2024/copy.txt true", "2024/b.txt 2025/c.txt"},
		{"./2024/", "2024/b.txt true, 2024/bad.txt false", "2025/c.txt"},
		{"202[5-9]", "2025/c.txt true", ""},
	} {
		s := open(t, db)
		found, missed, err := batch.Match(t.Context(), s, []string{c.asked})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		if len(missed) > 0 {
			all = append(all, "missed")
		}
		if err := batch.Forget(t.Context(), s, found, func(f batch.Forgotten) { all = append(all, fmt.Sprint(f.Path, " ", f.Document)) }); err != nil {
			t.Error(err)
		}
		s.Close()
		if got := strings.Join(all, ", "); got != c.told {
			t.Errorf("%s: %s, want %s", c.asked, got, c.told)
		}
		if got := paths(t, db); got != c.left {
			t.Errorf("%s: %s are left, want %s", c.asked, got, c.left)
		}
	}
	for query, want := range map[string]int{
		"SELECT count(*) FROM reviews": reviews, "SELECT count(*) FROM documents": 0, "SELECT count(*) FROM records": 0,
		"SELECT count(*) FROM blocks": 0, "SELECT count(*) FROM failures": 0,
	} {
		if n := count(t, db, query); n != want {
			t.Errorf("%s: %d, want %d", query, n, want)
		}
	}
}

// A name that is not UTF-8 is stored as far as it can be written: nothing is gone
// that a file of such a name is, and what is gone is.
func TestMissingWhereANameIsNotUTF8(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "in/\xb9\xe6/sub/\xff.txt", moving)
	put(t, "in/\ufffd\ufffd/a.txt", moving)
	put(t, "in/\xfe.txt", moving)
	for path, want := range map[string]bool{
		"in/\ufffd/sub/\ufffd.txt": false, "in/\ufffd.txt": false, "in/\ufffd\ufffd/a.txt": false, "in/\ufffd/sub": false,
		"in/\ufffd/sub/\ufffd.html": true, "in/\ufffd/other/\ufffd.txt": true, "in/\ufffd/sub/a.txt": true, "in/\ufffd\ufffd/b.txt": true,
		"in/x\ufffd.txt": true, "out/\ufffd/a.txt": true, "in/\ufffd.txt/a\ufffd.txt": false, // a file is no folder that could be looked into
		"\ufffd.txt": true, "in/a.txt": true,
	} {
		gone, unsure := batch.Missing([]string{path}, nil)
		if got := len(gone)+len(unsure) == 1; got != want {
			t.Errorf("%q is gone: %t", path, got)
		}
	}
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, "in")
	s := open(t, db)
	defer s.Close()
	found, missed, err := batch.Match(t.Context(), s, []string{"in/\xb9\xe6", "in/\xfe.txt"})
	if want := "in/\ufffd.txt in/\ufffd/sub/\ufffd.txt"; err != nil || len(missed) > 0 || strings.Join(found, " ") != want {
		t.Errorf("by the names as they are, %q are found and %q missed, %v", found, missed, err)
	}
}

func documentID(t *testing.T, db string) int {
	return count(t, db, "SELECT max(document_id) FROM v_documents")
}

func count(t *testing.T, db, query string) int {
	t.Helper()
	s := open(t, db)
	defer s.Close()
	return number(t, s, query)
}

func paths(t *testing.T, db string) string {
	t.Helper()
	s := open(t, db)
	defer s.Close()
	return strings.Join(column(t, s, "SELECT path FROM v_paths ORDER BY path"), " ")
}

func column(t *testing.T, s *store.Store, query string) (all []string) {
	t.Helper()
	rows, err := s.Query(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	return all
}
