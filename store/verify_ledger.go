package store

import (
	"database/sql"
	"fmt"
	"regexp"
	"slices"

	"suyuan/source"
)

var digits = regexp.MustCompile(`[0-9０-９]+`)

type storedNumeral struct {
	storedPlace // its quote is that of its place
	bytes       int
	disposition string
	record      sql.NullInt64
	reason      sql.NullString
}

// ledger proves that every digit of the text lies in a numeral, and every
// numeral in its place and with a reason or a record.
func (d *inspection) ledger() error {
	list, err := query(d.verification, `SELECT block_id, byte_start, bytes, disposition, record_id, reason
		FROM numerals WHERE document_id = ? ORDER BY byte_start`, func(r *sql.Rows, n *storedNumeral) error {
		return r.Scan(&n.block, &n.start, &n.bytes, &n.disposition, &n.record, &n.reason)
	}, d.id)
	if err != nil {
		return err
	}
	d.report.Numerals += len(list)
	for i := range list {
		n := &list[i]
		n.line = d.line(n.start)
		if quote, fault := d.stretch(n.block, n.start, n.bytes); fault != "" {
			d.misplaced(nil, "ledger", n.storedPlace, "a numeral %s", fault)
		} else {
			n.quote = quote
		}
		d.disposed(n)
	}
	d.complete(list)
	d.counted(list)
	return nil
}

// counted proves that every figure has a numeral at its place: the ledger gives one
// that a figure and something else take to the figure.
func (d *inspection) counted(list []storedNumeral) {
	taken := slices.DeleteFunc(slices.Clone(list), func(n storedNumeral) bool { return n.disposition != "figure" })
	for _, r := range d.order {
		if r.kind != "figure" {
			continue
		}
		after, _ := slices.BinarySearchFunc(taken, r.span().End, func(n storedNumeral, end int) int { return n.start - end })
		if after == 0 || taken[after-1].span().End <= r.start {
			d.wrong(r, "ledger", "the ledger has no numeral of a figure at its place")
		}
	}
}

// complete proves that the numerals hold every digit. A run of digits may lie in
// two of them: in 2503改建 of a flattened table 250 is a cell and 3 the number of
// the next row.
func (d *inspection) complete(list []storedNumeral) {
	i := 0
	for _, m := range digits.FindAllStringIndex(d.text, -1) {
		for i < len(list) && list[i].span().End <= m[0] {
			i++
		}
		at := m[0]
		for j := i; j < len(list) && at < m[1] && list[j].start <= at; j++ {
			at = max(at, list[j].span().End)
		}
		if at < m[1] {
			d.fault(Fault{Check: "ledger", Span: source.Span{Start: m[0], End: m[1]}, Line: d.line(m[0]), Message: fmt.Sprintf("%q is not in the ledger", d.text[m[0]:m[1]])})
		}
	}
}

// disposed proves that a numeral has what its disposition says.
func (d *inspection) disposed(n *storedNumeral) {
	wrong := func(format string, args ...any) {
		d.misplaced(nil, "ledger", n.storedPlace, "the numeral %q "+format, append([]any{n.quote}, args...)...)
	}
	switch n.disposition {
	case "set_aside":
		if !n.reason.Valid {
			wrong("is set aside without a reason")
		}
	case "unexplained":
		if n.record.Valid {
			wrong("is said to be unexplained and used by record %d", n.record.Int64)
		}
	default:
		switch r := d.records[n.record.Int64]; {
		case r == nil:
			wrong("is said to be used by a %s that the document does not have", n.disposition)
		case r.kind != n.disposition:
			wrong("is said to be used by a %s, its record is a %s", n.disposition, r.kind)
		}
	}
}

// line returns the line of a byte, 1 for one outside the text.
func (d *inspection) line(at int) int {
	if at < 0 || at > len(d.text) {
		return 1
	}
	return d.index.Line(at)
}
