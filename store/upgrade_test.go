package store

import (
	"compress/gzip"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// frozen are databases as programs of earlier schemas left them, with documents
// in four formats, a copy, a failure and reviews. Schemas 1 and 2 were never out on
// their own. A new migration wants the database of the schema before it put to them:
// ingest, judge, gzip -9n.
func frozen(t *testing.T) (files []string) {
	t.Helper()
	files, err := filepath.Glob("testdata/schema_*.db.gz")
	if err != nil || len(files) < 4 {
		t.Fatalf("%v, %v", files, err)
	}
	return files
}

// thaw unpacks a frozen database into a folder of its own.
func thaw(t *testing.T, file string) (path string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// A database of any earlier schema opens with all that its views showed, proves
// sound, and takes new documents.
func TestUpgrade(t *testing.T) {
	for _, file := range frozen(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			path := thaw(t, file)
			if r, err := OpenReadOnly(ctx, path); err == nil {
				r.Close() // its schema is this program's
			} else if !errors.Is(err, ErrOlder) {
				t.Errorf("to read alone: %v", err)
			}
			before := shown(t, path, nil)
			if len(before["v_figures"].rows) < 8 || len(before["v_documents"].rows) != 3 || len(before["v_failures"].rows) != 1 || len(before["v_reviews"].rows) < 2 || len(before["v_paths"].rows) != 4 {
				t.Fatalf("the frozen database has too little: %d figures, %d documents", len(before["v_figures"].rows), len(before["v_documents"].rows))
			}
			s := opened(t, path)
			if _, err := s.Verify(ctx, func(f Fault) {
				if !f.Note {
					t.Error(f)
				}
			}); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			after := shown(t, path, before)
			for view, was := range before {
				if now := after[view]; now.columns != was.columns || !slices.Equal(now.rows, was.rows) {
					t.Errorf("%s shows\n%s\nand showed\n%s", view, strings.Join(now.rows, "\n"), strings.Join(was.rows, "\n"))
				}
			}
			s = opened(t, path)
			saved(t, s, entry("new.txt", plan))
			if _, err := s.Verify(ctx, func(f Fault) {
				if !f.Note && f.Path == "new.txt" && f.Check == "database" {
					t.Error(f)
				}
			}); err != nil {
				t.Error(err)
			}
		})
	}
}

// What a migration empties is given back, and no row with it.
func TestUpgradeShrinks(t *testing.T) {
	path := thaw(t, "testdata/schema_007.db.gz")
	run(t, path, `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
		INSERT INTO evidence SELECT record_id, number + 1000 * i, role, block_id, byte_start, char_start, line, quote FROM evidence, n`)
	before := shown(t, path, nil)
	was, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	if empty := value(t, s, "SELECT freelist_count FROM pragma_freelist_count").(int64); empty > 0 {
		t.Errorf("%d pages are empty", empty)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if is, err := os.Stat(path); err != nil || is.Size() >= was.Size() {
		t.Errorf("%d bytes have become %d, %v", was.Size(), is.Size(), err)
	}
	after := shown(t, path, before)
	for view, was := range before {
		if !slices.Equal(after[view].rows, was.rows) {
			t.Errorf("%s shows %d rows and showed %d", view, len(after[view].rows), len(was.rows))
		}
	}
}

// shown returns the rows of every view, those of before in the columns that they
// had then.
func shown(t *testing.T, path string, before map[string]viewed) map[string]viewed {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := &Store{db: db, path: path}
	views := map[string]viewed{}
	for _, view := range names(t, s, "SELECT name FROM sqlite_schema WHERE type = 'view'") {
		columns := before[view].columns
		if columns == "" {
			columns = strings.Join(names(t, s, "SELECT name FROM pragma_table_info(?)", view), ", ")
		}
		var rows []string
		if err := s.lines(ctx, "SELECT "+columns+" FROM "+view, func(line string) { rows = append(rows, line) }); err != nil {
			t.Fatalf("%s: %v", view, err)
		}
		slices.Sort(rows)
		views[view] = viewed{columns, rows}
	}
	return views
}

// viewed is what a view shows.
type viewed struct {
	columns string
	rows    []string
}

// A database of a newer program is refused as it is, to the byte, even where that
// program was killed and its log lies beside it.
func TestNewerIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "suyuan.db")
	s := opened(t, path)
	saved(t, s, entry("a.txt", plan))
	if _, err := s.db.Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.db")
	var before []string
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		before = append(before, string(data))
		if err := os.WriteFile(newer+end, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, open := range map[string]func() (*Store, error){
		"Open":         func() (*Store, error) { return Open(ctx, newer) },
		"OpenExisting": func() (*Store, error) { return OpenExisting(ctx, newer) },
		"OpenReadOnly": func() (*Store, error) { return OpenReadOnly(ctx, newer) },
	} {
		if _, err := open(); !errors.Is(err, ErrNewer) {
			t.Errorf("%s: %v", name, err)
		}
		for i, end := range []string{"", "-wal"} {
			if data, err := os.ReadFile(newer + end); err != nil || string(data) != before[i] {
				t.Errorf("%s changed %s: %v", name, newer+end, err)
			}
		}
	}
}

// Reviews of the first schemas, which named a record by its key alone, are carried to
// other databases and taken back like any other; so are those that an upgrade without
// this has left as they were, and those whose record is gone.
func TestUpgradePlacesReviews(t *testing.T) {
	for _, file := range []string{"testdata/schema_003.db.gz", "testdata/schema_004.db.gz"} {
		path := thaw(t, file)
		run(t, path, "INSERT INTO reviews (record_key, verdict, judged, reviewer, at) VALUES ('of nothing', 'wrong', '{}', '赵', '2024-02-04T08:00:00Z')")
		s := opened(t, path)
		if _, err := s.db.Exec("UPDATE reviews SET key = NULL, type = NULL, text_sha256 = NULL, byte_start = NULL, quote = NULL, statement = NULL, gone = 0; PRAGMA user_version = 9"); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = opened(t, path)
		all, err := s.Reviews(ctx)
		if err != nil || len(all) != 3 {
			t.Fatalf("%d reviews, %v", len(all), err)
		}
		for i, v := range all {
			if gone := i == 2; v.Check() != nil || v.Gone != gone || (v.Quote == "") != gone {
				t.Errorf("%+v: %v", v, v.Check())
			}
		}
		to := fresh(t)
		if done, err := to.Import(ctx, all); err != nil || done.Added != 3 || len(done.Gone) != 3 {
			t.Errorf("imported %+v, %v", done, err)
		}
		if done, err := to.Import(ctx, all); err != nil || done.Known != 3 {
			t.Errorf("imported once more %+v, %v", done, err)
		}
		if _, err := s.Undo(ctx, all[0].RecordKey, "王"); err != nil {
			t.Error(err)
		}
		if n := value(t, s, "SELECT count(*) FROM v_reviews WHERE record_key = ?", all[0].RecordKey); n != int64(0) {
			t.Errorf("%v verdicts stand on a record whose only one was taken back", n)
		}
		for _, s := range []*Store{s, to} {
			if _, err := s.Verify(ctx, func(f Fault) {
				if !f.Note {
					t.Error(f)
				}
			}); err != nil {
				t.Error(err)
			}
		}
	}
}
