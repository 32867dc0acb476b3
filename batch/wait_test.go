package batch_test

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"suyuan/batch"
)

// A run waits for another process that holds the database, longer than the store
// does for one transaction.
func TestRunWaits(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a.txt": moving, "b.txt": moving + "又及"})
	path := filepath.Join(t.TempDir(), "t.db")
	s := open(t, path)
	defer s.Close()
	other, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(11*time.Second, func() { other.Exec("ROLLBACK") })
	r, err := run(t, t.Context(), s, []string{dir}, batch.Options{Patience: time.Minute})
	if err != nil || states(r) != "added 2" {
		t.Errorf("%v: %v", err, r)
	}
}
