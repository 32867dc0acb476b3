package store

import (
	"cmp"
	"context"
	"database/sql"
	"math/big"
	"slices"
	"strconv"
)

// Side is one end of a comparison: a figure as the reviewers left it, and where it
// stands.
type Side struct {
	Figure
	RecordID   int64 // 0 for a figure that a reviewer put in
	RecordKey  string
	DocumentID int64
	Path       string
	Title      Text
	Status     Text // of the document: draft, final
	IssuedOn   Text // of the document
	Statement  string
	Quote      string
	Line       int
	ByteStart  int
	Reviewed   Text // the verdict that stands on it
}

// Comparison is one indicator of one region: what is aimed at for a time, what was
// there before, and the way between.
type Comparison struct {
	IndicatorID Text
	Indicator   string // the usual name, or as the document has it
	Region      Text
	Measure     string // level, growth, change, multiple, rank
	Per         Text
	UnitBase    string
	Baseline    *Side    // the last fact before the target's time; nil where none is stated
	Target      *Side    // nil where only a fact is stated
	Change      *float64 // target minus baseline, in the base unit; nil without both
	Percent     *float64 // the change of a level in percent of its baseline; nil where that says nothing
}

// Compare sets the figures of indicators side by side, region by region. Of the
// filter those on documents hold, the Indicators, of which there must be one, and
// the Years, which are those of the target. Figures of another scope than the
// document's own region, criteria and provisions are left out.
//
// Corrections and added figures count, what was judged wrong does not. Where a
// final document says a figure, drafts of the same region do not count for it;
// where several final ones do, the latest counts.
func (s *Store) Compare(ctx context.Context, f Filter) ([]Comparison, error) {
	sides, err := s.sides(ctx, f)
	if err != nil {
		return nil, s.explain("read", err)
	}
	groups := map[group][]*Side{}
	for i := range sides {
		g := groupOf(&sides[i])
		groups[g] = append(groups[g], &sides[i].Side)
	}
	lexicon, err := s.lexicon()
	if err != nil {
		return nil, err
	}
	var all []Comparison
	for g, of := range groups {
		name := of[0].Indicator
		if usual := lexicon.IndicatorName(g.indicator); usual != "" {
			name = usual
		}
		head := Comparison{IndicatorID: of[0].IndicatorID, Indicator: name, Region: Text(g.region), Measure: g.measure, Per: Text(g.per), UnitBase: g.unit}
		all = append(all, compare(head, of, f.Years)...)
	}
	slices.SortFunc(all, func(a, b Comparison) int {
		return cmp.Or(cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Region, b.Region), cmp.Compare(order(levels, a.Measure), order(levels, b.Measure)),
			cmp.Compare(a.Per, b.Per), cmp.Compare(a.UnitBase, b.UnitBase), cmp.Compare(a.end(), b.end()), cmp.Compare(a.side().Path, b.side().Path), cmp.Compare(a.side().ByteStart, b.side().ByteStart))
	})
	return all, nil
}

// levels is the order in which the measures of an indicator are shown.
var levels = []string{"level", "growth", "change", "multiple", "rank"}

func order(in []string, word string) int { return slices.Index(in, word) }

// side is the target, or the fact where nothing is aimed at.
func (c *Comparison) side() *Side { return cmp.Or(c.Target, c.Baseline) }

// end is the last year of a comparison.
func (c *Comparison) end() Year { return c.side().TimeLast }

// group is what figures must share to be compared.
type group struct {
	indicator, region, measure, per, unit string
	document                              int64 // where the region is unknown
}

type regionSide struct {
	Side
	region Text
}

func groupOf(s *regionSide) group {
	g := group{indicator: string(s.IndicatorID), region: string(s.region), measure: s.Measure, per: string(s.Per), unit: s.UnitBase}
	if g.region == "" {
		g.document = s.DocumentID
	}
	if g.indicator == "" {
		g.indicator = s.Indicator
	}
	if g.unit == "" {
		g.unit = s.Unit
	}
	return g
}

// compare makes the comparisons of one group: one for each time that is aimed at,
// or one of the last fact where nothing is.
func compare(head Comparison, of []*Side, years []int) (all []Comparison) {
	var targets, facts []*Side
	for _, s := range of {
		if s.Kind == "target" {
			targets = append(targets, s)
		} else {
			facts = append(facts, s)
		}
	}
	for _, target := range best(targets) {
		c := head
		c.Target = target
		c.Baseline = baseline(best(facts), target)
		c.between()
		all = append(all, c)
	}
	if last := best(facts); len(targets) == 0 && len(last) > 0 {
		head.Baseline = last[len(last)-1]
		all = append(all, head)
	}
	return slices.DeleteFunc(all, func(c Comparison) bool {
		s := c.side()
		return len(years) > 0 && !slices.ContainsFunc(years, func(y int) bool { return int(s.TimeFirst) <= y && y <= int(s.TimeLast) })
	})
}

// best returns one figure for each time, in the order of the times, for a level for
// each time's last year (500 in 2021 to 2025 is 500 in 2025): of a final document before one of a draft, then of the one issued last, then the first in
// its text.
func best(of []*Side) []*Side {
	slices.SortFunc(of, func(a, b *Side) int {
		first := cmp.Compare(a.TimeFirst, b.TimeFirst)
		if a.Measure == "level" {
			first = 0
		}
		return cmp.Or(cmp.Compare(a.TimeLast, b.TimeLast), first, cmp.Compare(drafted(a), drafted(b)), cmp.Compare(b.TimeFirst, a.TimeFirst),
			cmp.Compare(b.IssuedOn, a.IssuedOn), cmp.Compare(a.Path, b.Path), cmp.Compare(a.ByteStart, b.ByteStart))
	})
	return slices.CompactFunc(slices.Clone(of), func(a, b *Side) bool {
		return a.TimeLast == b.TimeLast && (a.TimeFirst == b.TimeFirst || a.Measure == "level")
	})
}

func drafted(s *Side) int {
	if s.Status == "draft" {
		return 1
	}
	return 0
}

// baseline returns the last fact before the time of a target, nil for none.
func baseline(facts []*Side, target *Side) *Side {
	for _, fact := range slices.Backward(facts) {
		if fact.TimeLast != 0 && (target.TimeFirst == 0 || fact.TimeLast < target.TimeLast) {
			return fact
		}
	}
	return nil
}

// between computes the way from the baseline to the target.
func (c *Comparison) between() {
	if c.Baseline == nil || c.Target == nil || c.Baseline.ValueMax != nil || c.Target.ValueMax != nil {
		return
	}
	from, to := decimal(c.Baseline.ValueBase), decimal(c.Target.ValueBase)
	way := new(big.Rat).Sub(to, from)
	change, _ := way.Float64()
	c.Change = &change
	if c.Measure == "level" && c.UnitBase != "%" && from.Sign() > 0 {
		share, _ := way.Mul(way, big.NewRat(100, 1)).Quo(way, from).Float64()
		c.Percent = &share
	}
}

// decimal is the number that a value is written as.
func decimal(v float64) *big.Rat {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(v, 'f', -1, 64))
	return r
}

// sides returns the figures that are to be compared, as the reviewers left them.
func (s *Store) sides(ctx context.Context, f Filter) ([]regionSide, error) {
	var c conditions
	c.add("f.kind IN ('target', 'actual') AND f.scope IS NULL")
	if len(f.Indicators) > 0 {
		if err := s.indicators(&c, f.Indicators); err != nil {
			return nil, err
		}
	}
	if f.Narrow() {
		where, args := f.documents().where()
		c.add("f.document_id IN (SELECT d.id FROM documents d"+where+")", args...)
	}
	where, args := c.where()
	return ask(ctx, s.db, `SELECT coalesce(f.record_id, 0), f.record_key, f.document_id, f.path, d.title, d.status, d.issued_on, d.region, f.statement, f.quote, f.line, f.byte_start,
		(SELECT v.verdict FROM reviews v WHERE v.record_key = f.record_key AND v.stands),
		f.indicator, f.indicator_id, f.value, f.value_max, f.comparator, f.unit, f.value_base, f.value_base_max, f.unit_base,
		f.measure, f.per, f.kind, f.scope, f.time, f.time_first, f.time_last, f.nature
		FROM v_figures_reviewed f JOIN documents d ON d.id = f.document_id`+where+" ORDER BY f.path, f.byte_start, f.record_key", func(r *sql.Rows, x *regionSide) error {
		return r.Scan(append([]any{&x.RecordID, &x.RecordKey, &x.DocumentID, &x.Path, &x.Title, &x.Status, &x.IssuedOn, &x.region, &x.Statement, &x.Quote, &x.Line, &x.ByteStart, &x.Reviewed}, x.Figure.pointers()...)...)
	}, args...)
}
