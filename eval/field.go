package eval

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/extract"
)

// Field is one field of a met pair of records, and whether it is right.
type Field struct {
	Name  string
	Right bool
}

// Compare compares the fields of a gold record and the predicted one that met
// it. The predicted one is right if all of them are.
func Compare(gold, pred Record) []Field {
	switch gold.Type {
	case Figure:
		return append(compareFigure(gold, pred), Field{"span", sameSpan(gold, pred, 1)})
	case Date:
		return []Field{{"edtf", gold.EDTF == pred.EDTF}, {"span", sameSpan(gold, pred, 3)}}
	case Department:
		return []Field{
			{"role", gold.Role == pred.Role},
			{"name", plainName(gold.Text) == plainName(pred.called())},
			{"span", sameSpan(gold, pred, 1)},
		}
	default:
		return []Field{{"status", gold.Status == pred.Status}, {"name", gold.hasName(pred.Name) && gold.hasName(pred.Text)}}
	}
}

func compareFigure(gold, pred Record) []Field {
	goldFactor, goldUnit := plainUnit(gold.Unit)
	predFactor, predUnit := plainUnit(pred.Unit)
	return []Field{
		{"value", near(gold.Value, goldFactor, pred.Value, predFactor) && near(gold.ValueMax, goldFactor, pred.ValueMax, predFactor)},
		{"unit", goldUnit == predUnit || gold.Measure == "rank" && slices.Contains(rankUnits[:2], goldUnit) && slices.Contains(rankUnits, predUnit)},
		{"comparator", orEqual(gold.Comparator) == orEqual(pred.Comparator)},
		{"measure", gold.Measure == pred.Measure},
		{"kind", gold.Kind == pred.Kind},
		{"indicator", slices.ContainsFunc(append([]string{gold.Indicator}, gold.IndicatorAlso...), func(s string) bool { return sameIndicator(s, pred.Indicator) })},
		{"time", slices.ContainsFunc(append([]string{gold.Time}, gold.TimeAlso...), func(s string) bool { return years(s) == years(pred.Time) })},
	}
}

// rankUnits are the plain units of a rank, 个 only where it was predicted.
var rankUnits = []string{"", "人", "个"}

func orEqual(comparator string) string {
	if comparator == "" {
		return "="
	}
	return comparator
}

// near reports whether two values are equal in the base unit but for rounding.
func near(a *float64, aFactor float64, b *float64, bFactor float64) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	x, y := *a*aFactor, *b*bFactor
	return math.Abs(x-y) <= 1e-6*max(1, math.Abs(x), math.Abs(y))
}

var (
	unitSigns  = strings.NewReplacer("％", "%", "㎡", "平方米", "m²", "平方米", "m<sup>2</sup>", "平方米")
	unitAsides = extract.Expression(`[\s\x{85}\p{Z}]|[(（].*?[)）]`)
	multiplier = map[string]float64{"十": 10, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
	sameUnits  = map[string]string{
		"个百分点": "pp", "百分点": "pp", "所": "个", "番": "倍", "名": "人", "位": "人", "家次": "家",
		"个/万人": "件", "件/万人": "件",
	}
)

// plainUnit splits a unit into its multiplier and the one writing under which
// its other writings are compared.
func plainUnit(u string) (float64, string) {
	u = unitAsides().ReplaceAllString(unitSigns.Replace(u), "")
	factor := 1.0
	for !strings.HasPrefix(u, "百分") {
		_, n := utf8.DecodeRuneInString(u)
		k, ok := multiplier[u[:n]]
		if !ok {
			break
		}
		factor, u = factor*k, u[n:]
	}
	if same, ok := sameUnits[u]; ok {
		u = same
	}
	return factor, u
}

// years cuts the dates of an EDTF expression to their years.
func years(edtf string) string { return yearOf().ReplaceAllString(edtf, "$1") }

var yearOf = extract.Expression(`(\d{4}|20XX)(?:-\d\d)*`)

// called returns the name of a unit or an undertaking.
func (r Record) called() string {
	if r.Name != "" {
		return r.Name
	}
	return r.Text
}

// names returns the plain names that a gold project may be found under.
func (r Record) names() []string {
	out := []string{plainName(r.Text)}
	for _, s := range r.Also {
		out = append(out, plainName(s))
	}
	return out
}

// hasName reports whether the gold project has the name; the empty one is no objection.
func (r Record) hasName(s string) bool {
	return s == "" || slices.Contains(r.names(), plainName(s))
}
