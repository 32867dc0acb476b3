package extract

import (
	"math/big"

	"suyuan/segment"
)

// emit makes the record of a bound quantity.
func (r *reading) emit(p *passage, b *bound, c *context) *Figure {
	q := b.q
	t := c.time(p, b)
	f := &Figure{Record: p.record(b.rule, q.Start, q.End)}
	f.Indicator = b.name.String()
	f.Comparator, f.Unit, f.UnitBase = q.comparator, q.unit, q.base
	if q.form == inOrder && q.unit != "" {
		f.UnitBase = "位"
	}
	f.Measure, f.Kind, f.Per, f.Scope = b.measure.name, b.kind, b.measure.per, b.measure.scope
	f.Time = t.edtf
	f.TimeFirst, f.TimeLast = edtfYears(t.edtf)
	f.setValues(q, b.measure.negative)
	if scope, at := r.scopeOf(p, b); scope != "" {
		f.Scope = scope
		f.show(p, RoleScope, at)
	}
	f.addEvidence(p, b, t)
	if len(b.name) == 0 {
		f.Confidence *= 0.6
	}
	if t.carried {
		f.Confidence *= 0.97
	}
	f.IndicatorID = r.lexicon.indicators.find(f)
	r.records.Figures = append(r.records.Figures, f)
	return f
}

// setValues computes the stated and the base values, in decimal, rounded once.
func (f *Figure) setValues(q *quantity, negative bool) {
	sign := func(v *big.Rat) *big.Rat {
		if negative {
			return new(big.Rat).Neg(v)
		}
		return v
	}
	base := func(v *big.Rat) *big.Rat {
		if q.factor.Cmp(one) == 0 {
			return v
		}
		return new(big.Rat).Mul(v, q.factor)
	}
	value := sign(q.value)
	f.Value, f.ValueBase = float(value), float(base(value))
	if q.max != nil {
		most := sign(q.max)
		v, b := float(most), float(base(most))
		f.ValueMax, f.ValueBaseMax = &v, &b
	}
}

// float returns the nearest float to v, which for most is the whole number that it is.
func float(v *big.Rat) float64 {
	if v.IsInt() && v.Num().BitLen() <= 53 {
		return float64(v.Num().Int64())
	}
	f, _ := v.Float64()
	return f
}

// addEvidence lists the places that the figure rests on.
func (f *Figure) addEvidence(p *passage, b *bound, t when) {
	q := b.q
	f.show(p, RoleValue, q.Range)
	if q.unitAt.End > q.unitAt.Start {
		f.show(p, RoleUnit, q.unitAt)
	}
	for _, c := range q.comparators {
		f.show(p, RoleComparator, c)
	}
	for _, x := range b.name {
		if x.implied == "" {
			f.show(x.p, RoleIndicator, x.at)
		}
	}
	for _, x := range b.measure.at {
		f.show(p, RoleMeasure, x)
	}
	for _, x := range b.kindAt {
		f.show(x.p, RoleKind, x.at)
	}
	for _, x := range t.at {
		f.show(x.p, RoleTime, x.at)
	}
	for _, x := range t.baseline {
		f.show(x.p, RoleBaseline, x.at)
	}
	f.order()
}

func (f *Figure) show(p *passage, role Role, at segment.Range) {
	if at.End > at.Start {
		f.Evidence = append(f.Evidence, Evidence{role, p.flow.Span(at.Start, at.End)})
	}
}

// order sorts the evidence by place, then by role, without doubles.
func (rec *Record) order() {
	less := func(a, b Evidence) bool {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		if a.Span.End != b.Span.End {
			return a.Span.End < b.Span.End
		}
		return a.Role < b.Role
	}
	e := rec.Evidence
	for i := 1; i < len(e); i++ {
		for j := i; j > 0 && less(e[j], e[j-1]); j-- {
			e[j], e[j-1] = e[j-1], e[j]
		}
	}
	out := e[:0]
	for i, x := range e {
		if i == 0 || x != e[i-1] {
			out = append(out, x)
		}
	}
	rec.Evidence = out
}
