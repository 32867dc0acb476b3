package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// side is what one side of a cell says of it: the heads above, its row's label,
// the table's caption. A cell stands where two of them cross, and any of them may
// name, date, place or measure it.
type side struct {
	noun    name // what names a quantity; empty for 2025年目标值, 合计, 平桥区
	full    name // with the word that makes it a growth: 固定资产投资增速
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
	} else if i := strings.LastIndexByte(text, '%'); i > 0 { // 完成预算的%
		s.units = []unitPart{{percent, part{p: p, at: segment.Range{Start: i, End: i + 1}}}}
		end = len(strings.TrimRight(text[:i], "的±+-( "))
	}
	s.headMeasure(w, p, text)
	end -= len(s.rank(w, p, text[:end]))
	if kind, at := w.kind(p.flow.Text); kind != "" {
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
	case hasAnyOf(text, "同比", "环比") && strings.Contains(text, "%"): // 同比(%)
		i := max(strings.LastIndex(text, "同比"), strings.LastIndex(text, "环比"))
		s.measure, rate, s.rate = measure{name: "growth"}, segment.Range{Start: i, End: i + len("同比")}, true
	case strings.HasSuffix(strings.TrimSuffix(strings.TrimRight(beforeBracket(text), " "), "/累计"), "年均"):
		i := strings.LastIndex(text, "年均")
		s.measure, rate, s.rate = measure{name: "growth"}, segment.Range{Start: i, End: i + len("年均")}, true
	default:
		if rate = w.last("addition", text); rate.End == 0 {
			word := w.end("difference", beforeBracket(text))
			if word == "" {
				return
			}
			rate.End = len(beforeBracket(text))
			rate.Start = rate.End - len(word)
		}
		s.measure = measure{name: "change"}
	}
	if s.rate && strings.Contains(text, "年均") {
		s.measure.per = "year"
	}
	s.word = &part{p: p, at: rate}
}

// rank reads the word that makes a head's or a label's figures places in an order,
// and returns it.
func (s *side) rank(w tableWords, p *passage, text string) string {
	word := w.end("rank", text)
	if word != "" {
		s.measure, s.rate, s.units = measure{name: "rank"}, false, nil
		s.word = &part{p: p, at: segment.Range{Start: len(text) - len(word), End: len(text)}}
	}
	return word
}

// percent reports whether a head is one of shares, or says no unit.
func (s *side) percent(text string) bool {
	return len(s.units) == 0 || s.units[0].dimension == "share" || strings.Contains(text, "%")
}

// nounOf returns the words of a head that name a quantity: 总投资 does, 2025年目标值
// does not. text has its dates blanked and its unit cut off.
func (r *reading) nounOf(text string) segment.Range {
	w := r.lexicon.tables
	for i, j := 0, 0; i < len(text); {
		if j = strings.IndexAny(text[i:], partMarks); j < 0 {
			j = len(text) - i
		}
		j = r.pastBracket(text, i, j)
		piece, start := text[i:i+j], i
		_, size := utf8.DecodeRuneInString(text[i+j:])
		i += j + size
		if piece == "" || w.is("blank", piece) || w.is("addition", piece) || strings.HasSuffix(piece, "标准") {
			continue
		}
		from, to := w.trim("affix", piece, 0, len(piece))
		switch {
		case from == to || w.is("blank", piece[from:to]) || w.is("addition", piece[from:to]) || w.is("difference", piece[from:to]) || r.unitOnly(piece[from:to]):
			continue
		case r.lexicon.figureWords.attribute[piece], piece[from:to] == "率" && w.last("rate", piece).End == 0: // 计划投资, 完成率
			from, to = 0, len(piece)
		case w.end("share", piece[from:to]) == "":
			if k := r.lexicon.figureWords.trimHeads(r.lexicon.tableVerbs, piece, from, to); k < to {
				from = k // 改造老旧小区
			}
		}
		return segment.Range{Start: start + from, End: start + to}
	}
	return segment.Range{}
}

// pastBracket returns the length of the piece of a head from byte i on, which is cut at
// its byte j: a bracket amid a name belongs to it (执业(助理)医师数), one with a unit
// or a year does not.
func (r *reading) pastBracket(text string, i, j int) int {
	rest := text[i+j:]
	k := strings.IndexByte(rest, ')')
	if j == 0 || k < 2 || rest[0] != '(' || strings.ContainsAny(rest[1:k], partMarks) || r.unitOnly(rest[1:k]) {
		return j
	}
	if next, _ := utf8.DecodeRuneInString(rest[k+1:]); !isHan(next) {
		return j
	}
	more := strings.IndexAny(rest[k+1:], partMarks)
	if more < 0 {
		return len(text) - i
	}
	return j + k + 1 + more
}

// partMarks part the words of a head; a blanked date does as well.
const partMarks = "\x00()[]〔〕［］\":"

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
