package extract

import (
	"strings"

	"suyuan/segment"
)

// labelled finds the labels of lists: 牵头单位：, 责任部门为, 配合:.
var labelled = newPattern("labelled_list", `(?<label>(?:总?牵头|第一责任|责任|主责|配合|协同|协办|协助|参与|参加|主办|承办|主管|主体|落实|实施)(?:责任)?(?:(?:及|和|、|\/)(?:配合|责任|参与|协办))?(?:单位|部门|机构|主体)(?:\([^()]{1,10}\))?)(?::|为(?=[市省县区州国各])|是(?=[市省县区州国各])|(?=[市省县区州各][\u4e00-\u9fff]))|(?<=[(;，。〔局委办厅院部会府区县市镇乡司处]|^)(?<label>牵头|配合|责任|参与|协助):`,
	append(crossed([]string{"牵头", "责任", "主责", "配合", "协同", "协办", "协助", "参与", "参加", "主办", "承办", "主管", "主体", "落实", "实施"}, []string{"单位", "部门", "机构", "主体"}),
		"牵头:", "配合:", "责任:", "参与:", "协助:")...)

// labelNouns are what a label of a list ends with.
var labelNouns = newWordSet("单位", "部门", "机构", "主体", "牵头:", "配合:", "责任:", "参与:", "协助:")

// labelledLists reads the lists behind labels in a passage, in brackets or in a
// line of their own. A label without a list takes the next passage. Places are those of
// the characters that a label may begin with.
func (r *reading) labelledLists(at int, places []int) []mention {
	p := r.passages[at]
	text := p.flow.Text
	found := labelled.findAt(text, places)
	if len(found) == 0 {
		return r.continued(at)
	}
	led := r.ledNearby(at)
	for _, m := range found {
		led = led || leads(m.group(text, "label"))
	}
	var out []mention
	for k, m := range found {
		end := len(text)
		if k+1 < len(found) {
			end = found[k+1].Start
		}
		end = listEnd(text[:end], m.End)
		label := m.groups["label"]
		role := labelRole(text[label.Start:label.End], led)
		out = append(out, r.listed(p, segment.Range{Start: m.End, End: end}, role, label, "department_labelled")...)
	}
	return out
}

// leads reports whether a label names those who lead.
func leads(label string) bool {
	return strings.Contains(label, "牵头") || strings.Contains(label, "主责") || strings.Contains(label, "主办") || strings.Contains(label, "第一责任")
}

// labelRole returns the role that a label gives: 责任单位 lead, unless others do.
func labelRole(label string, led bool) string {
	if leads(label) {
		return "lead"
	}
	for _, w := range [...]string{"配合", "协", "参与", "参加"} {
		if strings.HasPrefix(label, w) {
			return "support"
		}
	}
	if led {
		return "support"
	}
	return "lead"
}

// listEnd returns where a list that begins at byte i ends: at the bracket that
// closes around it, at 。, or with the text.
func listEnd(text string, i int) int {
	depth := 0
	for k, c := range text[i:] {
		switch c {
		case '(', '〔', '[':
			depth++
		case ')', '〕', ']':
			if depth--; depth < 0 {
				return i + k
			}
		case '。', '】', '！':
			return i + k
		}
	}
	return len(text)
}

// ledNearby reports whether a line right above or below names those who lead, for
// lists in lines of their own: 牵头单位：… / 责任单位：….
func (r *reading) ledNearby(at int) bool {
	own := r.passages[at]
	for _, step := range [...]int{-1, 1} {
		for k := at + step; k >= 0 && k < len(r.passages) && (k-at)*step <= 3; k += step {
			p := r.passages[k]
			m := lineLabel(p)
			if m == "" || lineLabel(own) == "" {
				break
			}
			if leads(m) {
				return true
			}
		}
	}
	return false
}

// lineLabel returns the label that a line begins with, "" for none.
func lineLabel(p *passage) string {
	text := strings.TrimLeft(p.flow.Text, "([【〔")
	for _, m := range labelled.find(text[:min(len(text), 60)]) {
		if m.Start == 0 {
			return m.group(text, "label")
		}
	}
	return ""
}

// continued reads a passage as the list of a label that stands alone in the one
// before it.
func (r *reading) continued(at int) []mention {
	if at == 0 {
		return nil
	}
	before, p := r.passages[at-1], r.passages[at]
	text := strings.TrimRight(before.flow.Text, ":")
	if len(text) == len(before.flow.Text) || len(text) > 40 || lineLabel(before) == "" || p.cell != before.cell {
		return nil
	}
	role := labelRole(text, r.ledNearby(at-1))
	out := r.listed(p, segment.Range{Start: 0, End: listEnd(p.flow.Text, 0)}, role, segment.Range{}, "department_labelled")
	for _, m := range out {
		if !r.unit(p.flow.Text[m.Start:m.End]) {
			return nil
		}
	}
	return out
}
