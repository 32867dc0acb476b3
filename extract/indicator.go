package extract

import "strings"

// indicator is an entry of the list of indicators.
type indicator struct {
	id        string
	dimension string // of its base unit, before the /; "" for a pure number
}

// indicators is the word list of indicators: one id for all names of one.
type indicators struct {
	byKey  map[string]indicator
	names  map[string]string // the usual name, by id
	spell  *spelling
	growth *endSet // what ends the name of a growth: 增速
	units  *units
}

// newIndicators reads the rows of the two lists: the indicators, and how their
// names are brought to one writing.
func newIndicators(rows, words [][]string, units *units) *indicators {
	x := &indicators{byKey: make(map[string]indicator, 4*len(rows)), names: make(map[string]string, len(rows)), spell: newSpelling(words), growth: newEndSet(placed(words, "growth")...), units: units}
	for _, row := range rows {
		x.names[row[0]] = row[1]
		for _, n := range append([]string{row[1]}, strings.Split(row[2], "|")...) {
			if n != "" {
				x.byKey[x.spell.key(n)] = indicator{row[0], row[4]}
			}
		}
	}
	return x
}

// find returns the id of the indicator of a figure, "" where no list knows it. A
// growth is known by the name of what grows, with or without 增速 behind it. What
// is asked of one firm or granted to it (固定资产投资5000万元以上的项目) is another
// thing than the region's own indicator of that name.
func (x *indicators) find(f *Figure) string {
	if f.Kind == "criterion" || f.Kind == "provision" {
		return ""
	}
	key := x.spell.key(f.Indicator)
	one, ok := x.byKey[key]
	if !ok && f.Measure == "growth" {
		one, ok = x.byKey[x.spell.key(trimEnd(key, x.growth))]
	}
	if !ok || !x.fits(one, f) {
		return ""
	}
	return one.id
}

// fits reports whether the unit of a figure measures an indicator: 专利授权500万元
// is no number of patents. Relative and ranked figures say nothing of it.
func (x *indicators) fits(one indicator, f *Figure) bool {
	if f.Measure == "growth" || f.Measure == "multiple" || f.Measure == "rank" {
		return true
	}
	unit := x.units.at(f.Unit[len(multiplierAt(f.Unit, 0)):])
	if unit == nil {
		return true
	}
	switch unit.dimension {
	case "count", "people":
		return one.dimension == "count" || one.dimension == "people"
	case "points":
		return one.dimension == "share"
	case "times":
		return one.dimension == ""
	}
	return unit.dimension == one.dimension
}
