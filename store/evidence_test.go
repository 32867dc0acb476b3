package store

import (
	"errors"
	"path/filepath"
	"strings"
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

// Evidence that cannot be read shows as rows without a place, and hides none of
// another record; who reads it is told.
func TestUnreadableEvidenceHidesNoOther(t *testing.T) {
	for _, column := range []string{`[["value",0,37,3]`, `["value"]`, `{"value": 0}`, `[["value"], "x{"]`, ``} {
		path := filepath.Join(t.TempDir(), "suyuan.db")
		s := opened(t, path)
		id := saved(t, s, entry("a.txt", plan)).DocumentID
		all := value(t, s, "SELECT count(quote) FROM v_evidence WHERE record_id <> (SELECT min(record_id) FROM v_figures)")
		run(t, path, `UPDATE records SET evidence = '`+column+`' WHERE id = (SELECT min(record_id) FROM v_figures)`)
		if left := value(t, s, "SELECT count(quote) FROM v_evidence"); left != all {
			t.Errorf("%s: the others show %v of %v rows", column, left, all)
		}
		if own := value(t, s, "SELECT count(*) FROM v_evidence WHERE quote IS NULL"); own.(int64) == 0 {
			t.Errorf("%s: the view has nothing of it", column)
		}
		if _, err := s.EvidenceOf(ctx, id); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: the view is read with %v", column, err)
		}
	}
}

// A piece is counted from its record: where in its block that stands is no matter.
func TestEvidenceIsCountedFromItsRecord(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", "全市，企业达到600家，"+strings.Repeat("研", 1<<20)+"，企业达到700家"))
	least := func(quote string) time.Duration { // of some: the processor may be busy
		id := value(t, s, "SELECT record_id FROM v_figures WHERE quote = ?", quote).(int64)
		took := time.Hour
		for range 10 {
			begun := time.Now()
			if all, err := s.Evidence(ctx, id); err != nil || len(all) != 3 {
				t.Fatal(all, err)
			}
			took = min(took, time.Since(begun))
		}
		return took
	}
	if first, last := least("600"), least("700"); last > 10*first {
		t.Errorf("at the beginning of a block it takes %s, at the end %s", first, last)
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
