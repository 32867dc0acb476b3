package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/hex"
	"strings"
)

// AdoptFailure takes in a failure of another database, unless what is known of its
// path is later, and reports whether that changed anything.
func (s *Store) AdoptFailure(ctx context.Context, f Failure) (changed bool, err error) {
	p, err := standingOf(ctx, s.db, f.Path)
	if err != nil || !p.failsLater(f) {
		return false, s.explain("search", err)
	}
	err = s.write(ctx, "take the failure of "+f.Path+" into", func(tx *sql.Tx) error {
		p, err := standingOf(ctx, tx, f.Path) // another process may have written meanwhile
		if changed = err == nil && p.failsLater(f); changed {
			err = fail(ctx, tx, f)
		}
		return err
	})
	return changed, err
}

// failsLater reports whether a failure of the path is the last that is known of it.
func (p standing) failsLater(f Failure) bool {
	sum := ""
	if f.Sum != [32]byte{} {
		sum = hex.EncodeToString(f.Sum[:])
	}
	at := stamp(f.At)
	other := p.sum != "" && sum != "" && p.sum != sum
	later := cmp.Or(strings.Compare(at, p.failedAt), strings.Compare(sum, p.failedSum))
	return later > 0 && (p.sum == "" || at > p.at || at == p.at && !other)
}
