package store

import (
	"bytes"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"
)

// What is loaded and saved again gives the same rows.
func TestEntryIsWhatWasSaved(t *testing.T) {
	s, again := fresh(t), fresh(t)
	e := entry("b.txt", plan)
	e.Paths = []string{"a.txt"}
	saved(t, s, e)
	saved(t, s, entry("c.txt", "到2025年，专利1件。"))
	n := 0
	for e, err := range s.Entries(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		saved(t, again, *e)
		n++
	}
	if n != 2 {
		t.Errorf("%d documents", n)
	}
	var want, got bytes.Buffer
	if err := errors.Join(s.Dump(ctx, &want), again.Dump(ctx, &got)); err != nil {
		t.Fatal(err)
	}
	if want.String() != got.String() {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want.String())
	}
}

func TestEntryNamesDamage(t *testing.T) {
	s := fresh(t)
	id := saved(t, s, entry("a.txt", plan)).DocumentID
	for _, damage := range []string{
		"DROP TRIGGER blocks_text_update; UPDATE blocks SET text = replace(text, '600', '700')",
		"UPDATE documents SET sha256 = 'x'",
		"DELETE FROM paths",
	} {
		if _, err := s.db.Exec("SAVEPOINT before; " + damage); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Entry(ctx, id); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", damage, err)
		}
		if _, err := s.db.Exec("ROLLBACK TO before; RELEASE before"); err != nil {
			t.Fatal(err)
		}
	}
}

// What another process finds at a path while a failure there waits to be taken in is
// later than it, and stays.
func TestFailureFoundMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	s := opened(t, path)
	saved(t, s, entry("a.txt", plan)) // gives the file a log, so that a reader waits for no writer
	other, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE; INSERT INTO failures (path, stage, message, at) VALUES ('b.txt', 'read', 'is empty', '2024-03-01T00:00:00Z')"); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		changed, err := s.AdoptFailure(ctx, Failure{Path: "b.txt", Stage: "read", Message: "is damaged", At: when})
		if changed {
			err = errors.Join(err, errors.New("it was taken in"))
		}
		done <- err
	}()
	time.Sleep(300 * time.Millisecond) // it has looked, and waits to write
	if _, err := other.Exec("COMMIT"); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if message := value(t, s, "SELECT message FROM failures"); message != "is empty" {
		t.Errorf("the failure %q stands", message)
	}
}
