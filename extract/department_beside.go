package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// before returns the units that end at byte at. Where clause is set they must
// begin the clause and be named one by one; several asks for 等部门 behind them.
func (r *reading) before(p *passage, at int, clause, several bool) []segment.Range {
	text := p.flow.Text
	seg := trimItem(text, segment.Range{Start: clauseStart(text, at), End: at})
	tail := text[seg.End:at]
	if i := strings.LastIndex(text[seg.Start:seg.End], "、"); i > 0 && r.general(text[seg.Start+i+len("、"):seg.End]) {
		seg.End = seg.Start + i // 区发改局、各相关乡镇配合
	}
	short := strings.Contains(tail, "部门") || strings.Contains(tail, "单位")
	if cut, ok := strings.CutSuffix(text[seg.Start:seg.End], "部门"); ok && strings.Contains(cut, "、") && r.stem(cut[strings.LastIndex(cut, "、")+len("、"):]) {
		seg.End, short = seg.Start+len(cut), true
	}
	if seg.Start >= seg.End || several && !short || !short && !endsWithClass(strings.TrimSuffix(text[seg.Start:seg.End], closingBracket(text[seg.Start:seg.End]))) {
		return nil
	}
	items := r.items(p, seg.Start, seg.End)
	var out []segment.Range
	for k := len(items) - 1; k >= 0; k-- {
		one := trimItem(text, items[k])
		name := text[one.Start:one.End]
		if r.unit(name) && !r.general(name) && !(clause && r.allPlaces(name)) || short && r.stem(name) || len(items) > 1 && len(out) > 0 && r.barely(name) {
			out = append(out, one)
			continue
		}
		if clause && !strings.HasSuffix(name, "主管部门") {
			return nil
		}
		if r.general(name) {
			continue
		}
		if from := r.unitSuffix(name); from >= 0 && !clause {
			out = append(out, segment.Range{Start: one.Start + from, End: one.End})
		} else if r.barely(name) && k > 0 {
			out = append(out, one)
			continue
		} else if clause && r.place(name) > 0 {
			out = append(out, one)
		}
		break
	}
	if len(items) == 1 && len(out) == 0 && r.plainUnit(text[seg.Start:seg.End]) {
		return items
	}
	if len(out) == 1 && r.barely(text[out[0].Start:out[0].End]) && !r.unit(text[out[0].Start:out[0].End]) && !short {
		return nil
	}
	return out
}

// behind returns the units behind 会同: those who help.
func (r *reading) behind(p *passage, at int, by segment.Range) []mention {
	text := p.flow.Text
	var out []mention
	for at < len(text) {
		n := r.forward(text[at:])
		if n == 0 {
			if n = r.lexicon.offices().at(text[at:]); n <= len("委") || len(out) == 0 {
				break
			}
		}
		if name := text[at : at+n]; !r.general(name) {
			out = append(out, mention{Range: segment.Range{Start: at, End: at + n}, role: "support", by: by, rule: "department_prose"})
		}
		at += n
		c := cursor{text: text, pos: at}
		if !c.take("、", "和", "以及", "及") {
			break
		}
		at = c.pos
	}
	return out
}

// allPlaces reports whether name means every place of a kind and no office in it:
// 各县区, 各级政府.
func (r *reading) allPlaces(name string) bool {
	return strings.HasPrefix(name, "各") && !r.fieldOffice(name) && (strings.HasPrefix(name, "各级") || !strings.HasSuffix(name, "政府") && !strings.HasSuffix(name, "管委会"))
}

// plainUnit reports whether a whole clause in front of a role is the name of a
// unit without its place: 经济发展局牵头, 教育部门负责.
func (r *reading) plainUnit(name string) bool {
	n := utf8.RuneCountInString(name)
	if n < 3 || n > 12 || foreign.in(name) {
		return false
	}
	if strings.HasSuffix(name, "部门") {
		_, known := r.lexicon.offices().stems[strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "部门"), "主管"), "行政")]
		return known
	}
	for _, class := range [...]string{"局", "厅", "委员会", "办公室", "分局", "支队", "管委会"} {
		if strings.HasSuffix(name, class) {
			return true
		}
	}
	return false
}

// clauseStart returns where the clause that holds byte at begins.
func clauseStart(text string, at int) int {
	depth := 0
	for i := at; i > 0; {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		switch {
		case c == ')':
			depth++
		case c == '(':
			if depth--; depth < 0 {
				return i
			}
		case c == '〕' || c == '〔':
			return i
		case depth == 0 && strings.ContainsRune("，。;:！？”》", c):
			return i
		}
		if at-i > 600 {
			return i
		}
		i -= size
	}
	return 0
}

// stem reports whether name is the short form of a unit: 统计, 区科技.
func (r *reading) stem(name string) bool {
	_, ok := r.lexicon.offices().stems[name[level(name):]]
	return ok
}

// barely reports whether name is a class word or a known unit without a place,
// which is one only beside others: 县政府、管委会, 市科技局、财政局.
func (r *reading) barely(name string) bool {
	if _, ok := r.lexicon.offices().official[name]; ok {
		return utf8.RuneCountInString(name) > 1
	}
	return name == "管委会" || name == "园区" || zoneEnd(name, true) == len(name)
}

// unitSuffix returns where in a clause the unit that ends it begins, -1 for none:
// the place in front of a known unit, else the first place that makes a unit.
func (r *reading) unitSuffix(clause string) int {
	first := -1
	for i := range clause {
		if i > 0 && len(clause)-i > 90 || r.place(clause[i:]) == 0 {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(clause[:i]); strings.ContainsRune("城都超全各本我该", before) {
			continue
		}
		if r.unit(clause[i:]) && !r.general(clause[i:]) {
			if first < 0 {
				first = i
			}
			if _, ok := r.lexicon.offices().official[clause[i+r.place(clause[i:]):]]; ok {
				return i
			}
		}
	}
	return first
}
