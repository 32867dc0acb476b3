package extract

import (
	"strings"

	"suyuan/segment"
)

// yields are the ends of names that say by how much a harvest or an income was more or
// less, and what the quantity's own name has behind their last character.
var yields = map[string]string{"增产": "量", "减产": "量", "增收": "入", "减收": "入"}

// yielded takes the change out of the name of what has changed: 粮食增产2.3万吨 is a
// change of 粮食产量, 农民增收1200元 one of 农民收入.
func (x binder) yielded(b *bound, own name) name {
	w := hasAnySuffix(own.String(), "增产", "减产", "增收", "减收")
	if w == "" || len(own) != 1 || b.measure.name != "level" {
		return own
	}
	if hasAnySuffix2(strings.TrimSuffix(own.String(), w), "增产", "节支", "提质", "增效", "增", "促") {
		return own // 增产增收2亿元: two changes at once
	}
	alone := len(own.String()) == len(w)
	if alone && !hasAnySuffix2(x.now.name.String(), "产", "产"+yields[w], "收"+yields[w]) {
		return own
	}
	verb := segment.Range{Start: own[0].at.End - len(w), End: own[0].at.End - len(w) + len("增")}
	b.measure.name, b.measure.negative = "change", w[:len("增")] == "减"
	if relativeDimensions[b.q.dimension] {
		b.measure.name = "growth"
	}
	b.measure.at = append(b.measure.at, verb)
	if alone {
		return nil // 粮食产量17.6万吨，增产2.1%
	}
	out := without(own, len(w))
	return append(out, part{p: own[0].p, at: segment.Range{Start: verb.End, End: own[0].at.End}}, part{implied: yields[w]})
}
