package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"suyuan/extract"
	"suyuan/source"
)

// Imported says what an import of reviews did.
type Imported struct {
	Added int      // reviews that were not there
	Known int      // reviews that were
	Gone  []Review // verdicts among those given that stand, yet what they judged is not in this database
}

// Import stores reviews of another database. Which of them stand, the reviews
// themselves decide: the order of imports does not matter, and a second import of
// the same changes nothing. A review whose record is not here is kept and told,
// never moved to a look-alike. A figure whose quote does not stand in the text is
// refused with all that came with it.
func (s *Store) Import(ctx context.Context, reviews []Review) (Imported, error) {
	var done Imported
	for _, v := range reviews {
		if err := v.Check(); err != nil {
			return done, err
		}
	}
	err := s.write(ctx, "import reviews into", func(tx *sql.Tx) error {
		texts := map[string]bool{}
		for _, v := range reviews {
			added, err := s.put(ctx, tx, &v)
			if err != nil {
				return fmt.Errorf("the review %s of %s: %w", v.Key, v.At, err)
			}
			if !added {
				done.Known++
				continue
			}
			done.Added++
			texts[v.TextSHA256] = true
		}
		for text := range texts {
			if err := settle(ctx, tx, text); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Imported{}, err
	}
	gone, err := s.Gone(ctx)
	given := map[string]bool{}
	for _, v := range reviews {
		given[v.Key] = true
	}
	for _, v := range gone {
		if given[v.Key] {
			done.Gone = append(done.Gone, v)
		}
	}
	return done, err
}

// Check proves that a review from elsewhere is whole: its Key is the hash of what
// it says, and that can be.
func (v *Review) Check() error {
	_, err := time.Parse(microseconds, v.At)
	if err != nil {
		_, err = time.Parse(seconds, v.At)
	}
	switch {
	case v.Key != v.hash():
		return fmt.Errorf("the review %s was altered: its key is not that of what it says", v.Key)
	case err != nil:
		return fmt.Errorf("the review %s is of the time %q: it is UTC to the second or the microsecond, %s", v.Key, v.At, microseconds)
	case (v.RecordKey == "") == (v.FindingKey == ""):
		return fmt.Errorf("the review %s names no record and no finding, or both", v.Key)
	case v.Reviewer == "":
		return fmt.Errorf("the review %s has no reviewer", v.Key)
	case !json.Valid(v.Judged) || v.Corrected != nil && !json.Valid(v.Corrected):
		return fmt.Errorf("the review %s has fields that are no JSON", v.Key)
	case (v.Verdict == Undone) != (v.Undoes != ""):
		return fmt.Errorf("the review %s takes another back without naming it, or names one", v.Key)
	case v.Verdict == Added && v.Figure == nil:
		return fmt.Errorf("the review %s adds a figure and has none", v.Key)
	case v.Verdict != Undone && v.Verdict != Added && !slices.Contains(append(slices.Clone(RecordVerdicts), FindingVerdicts...), v.Verdict):
		return fmt.Errorf("the review %s has the verdict %q, which is none", v.Key, v.Verdict)
	case v.RecordKey != "" && v.Verdict != Undone && v.RecordKey != v.placeKey() && !v.placeless():
		return fmt.Errorf("the review %s names another record than the one at its place", v.Key)
	case v.Figure != nil:
		return errors.Join(signed(v.Reviewer, v.Note), v.Figure.check())
	}
	return signed(v.Reviewer, v.Note)
}

// placeless says that a review is of schema 3 or 4 and its record was gone before its
// place was noted.
func (v *Review) placeless() bool {
	return v.Type == "" && v.TextSHA256 == "" && v.Figure == nil
}

// placeKey is the key of a record of the review's type at its place, "" for no text.
func (v *Review) placeKey() string {
	var sum [32]byte
	if n, err := hex.Decode(sum[:], []byte(v.TextSHA256)); err != nil || n != len(sum) {
		return ""
	}
	return extract.Key(v.Type, sum, source.Span{Start: v.ByteStart, End: v.ByteStart + len(v.Quote)})
}

// check proves that the words of a figure are those that there are.
func (f *Figure) check() error {
	return errors.Join(filled("indicator", f.Indicator), oneWord("comparator", f.Comparator), oneWord("measure", f.Measure),
		oneWord("kind", f.Kind), oneWord("per", string(f.Per)), oneWord("nature", string(f.Nature)))
}
