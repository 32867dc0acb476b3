package extract

import (
	"strings"

	"suyuan/segment"
)

func (c *phraser) verb(i int, t *token) {
	switch {
	case c.gather:
	case c.begun() && (c.inside(i) || !c.item.headed() && len(t.text) == 3): // 金|建|高铁
		c.noun(i, t)
	case c.item.headed() && c.paper(i):
		c.item = item{}
	case c.begun() && t.verb.works && c.listGoesOn(i+1):
		noun := *t
		noun.kind = asNoun // …运河整治、…水库扩建等工程
		c.noun(i, &noun)
	case c.governs() && (t.verb.force == "done" || c.trails(i)):
		c.item.shut = true
		c.now.after = append(c.now.after, *t)
	case c.fresh() && c.begins(i):
		c.noun(i, t)
	case c.fresh():
		c.now.verbs, c.now.place = append(c.now.verbs, *t), false
	default:
		c.now.next = *t
		c.flush()
		c.now.verbs = append(c.now.verbs, *t)
	}
}

// governs reports whether a verb here may stand behind what it governs.
func (c *phraser) governs() bool {
	return c.item.headed() || c.now.rest || len(c.now.items) > 0
}

// end ends the phrase. Behind a label its verbs govern on: 续建项目：A、B.
func (c *phraser) end(t *token) {
	verbs, label := c.now.verbs, t.text == ":" && len(c.now.after) == 0 && c.isLabel()
	c.each = false
	c.flush()
	if label {
		c.now.verbs = verbs
	}
}

// isLabel reports whether the phrase names nothing: 续建项目.
func (c *phraser) isLabel() bool {
	if len(c.now.items) > 0 {
		return false
	}
	for _, t := range c.item.tokens {
		if !t.bare {
			return false
		}
	}
	return true
}

func (c *phraser) joint(i int, t *token) {
	switch {
	case len(c.item.tokens) == 0:
	case c.item.headed() && !c.item.shut && t.text != "、" && c.fitted(i+1):
		noun := *t
		noun.kind, noun.bare = asNoun, true
		c.take(&noun) // 污水处理厂|及|配套管网工程
	case c.item.headed() || c.item.shut:
		c.push()
	default:
		c.take(t) // A、B工程: who reads the item decides
	}
}

// idle are words that stand between a verb and its object, or before a verb.
const idle = "了着过已均都也就再更还又地得有"

func (c *phraser) stop(t *token) {
	if c.gather {
		return
	}
	if c.fresh() && len(c.now.verbs) == 0 {
		c.now.adverb = *t
	}
	switch {
	case c.item.headed():
		c.item.shut = true
	case len(c.item.tokens) == 0 && (strings.Contains(idle, t.text) || len(t.text) > 3):
	default:
		c.item = item{}
		c.flush()
		c.now.place = t.text == "在" || t.text == "于"
		if t.text == "以" { // 以A、B为抓手
			c.now.verbs = []token{{Range: t.Range, text: t.text, verb: projectVerb{force: "lean", status: "ongoing"}}}
		}
	}
}

// owner reads 的: what stands before it is no part of a name, unless only a verb
// follows.
func (c *phraser) owner(i int) {
	switch {
	case c.gather: // 集A、B于一体的C平台
		c.gather, c.item, c.now.items, c.now.rest = false, item{}, nil, false
	case c.item.headed() && i+1 < len(c.tokens) && c.tokens[i+1].kind == asVerb:
		c.item.shut = true
	default:
		c.item = item{owned: true}
	}
}

func (c *phraser) many(t *token) {
	switch {
	case c.now.rest:
	case len(c.item.tokens) == 0:
		c.now.many = true
		c.each = c.each || strings.HasPrefix(t.text, "每") || strings.HasPrefix(t.text, "各")
	case c.item.headed():
		c.item.many, c.item.shut = true, true
	case gauge(c.item.tokens).proper && hasAnySuffix2(t.text, "只", "套", "台", "件", "辆", "张", "艘") && hasAnyOf(t.text, "万", "亿"):
		c.take(t) // 庆阳|15万只|生猪养殖项目
	default:
		c.item = item{many: true}
	}
}

func (c *phraser) noun(i int, t *token) {
	switch last := c.item.last(); {
	case c.now.rest:
		c.now.whole = append(c.now.whole, *t)
		return
	case c.item.shut:
		c.flush()
	case t.text == "集" && c.item.headed():
		c.item.shut = true // …园区项目集科研、展览于一体
		return
	case len(c.item.tokens) == 0 && (t.lead || t.text == "集" && len(c.now.verbs) > 0):
		c.gather = !t.lead
		return
	case t.kind == asQuote && last.kind == asQuote: // “…”“…”等工程
		c.take(&token{Range: segment.Range{Start: t.Start, End: t.Start}, kind: asJoint, text: "、"})
	case t.kind == asQuote && last.kind == asNoun && c.item.headed() && !c.classAt(i+1):
		c.push() // …产业园“一区两园”
	case t.kind == asBracket && c.item.headed():
		c.now.aside = append(c.now.aside, t.inner)
	}
	c.take(t)
}
