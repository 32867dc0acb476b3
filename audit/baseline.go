package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

var baselineCheck = Check{
	Name: "target_vs_baseline",
	Doc: `A target at or below what is already reached, 零的突破 for what is counted already.
For what is better the less there is (能耗, 失业率, a target 以内) it is the other way round, and a note; a ceiling (以内, 失业率, 总量) says nothing. A target that says it keeps what there is (保持, 稳定), one that binds (约束性) and one for what is guarded (耕地, 粮食) is a floor and says nothing; nor does what is to be done anew (新开工, 改造) or in one year beside what it comes to by now (累计加装412部), nor one with its own fall beside it (〔-2〕). What several kinds or levels come to is compared with the target for all.`,
	Match: []string{
		"2020年，全市科技型中小企业达到«367»家。\n\n到2025年，科技型中小企业达到«320»家。",
		"2020年，全市拥有国家级孵化器«2»家。\n\n到2025年，国家级孵化器实现«零的突破»。",
	},
	Reject: []string{
		"2020年，全市科技型中小企业达到367家。\n\n到2025年，科技型中小企业达到500家。",
		"2020年，城镇登记失业率为3.2%。\n\n到2025年，城镇登记失业率控制在3.0%以内。",
		"2020年，全市科技型中小企业达到367家。\n\n到2025年，新增科技型中小企业120家。",
		"2020年，乡镇卫生院标准化率达到100%。\n\n到2025年，乡镇卫生院标准化率保持100%。",
		"截至2023年底，全市累计加装电梯412部。\n\n2024年计划加装电梯150部以上。",
		"2015年，桉树面积达到9.8万亩。\n\n到2020年，桉树面积7.8万亩，桉树面积减少2万亩。",
	},
	find: func(d *document) (found []report) {
		said := map[string]int{} // where a target that is stated twice was reported, from 1
		for _, f := range d.figures {
			if f.Kind != "target" || f.Scope != "" {
				continue
			}
			again := fmt.Sprintf("%s %s %s %d", f.key, f.Measure, f.value.RatString(), f.TimeLast)
			if at := said[again]; at > 0 {
				found[at-1].figures = append(found[at-1].figures, f)
				continue
			}
			before := len(found)
			switch {
			case f.Measure == "change" && f.step.Sign() == 0:
				if g := d.counted(f); g != nil {
					found = append(found, breakthrough(f, g))
				}
			case f.Measure == "level" && !(f.UnitBase == "%" && f.value.Cmp(whole(100)) == 0):
				if r, ok := d.reached(f); ok {
					found = append(found, r)
				}
			}
			if len(found) > before {
				said[again] = len(found)
			}
		}
		return found
	},
}

var keeping = expression(`保持|稳定|维持|守住|不低于|不减少|巩固|坚守|确保.{0,6}不|以上水平`)

// guarded are words of what is to be kept from shrinking, swaying of what goes up
// and down by itself.
var (
	guarded = expression(`粮食|耕地|农田|红线|湿地|草原|森林|林地|林木|水域|自然岸线|播种|生猪|产能|综合生产能力`)
	swaying = expression(`人口|在校生|招生|学龄|出生|老年人$`)
)

// floor reports whether a target is a floor that what there is may be above.
func (f *figure) floor() bool {
	return f.Nature == "约束性" || guarded().MatchString(f.Indicator) && (f.Comparator == ">=" || f.Comparator == ">")
}

// reached compares a target with the latest level of the same thing before it.
func (d *document) reached(f *figure) (report, bool) {
	figures, now := d.now(f)
	if len(figures) == 0 || now == nil {
		return report{}, false
	}
	order := f.value.Cmp(now.value)
	equal := order == 0
	if f.falls || figures[0].falls {
		order = -order
	}
	if f.falls && (f.Comparator != "=" || ceiling().MatchString(f.Indicator)) {
		return report{}, false
	}
	if order > 0 || now.value.Sign() == 0 || keeping().MatchString(f.lead) || f.floor() || swaying().MatchString(f.Indicator) || hard(f.act) {
		return report{}, false
	}
	if accrued(figures[0], f) || d.meantToFall(f) {
		return report{}, false
	}
	severity := Warning
	about := f.Comparator == "~" || figures[0].Comparator == "~"
	if equal && about {
		return report{}, false
	}
	if equal && (f.Comparator == ">" || f.TimeLast-figures[0].TimeLast == 1) || f.act != "" || now.listed || f.falls || figures[0].falls {
		severity = Note
	}
	word, en := "不及", "is below"
	switch {
	case equal:
		word, en = "等于", "equals"
	case f.value.Cmp(now.value) > 0:
		word, en = "高于", "is above"
	}
	return report{
		severity: severity, figures: append(figures, f),
		zh:         fmt.Sprintf("“%s”%d年目标%s%s已达到的%s", f.Indicator, f.TimeLast, f.print(), word, now.print),
		en:         fmt.Sprintf("the target of %s for %d, %s, %s what is reached already, %s", f.Indicator, f.TimeLast, f.print(), en, now.print),
		arithmetic: fmt.Sprintf("现状%s；目标%s", now.formula, f.print()),
	}, true
}

// accrued reports whether a number is what all years come to and the target the
// next year's own: 累计加装412部 beside 2024年加装150部.
func accrued(f, target *figure) bool {
	own := func(f *figure) string { return f.lead[strings.LastIndexAny(f.lead, ",;。")+1:] }
	return target.TimeLast-f.TimeLast == 1 && strings.Contains(own(f), "累计") && !accruing().MatchString(own(target))
}

var accruing = expression(`累计|总[数量]|达`)

// meantToFall reports whether a target's fall stands beside it.
func (d *document) meantToFall(f *figure) bool {
	return slices.ContainsFunc(d.byKey[f.key], func(g *figure) bool {
		return g.Kind == "target" && g.Measure == "change" && g.value.Sign() < 0 && g.TimeLast == f.TimeLast
	})
}

// state is what is reached: one figure's value or the sum of several.
type state struct {
	value          *big.Rat
	print, formula string
	listed         bool // by the kinds of a class, not by its own name
}

// now returns what is reached of a target's thing: the greatest of the latest
// level under its name, what its levels come to, and what is counted of its kinds.
// Where the text and the table differ the target has to be above both.
func (d *document) now(f *figure) ([]*figure, *state) {
	best := d.latest(f)
	if f.falls {
		if best == nil {
			return nil, nil
		}
		return one(best, false)
	}
	figures, now := []*figure(nil), (*state)(nil)
	try := func(more []*figure, other *state) {
		if other != nil && (now == nil || less(now.value, other.value)) {
			figures, now = more, other
		}
	}
	if best != nil {
		try(one(best, false))
	}
	if f.level == "" {
		if s := d.sumOf[f.base+"\x00"+f.UnitBase]; s != nil {
			try(several(s, false))
		}
	}
	if s := d.kinds(f); s != nil {
		try(several(s, true))
	}
	if class := classWords[f.base]; class != "" && f.level != "" {
		if g := d.classNow(f, class); g != nil {
			try(one(g, true))
		}
	}
	return figures, now
}

// latest returns the latest level of what a target is for, of several of one year
// the greatest.
func (d *document) latest(f *figure) (best *figure) {
	for _, g := range d.byKey[f.key] {
		if !d.standsBefore(f, g) || g.act != "" || g.total != nil && g.IndicatorID == "" {
			continue
		}
		if best == nil || g.TimeLast > best.TimeLast || g.TimeLast == best.TimeLast && !f.falls && less(best.value, g.value) {
			best = g
		}
	}
	return best
}

func one(g *figure, listed bool) ([]*figure, *state) {
	return []*figure{g}, &state{value: g.value, print: g.print(), formula: g.print(), listed: listed}
}

func several(s *sum, listed bool) ([]*figure, *state) {
	value := new(big.Rat)
	for _, p := range s.parts {
		value = add(value, p.value)
	}
	text := s.parts[0].scaled(value)
	return slices.Clone(s.parts), &state{value: value, print: text, formula: addition(s.parts) + "=" + text, listed: listed}
}

// standsBefore reports whether g is a level, reached before the target f is due.
func (d *document) standsBefore(f, g *figure) bool {
	return g.Kind == "actual" && g.Measure == "level" && alike(f, g) && g.Scope == "" && g.place == f.place &&
		(g.TimeLast < f.TimeLast || f.TimeLast == 0) && g.TimeFirst == g.TimeLast && !strings.HasPrefix(g.Time, "20X") &&
		!(f.yearly && g.TimeLast == 0)
}

// classNow returns what the text counts of several kinds of a class at one level:
// 省级工程研究中心、企业技术中心共25个 for 省级科研平台.
func (d *document) classNow(f *figure, class string) *figure {
	for _, g := range d.byLevel[f.level+class] {
		if d.standsBefore(f, g) && g.act == "" && classWords[g.base] == "" {
			return g
		}
	}
	return nil
}

// kinds returns what there is of the kinds that the name of f lists, or of its
// class: 孵化器9家 and 众创空间6家 for 众创空间、孵化器等孵化载体.
func (d *document) kinds(f *figure) *sum {
	names, class := members(f.base)
	if len(names) < 2 {
		return nil
	}
	if class != "" {
		names = classes[class]
	}
	s := &sum{}
	for _, n := range names {
		for _, g := range d.byBase[n] {
			if d.countedBefore(f, g) && (g.level == "" || g.level == f.level) {
				s.parts = append(s.parts, g)
				break
			}
		}
	}
	if len(s.parts) < 2 {
		return nil
	}
	return s
}

// countedBefore is standsBefore for what was counted over a period: 累计登记9家.
func (d *document) countedBefore(f, g *figure) bool {
	return g.Kind == "actual" && g.Measure == "level" && alike(f, g) && g.Scope == "" && g.TimeLast < f.TimeLast && !g.table
}

// counted returns a figure that counts already what a target is to break through
// to, of its own name or of a kind of its class.
func (d *document) counted(f *figure) *figure {
	names := []string{f.base}
	if class := classWords[f.base]; class != "" {
		names = append(names, classes[class]...)
	}
	for _, n := range names {
		for _, g := range d.byBase[n] {
			if g.level == f.level && g.Kind == "actual" && g.Measure == "level" && g.value.Sign() > 0 && g.UnitBase != "%" && g.Scope == "" && (f.TimeLast == 0 || g.TimeLast < f.TimeLast) {
				return g
			}
		}
	}
	return nil
}

func breakthrough(f, g *figure) report {
	return report{
		severity: Warning, figures: []*figure{g, f},
		zh:         fmt.Sprintf("“%s”要实现%s，而已有“%s”%s", f.Indicator, f.Quote, g.Indicator, g.print()),
		en:         fmt.Sprintf("%s is to have its first, yet %s of %s are counted already", f.Indicator, g.print(), g.Indicator),
		arithmetic: g.print() + ">0",
	}
}

// alike reports whether two counts or amounts can be compared: in one base unit,
// or counts of things of which one row of a table has no measure word.
func alike(f, g *figure) bool {
	return f.UnitBase == g.UnitBase || things(f) && g.UnitBase == "" || things(g) && f.UnitBase == "" || things(f) && things(g)
}
