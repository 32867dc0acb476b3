package store

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"
)

// Evidence that lies in no block is damage to whoever reads it, never a quote of
// something else.
func TestEvidenceOutsideIsDamage(t *testing.T) {
	for _, piece := range []string{
		`["value",0,-5,3]`, `["value",0,37,-3]`, `["value",0,37,0]`, `["value",999,0,3]`, `["value",-70,0,3]`,
		`["value",0,37,9999]`, `["value",0,37,9223372036854775807]`, `["value",0,9223372036854775807,3]`,
	} {
		path := filepath.Join(t.TempDir(), "suyuan.db")
		s := opened(t, path)
		id := saved(t, s, entry("a.txt", plan)).DocumentID
		run(t, path, `UPDATE records SET evidence = '[`+piece+`]' WHERE id = (SELECT min(record_id) FROM v_figures)`)
		if _, err := s.Entry(ctx, id); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: the document is read with %v", piece, err)
		}
		if _, err := s.EvidenceOf(ctx, id); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: the view is read with %v", piece, err)
		}
	}
}

// A fault while rows are written ends the transaction; it does not wait for ever.
func TestPanicWhileRowsAreWritten(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "suyuan.db"))
	ended := make(chan any, 1)
	go func() {
		defer func() { ended <- recover() }()
		_ = s.writeRows(ctx, "write in", func(tx *transaction) error {
			return tx.raw(func(*sqlite3.SQLiteConn) error { panic("fault") })
		})
	}()
	select {
	case fault := <-ended:
		if fault != "fault" {
			t.Errorf("it ended with %v", fault)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it waits")
	}
	saved(t, s, entry("a.txt", plan))
}
