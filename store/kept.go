package store

import (
	"context"
	"database/sql"
)

// keptIDs are the ids of a document's records by their keys: what is extracted
// anew under the same key is the same record to whoever has noted its id. Several
// records may have one key.
type keptIDs map[string][]int64

func keepIDs(ctx context.Context, tx *sql.Tx, document int64) (keptIDs, error) {
	type one struct {
		key string
		id  int64
	}
	all, err := ask(ctx, tx, "SELECT key, id FROM records WHERE document_id = ? ORDER BY id", func(r *sql.Rows, o *one) error { return r.Scan(&o.key, &o.id) }, document)
	kept := make(keptIDs, len(all))
	for _, o := range all {
		kept[o.key] = append(kept[o.key], o.id)
	}
	return kept, err
}

// last returns the greatest of the ids.
func (k keptIDs) last() (last int64) {
	for _, ids := range k {
		last = max(last, ids[len(ids)-1])
	}
	return last
}

// take gives out the first id that is kept for a key, once.
func (k keptIDs) take(key string) (id int64, ok bool) {
	ids := k[key]
	if len(ids) == 0 {
		return 0, false
	}
	k[key] = ids[1:]
	return ids[0], true
}
