package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
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
