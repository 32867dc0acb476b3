package audit

import (
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// document is a document as the checks see it.
type document struct {
	*Material
	*Auditor
	figures []*figure // in the order of the text; criteria and provisions are left out
	byID    map[int64]*figure
	byKey   index           // figures of one thing
	byBase  index           // by the name without its level
	byLevel index           // by level and class, kinds of the class included
	byClass index           // figures of one class at one level, by both
	sums    []*sum          // what the text gives by levels
	sumOf   map[string]*sum // the same by the name without its level and the unit
	issued  int             // the year of issue, 0 where unknown
	first   int             // the years of the plan, 0 where unknown
	last    int
}

// figure is a figure with what the checks ask of it.
type figure struct {
	stated
	at         int // among the document's figures
	table      bool
	lead, tail string   // the text of the statement up to the number before, and behind up to the next
	factor     *big.Rat // base units in one of its unit
	step       *big.Rat // the worth of its last printed digit, in the base unit
	value      *big.Rat // in the base unit
	amount     amount   // what it can stand for, in the base unit
	name       string   // in the one writing
	key        string   // what it speaks of: the indicator's id, else the name
	level      string   // 国家级, 省级, 市级 …; "" for all
	base       string   // the name without its level
	falls      bool     // less of it is better
	yearly     bool     // it is counted anew each year
	act        string   // 引进, 培育 …: what was done to reach it, "" for what is there
	place      string   // 高新区, 一季度: what it is of within the region and the year, "" for all
	total      *figure  // what it is a part of, nil for none
	start, end *figure  // the ends of a rate, a multiple or a change
	sums       []*sum   // of a total
}

// read prepares the figures of a document.
func (a *Auditor) read(m *Material) *document {
	d := &document{Material: m, Auditor: a, byID: map[int64]*figure{}, byKey: index{}, byClass: index{}, byBase: index{}, byLevel: index{}}
	d.issued = year(string(m.About.IssuedOn))
	first, last, _ := strings.Cut(string(m.About.Period), "/")
	d.first, d.last = year(first), year(last)
	for _, s := range m.figures() {
		if footnote().MatchString(m.Text[max(0, s.Span.Start-8):s.Span.Start]) {
			continue
		}
		f := d.figure(s)
		f.at = len(d.figures)
		d.figures = append(d.figures, f)
		d.byID[f.ID] = f
	}
	d.neighbours()
	d.facts()
	var before *figure
	for _, f := range d.figures {
		f.act, f.place = act(f), place(d, f)
		if before != nil && before.Statement == f.Statement && f.lead == before.Unit {
			f.act = before.act // 续建3条148公里
		}
		before = f
		d.byKey.put(f.key, f)
		d.byBase.put(f.base, f)
		if class := d.classOf(f); class != "" {
			d.byLevel.put(f.level+class, f)
		}
		if class := classWords[f.base]; class != "" {
			d.byClass.put(f.level+class, f)
		}
	}
	d.links()
	d.totals()
	d.sums = d.byLevels()
	d.sumOf = map[string]*sum{}
	for _, s := range d.sums {
		d.sumOf[s.parts[0].base+"\x00"+s.parts[0].UnitBase] = s
	}
	return d
}

// footnote is what stands before the number of a footnote: 11.3〔1〕. A number alone
// in its brackets, [4], is a sum over years.
var footnote = expression(`[0-9%）)\p{Han}][〔\[［]$`)

// index holds figures by what they have in common.
type index map[string][]*figure

// listing is how many figures of one thing are compared. A document that has more
// of one is a listing, and what is compared with what must not grow with its square.
const listing = 100

func (x index) put(key string, f *figure) {
	if len(x[key]) < listing {
		x[key] = append(x[key], f)
	}
}

// year returns the year that an EDTF date begins with, 0 for none.
func year(edtf string) int {
	y, err := strconv.Atoi(edtf[:min(4, len(edtf))])
	if err != nil {
		return 0
	}
	return y
}

func (d *document) figure(s stated) *figure {
	f := &figure{stated: s}
	f.table = strings.HasPrefix(s.Rule, "figure_cell")
	f.factor = factorOf(s)
	f.UnitBase, _, _ = strings.Cut(s.UnitBase, "/")
	f.value, f.step = mul(rat(s.Value), f.factor), mul(printedStep(f.Quote), f.factor)
	f.name = d.lexicon.Name(s.Indicator)
	f.key = f.name
	if s.IndicatorID != "" {
		f.key = s.IndicatorID
	}
	f.level, f.base = split(f.name)
	f.falls, f.yearly = lessIsBetter(f), flows().MatchString(f.Indicator)
	return f
}

// aiming are words by which a sentence speaks of what is to be reached.
var aiming = expression(`(?:^|[^截])[到至]\d{4}年|力争|目标|争取|确保|努力|计划|预计|将`)

// facts makes facts of targets for a year of which the document tells what was,
// where nothing in the sentence before them says that it is aimed at.
func (d *document) facts() {
	told := 0
	for _, f := range d.figures {
		if f.Kind == "actual" && f.TimeFirst == f.TimeLast {
			told = max(told, f.TimeLast)
		}
	}
	for _, f := range d.figures {
		if f.Kind == "target" && !f.table && f.TimeLast != 0 && f.TimeLast <= told && !ahead().MatchString(f.Section) && !aiming().MatchString(d.flow(f.Statement.Start, f.Span.Start)) {
			f.Kind = "actual"
		}
	}
}

// factorOf returns how many base units one of a figure's unit is. What is divided
// by 万人 is left so: 件/万人 is the unit that 每万人…件 has.
func factorOf(s stated) *big.Rat {
	factor := quo(rat(s.ValueBase), rat(s.Value))
	if factor == nil || factor.Sign() == 0 {
		return whole(1)
	}
	_, under, _ := strings.Cut(s.Unit, "/")
	for word, n := range map[string]int64{"百": 100, "千": 1000, "万": 10000, "亿": 100000000} {
		if strings.HasPrefix(under, word) {
			return mul(factor, whole(n))
		}
	}
	return factor
}

// neighbours gives each figure the text around it and, as that may say 近 or 余,
// what it can stand for.
func (d *document) neighbours() {
	for i, f := range d.figures {
		from, to := f.Statement.Start, f.Statement.End
		if i > 0 && d.figures[i-1].Statement == f.Statement {
			from = d.figures[i-1].Span.End
		}
		if i+1 < len(d.figures) && d.figures[i+1].Statement == f.Statement {
			to = d.figures[i+1].Span.Start
		}
		f.lead, f.tail = d.flow(from, f.Span.Start), d.flow(f.Span.End, to)
		f.amount = f.stands(d)
	}
}

// flow is the text of a range as it is read: widths folded (，is ,), breaks and blanks taken out.
func (d *document) flow(from, to int) string {
	if from >= to {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == ' ' || r == '\u3000' {
			return -1
		}
		return r
	}, width.Fold.String(d.Text[from:to]))
}

// stands returns all that a figure can stand for: half a digit to each side of
// what is rounded, all that is on the side that a comparator leaves open. What is
// counted one by one is exact.
func (f *figure) stands(d *document) amount {
	half := mul(f.step, big.NewRat(1, 2))
	if f.counted(d) {
		half = new(big.Rat)
	}
	a := exactly(f.value)
	if f.ValueMax != nil {
		a.hi = mul(rat(*f.ValueMax), f.factor)
	}
	a = a.around(half)
	switch f.Comparator {
	case ">", ">=":
		a.hi = nil
	case "<", "<=":
		a.lo = nil
	case "~":
		wide := mul(new(big.Rat).Abs(f.value), big.NewRat(1, 20))
		if strings.HasSuffix(f.lead, "近") {
			return amount{sub(f.value, add(wide, wide)), f.value}
		}
		if less(half, wide) {
			a = exactly(f.value).around(wide)
		}
	}
	return a
}

// counted reports whether every one was counted: 37家, but not 37万家.
func (f *figure) counted(d *document) bool {
	dimension := d.lexicon.Dimension(f.Unit)
	return (dimension == "count" || dimension == "people") && f.step.Cmp(whole(1)) == 0 && !strings.Contains(f.Unit, "/")
}

// links ties rates, multiples and changes to the ends that extraction found.
func (d *document) links() {
	for _, l := range d.Links {
		from, to := d.byID[l.RecordID], d.byID[l.LinkedID]
		switch {
		case from == nil || to == nil:
		case l.Role == "baseline":
			from.start = to
		case l.Role == "end":
			from.end = to
		}
	}
}

// print writes a figure as the text has it: 129家.
func (f *figure) print() string {
	if f.step.Sign() == 0 { // 翻一番
		return f.Quote
	}
	return sign(f.Comparator) + f.Quote + f.Unit
}

func sign(comparator string) string {
	switch comparator {
	case ">=":
		return "≥"
	case "<=":
		return "≤"
	case "~":
		return "约"
	case "=":
		return ""
	}
	return comparator
}
