package extract

import (
	"strings"

	"suyuan/segment"
)

// side is what one side of a cell says of it: the heads above, its row's label,
// the table's caption. A cell stands where two of them cross, and any of them may
// name, date, place or measure it.
type side struct {
	noun    name // what names a quantity; empty for 2025年目标值, 合计, 平桥区
	time    when
	base    when  // the earlier end: 比2020年增长
	place   *part // the region whose figures stand there
	sum     bool  // 合计
	units   []unitPart
	measure measure // name "" where nothing is said
	rate    bool    // its figures are growths whatever else is said: 年均增长(%)
	word    *part   // the word that gives the measure
	kind    string
	kindAt  *part
}

// unitPart is a unit with the place that states it.
type unitPart struct {
	stated
	part
}

// date takes in the dates of a head, a label or a caption.
func (s *side) date(r *reading, p *passage) {
	for _, d := range p.dates {
		e := r.when(p, d)
		if e == "" {
			continue
		}
		w := when{edtf: e, at: []part{{p: p, at: d.Range}}}
		switch {
		case isBaseline(p.flow.Text, d):
			s.base = w
		case s.time.edtf == "":
			s.time = w
		}
	}
}

// headSide reads the cells of a column's head, from the top: the lower one says
// more, and what both name makes one name.
func (r *reading) headSide(heads []*passage, naming bool) side {
	var s side
	for _, p := range heads {
		h := r.head(p, naming)
		if len(h.noun) > 0 {
			s.noun = joined(s.noun, h.noun)
		}
		if h.time.edtf != "" {
			s.time = h.time
		}
		if h.base.edtf != "" {
			s.base = h.base
		}
		if h.place != nil {
			s.place = h.place
		}
		if len(h.units) > 0 {
			s.units = h.units
		}
		if h.measure.name != "" {
			s.measure, s.word, s.rate = h.measure, h.word, h.rate
		}
		if h.kind != "" {
			s.kind, s.kindAt = h.kind, h.kindAt
		}
	}
	return s
}

// head reads one cell of a table's head. Not naming is a column of sentences.
func (r *reading) head(p *passage, naming bool) side {
	w := r.lexicon.tables
	var s side
	s.date(r, p)
	text := p.blanked(segment.Range{Start: 0, End: len(p.flow.Text)})
	end := len(text)
	if at, u := r.bracketUnit(text); at.End > at.Start {
		s.units = []unitPart{{u, part{p: p, at: at}}}
		end = at.Start
	}
	s.headMeasure(w, p, text)
	if kind, at := w.kind(text); kind != "" {
		s.kind, s.kindAt = kind, &part{p: p, at: at}
	}
	if at := r.nounOf(text[:end]); naming && at.End > at.Start {
		if x := (part{p: p, at: at}); placeName(x.text()) {
			s.place = &x
		} else {
			s.noun = name{x}
		}
	}
	return s
}

// headMeasure reads what a head says of the measure: a growth, an amount added.
func (s *side) headMeasure(w tableWords, p *passage, text string) {
	rate, fall := w.last("rate", text), w.last("fall", text)
	switch {
	case fall.End > 0 && fall.End >= rate.End && s.percent(text):
		s.measure, rate, s.rate = measure{name: "growth", negative: true}, fall, true
	case rate.End > 0:
		s.measure, s.rate = measure{name: "growth"}, true
	case strings.HasSuffix(strings.TrimRight(beforeBracket(text), " "), "年均"):
		i := strings.LastIndex(text, "年均")
		s.measure, rate, s.rate = measure{name: "growth"}, segment.Range{Start: i, End: i + len("年均")}, true
	default:
		if rate = w.last("addition", text); rate.End == 0 {
			return
		}
		s.measure = measure{name: "change"}
	}
	if s.rate && strings.Contains(text, "年均") {
		s.measure.per = "year"
	}
	s.word = &part{p: p, at: rate}
}

// percent reports whether a head is one of shares, or says no unit.
func (s *side) percent(text string) bool {
	return len(s.units) == 0 || s.units[0].dimension == "share" || strings.Contains(text, "%")
}

// nounOf returns the words of a head that name a quantity: 总投资 does, 2025年目标值
// does not. text has its dates blanked and its unit cut off.
func (r *reading) nounOf(text string) segment.Range {
	w := r.lexicon.tables
	for i, j := 0, 0; i < len(text); i = j + 1 {
		for j = i; j < len(text) && !strings.ContainsRune(partMarks, rune(text[j])); j++ {
		}
		piece := text[i:j]
		if piece == "" || w.is("blank", piece) || w.is("addition", piece) {
			continue
		}
		from, to := i, j
		if !r.lexicon.figureWords.attribute[piece] {
			from, to = w.trim("affix", text, i, j)
		}
		if from < to && !w.is("blank", text[from:to]) && !r.unitOnly(text[from:to]) {
			return segment.Range{Start: from, End: to}
		}
	}
	return segment.Range{}
}

// partMarks part the words of a head; a blanked date does as well.
const partMarks = "\x00()\":"

// unitOnly reports whether text is a unit and nothing else.
func (r *reading) unitOnly(text string) bool {
	_, ok := r.wholeUnit(text)
	return ok
}

// beforeBracket returns what stands before the first bracket.
func beforeBracket(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		return s[:i]
	}
	return s
}
