package extract

import "suyuan/segment"

// figures binds every quantity of the document to what it measures.
func (r *reading) figures() {
	c := newContext(r)
	cards := r.cards()
	var table *segment.Table
	for _, p := range r.passages {
		if p.cell != nil {
			if r.inMetadata(p) {
				r.asideMetadata(p)
			} else if p.block.Table != nil && p.block.Table != table {
				table = p.block.Table
				r.tableFigures(table, c)
			}
			continue
		}
		c.enter(p)
		cards[p].begin(c)
		r.quantify(p)
		if !candidate(p.quantities) {
			c.pass(p)
			continue
		}
		for _, s := range p.sentences {
			r.sentenceFigures(p, s, c)
		}
		c.pass(p)
	}
}

// candidate reports whether one of the quantities may be a figure.
func candidate(list []quantity) bool {
	for i := range list {
		if list[i].aside == "" {
			return true
		}
	}
	return false
}

// within returns the quantities of a sentence.
func within(list []quantity, s segment.Range) []quantity {
	i := 0
	for i < len(list) && list[i].Start < s.Start {
		i++
	}
	j := i
	for j < len(list) && list[j].Start < s.End {
		j++
	}
	return list[i:j]
}

// bound is a quantity with all that its figure needs.
type bound struct {
	*slot
	clause   *clause
	name     name
	words    nounPhrase // the words left of it
	rule     string
	measure  measure
	kind     string
	kindAt   []part
	baseline bool            // the earlier end of a change: 由37家
	way      way             // of a provision
	added    []segment.Range // of a criterion, the word that says that what it sets apart was added
	granted  bool            // named as a grant or a limit
	gap      segment.Range   // what says how far one thing is from another: 高于全省平均水平
}

// sentenceFigures binds the quantities of one sentence.
func (r *reading) sentenceFigures(p *passage, s segment.Range, c *context) {
	quantities := within(p.quantities, s)
	if !candidate(quantities) {
		c.sentence(p, s)
		return
	}
	c.begin(p, s)
	share(p, quantities)
	var now topic
	var outer []topic // what was spoken of where a bracket interrupts
	inside := false
	for _, cl := range p.clauses(s, quantities) {
		if cl.inside && !inside {
			outer = append(outer, now)
		}
		if !cl.inside && inside && len(outer) > 0 {
			now = outer[len(outer)-1]
			outer = outer[:len(outer)-1]
			c.undated = false
		}
		inside = cl.inside
		c.clause(p, cl)
		if len(cl.slots) == 0 {
			r.introduce(p, cl, &now)
			continue
		}
		b := binder{reading: r, p: p, cl: cl, now: &now, c: c}
		b.clause()
	}
	if len(now.names) > 0 {
		c.subject, c.latest = now.names[0], now.name
	}
	c.sentence(p, s)
}
