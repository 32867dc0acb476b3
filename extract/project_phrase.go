package extract

import "suyuan/segment"

// phrase is what a run of verbs governs: 推进 A、B和C 建设.
type phrase struct {
	adverb token   // in front of the verbs
	verbs  []token // in front; none where a clause begins with a name
	many   bool    // 一批, 3家 in front: classes follow
	place  bool    // 在 stands in front: the items are where something is done
	items  []item
	aside  []segment.Range // what stands in brackets behind an item
	rest   bool            // 等 stands behind the items
	whole  []token         // what stands behind 等: the class of all items
	after  []token         // verbs behind the last item
	next   token           // the verb that begins the next phrase without a mark between
}

// item is one thing of a phrase: the tokens of what may be a name.
type item struct {
	tokens []token
	shut   bool // a word stands behind that no name runs over
	owned  bool // 的 stands in front
	many   bool // a count stands beside
}

// headed reports whether the item ends with a class word.
func (t *item) headed() bool {
	for i := len(t.tokens) - 1; i >= 0; i-- {
		if t.tokens[i].kind != asBracket {
			return t.tokens[i].names()
		}
	}
	return false
}

// last returns the last token of the item, the zero token for none.
func (t *item) last() *token {
	if len(t.tokens) == 0 {
		return &token{}
	}
	return &t.tokens[len(t.tokens)-1]
}

// phraser cuts the tokens of a sentence into phrases.
type phraser struct {
	tokens []token
	now    phrase
	item   item
	each   bool // 每个, 各县: all of the clause is about classes
	gather bool // between 集 and 的
	out    []phrase
	kept   []token // the items' tokens, one item behind another
}

// phrases cuts a sentence into phrases: each run of verbs begins one, but for a
// verb that is a part of a name (乡村建设行动) or stands behind one (…平台建设).
func (c *phraser) phrases(tokens []token) []phrase {
	from := len(c.out)
	*c = phraser{tokens: tokens, out: c.out, kept: c.kept}
	for i := range tokens {
		t := &tokens[i]
		switch t.kind {
		case asVerb:
			c.verb(i, t)
		case asEnd, asTitle:
			c.end(t)
		case asJoint:
			c.joint(i, t)
		case asStop:
			c.stop(t)
		case asOwner:
			c.owner(i)
		case asRest:
			c.push()
			c.now.rest = true
		case asMany:
			if c.sums(i) {
				c.push()
				c.now.rest = true
				break
			}
			c.many(t)
		default:
			c.noun(i, t)
		}
	}
	c.flush()
	return c.out[from:]
}

// take puts t behind the item's tokens.
func (c *phraser) take(t *token) {
	from := len(c.kept) - len(c.item.tokens)
	c.kept = append(c.kept, *t)
	c.item.tokens = c.kept[from:]
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

// fresh reports whether the phrase has nothing but verbs yet.
func (c *phraser) fresh() bool { return len(c.item.tokens) == 0 && len(c.now.items) == 0 }

// begun reports whether the item may go on.
func (c *phraser) begun() bool { return len(c.item.tokens) > 0 && !c.item.shut }
