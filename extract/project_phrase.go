package extract

import (
	"strings"

	"suyuan/segment"
)

// phrase is what a run of verbs governs: 推进 A、B和C 建设.
type phrase struct {
	verbs  []token // in front; none where a clause begins with a name
	adverb token   // in front of them
	items  []item
	after  []token         // verbs behind the last item
	many   bool            // 一批, 3家 in front: classes follow
	place  bool            // 在 stands in front: the items are where something is done
	whole  []token         // what stands behind 等: the class of all items
	rest   bool            // 等 stands behind the items
	next   token           // the verb that begins the next phrase without a mark between
	aside  []segment.Range // what stands in brackets behind an item
}

// item is one thing of a phrase: the tokens of what may be a name.
type item struct {
	tokens []token
	shut   bool // a word stands behind that no name runs over
	owned  bool // 的 stands in front
	many   bool // a count stands behind
}

// headed reports whether the item ends with a class word.
func (t *item) headed() bool {
	for i := len(t.tokens) - 1; i >= 0; i-- {
		if t.tokens[i].kind != asBracket {
			return t.tokens[i].class != "" && t.tokens[i].sort != "other"
		}
	}
	return false
}

// phraser cuts the tokens of a sentence into phrases.
type phraser struct {
	text   string
	tokens []token
	now    phrase
	item   item
	each   bool // 每个, 各县: all of the clause is about classes
	gather bool // between 集 and 的
	out    []phrase
}

// phrases cuts a sentence into phrases: each run of verbs begins one, but for a
// verb that is a part of a name (乡村建设行动) or stands behind one (…平台建设).
func phrases(text string, tokens []token) []phrase {
	c := &phraser{text: text, tokens: tokens}
	for i, p := range tokens {
		switch p.kind {
		case asVerb:
			c.verb(i, p)
		case asEnd, asTitle:
			c.end(p)
		case asJoint:
			c.joint(p)
		case asStop:
			c.stop(p)
		case asOwner:
			c.owner(i)
		case asRest:
			c.push()
			c.now.rest = true
		case asMany:
			c.many(p)
		default:
			c.plain(i, p)
		}
	}
	c.flush()
	return c.out
}

// push ends the item.
func (c *phraser) push() {
	if len(c.item.tokens) > 0 {
		c.now.items = append(c.now.items, c.item)
	}
	c.item = item{}
}

// flush ends the phrase.
func (c *phraser) flush() {
	c.push()
	if len(c.now.items) > 0 {
		c.out = append(c.out, c.now)
	}
	c.now, c.gather = phrase{many: c.each}, false
}

// end ends the phrase. Behind a colon its verbs govern on: 续建项目：A、B.
func (c *phraser) end(p token) {
	c.each = false
	verbs := c.now.verbs
	label := c.text[p.Start:p.End] == ":" && len(verbs) > 0 && len(c.now.after) == 0
	for _, t := range append(c.now.items, c.item) {
		for _, one := range t.tokens {
			label = label && one.bare
		}
	}
	c.flush()
	if label {
		c.now.verbs = verbs
	}
}

func (c *phraser) verb(i int, p token) {
	fresh := len(c.item.tokens) == 0 && len(c.now.items) == 0
	switch {
	case c.gather:
	case len(c.item.tokens) > 0 && !c.item.shut && !c.item.headed() && p.End-p.Start == 3: // 金|建|高铁
		c.plain(i, p)
	case len(c.item.tokens) > 0 && !c.item.shut && c.inside(i):
		c.plain(i, p)
	case c.item.headed() && c.document(i):
		c.item = item{}
	case c.item.headed() && p.verb.works && i+1 < len(c.tokens) && (c.tokens[i+1].kind == asRest || c.tokens[i+1].kind == asJoint):
		p.kind = asNoun // …运河整治、…水库扩建等工程
		c.plain(i, p)
	case c.governed() && (p.verb.force == "done" || c.trails(i)):
		c.item.shut = true
		c.now.after = append(c.now.after, p)
	case fresh && c.named(i):
		c.plain(i, p)
	case fresh:
		c.now.verbs, c.now.place = append(c.now.verbs, p), false
	default:
		c.now.next = p
		c.flush()
		c.now.verbs = append(c.now.verbs, p)
	}
}

// document reports whether the verb at i makes a document or an arrangement of
// the name in front of it: …行动|实施|方案, …专项|协调|机制.
func (c *phraser) document(i int) bool {
	if v := c.tokens[i]; c.text[v.Start:v.End] == "规划" && c.item.tokens[len(c.item.tokens)-1].sort == "action" {
		return true // 专项规划
	}
	if i+1 >= len(c.tokens) || c.tokens[i+1].sort != "other" || c.item.tokens[len(c.item.tokens)-1].kind == asQuote {
		return false
	}
	switch c.tokens[i+1].class {
	case "方案", "机制", "办法", "意见", "规划", "制度", "标准", "条例", "清单", "体系", "政策":
		return true
	}
	return false
}

// governed reports whether a verb here may stand behind what it governs.
func (c *phraser) governed() bool {
	return c.item.headed() || c.now.rest || len(c.now.items) > 0
}

// inside reports whether the verb at i is a part of the name that has begun:
// 城乡|建设|行动, 质量|提升|三年行动, 新药|研发|平台.
func (c *phraser) inside(i int) bool {
	v := c.tokens[i]
	headed := c.item.headed()
	building := c.text[v.Start:v.End] == "建设"
	if !v.verb.inside && !building {
		return false
	}
	for j := i + 1; j < len(c.tokens); j++ {
		p := c.tokens[j]
		switch {
		case headed && j == i+1 && p.bare && p.class != "":
			return true
		case headed && !v.verb.works:
			return false
		case p.kind == asVerb && p.verb.inside:
			continue
		case p.kind != asNoun && p.kind != asQuote && p.kind != asJoint && p.kind != asBracket:
			return false
		case headed && p.class != "" && !strings.HasSuffix(p.class, "工程") && !strings.HasSuffix(p.class, "项目"):
			return false
		case p.class != "" && p.sort != "other":
			return v.verb.inside || c.weightless(i+1, j)
		}
	}
	return false
}

// weightless reports whether nothing in tokens[i:j] sets a name apart.
func (c *phraser) weightless(i, j int) bool {
	for _, p := range c.tokens[i:j] {
		if p.kind != asVerb && !p.bare {
			return false
		}
	}
	return true
}

// trails reports whether the verb at i stands behind what it governs: no name
// follows it in its clause.
func (c *phraser) trails(i int) bool {
	for _, p := range c.tokens[i+1:] {
		switch p.kind {
		case asEnd, asJoint, asRest, asBracket, asOwner:
			return true
		case asQuote, asTitle, asMany:
			return false
		case asNoun:
			if p.class != "" && p.sort != "other" {
				return false
			}
		}
	}
	return true
}

// named reports whether the verb at i begins a name: 实施|促进工业经济发展行动.
func (c *phraser) named(i int) bool {
	if n := len(c.now.verbs); n == 0 || c.now.verbs[n-1].verb.force != "carry" || c.now.verbs[n-1].End != c.tokens[i].Start || !c.tokens[i].verb.inside {
		return false
	}
	for _, p := range c.tokens[i+1:] {
		if p.kind != asNoun && p.kind != asQuote && p.kind != asVerb {
			return false
		}
		if p.sort == "action" {
			return true
		}
	}
	return false
}

func (c *phraser) joint(p token) {
	switch {
	case len(c.item.tokens) == 0:
	case c.item.headed() || c.item.shut:
		c.push()
	default:
		c.item.tokens = append(c.item.tokens, p) // A、B工程: who reads the item decides
	}
}

// idle are words that stand between a verb and its object, or before a verb.
const idle = "了着过已均都也就再更还又地得有"

func (c *phraser) stop(p token) {
	if c.gather {
		return
	}
	if len(c.now.verbs) == 0 && len(c.item.tokens) == 0 && len(c.now.items) == 0 {
		c.now.adverb = p
	}
	switch {
	case len(c.item.tokens) > 0 && c.item.headed():
		c.item.shut = true
	case len(c.item.tokens) == 0 && (strings.Contains(idle, c.text[p.Start:p.End]) || p.End-p.Start > 3):
	default:
		c.item = item{}
		c.flush()
		c.now.place = strings.Contains("在于", c.text[p.Start:p.End])
		if c.text[p.Start:p.End] == "以" { // 以A、B为抓手
			c.now.verbs = []token{{Range: p.Range, verb: projectVerb{force: "lean", status: "ongoing"}}}
		}
	}
}

// owner reads 的: what stands before it is no part of a name, unless only a verb follows.
func (c *phraser) owner(i int) {
	if c.gather { // 集A、B于一体的C平台
		c.gather, c.item, c.now.items, c.now.rest = false, item{}, nil, false
		return
	}
	if c.item.headed() && i+1 < len(c.tokens) && c.tokens[i+1].kind == asVerb {
		c.item.shut = true
		return
	}
	c.item = item{owned: true}
}

func (c *phraser) many(p token) {
	switch {
	case c.now.rest:
	case len(c.item.tokens) == 0:
		c.now.many = true
		c.each = c.each || strings.HasPrefix(c.text[p.Start:], "每") || strings.HasPrefix(c.text[p.Start:], "各")
	case c.item.headed():
		c.item.many, c.item.shut = true, true
	default:
		c.item = item{many: true}
	}
}

func (c *phraser) plain(i int, p token) {
	switch {
	case c.now.rest:
		c.now.whole = append(c.now.whole, p)
		return
	case c.item.shut:
		c.flush()
	case len(c.item.tokens) == 0 && len(c.now.verbs) > 0 && c.text[p.Start:p.End] == "集":
		c.gather = true
		return
	case p.kind == asQuote && c.item.headed() && c.item.tokens[len(c.item.tokens)-1].kind == asNoun && !c.classAt(i+1):
		c.push() // …产业园“一区两园”
	case p.kind == asQuote && len(c.item.tokens) > 0 && c.item.tokens[len(c.item.tokens)-1].kind == asQuote:
		c.item.tokens = append(c.item.tokens, token{Range: segment.Range{Start: p.Start, End: p.Start}, kind: asJoint, comma: true}) // “…”“…”等工程
	case p.lead && len(c.item.tokens) == 0:
		return
	case p.kind == asBracket && c.item.headed():
		c.now.aside = append(c.now.aside, p.inner)
	}
	c.item.tokens = append(c.item.tokens, p)
}

// classAt reports whether the token at i is a class word: 农村公路“畅安舒美”|工程.
func (c *phraser) classAt(i int) bool {
	return i < len(c.tokens) && c.tokens[i].kind == asNoun && c.tokens[i].class != ""
}
