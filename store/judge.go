package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"
)

// Judgement is a verdict as a reviewer gives it.
type Judgement struct {
	RecordKey  string // of the record judged, or
	FindingKey string // of the finding
	Verdict    string
	Corrected  json.RawMessage // for Corrected: an object of the fields that are to be otherwise, by the names of the view
	OwnValue   bool            // the corrected value need not be what the quote says
	Note       string
	Reviewer   string
	At         time.Time // the zero time for now
}

// Judge stores a verdict on a record or a finding. What was extracted stays as it
// is; a correction shows in v_figures_reviewed. The error says what is wrong with
// a judgement that cannot be: an unknown verdict, no reviewer, a field that is
// none, a corrected value that the quote does not say.
func (s *Store) Judge(ctx context.Context, j Judgement) (Review, error) {
	if err := j.check(); err != nil {
		return Review{}, err
	}
	var v Review
	err := s.write(ctx, "judge in", func(tx *sql.Tx) (err error) {
		if j.FindingKey != "" {
			v, err = judgedFinding(ctx, tx, j.FindingKey)
		} else {
			v, err = s.judgedRecord(ctx, tx, j)
		}
		if err != nil {
			return err
		}
		v.RecordKey, v.FindingKey, v.Verdict, v.Note, v.Reviewer = j.RecordKey, j.FindingKey, j.Verdict, j.Note, j.Reviewer
		return s.putNow(ctx, tx, &v, j.At)
	})
	return v, err
}

func (j *Judgement) check() error {
	switch {
	case (j.RecordKey == "") == (j.FindingKey == ""):
		return errors.New("a judgement names a record or a finding")
	case j.Reviewer == "":
		return errors.New("a verdict needs the name of its reviewer")
	case j.RecordKey != "" && !slices.Contains(RecordVerdicts, j.Verdict):
		return fmt.Errorf("verdict %q: of a record it is one of %v", j.Verdict, RecordVerdicts)
	case j.FindingKey != "" && !slices.Contains(FindingVerdicts, j.Verdict):
		return fmt.Errorf("verdict %q: of a finding it is one of %v", j.Verdict, FindingVerdicts)
	case (j.Verdict == Corrected) != (len(j.Corrected) > 0):
		return fmt.Errorf("verdict %q: a correction has corrected fields, and nothing else has", j.Verdict)
	}
	return signed(j.Reviewer, j.Note)
}

// Greatest lengths of what a reviewer writes, in characters.
const (
	longestNote = 2000
	longestName = 100
)

// signed proves that a reviewer's name and note can be kept and shown.
func signed(reviewer, note string) error {
	switch {
	case !utf8.ValidString(reviewer + note):
		return errors.New("the note or the name of the reviewer is not UTF-8")
	case utf8.RuneCountInString(reviewer) > longestName:
		return fmt.Errorf("the name of the reviewer has more than %d characters", longestName)
	case utf8.RuneCountInString(note) > longestNote:
		return fmt.Errorf("the note has more than %d characters: shorten it", longestNote)
	}
	return nil
}

// judgedRecord begins the review of a record, or of a figure that a reviewer added.
func (s *Store) judgedRecord(ctx context.Context, tx *sql.Tx, j Judgement) (Review, error) {
	r, added, err := subject(ctx, tx, j.RecordKey)
	if err != nil {
		return Review{}, err
	}
	v := Review{Type: r.Type, TextSHA256: r.TextSHA256, ByteStart: r.ByteStart, Quote: r.Quote, Statement: r.Statement, Judged: r.Fields()}
	if j.Verdict == Corrected {
		v.OwnValue = j.OwnValue
		if v.Figure, err = s.correct(&r, j.Corrected, j.OwnValue); err != nil {
			return v, err
		}
		v.Corrected, err = marshal(j.Corrected) // without blanks, as a file of reviews has it
	} else if added && j.Verdict != Wrong {
		v.Figure, v.OwnValue = r.Figure, r.Review.OwnValue // whoever agrees keeps it in
	}
	return v, err
}

// subject returns what a key names: a record, or the figure that a reviewer added
// where the text has none.
func subject(ctx context.Context, tx *sql.Tx, key string) (r Record, added bool, err error) {
	ids, err := ask(ctx, tx, "SELECT id FROM records WHERE key = ? ORDER BY id LIMIT 1", scanInt, key)
	if err != nil {
		return r, false, err
	}
	records, err := load(ctx, tx, ids)
	if err != nil || len(records) > 0 {
		return append(records, Record{})[0], false, err
	}
	reviews, err := askReviews(ctx, tx, "WHERE v.stands AND c.text_sha256 <> '' AND v.record_key = ?", key)
	if err != nil {
		return r, false, err
	}
	if len(reviews) == 0 {
		return r, false, fmt.Errorf("record %q: %w", key, ErrNoRecord)
	}
	v := &reviews[0]
	return Record{Key: key, Type: "figure", TextSHA256: v.TextSHA256, ByteStart: v.ByteStart, Quote: v.Quote, Statement: v.Statement, Figure: v.Figure, Review: v}, true, nil
}

func judgedFinding(ctx context.Context, tx *sql.Tx, key string) (Review, error) {
	v := Review{Type: "finding"}
	var kind, severity string
	var arithmetic Text
	err := tx.QueryRowContext(ctx, "SELECT f.kind, f.severity, f.message, f.arithmetic, d.text_sha256 FROM findings f JOIN documents d ON d.id = f.document_id WHERE f.key = ? ORDER BY f.id LIMIT 1", key).
		Scan(&kind, &severity, &v.Quote, &arithmetic, &v.TextSHA256)
	if errors.Is(err, sql.ErrNoRows) {
		return v, fmt.Errorf("finding %q: %w", key, errNoFinding)
	}
	if err != nil {
		return v, err
	}
	v.Judged, err = findingFields(kind, severity, v.Quote, arithmetic)
	return v, err
}

// findingFields are the fields of a finding that a verdict rests on.
func findingFields(kind, severity, message string, arithmetic Text) (json.RawMessage, error) {
	return marshal(struct {
		Kind       string `json:"kind"`
		Severity   string `json:"severity"`
		Message    string `json:"message"`
		Arithmetic Text   `json:"arithmetic"`
	}{kind, severity, message, arithmetic})
}
