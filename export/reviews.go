package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"suyuan/store"
)

// review is a line of a file of reviews.
type review struct {
	ReviewKey  string          `json:"review_key"`
	RecordKey  store.Text      `json:"record_key"`
	FindingKey store.Text      `json:"finding_key"`
	Verdict    string          `json:"verdict"`
	Undoes     store.Text      `json:"undoes"`
	Type       string          `json:"type"`
	TextSHA256 string          `json:"text_sha256"`
	ByteStart  int             `json:"byte_start"`
	Quote      string          `json:"quote"`
	Statement  string          `json:"statement"`
	Judged     json.RawMessage `json:"judged"`
	Corrected  json.RawMessage `json:"corrected"`
	OwnValue   bool            `json:"own_value"`
	Figure     *store.Figure   `json:"figure"`
	Note       store.Text      `json:"note"`
	Reviewer   string          `json:"reviewer"`
	At         string          `json:"at"`
}

// writeReviews writes every review, the oldest first.
func writeReviews(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	all, err := s.Reviews(ctx)
	if err != nil {
		return 0, err
	}
	wanted, err := texts(ctx, s, f)
	if err != nil {
		return 0, err
	}
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, v := range all {
		if wanted != nil && !wanted[v.TextSHA256] {
			continue
		}
		line := review{v.Key, store.Text(v.RecordKey), store.Text(v.FindingKey), v.Verdict, store.Text(v.Undoes), v.Type, v.TextSHA256, v.ByteStart, v.Quote, v.Statement,
			v.Judged, v.Corrected, v.OwnValue, v.Figure, store.Text(v.Note), v.Reviewer, v.At}
		if err := encoder.Encode(line); err != nil {
			return n, err
		}
		n++
	}
	return n, out.Flush()
}

// texts returns the texts of the documents that a filter wants, nil for all, those
// of documents that are gone among them.
func texts(ctx context.Context, s *store.Store, f store.Filter) (map[string]bool, error) {
	if !f.Narrow() {
		return nil, nil
	}
	documents, err := s.Documents(ctx, f)
	wanted := map[string]bool{}
	for _, d := range documents {
		wanted[d.TextSHA256] = true
	}
	return wanted, err
}

// longestReview is the greatest length of a line in a file of reviews.
const longestReview = 1 << 20

// ReadReviews reads a file that was written in the format reviews.
func ReadReviews(r io.Reader) ([]store.Review, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, longestReview)
	var all []store.Review
	for number := 1; in.Scan(); number++ {
		text := bytes.TrimSpace(in.Bytes())
		if len(text) == 0 {
			continue
		}
		var line review
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&line); err != nil {
			return nil, fmt.Errorf("line %d is no review as suyuan export --format reviews writes it: %w", number, err)
		}
		if string(line.Corrected) == "null" {
			line.Corrected = nil
		}
		v := store.Review{Key: line.ReviewKey, RecordKey: string(line.RecordKey), FindingKey: string(line.FindingKey), Undoes: string(line.Undoes), Type: line.Type,
			TextSHA256: line.TextSHA256, ByteStart: line.ByteStart, Quote: line.Quote, Statement: line.Statement, Verdict: line.Verdict, Judged: line.Judged,
			Corrected: line.Corrected, OwnValue: line.OwnValue, Note: string(line.Note), Reviewer: line.Reviewer, At: line.At, Figure: line.Figure}
		if err := v.Check(); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		all = append(all, v)
	}
	if err := in.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("a line is longer than %d bytes: this is no file of reviews", longestReview)
	} else if err != nil {
		return nil, err
	}
	return all, nil
}
