package extract

import "strings"

// indicators is the word list of indicators: one id for all names of one.
type indicators struct {
	byName map[string]string
}

func newIndicators(rows [][]string) *indicators {
	x := &indicators{byName: map[string]string{}}
	for _, row := range rows {
		for _, n := range append([]string{row[1]}, strings.Split(row[2], "|")...) {
			if n != "" {
				x.byName[plain(n)] = row[0]
			}
		}
	}
	return x
}

// find returns the id of an indicator under any of its names.
func (x *indicators) find(name string) string { return x.byName[plain(name)] }

// plain strips what does not tell two names apart.
func plain(name string) string {
	return strings.NewReplacer(" ", "", "“", "", "”", "", "的", "", "(", "", ")", "", "全社会", "").Replace(strings.ToUpper(name))
}

// indicator returns the id of an indicator under any of its names, "" where the
// list does not know it.
func (l *Lexicon) indicator(name string) string { return l.indicators.find(name) }
