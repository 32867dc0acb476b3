package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"suyuan/extract"
	"suyuan/source"
)

// piece is a piece of evidence as the record's row keeps it. It has no quote of
// its own: that is what the text has there.
type piece struct {
	role   extract.Role
	block  int64 // counted from the record's own
	start  int   // byte of the block
	length int   // bytes
}

// errPiece is a piece that is none.
var errPiece = errors.New("a piece of evidence is no list of a role, a block, a byte and a length")

// UnmarshalJSON reads [role, block, byte of the block, bytes].
func (p *piece) UnmarshalJSON(data []byte) error {
	fields := []any{&p.role, &p.block, &p.start, &p.length}
	err := json.Unmarshal(data, &fields)
	if err != nil || len(fields) != 4 || slices.Contains(fields, nil) || p.role == "" {
		return fmt.Errorf("%w: %s", errPiece, data)
	}
	return nil
}

// readPieces reads the column evidence.
func readPieces(column string) (all []piece, err error) {
	if err = json.Unmarshal([]byte(column), &all); err == nil && all == nil {
		err = errPiece
	}
	return all, err
}

// evidence writes the column evidence for f, a record in the block own.
func (r *Rows) evidence(f filed, own int) (string, error) {
	column := append(r.column[:0], '[')
	for i, e := range f.Evidence {
		block, err := r.within(e.Span)
		if err == nil && i > 0 && e.Span.Start < f.Evidence[i-1].Span.Start {
			err = errors.New("it stands out of order")
		}
		if err != nil {
			return "", fmt.Errorf("the evidence of role %s of a %s of the rule %s: %w", e.Role, f.kind, f.Rule, err)
		}
		if i > 0 {
			column = append(column, ',')
		}
		column = append(append(column, '['), r.roles.json(e.Role)...)
		column = strconv.AppendInt(append(column, ','), int64(block-own), 10)
		column = strconv.AppendInt(append(column, ','), int64(e.Span.Start-r.Outline.Blocks[block].Span.Start), 10)
		column = strconv.AppendInt(append(column, ','), int64(e.Span.Len()), 10)
		column = append(column, ']')
	}
	r.column = append(column, ']')
	return string(r.column), nil
}

// roles are the roles as JSON has them.
type roles map[extract.Role]string

func (all roles) json(role extract.Role) string {
	text, ok := all[role]
	if !ok {
		quoted, _ := marshal(role)
		text = string(quoted)
		all[role] = text
	}
	return text
}

// evidence puts the evidence of a record, which lies in the block own, into c.
func (l *loading) evidence(c *extract.Record, own int64, column string) error {
	pieces, err := readPieces(column)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	for _, p := range pieces {
		b := l.blocks[own+p.block]
		if b == nil || p.start < 0 || p.length <= 0 || p.length > b.Span.Len()-p.start {
			return fmt.Errorf("%w: evidence lies in no block of %s", ErrDamaged, l.Document.Name)
		}
		start := b.Span.Start + p.start
		c.Evidence = append(c.Evidence, extract.Evidence{Role: p.role, Span: source.Span{Start: start, End: start + p.length}})
	}
	return nil
}
