package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"
)

// Verdicts on a record and on a finding, as the database has them.
const (
	Right     = "right"     // 正确
	Wrong     = "wrong"     // 错误
	Corrected = "corrected" // 修正, with the corrected fields
	Doubtful  = "doubtful"  // 存疑
	Added     = "added"     // 补录: the figure was missed and is put in

	Real       = "real"        // 真问题
	FalseAlarm = "false_alarm" // 误报
	Explained  = "explained"   // 已说明

	Undone = "undone" // takes an earlier review back; never stands itself
)

// RecordVerdicts and FindingVerdicts are what Judge takes.
var (
	RecordVerdicts  = []string{Right, Wrong, Corrected, Doubtful}
	FindingVerdicts = []string{Real, FalseAlarm, Explained}
)

// Review is a verdict, or the taking back of one, as it was given. It is never
// altered or deleted.
type Review struct {
	ID         int64
	Key        string // hash of all that it says: the same in every database
	RecordKey  string // what was judged; one of the two is ""
	FindingKey string
	Undoes     string // the Key of the review that it takes back, "" for none
	Type       string // of what was judged: figure, date, department, project, document, finding
	TextSHA256 string // of the document's text
	ByteStart  int    // of the record in it
	Quote      string // of the record; the message of a finding
	Statement  string
	Verdict    string
	Judged     json.RawMessage // the fields as they were when judged
	Corrected  json.RawMessage // the corrected fields, nil for none
	OwnValue   bool            // the corrected value is the reviewer's: the quote does not say it
	Note       string
	Reviewer   string
	At         string // UTC, to the microsecond

	Stale  bool    // the fields have changed since
	Gone   bool    // what was judged is not in this database now
	Stands bool    // the latest on its record that was not taken back
	Figure *Figure // the figure as corrected or added, nil for none

	Misplaced bool // the quote of Figure does not stand at its place in the stored text: it counts for nothing
}

// errNoFinding is a finding that is not in the database.
var errNoFinding = errors.New("no such finding, see v_findings")

// ErrNothingToUndo is a record without a verdict.
var ErrNothingToUndo = errors.New("no verdict stands on it")

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

// Undo takes back the verdict that stands on a record or finding, so that the one
// before it stands again. Nothing is deleted: the taking back is a review as well.
// The error is ErrNothingToUndo where none stands.
func (s *Store) Undo(ctx context.Context, key, reviewer string) (Review, error) {
	if reviewer == "" {
		return Review{}, errors.New("taking a verdict back needs the name of who does it")
	}
	var v Review
	err := s.write(ctx, "take a verdict back in", func(tx *sql.Tx) error {
		standing, err := askReviews(ctx, tx, "WHERE v.stands AND (v.record_key = ? OR v.finding_key = ?)", key, key)
		if err != nil {
			return err
		}
		if len(standing) == 0 {
			return fmt.Errorf("record %q: %w", key, ErrNothingToUndo)
		}
		v = standing[0]
		v.Undoes, v.Verdict, v.Reviewer = v.Key, Undone, reviewer
		v.Note, v.Corrected, v.Figure, v.OwnValue, v.Stale = "", nil, nil, false, false
		return s.putNow(ctx, tx, &v, time.Time{})
	})
	return v, err
}

// microseconds is a time to the microsecond, as wide for every time.
const microseconds = "2006-01-02T15:04:05.000000Z"

// seconds is what reviews of schemas 3 and 4 have.
const seconds = "2006-01-02T15:04:05Z"

// putNow stores a review as given at the time, but behind all others of its record.
func (s *Store) putNow(ctx context.Context, tx *sql.Tx, v *Review, at time.Time) error {
	if at.IsZero() {
		at = time.Now()
	}
	v.At = at.UTC().Format(microseconds)
	var last Text
	err := tx.QueryRowContext(ctx, "SELECT max(at) FROM reviews WHERE record_key = ? OR finding_key = ?", v.RecordKey, v.FindingKey).Scan(&last)
	if err != nil {
		return err
	}
	if string(last) >= v.At {
		before, err := time.Parse(time.RFC3339Nano, string(last))
		if err != nil {
			return fmt.Errorf("a review is of the time %q, which is none", last)
		}
		v.At = before.Add(time.Microsecond).UTC().Format(microseconds)
	}
	v.Stands, v.Gone = v.Verdict != Undone, false
	_, err = s.put(ctx, tx, v)
	return err
}

// put stores a review unless it is stored already, which it reports.
func (s *Store) put(ctx context.Context, tx *sql.Tx, v *Review) (added bool, err error) {
	v.Key = v.hash()
	err = tx.QueryRowContext(ctx, `INSERT INTO reviews
		(key, record_key, finding_key, undoes, type, text_sha256, byte_start, quote, statement, verdict, judged, corrected, own_value, note, reviewer, at, gone)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (key) WHERE key IS NOT NULL DO NOTHING RETURNING id`,
		v.Key, null(v.RecordKey), null(v.FindingKey), null(v.Undoes), v.Type, null(v.TextSHA256), v.ByteStart, v.Quote, null(v.Statement),
		v.Verdict, string(v.Judged), null(string(v.Corrected)), v.OwnValue, null(v.Note), v.Reviewer, v.At, v.TextSHA256 == "").Scan(&v.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err == nil && v.Figure != nil {
		err = putFigure(ctx, tx, v)
	}
	return err == nil, err
}

// hash names a review by all that it says.
func (v *Review) hash() string {
	figure, _ := marshal(v.Figure)
	h := sha256.New()
	for _, part := range []string{v.RecordKey, v.FindingKey, v.Undoes, v.Type, v.TextSHA256, fmt.Sprint(v.ByteStart), v.Quote, v.Statement,
		v.Verdict, string(v.Judged), string(v.Corrected), fmt.Sprint(v.OwnValue), v.Note, v.Reviewer, v.At, string(figure)} {
		fmt.Fprintf(h, "%d\x00%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil))[:20]
}
