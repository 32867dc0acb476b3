package extract

import (
	"math"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// settleMeasure decides how the number stands to what it measures: by its own
// words, the head, the label, the caption. In a column of growths a number in
// brackets, 〔17〕, is the amount added in all unless the head says %, and an average of a
// ratio its level.
func (x *crossing) settleMeasure(b *bound, first *quantity) {
	q := b.q
	left, right := x.p.textOf(b.left), x.p.textOf(b.right)
	x.measure = measureOf(q, b.words, left, right)
	x.measure.find(left, b.left.Start)
	x.measure.yearly(left, b.left.Start)
	added := hasAnySuffix2(left, brackets...) // the amount added in all
	switch {
	case first != nil && strings.HasSuffix(strings.TrimRight(left, "≥≤><"), "(") && q.dimension == "share" && first.dimension != "share":
		x.measure = measure{name: "growth"} // 1260(8%)
		b.rule = "figure_cell_bracket"
	case x.measure.name != "level":
	case x.col.measure.name == "rank":
		x.take(&x.col.side)
	case x.row.measure.name == "rank":
		x.take(&x.row.side)
	case x.row.rate && (q.unit == "" || q.dimension == "share") && len(x.col.noun) == 0:
		x.take(&x.row.side)
		if !added && x.measure.per == "" {
			x.measure.per = x.col.measure.per
		}
		b.rule = "figure_cell_rate"
	case x.col.rate && added && (x.ratio() || len(x.col.units) == 0 || x.col.units[0].dimension != "share" || x.difference(q)):
		x.measure.name = "change"
		_, size := utf8.DecodeLastRuneInString(left)
		x.word = &part{p: x.p, at: segment.Range{Start: b.left.End - size, End: b.left.End}}
	case x.col.rate && q.unit != "" && q.dimension != "share" && q.dimension != "points" && q.dimension != "times": // 稳定在21万吨以上
	case x.col.rate && !(x.col.measure.per == "year" && x.ratio()):
		x.take(&x.col.side)
		if added {
			x.measure.per = "" // 年均增长〔累计〕: [41]
		}
		b.rule = "figure_cell_rate"
	case x.col.measure.name == "change" && q.dimension == "share" && !x.ratio():
		x.measure, x.word = measure{name: "growth"}, x.col.word // 煤炭消费量: -10% of what it was
		b.rule = "figure_cell_rate"
	case x.col.measure.name == "change":
		x.take(&x.col.side)
	case x.row.measure.name == "change" && len(x.col.noun) == 0 && !(x.row.told && x.front != ""): // 已建成14个
		x.take(&x.row.side)
	case x.caption.rate && x.row.measure.name == "" && x.col.measure.name == "" && (x.row.unit == nil || x.ratio()):
		x.take(&x.caption)
	case len(x.row.noun) == 0 && len(x.col.noun) == 0 && x.caption.measure.name == "change":
		x.take(&x.caption)
	}
}

// difference reports whether a number is what the row's last year has more than the
// year before it: 4.6, 9, [4.4].
func (x *crossing) difference(q *quantity) bool {
	end := x.datedBefore(x.p.cell.Column)
	if end < 0 || q.value == nil {
		return false
	}
	now, before := x.row.made[end], x.row.made[x.datedBefore(end)]
	if now == nil || before == nil {
		return false
	}
	value, _ := q.value.Float64()
	return math.Abs(now.Value-before.Value-value) < 1e-6
}

func (x *crossing) take(s *side) { x.measure, x.word = s.measure, s.word }

// ratio reports whether the row names a ratio: a share of a whole, by its name and
// its unit.
func (x *crossing) ratio() bool {
	if x.r.lexicon.tables.end("share", x.row.noun.String()) == "" {
		return false
	}
	if x.row.unit != nil {
		u, ok := x.r.wholeUnit(x.row.unit.flow.Text)
		return ok && u.dimension == "share"
	}
	return len(x.row.units) == 0 || x.row.units[0].dimension == "share"
}

// afterUnit corrects the measure by the unit that the row or the head states:
// points are added, a place is a rank, and a share is no amount.
func (x *crossing) afterUnit(q *quantity) {
	if x.measure.name != "level" {
		return
	}
	switch {
	case q.dimension == "points":
		x.measure.name = "change"
		x.measure.at = append(x.measure.at, q.unitAt)
	case q.dimension == "rank" || q.unit == "位" && strings.Contains(x.row.noun.String(), "排名"):
		x.measure.name = "rank"
	}
}
