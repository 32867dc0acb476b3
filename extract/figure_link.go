package extract

import (
	"sort"

	"suyuan/segment"
)

// tie links a growth, a change or a multiple to the two ends that the sentence
// states for the same indicator: 由37家增加到129家，增长248%.
func (t *topic) tie(r *reading, b *bound, f *Figure) {
	switch {
	case b.baseline:
		t.start, t.finish = f, nil
		return
	case b.measure.name == "level":
		if t.start != nil && t.start.Indicator == f.Indicator && t.start.UnitBase == f.UnitBase {
			t.finish = f
		}
		return
	case b.measure.name == "rank" || t.start == nil || t.start.Indicator != f.Indicator:
		return
	}
	r.records.Links = append(r.records.Links, Link{From: &f.Record, To: &t.start.Record, Role: "baseline"})
	if t.finish != nil {
		r.records.Links = append(r.records.Links, Link{From: &f.Record, To: &t.finish.Record, Role: "end"})
	}
}

// answering links each figure to the units that answer for it: those that its own
// block (an item with its 责任单位 in brackets, a row of a table) gives a task, those of
// an item up to the next figure: A达到600家，由市科技局牵头，B达到95%，由市水利局牵头.
func (r *reading) answering() {
	blocks := r.outline.Blocks
	owner := func(at int) *segment.Block {
		for len(blocks) > 0 && blocks[0].Span.End <= at {
			blocks = blocks[1:]
		}
		if len(blocks) == 0 {
			return nil
		}
		return blocks[0]
	}
	units := map[*segment.Block][]*Department{}
	for _, d := range r.records.Departments {
		if b := owner(d.Span.Start); b != nil && (d.Role == "lead" || d.Role == "support") {
			units[b] = append(units[b], d)
		}
	}
	blocks = r.outline.Blocks
	figures := r.records.Figures
	for _, f := range figures {
		b, until := owner(f.Span.Start), -1
		for _, d := range units[b] {
			switch {
			case b.Kind == segment.Row:
			case d.Span.Start <= f.Span.End:
				continue
			case until < 0:
				until = len(r.outline.Text)
				if i := sort.Search(len(figures), func(i int) bool { return figures[i].Span.Start > d.Span.Start }); i < len(figures) {
					until = figures[i].Span.Start
				}
			}
			if until >= 0 && d.Span.Start > until {
				break
			}
			r.records.Links = append(r.records.Links, Link{From: &f.Record, To: &d.Record, Role: "department"})
		}
	}
}
