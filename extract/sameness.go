package extract

import "strings"

// Name brings the name of an indicator to the one writing by which two names are
// compared: 规上工业企业R&D人员占比 and 规模以上工业企业研发人员比重 are one.
func (l *Lexicon) Name(indicator string) string { return l.indicators.spell.key(indicator) }

// Dimension returns what kind of thing a unit as stated measures, its multiplier
// and what it is divided by aside: money for 万元, count for 件/万人, "" where no
// list knows it.
func (l *Lexicon) Dimension(unit string) string {
	unit, _, _ = strings.Cut(unit, "/")
	one := l.units().at(unit[len(multiplierAt(unit, 0)):])
	if one == nil {
		return ""
	}
	return one.dimension
}

// Names returns every name of every indicator of the lists in the one writing,
// with its id.
func (l *Lexicon) Names() map[string]string {
	all := make(map[string]string, len(l.indicators.byKey))
	for name, one := range l.indicators.byKey {
		all[name] = one.id
	}
	return all
}

// Above returns the places that a region lies in, the nearest first, as far as the
// lists say: 广州市 and 广东省 for 广州市黄埔区, nothing for 广东省.
func (l *Lexicon) Above(region string) (above []string) {
	n, name := l.regions().known(region)
	if n == 0 {
		return nil
	}
	if name != region {
		above = append(above, name)
	}
	if p := l.regions().byName[name].province; p != "" && p != "-" {
		above = append(above, p)
	}
	return above
}
