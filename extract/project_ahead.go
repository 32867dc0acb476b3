package extract

import "strings"

// lookahead is how many tokens the phraser looks ahead.
const lookahead = 40

// ahead returns the tokens from i on, as far as the phraser looks.
func (c *phraser) ahead(i int) []token {
	return c.tokens[min(i, len(c.tokens)):min(i+lookahead, len(c.tokens))]
}

// inside reports whether the verb at i is a part of the name that has begun:
// 城乡|建设|行动, 质量|提升|三年行动, 灌区|续建|配套工程.
func (c *phraser) inside(i int) bool {
	v := &c.tokens[i]
	if !v.verb.inside && v.text != "建设" && !(v.verb.force == "create" && c.item.headed() && i+1 < len(c.tokens) && contains([]string{"工程", "项目"}, c.tokens[i+1].text)) { // 机场|新建|工程
		return false
	}
	headed := c.item.headed() && !strings.HasPrefix(c.item.last().class, "专项") // 专项|整治|行动
	for n := range c.ahead(i + 1) {
		t := &c.tokens[i+1+n]
		switch {
		case headed && n == 0 && t.bare && t.class != "": // 产业园|建设|项目
			return true
		case headed && !v.verb.works:
			return false
		case t.kind == asVerb && t.verb.inside:
		case t.kind != asNoun && t.kind != asQuote && t.kind != asJoint && t.kind != asBracket:
			return false
		case headed && t.class != "" && !hasAnySuffix2(t.class, "工程", "项目") && !(c.carries() && t.sort == "action"): // 实施幼儿园|扩容|计划
			return false
		case t.names():
			programme := t.sort == "action" || t.sort == "project" || strings.HasSuffix(t.class, "工程")
			between := c.tokens[i+1 : i+1+n]
			return v.verb.inside || programme && (bareNouns(between) || c.carries() && len(between) == 1 && between[0].kind == asQuote) // 教师队伍|建设|“强基”计划
		}
	}
	return false
}

// bareNouns reports whether nothing in tokens sets a name apart.
func bareNouns(tokens []token) bool {
	for _, t := range tokens {
		if t.kind != asVerb && !t.bare {
			return false
		}
	}
	return true
}

// trails reports whether the verb at i stands behind what it governs: no name
// follows it in its clause.
func (c *phraser) trails(i int) bool {
	for n := range c.ahead(i + 1) {
		t := &c.tokens[i+1+n]
		switch t.kind {
		case asEnd, asJoint, asRest, asBracket, asOwner:
			return true
		case asQuote, asTitle, asMany:
			return false
		case asNoun:
			if t.names() {
				return false
			}
		}
	}
	return true
}

// begins reports whether the verb at i begins a name: 实施|促进工业经济发展行动.
func (c *phraser) begins(i int) bool {
	if !c.carries() || c.now.verbs[len(c.now.verbs)-1].End != c.tokens[i].Start || !c.tokens[i].verb.inside {
		return false
	}
	for _, t := range c.ahead(i + 1) {
		switch {
		case t.sort == "action":
			return true
		case t.kind != asNoun && t.kind != asQuote && t.kind != asVerb:
			return false
		}
	}
	return false
}

// paper reports whether the verb at i makes a document or an arrangement of the
// name in front of it: …行动|实施|方案, …专项|协调|机制, …专项|规划.
func (c *phraser) paper(i int) bool {
	last := c.item.last()
	return c.tokens[i].text == "规划" && last.sort == "action" || last.kind != asQuote && i+1 < len(c.tokens) && c.tokens[i+1].sort == "paper"
}

// fitted reports whether the tokens from i on say with what a work is built, as a part of
// its name: 及|配套|管网|工程.
func (c *phraser) fitted(i int) bool {
	for n, t := range c.ahead(i) {
		switch {
		case n == 0 && !hasAnyPrefix(t.text, "配套", "附属"):
			return false
		case t.kind != asNoun && !t.verb.works:
			return false
		case t.class != "":
			return hasAnySuffix2(t.class, "工程", "项目", "设施")
		}
	}
	return false
}

// listGoesOn reports whether the token at i carries a list on or closes it: …灌区续建配套|、.
func (c *phraser) listGoesOn(i int) bool {
	if i < len(c.tokens) && c.tokens[i].text == "配套" {
		i++
	}
	return i < len(c.tokens) && (c.tokens[i].kind == asRest || c.tokens[i].kind == asJoint)
}

// classAt reports whether the token at i is a class word: 农村公路“畅安舒美”|工程.
func (c *phraser) classAt(i int) bool {
	return i < len(c.tokens) && c.tokens[i].kind == asNoun && c.tokens[i].class != ""
}

// carries reports whether the phrase is of something that is carried out.
func (c *phraser) carries() bool {
	n := len(c.now.verbs)
	return n > 0 && c.now.verbs[n-1].verb.force == "carry"
}

// sums reports whether the count at i closes the list in front of it: A、B、C|3个|项目.
func (c *phraser) sums(i int) bool {
	listed := len(c.now.items) > 0
	for _, t := range c.item.tokens {
		listed = listed || t.kind == asJoint && t.text == "、"
	}
	return listed && !c.item.many && i+1 < len(c.tokens) && contains([]string{"项目", "工程", "重点项目", "重大项目", "重点工程"}, c.tokens[i+1].text) && c.tokens[i].text[0] >= '0' && c.tokens[i].text[0] <= '9'
}
