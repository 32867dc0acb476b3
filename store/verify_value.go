package store

import (
	"database/sql"
	"math"
	"strconv"
	"strings"

	"suyuan/extract"
)

type storedFigure struct {
	record                    int64
	value, base               float64
	max, baseMax              sql.NullFloat64
	indicator, unit, unitBase string
	comparator, measure       string
	scope, time, nature       sql.NullString
	timeFirst, timeLast       sql.NullInt64
}

// figures proves that the numbers are those of their quotes.
func (d *inspection) figures() error {
	list, err := query(d.verification, `SELECT f.record_id, f.value, f.value_max, f.value_base, f.value_base_max, f.unit, f.unit_base, f.indicator, f.comparator, f.measure, f.scope, f.time, f.nature, f.time_first, f.time_last
		FROM records r JOIN figures f ON f.record_id = r.id WHERE r.document_id = ? ORDER BY f.record_id`, func(r *sql.Rows, f *storedFigure) error {
		return r.Scan(&f.record, &f.value, &f.max, &f.base, &f.baseMax, &f.unit, &f.unitBase, &f.indicator, &f.comparator, &f.measure, &f.scope, &f.time, &f.nature, &f.timeFirst, &f.timeLast)
	}, d.id)
	if err != nil {
		return err
	}
	for i := range list {
		f := &list[i]
		r := d.typed(f.record, "figure")
		if r == nil {
			continue
		}
		quote, err := d.reads(r, func(quote string) bool {
			_, _, ok := extract.ReadValue(quote, f.unit)
			return ok
		})
		if err != nil {
			return err
		}
		d.stated(r, f, quote)
		d.inBase(r, f, quote)
		if first, last := extract.Years(f.time.String); int64(first) != f.timeFirst.Int64 || int64(last) != f.timeLast.Int64 {
			d.wrong(r, "value", "its time %q is of other years than the stored time_first and time_last", f.time.String)
		}
		if implied[f.unit] != f.indicator {
			d.rests(r, extract.RoleIndicator, f.indicator)
		}
		if numeral(quote) {
			d.rests(r, extract.RoleUnit, f.unit, extract.RoleHead)
			d.rests(r, extract.RoleComparator, strings.TrimPrefix(f.comparator, "="))
		}
		d.rests(r, extract.RoleTime, f.time.String, extract.RoleBaseline, extract.RoleHead)
		d.rests(r, extract.RoleScope, f.scope.String)
		d.rests(r, extract.RoleNature, f.nature.String, extract.RoleHead)
	}
	return nil
}

// implied are the indicators that a unit says without a word: 35岁以下青年人才.
var implied = map[string]string{"岁": "年龄", "周岁": "年龄"}

// stated reads the number again from its quote.
func (d *inspection) stated(r *storedRecord, f *storedFigure, quote string) {
	d.report.Values++
	value, last, ok := extract.ReadValue(quote, f.unit)
	switch {
	case !ok:
		d.wrong(r, "value", "its quote %q is no number, stored is %s", quote, plain(f.value))
	case !same(value, f.value):
		d.wrong(r, "value", "its quote %q is %s, stored is %s", quote, plain(value), plain(f.value))
	case !sameEnd(last, f.max):
		d.wrong(r, "value", "its quote %q ends in another number than the stored value_max", quote)
	}
}

// inBase computes the value in the base unit again. The word lists can do so
// only for a document that was read with them, and a rank has no base unit.
func (d *inspection) inBase(r *storedRecord, f *storedFigure, quote string) {
	if f.measure == "rank" || d.ruleset != d.lexicon.Ruleset() {
		return
	}
	value, last, base, ok := d.lexicon.ReadBase(quote, f.unit)
	if ok && (!same(value, f.base) || !sameEnd(last, f.baseMax) || base != f.unitBase) {
		d.wrong(r, "value", "%s %s is %s %s, stored is %s %s", quote, f.unit, plain(value), base, plain(f.base), f.unitBase)
	}
}

// plain writes a number without an exponent.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// same compares amounts: which way a change goes is not in the quote.
func same(a, b float64) bool { return math.Abs(a) == math.Abs(b) }

func sameEnd(a *float64, b sql.NullFloat64) bool {
	if a == nil || !b.Valid {
		return a == nil && !b.Valid
	}
	return same(*a, b.Float64)
}

// numeral reports whether a quote is a bare number, whose unit and comparator
// stand elsewhere: 翻一番, 四成, 数十, 4.1%-5% and 百分之六十 state their own.
func numeral(quote string) bool {
	return strings.Trim(quote, "0123456789０１２３４５６７８９.．,，/∶: \u3000-—–~〇零一二两三四五六七八九十百千万亿点") == ""
}

type storedDate struct {
	record      int64
	edtf        string
	first, last sql.NullString
}

// dates proves that the calendar expressions say what is stored.
func (d *inspection) dates() error {
	list, err := query(d.verification, `SELECT t.record_id, t.edtf, t.first_day, t.last_day
		FROM records r JOIN dates t ON t.record_id = r.id WHERE r.document_id = ? ORDER BY t.record_id`, func(r *sql.Rows, t *storedDate) error {
		return r.Scan(&t.record, &t.edtf, &t.first, &t.last)
	}, d.id)
	if err != nil {
		return err
	}
	for _, t := range list {
		r := d.typed(t.record, "date")
		if r == nil {
			continue
		}
		d.report.Values++
		quote, err := d.reads(r, func(quote string) bool {
			_, _, _, ok := extract.ReadDate(quote)
			return ok
		})
		if err != nil {
			return err
		}
		edtf, first, last, ok := extract.ReadDate(quote)
		switch {
		case !ok:
			d.wrong(r, "value", "its quote %q is no date, stored is %s", quote, t.edtf)
		case edtf != t.edtf:
			d.wrong(r, "value", "its quote %q is %s, stored is %s", quote, edtf, t.edtf)
		case first != t.first.String || last != t.last.String:
			d.wrong(r, "value", "its quote %q begins on %q and ends on %q, stored are %q and %q", quote, first, last, t.first.String, t.last.String)
		}
	}
	return nil
}
