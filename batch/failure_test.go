package batch_test

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/store"
)

func TestFailures(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	dir := write(t, map[string]string{
		"empty.txt":  "",
		"zeros.bin":  strings.Repeat("\x00", 100),
		"middle.txt": "到2025年\n达到\xb4\xef600家",
		"good.txt":   "到2025年，专利达到600件。",
	})
	r := ingest(t, db, 2, dir)
	var got []string
	for _, f := range r.Failures {
		got = append(got, filepath.Base(f.Path)+" "+f.Stage+" "+f.Message)
	}
	if want := []string{
		"empty.txt read is empty; fetch it again or leave it out",
		"middle.txt read invalid UTF-8 at byte 17 (line 2), bytes b4 ef 36 30; mend it there, or fetch the file again",
		"zeros.bin read holds nothing but zeros; it was never written to its end: fetch it again",
	}; !slices.Equal(got, want) {
		t.Errorf("failures %q\nwant     %q", got, want)
	}
	if n := strings.Count(dump(t, db), "v_failures "); n != 3 || len(r.Rows) != 1 {
		t.Errorf("%d failures and %d documents stored", n, len(r.Rows))
	}
	before := file(t, dir+"/good.txt")
	put(t, dir+"/good.txt", "\x00")
	ingest(t, db, 2, dir)
	put(t, dir+"/good.txt", before)
	if got := states(ingest(t, db, 2, dir)); got != "added 1, failed 3" {
		t.Errorf("a file that is good again: %s", got)
	}
	put(t, dir+"/empty.txt", "到2026年。")
	ingest(t, db, 2, dir)
	if n := strings.Count(dump(t, db), "v_failures "); n != 2 {
		t.Errorf("%d failures stored after one file was mended", n)
	}
}

// A document that the database refuses is a failure like any other.
func TestRefusedDocument(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "到2025年，专利达到600件。", "b.txt": "到2026年，专利达到7000件。"})
	path := filepath.Join(t.TempDir(), "t.db")
	open(t, path).Close()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TRIGGER refuse BEFORE INSERT ON documents WHEN new.bytes = 35 BEGIN SELECT RAISE(ABORT, 'refused'); END"); err != nil {
		t.Fatal(err)
	}
	r := ingest(t, path, 1, dir)
	if states(r) != "added 1, failed 1" || r.Failures[0].Stage != string(batch.StageSave) || !strings.Contains(r.Failures[0].Message, "refused") {
		t.Errorf("%+v", r)
	}
	if got := dump(t, path); strings.Count(got, "v_failures ") != 1 || strings.Count(got, "v_documents ") != 1 {
		t.Errorf("stored:\n%s", got)
	}
}

// An archive is read as the folder that it is.
func TestArchive(t *testing.T) {
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for name, text := range map[string]string{"规划/b.txt": "到2025年，专利达到600件。", "a.txt": "到2026年，专利达到700件。", "bad.bin": "\x00", ".hidden": "x"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, text)
	}
	z.Close()
	dir := write(t, map[string]string{"in/c.txt": "到2027年，专利达到800件。", "in/b.zip": data.String(), "in/cut.zip": data.String()[:200] + "\x00"})
	db := filepath.Join(t.TempDir(), "t.db")
	r := ingest(t, db, 2, dir)
	var got []string
	for _, row := range r.Rows {
		got = append(got, strings.TrimPrefix(row.Path, dir+"/in/"))
	}
	for _, f := range r.Failures {
		got = append(got, strings.TrimPrefix(f.Path, dir+"/in/")+" "+f.Message)
	}
	if want := []string{"b.zip/a.txt", "b.zip/规划/b.txt", "c.txt",
		"b.zip/bad.bin holds nothing but zeros; it was never written to its end: fetch it again",
		"cut.zip is of a format that is not read, a zip, or one that is damaged; unpack it, or fetch it again"}; !slices.Equal(got, want) || r.Done != 3 || r.Interrupted {
		t.Errorf("got  %q\nwant %q\n%d of %d files done", got, want, r.Done, r.Files)
	}
	if got := states(ingest(t, db, 2, dir)); got != "failed 2, unchanged 3" {
		t.Errorf("again: %s", got)
	}
}

// zipOf returns a zip of files: name, content, name, content …
func zipOf(t *testing.T, parts ...string) string {
	t.Helper()
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, parts[i+1])
	}
	z.Close()
	return data.String()
}

// An archive in an archive, and an empty one, are failures that say so.
func TestArchiveInAnArchive(t *testing.T) {
	dir := write(t, map[string]string{"empty.zip": zipOf(t), "outer.zip": zipOf(t, "inner.zip", zipOf(t, "a.txt", "到2025年。"), "b.txt", "到2026年，专利达到700件。")})
	r := ingest(t, filepath.Join(t.TempDir(), "t.db"), 1, dir)
	var got []string
	for _, f := range r.Failures {
		got = append(got, strings.TrimPrefix(f.Path, dir+"/")+" "+f.Message)
	}
	if want := []string{"empty.zip is empty; fetch it again or leave it out",
		"outer.zip/inner.zip is of a format that is not read, an archive in an archive; unpack the outer one, and ingest the folder"}; !slices.Equal(got, want) || r.Added != 1 {
		t.Errorf("got  %q\nwant %q\n%+v", got, want, r.Report)
	}
}

func TestTooLarge(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "到2025年，专利达到600件。", "b.txt": strings.Repeat("到2025年。", 100)})
	s := open(t, filepath.Join(t.TempDir(), "t.db"))
	defer s.Close()
	r, err := run(t, t.Context(), s, []string{dir}, batch.Options{Limit: 100})
	if err != nil || states(r) != "added 1, failed 1" || !strings.Contains(r.Failures[0].Message, "is too large; the limit is 100 bytes") {
		t.Errorf("%v, %v", r, err)
	}
}

// number returns the number that a query gives.
func number(t *testing.T, s *store.Store, query string) (n int) {
	t.Helper()
	rows, err := s.Query(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

func TestFullDisk(t *testing.T) {
	half := filepath.Join(t.TempDir(), "t.db")
	ingest(t, half, 2, seeds+"/000_19c786fe24189706.txt", seeds+"/001_e5ee640610a49a2c.txt")
	s := open(t, half)
	pages := number(t, s, "PRAGMA page_count")
	s.Close()

	db := filepath.Join(t.TempDir(), "t.db")
	s = open(t, db)
	number(t, s, fmt.Sprintf("PRAGMA max_page_count = %d", pages+8))
	report, err := run(t, t.Context(), s, []string{seeds}, batch.Options{Jobs: 2})
	if !errors.Is(err, store.ErrFull) || !strings.Contains(err.Error(), db) || !strings.Contains(err.Error(), "free some space") {
		t.Errorf("the error of a full disk: %v", err)
	}
	stored := len(report.Rows)
	if stored == 0 || stored == 5 {
		t.Fatalf("%d documents fit: the test needs some that do and some that do not", stored)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if n := strings.Count(dump(t, db), "v_documents "); n != stored {
		t.Errorf("%d documents stored, %d reported", n, stored)
	}
	if got := states(ingest(t, db, 2, seeds)); got != fmt.Sprintf("added %d, unchanged %d", 5-stored, stored) {
		t.Errorf("with space again: %s", got)
	}
}
