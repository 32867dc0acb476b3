package extract

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// role reads a column's role from its head, else from its cells, and reports
// whether the head says that it names the rows.
func (g *grid) role(i int) (role columnRole, declared bool) {
	w := g.r.lexicon.tables
	text := textOf(g.columns[i].heads)
	if at, _ := g.r.bracketUnit(text); at.End > at.Start {
		text = text[:at.Start]
	}
	numbers, words, natures := g.count(i)
	switch {
	case text == "":
		return g.look(i, numbers, words, natures), false
	case w.is("index", text):
		return columnIndex, false
	case w.is("unit", text) && g.units(i):
		return columnUnit, false
	case w.is("unit", text):
		return columnLabel, true // of offices
	case natures > 0 && natures >= words, w.has("nature", text):
		return columnNature, false
	case placeHead(w, text) && numbers <= words:
		return columnLabel, true
	case w.has("who", text):
		return columnWho, false
	case w.has("period", text) && numbers <= words:
		return columnPeriod, false
	case numbers > words && i == 0 && g.numbered():
		return columnIndex, false
	case numbers > words:
		return columnContent, false
	case w.is("group", text):
		return columnGroup, false
	case w.end("label", text) != "" && g.spoken(i):
		return columnContent, false // 民生实事: 新建2座人行天桥。
	case w.end("label", text) != "":
		return columnLabel, true
	}
	return columnContent, false
}

// spoken reports whether most cells of a column are sentences, and no names.
func (g *grid) spoken(i int) bool {
	ended, others := 0, 0
	g.body(i, func(p *passage) {
		if strings.HasSuffix(p.flow.Text, "。") {
			ended++
		} else {
			others++
		}
	})
	return ended > others
}

// units reports whether a column holds units of measure, and not the names of offices.
func (g *grid) units(i int) bool {
	names, units := 0, 0
	g.body(i, func(p *passage) {
		if _, ok := g.r.wholeUnit(p.flow.Text); ok || len(p.flow.Text) <= len("公里") || strings.Contains(p.flow.Text, "/") {
			units++
		} else {
			names++
		}
	})
	return units >= names
}

// count tells the cells of a column that hold a number from those that hold words
// and those that hold a nature.
func (g *grid) count(i int) (numbers, words, natures int) {
	g.body(i, func(p *passage) {
		switch text := p.flow.Text; {
		case strings.Contains(text, "预期性") || strings.Contains(text, "约束性"):
			natures++
		case startsNumber(text) && numberEnd(text) == 0 && utf8.RuneCountInString(strings.TrimLeft(text, "0123456789.,-~≥≤><〔[(")) <= 8 && (len(p.dates) == 0 || p.dates[0].Start > 0):
			numbers++
		case strings.Trim(text, "-/*— ") != "":
			words++
		}
	})
	return numbers, words, natures
}

// look reads the role of a column without a head.
func (g *grid) look(i, numbers, words, natures int) columnRole {
	switch {
	case natures > 0:
		return columnNature
	case numbers > words && i == 0 && (g.counts(i) || g.numbered()):
		return columnIndex
	}
	return columnContent
}

// counts reports whether the cells of a column count 1, 2, 3.
func (g *grid) counts(i int) bool {
	next, ok := 1, true
	g.body(i, func(p *passage) {
		if strings.TrimRight(p.flow.Text, ".、") == itoa(next) {
			next++
		} else {
			ok = false
		}
	})
	return ok && next > 1
}

// numbered reports whether the first column numbers the rows, whatever its head says:
// from 1 on, in order, in front of words.
func (g *grid) numbered() bool {
	last := 0
	g.body(0, func(p *passage) {
		n, err := strconv.Atoi(p.flow.Text)
		if last >= 0 && err == nil && n > last && n <= last+3 && (last > 0 || n == 1) {
			last = n
		} else {
			last = -1
		}
	})
	if last < 3 || len(g.columns) < 2 {
		return false
	}
	numbers, words, _ := g.count(1)
	return words > numbers
}

// findLabel takes the first column of words for the labels where no head says
// which one it is, or a column of groups where there are no other words.
func (g *grid) findLabel() {
	group := -1
	for i := range g.columns {
		switch g.columns[i].role {
		case columnLabel:
			return
		case columnGroup:
			group = i
		}
	}
	for i := range g.columns {
		if numbers, words, _ := g.count(i); g.columns[i].role == columnContent && words > numbers && !g.telling(i) {
			g.columns[i].role = columnLabel
			return
		}
	}
	if group >= 0 {
		g.columns[group].role, g.columns[group].declared = columnLabel, true
	}
}

// telling reports whether most cells of a column say in sentences how much is done.
func (g *grid) telling(i int) bool {
	told, others := 0, 0
	g.body(i, func(p *passage) {
		if g.tells(p) {
			told++
		} else {
			others++
		}
	})
	return told > others
}

// findPlaces marks a column of labels of which most are names of regions.
func (g *grid) findPlaces() {
	for i := range g.columns {
		if g.columns[i].role != columnLabel || g.columns[i].places {
			continue
		}
		places, others := 0, 0
		g.body(i, func(p *passage) {
			switch {
			case isSum(g.r.lexicon.tables, p.flow.Text):
			case placeName(p.flow.Text):
				places++
			default:
				others++
			}
		})
		g.columns[i].places = places > 1 && places > 2*others
	}
}
