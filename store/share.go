package store

import "context"

// Share lets others work on the database while this Store is open: a reader does
// not keep a writer waiting, nor a writer a reader. Close undoes it.
func (s *Store) Share(ctx context.Context) error {
	if s.readOnly {
		return nil
	}
	return s.explain("share", s.logAhead(ctx))
}
