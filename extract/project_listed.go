package extract

import "strings"

// closed reports whether 等项目 or the like closes the list: whatever stands in
// it is a project, with or without a class word.
func (n *namer) closed() bool {
	if n.setting.listing && n.setting.label.listed { // 储备项目：A、B
		return true
	}
	class := n.collective().class
	if class == "" || n.many {
		return false
	}
	for _, end := range [...]string{"工程", "项目", "行动", "计划", "载体"} {
		if strings.HasSuffix(class, end) {
			return true
		}
	}
	return false
}

// collective returns what stands behind 等, the zero token where nothing does.
func (n *namer) collective() token {
	if n.setting.listing && n.setting.label.listed {
		return token{Range: n.setting.label.class}
	}
	if len(n.whole) == 0 {
		return token{}
	}
	return n.whole[len(n.whole)-1]
}

// members returns the names in an item of a closed list. 和 parts two names only
// where each is a name by itself: 核电7号和8号机组 is one.
func (n *namer) members(t item) []undertaking {
	var out []undertaking
	for _, part := range split(t.tokens, "、") {
		var each []undertaking
		halves := split(part, "和")
		for _, half := range halves {
			each = append(each, n.member(t, half)...)
		}
		if len(each) < len(halves) || len(halves) > 1 && !eachProper(halves) {
			each = n.member(t, part)
		}
		out = append(out, each...)
	}
	return out
}

func eachProper(parts [][]token) bool {
	for _, part := range parts {
		if !gauge(part).proper {
			return false
		}
	}
	return true
}

// member returns the name that a part of a closed list is, if it is one.
func (n *namer) member(t item, part []token) []undertaking {
	for len(part) > 0 && part[len(part)-1].kind == asBracket {
		part = part[:len(part)-1]
	}
	switch last := len(part) - 1; {
	case last < 0 || t.owned || t.many || n.force == "other":
		return nil
	case part[last].names():
		return n.one(t, part)
	}
	if isBody(part[len(part)-1].text) {
		return nil
	}
	m, last := gauge(part), len(part)-1
	if last > 0 && part[last].verb.works && part[last-1].names() && m.weight >= 2 && m.runes >= 2 { // 峡山水库增容
		return []undertaking{{Range: span(part), rule: "project_listed", class: n.collective().Range}}
	}
	if m.runes < 4 || !m.proper && (m.weight < 3 || !n.someProper()) {
		return nil
	}
	return []undertaking{{Range: span(part), rule: "project_listed", class: n.collective().Range}}
}

// isBody reports whether a word ends the name of a company, an association or an
// authority, which is no undertaking.
func isBody(s string) bool {
	for _, end := range [...]string{"公司", "集团", "企业", "协会", "学会", "商会", "联合会", "合作社", "大学", "学院", "局", "厅", "委", "政府", "银行", "协议"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// eachHeaded reports whether each thing of the list ends with a class word.
func (n *namer) eachHeaded() bool {
	for i := range n.items {
		if !n.items[i].headed() {
			return false
		}
	}
	return true
}

// someProper reports whether a proper name stands in the list: what stands beside
// it is one as well.
func (n *namer) someProper() bool {
	for _, t := range n.items {
		for _, one := range t.tokens {
			if one.proper {
				return true
			}
		}
	}
	return false
}
