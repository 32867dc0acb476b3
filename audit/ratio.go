package audit

import (
	"fmt"
	"math/big"
)

// ratio is an indicator that is one over another.
type ratio struct {
	over, under string   // keys of what is divided and of what it is divided by
	name        string   // of what it is divided by
	scale       *big.Rat // 100 for a percentage, 10000 for 每万人
}

// knownRatios are those whose name does not say it.
var knownRatios = map[string]ratio{
	"rd_intensity":               {"rd_spending", "gdp", "地区生产总值", whole(100)},
	"gdp_per_capita":             {"gdp", "resident_population", "人口", whole(1)},
	"invention_patents_per_10k":  {"invention_patents_held", "resident_population", "人口", whole(10000)},
	"high_value_patents_per_10k": {"high_value_patents_held", "resident_population", "人口", whole(10000)},
	"fiscal_science_share":       {"fiscal_science_spending", "general_budget_expenditure", "一般公共预算支出", whole(100)},
	"marine_gdp_share":           {"marine_gdp", "gdp", "地区生产总值", whole(100)},
	"tertiary_share":             {"tertiary_value_added", "gdp", "地区生产总值", whole(100)},
	"base_stations_5g_per_10k":   {"base_stations_5g", "resident_population", "人口", whole(10000)},
	"elderly_beds_per_1000":      {"elderly_beds", "", "老年人口", whole(1000)},
	"beds_per_1000":              {"hospital_beds", "resident_population", "人口", whole(1000)},
	"urbanisation":               {"urban_population", "resident_population", "人口", whole(100)},
}

var (
	shareName = expression(`^(.+?)(?:支出|投入)?占(.+?)(?:的)?(?:比重|比例|比率|占比)$`)
	perHead   = expression(`人均|每.?[万千百]|[万千]人|单位|亩均|率$|比重|比例|占比|强度|指数|系数`)
	headName  = expression(`^人均(.{2,})$`)
	ownWhole  = expression(`^(?:项目|计划|工程)?总?投资(?:总?额)?$`) // another sentence's is another project's
	hundredth = whole(100)
	ofPeople  = "resident_population"
)

// ratioOf says what a figure's indicator is the ratio of, nil where it is none.
func (d *document) ratioOf(f *figure) *ratio {
	if r, ok := knownRatios[f.key]; ok {
		return &r
	}
	if f.UnitBase == "%" {
		m := shareName().FindStringSubmatch(f.Indicator)
		if m == nil {
			return nil
		}
		return &ratio{d.keyOf(m[1]), d.keyOf(m[2]), m[2], hundredth}
	}
	if m := headName().FindStringSubmatch(f.Indicator); m != nil {
		return &ratio{d.keyOf(m[1]), ofPeople, "人口", whole(1)}
	}
	return nil
}

// keyOf returns the key that a figure of that name has.
func (d *document) keyOf(name string) string {
	if id := d.lexicon.IndicatorID(name); id != "" {
		return id
	}
	return d.lexicon.Name(name)
}

var ratioCheck = Check{
	Name: "ratio_vs_parts",
	Doc: `A ratio against what it is the ratio of: 人均GDP against GDP and population, X占Y的比重 against X and Y.
Where the divisor is not stated, two ratios at one time must imply the same. What is granted in a year (授权量) taken for what is held (拥有量) is a note that says which population it implies. Populations are means of a year, so two in a hundred are allowed.`,
	Match: []string{
		"2020年，全市地区生产总值«1200»亿元，常住人口«300»万人，人均地区生产总值«60000»元。",
		"2020年，全市R&D经费支出«12»亿元，地区生产总值«1200»亿元，R&D经费投入强度«2.5»%。",
	},
	Reject: []string{
		"2020年，全市地区生产总值1200亿元，常住人口300万人，人均地区生产总值40100元。",
		"2020年，全市R&D经费支出12亿元，地区生产总值1200亿元，R&D经费投入强度1.0%。",
		"某州综合交通运输“十四五”发展规划\n\n第四节　重点项目\n——甲高速公路改扩建工程。“十四五”期间总投资142.6亿元。\n——乙机场迁建工程。“十四五”期间完成投资1.8亿元，占总投资的45%。",
	},
	find: func(d *document) (found []report) {
		implied := map[string]*figure{}
		for _, f := range d.figures {
			if f.Measure != "level" || f.Time == "" || f.place != "" || f.Scope != "" || f.value.Sign() <= 0 {
				continue
			}
			r := d.ratioOf(f)
			if r == nil || r.over == "" {
				continue
			}
			over, under := d.sameTime(f, r.over), d.sameTime(f, r.under)
			if under != nil && under.Statement != f.Statement && ownWhole().MatchString(r.name) {
				continue
			}
			if over != nil && under != nil && over.UnitBase != "%" && under.UnitBase != "%" {
				if one, bad := ratioReport(f, over, under, r); bad {
					found = append(found, one)
				}
				continue
			}
			if over == nil && f.key == "invention_patents_per_10k" {
				if granted := d.sameTime(f, "invention_patents_granted"); granted != nil && implied[f.Time] == nil {
					implied[f.Time] = f
					found = append(found, flowReport(f, granted, r))
				}
			}
		}
		return found
	},
}

// sameTime returns the level of another thing at the time of f and of its kind,
// that of its sentence before others; nil for none or several that differ.
func (d *document) sameTime(f *figure, key string) *figure {
	var found *figure
	for _, g := range d.byKey[key] {
		if g.Measure != "level" || g.Time != f.Time || g.Kind != f.Kind || g.place != "" || g.Scope != "" || g.value.Sign() <= 0 {
			continue
		}
		if g.Statement == f.Statement {
			return g
		}
		if found != nil && !found.amount.meets(g.amount) {
			return nil
		}
		found = g
	}
	return found
}

func ratioReport(f, over, under *figure, r *ratio) (report, bool) {
	got := over.amount.over(under.amount).by(r.scale)
	slack := big.NewRat(1, 200)
	if r.under == ofPeople {
		slack = big.NewRat(1, 50)
	}
	exact := mul(quo(over.value, under.value), r.scale)
	if got.around(mul(exact, slack)).meets(f.amount.around(halfOf(f.step))) {
		return report{}, false
	}
	return report{
		severity: grave(f, over, under), figures: []*figure{over, under, f},
		zh:         fmt.Sprintf("“%s”按%s与%s计算应为%s，文中为%s", f.Indicator, over.print(), under.print(), f.scaled(exact), f.print()),
		en:         fmt.Sprintf("%s should be %s by %s and %s, the text says %s", f.Indicator, f.scaled(exact), over.print(), under.print(), f.print()),
		arithmetic: fmt.Sprintf("%s÷%s=%s；文中%s", over.print(), under.print(), f.scaled(exact), f.print()),
	}, true
}

func halfOf(r *big.Rat) *big.Rat { return quo(r, whole(2)) }

// flowReport says which population it takes for a year's grants to be the stock
// that a ratio is made of.
func flowReport(f, granted *figure, r *ratio) report {
	people := quo(mul(granted.value, r.scale), f.value)
	text := decimal(quo(people, whole(10000)), 1) + "万人"
	return report{
		severity: Note, figures: []*figure{granted, f},
		zh:         fmt.Sprintf("“%s”%s与“%s”%s若指同一存量，则人口为%s；授权量是当年之数，拥有量是存量，请核对", granted.Indicator, granted.print(), f.Indicator, f.print(), text),
		en:         fmt.Sprintf("%s of %s and %s of %s imply a population of %s if they mean one stock; grants are a year's, holdings a stock", granted.print(), granted.Indicator, f.print(), f.Indicator, text),
		arithmetic: fmt.Sprintf("%s÷%s×10000=%s", granted.print(), f.print(), text),
	}
}
