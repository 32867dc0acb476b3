package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"suyuan/extract"
	"suyuan/source"
)

// errMisplaced is a figure whose quote is not at its place.
var errMisplaced = errors.New("the quote of a reviewer's figure does not stand at its place in the text")

// Addition is a figure that was missed, as a reviewer puts it in.
type Addition struct {
	DocumentID int64
	Span       source.Span     // bytes of the text: the number, or words around one number of the ledger
	Quote      string          // what the reviewer saw there; "" is not compared
	Fields     json.RawMessage // indicator at least; what is not given is = a level, an actual figure, without a unit; the value is read from the quote
	OwnValue   bool            // the value of Fields need not be what the quote says
	Note       string
	Reviewer   string
	At         time.Time // the zero time for now
}

// ErrTaken is a place that has a figure already.
var ErrTaken = errors.New("there is a figure at this place already: correct that one")

// AddFigure puts in a figure that the extraction missed. It is kept as a review
// with the verdict Added, shows in v_figures_reviewed as long as the text is
// stored, and is judged and taken back like any other.
func (s *Store) AddFigure(ctx context.Context, a Addition) (Review, error) {
	if a.Reviewer == "" {
		return Review{}, errors.New("a figure that is put in needs the name of its reviewer")
	}
	if err := signed(a.Reviewer, a.Note); err != nil {
		return Review{}, err
	}
	v := Review{Type: "figure", Verdict: Added, Judged: json.RawMessage("{}"), Note: a.Note, Reviewer: a.Reviewer, OwnValue: a.OwnValue}
	err := s.write(ctx, "add a figure to", func(tx *sql.Tx) error {
		text, err := wholeText(ctx, tx, a.DocumentID)
		if err != nil {
			return err
		}
		span, err := a.place(ctx, tx, text)
		if err != nil {
			return err
		}
		sum := sha256.Sum256([]byte(text))
		v.TextSHA256, v.ByteStart, v.Quote = hex.EncodeToString(sum[:]), span.Start, text[span.Start:span.End]
		v.RecordKey = extract.Key("figure", sum, span)
		if _, _, err := subject(ctx, tx, v.RecordKey); err == nil {
			return fmt.Errorf("%q at byte %d: %w", v.Quote, span.Start, ErrTaken)
		} else if !errors.Is(err, ErrNoRecord) {
			return err
		}
		if v.Figure, err = s.added(&a, v.Quote); err != nil {
			return err
		}
		if v.Statement, err = statement(ctx, tx, a.DocumentID, text, span); err != nil {
			return err
		}
		return s.putNow(ctx, tx, &v, a.At)
	})
	return v, err
}

// added makes the figure of an addition.
func (s *Store) added(a *Addition, quote string) (*Figure, error) {
	f := Figure{Comparator: "=", Measure: "level", Kind: "actual"}
	value, last, ok := extract.ReadValue(quote, a.unit())
	if ok {
		f.Value, f.ValueMax = value, last
	} else if !given(a.Fields, "value") {
		return nil, fmt.Errorf("the quote %q is no number from end to end: select the number alone, or give the value as your own", quote)
	}
	if err := overlay(a.Fields, &f); err != nil {
		return nil, err
	}
	return &f, s.settleFigure(&f, &Record{Quote: quote}, a.Fields, a.OwnValue)
}

// unit returns the unit that the reviewer gives, "" for none.
func (a *Addition) unit() string {
	var f struct{ Unit string }
	_ = json.Unmarshal(a.Fields, &f)
	return f.Unit
}

// place returns the span that is meant: the one given where it is a number from
// end to end or the value is the reviewer's own, else the one numeral of the ledger
// that lies in it.
func (a *Addition) place(ctx context.Context, tx *sql.Tx, text string) (source.Span, error) {
	s := a.Span
	if s.Start < 0 || s.End > len(text) || s.Len() <= 0 || !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return s, fmt.Errorf("bytes %d to %d are no stretch of a text of %d", s.Start, s.End, len(text))
	}
	quote := text[s.Start:s.End]
	if a.Quote != "" && a.Quote != quote {
		return s, fmt.Errorf("at bytes %d to %d stands %q, not %q: the text is another than was shown", s.Start, s.End, quote, a.Quote)
	}
	left := len(quote) - len(strings.TrimLeft(quote, " \u3000\t\r\n"))
	s = source.Span{Start: s.Start + left, End: s.Start + left + len(strings.TrimSpace(quote))}
	if _, _, ok := extract.ReadValue(text[s.Start:s.End], a.unit()); ok || a.OwnValue && s.Len() > 0 {
		return s, nil
	}
	within, err := ask(ctx, tx, "SELECT byte_start, byte_end FROM v_numerals WHERE document_id = ? AND byte_start >= ? AND byte_end <= ?", func(r *sql.Rows, n *source.Span) error {
		return r.Scan(&n.Start, &n.End)
	}, a.DocumentID, s.Start, s.End)
	if err == nil && len(within) == 0 && given(a.Fields, "value") {
		err = fmt.Errorf("%q has no numeral: %w", quote, ErrUnread)
	} else if err == nil && len(within) != 1 {
		err = fmt.Errorf("%q has %d numerals where one is to be: select the number alone", quote, len(within))
	}
	return append(within, s)[0], err
}

func wholeText(ctx context.Context, tx *sql.Tx, document int64) (string, error) {
	parts, err := ask(ctx, tx, "SELECT text FROM blocks WHERE document_id = ? ORDER BY byte_start", func(r *sql.Rows, s *string) error { return r.Scan(s) }, document)
	if err == nil && len(parts) == 0 {
		err = fmt.Errorf("document %d: %w", document, ErrNoDocument)
	}
	return strings.Join(parts, ""), err
}

// statement returns the sentence around a span: what lies between the marks that
// end one, within the block.
func statement(ctx context.Context, tx *sql.Tx, document int64, text string, s source.Span) (string, error) {
	var start, size int
	err := tx.QueryRowContext(ctx, "SELECT byte_start, length(CAST(text AS BLOB)) FROM blocks WHERE document_id = ? AND byte_start <= ? ORDER BY byte_start DESC LIMIT 1", document, s.Start).Scan(&start, &size)
	if err != nil {
		return "", err
	}
	end := max(start+size, s.End)
	for _, mark := range []string{"。", "！", "？", "；"} {
		if i := strings.LastIndex(text[start:s.Start], mark); i >= 0 {
			start += i + len(mark)
		}
		if i := strings.Index(text[s.End:end], mark); i >= 0 {
			end = s.End + i + len(mark)
		}
	}
	return strings.TrimSpace(text[start:end]), nil
}

// putFigure stores the figure of a review with its place.
func putFigure(ctx context.Context, tx *sql.Tx, v *Review) error {
	at, err := figurePlace(ctx, tx, v)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO reviewed_figures
		(review_id, text_sha256, section, statement, byte_start, char_start, line, quote, `+figureColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		append([]any{v.ID, v.TextSHA256, null(string(at.section)), v.Statement, v.ByteStart, at.char, at.line, v.Quote}, v.Figure.values()...)...)
	return err
}

// figureAt is what the place of a figure follows from the text.
type figureAt struct {
	section Text
	char    int
	line    int
}

// figurePlace finds the character, the line and the section of a review's figure.
// Where the text is not stored they are 0 and "", and are found once it is.
func figurePlace(ctx context.Context, tx *sql.Tx, v *Review) (at figureAt, err error) {
	var document int64
	err = tx.QueryRowContext(ctx, "SELECT id FROM documents WHERE text_sha256 = ? ORDER BY id LIMIT 1", v.TextSHA256).Scan(&document)
	if errors.Is(err, sql.ErrNoRows) {
		return at, nil
	}
	if err != nil {
		return at, err
	}
	text, err := wholeText(ctx, tx, document)
	if err != nil {
		return at, err
	}
	if end := v.ByteStart + len(v.Quote); v.ByteStart < 0 || end > len(text) || text[v.ByteStart:end] != v.Quote {
		return at, fmt.Errorf("%q at byte %d: %w", v.Quote, v.ByteStart, errMisplaced)
	}
	index := source.NewIndex(text)
	at.char, at.line = index.Char(v.ByteStart), index.Line(v.ByteStart)
	err = tx.QueryRowContext(ctx, "SELECT section FROM blocks WHERE document_id = ? AND kind = 'heading' AND byte_start <= ? ORDER BY byte_start DESC LIMIT 1", document, v.ByteStart).Scan(&at.section)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return at, err
}
