package audit

import (
	"fmt"
	"math/big"
	"strings"
)

var partsCheck = Check{
	Name: "parts_vs_total",
	Doc: `Parts against their total: 7项 = 3+2+2, 其中 lists that exceed their total, 市级以上 = 国家级 + 省级 + 市级.
其中 need not name every part, so a smaller sum says nothing, unless the parts are a whole set (一等奖, 二等奖, 三等奖; 第一、二、三产业) or come before a 共, 合计.`,
	Match: []string{
		"2020年，全市共有工程中心«40»家，其中国家级«6»家、省级«38»家。",
		"2020年获得省科学技术奖«7»项，其中一等奖«3»项，二等奖«2»项，三等奖«3»项。",
		"2020年，建成幼儿园«3»所、小学«4»所、中学«5»所，共«10»所。",
		"2022年，三次产业结构调整为«8.1»∶«42.5»∶«59.4»。",
	},
	Reject: []string{
		"2020年，全市共有工程中心40家，其中国家级6家、省级28家。",
		"2020年获得省科学技术奖7项，其中一等奖3项，二等奖2项，三等奖2项。",
		"2020年，建成幼儿园3所、小学4所、中学5所，共12所。",
		"2022年，三次产业结构调整为8.1∶42.5∶49.4。",
	},
	find: func(d *document) (found []report) {
		for _, f := range d.figures {
			for _, s := range f.sums {
				if r, bad := s.report(); bad {
					found = append(found, r)
				}
			}
		}
		found = append(found, d.structures()...)
		found = append(found, d.ranks()...)
		return append(found, d.enumerations()...)
	},
}

// report compares the sum of the parts with the total.
func (s *sum) report() (report, bool) {
	got := exactly(new(big.Rat))
	value := new(big.Rat)
	open := false
	for _, p := range s.parts {
		got, value = got.plus(p.amount), add(value, p.value)
		open = open || p.Comparator != "="
	}
	total := s.total.amount
	more := total.hi != nil && got.lo != nil && less(total.hi, got.lo)
	fewer := s.complete && total.lo != nil && got.hi != nil && less(got.hi, total.lo)
	if s.total.Comparator == ">=" || s.total.Comparator == ">" {
		for _, p := range s.parts { // 600家以上, 其中700家以上
			more = more || less(s.total.value, p.value) && p.Comparator != "<" && p.Comparator != "<="
		}
		fewer = false
	}
	if !more && !fewer || open && !more {
		return report{}, false
	}
	word, en := "超过总数", "exceed"
	if fewer {
		word, en = "不足总数", "fall short of"
	}
	figures := append([]*figure{s.total}, s.parts...)
	return report{
		severity: grave(figures...), figures: figures,
		zh:         fmt.Sprintf("“%s”各分项之和%s%s%s", s.total.Indicator, s.total.scaled(value), word, s.total.print()),
		en:         fmt.Sprintf("the parts of %s come to %s and %s the total of %s", s.total.Indicator, s.total.scaled(value), en, s.total.print()),
		arithmetic: fmt.Sprintf("%s=%s；总数%s", addition(s.parts), s.total.scaled(value), s.total.print()),
	}, true
}

// scaled writes an amount of the base unit in the unit of f.
func (f *figure) scaled(v *big.Rat) string {
	return decimal(quo(v, f.factor), 4) + f.Unit
}

func addition(parts []*figure) string {
	var terms []string
	for _, p := range parts {
		terms = append(terms, p.print())
	}
	return strings.Join(terms, "+")
}

// structures finds structures, 8.1∶42.5∶49.4, and whole sets of shares that do not
// come to 100.
func (d *document) structures() (found []report) {
	hundred := whole(100)
	for i := 0; i < len(d.figures); i++ {
		f, terms := d.figures[i], d.terms(i)
		i += max(0, len(terms)-1)
		value, got := new(big.Rat), exactly(new(big.Rat))
		for _, t := range terms {
			value, got = add(value, t.value), got.plus(t.amount)
		}
		near := less(whole(60), value) && less(value, whole(140))
		if len(terms) < 3 || !near || got.around(big.NewRat(1, 10)).meets(exactly(hundred)) {
			continue
		}
		found = append(found, report{
			severity: Error, figures: terms,
			zh:         fmt.Sprintf("“%s”各项之和为%s，不是100", f.Indicator, decimal(value, 2)),
			en:         fmt.Sprintf("the terms of %s come to %s, not to 100", f.Indicator, decimal(value, 2)),
			arithmetic: addition(terms) + "=" + decimal(value, 2),
		})
	}
	return found
}

// terms returns the terms of the structure that begins with the figure i, none
// where it begins none.
func (d *document) terms(i int) (terms []*figure) {
	first := d.figures[i]
	for _, f := range d.figures[i:] {
		if f.Rule != "figure_ratio" || f.Statement != first.Statement || f.Indicator != first.Indicator || f.Time != first.Time ||
			f != first && strings.Trim(f.lead, ":∶%") != "" {
			break
		}
		terms = append(terms, f)
	}
	return terms
}

// enumerations compares two totals whose parts bear the same names: what was added
// cannot be more than what there is in all.
func (d *document) enumerations() (found []report) {
	byPart := index{} // totals by the names of their parts
	for _, t := range d.figures {
		for _, s := range t.sums {
			for _, p := range s.parts {
				byPart.put(p.key, t)
			}
		}
	}
	done := map[*figure]bool{}
	for _, t := range d.figures {
		if t.Measure != "change" || done[t] {
			continue
		}
		for _, other := range sharing(t, byPart) {
			if other.Measure == "level" && other.Kind == t.Kind && !earlier(other, t) && other.amount.hi != nil && t.amount.lo != nil && less(other.amount.hi, t.amount.lo) && things(other) && things(t) {
				done[t] = true
				found = append(found, report{
					severity: Warning, figures: []*figure{t, other},
					zh:         fmt.Sprintf("新增“%s”%s，多于“%s”总数%s", t.Indicator, t.print(), other.Indicator, other.print()),
					en:         fmt.Sprintf("%s of %s were added, more than the %s of %s there are in all", t.print(), t.Indicator, other.print(), other.Indicator),
					arithmetic: t.print() + ">" + other.print(),
				})
			}
		}
	}
	return found
}

// sharing returns the totals that have two names of parts in common with t.
func sharing(t *figure, byPart index) (others []*figure) {
	count := map[*figure]int{}
	for _, s := range t.sums {
		for _, p := range s.parts {
			for _, other := range byPart[p.key] {
				if other != t {
					if count[other]++; count[other] == 2 {
						others = append(others, other)
					}
				}
			}
		}
	}
	return others
}
