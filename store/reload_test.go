package store

import (
	"bytes"
	"errors"
	"testing"
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
