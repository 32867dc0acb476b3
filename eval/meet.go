package eval

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// overlaps reports whether two records share a character.
func overlaps(a, b Record) bool { return min(a.End, b.End) > max(a.Start, b.Start) }

// distance is how far the ends of two records lie apart, in characters.
func distance(a, b Record) int { return abs(a.Start-b.Start) + abs(a.End-b.End) }

// meet reports whether a predicted record stands where a gold one does.
func meet(gold, pred Record) bool {
	return overlaps(gold, pred) && distance(gold, pred) <= max(4, gold.End-gold.Start)
}

// sameSpan reports whether one record lies in the other and their ends are at
// most slack characters apart, brackets, quotation and percent signs aside.
func sameSpan(gold, pred Record, slack int) bool {
	g, p := trim(gold), trim(pred)
	return distance(g, p) <= slack && (g.Start-p.Start)*(g.End-p.End) <= 0
}

// trim takes the signs off both ends of a record's span.
func trim(r Record) Record {
	const signs = "“”\"'‘’《》()（） \t\r\n\u3000%％*"
	n := utf8.RuneCountInString(r.Text)
	r.Start += n - utf8.RuneCountInString(strings.TrimLeft(r.Text, signs))
	r.End -= n - utf8.RuneCountInString(strings.TrimRight(r.Text, signs))
	return r
}

func abs(n int) int { return max(n, -n) }

// couple is a gold record and the predicted one that met it, by their places in
// the lists.
type couple struct {
	gold, pred int
	closeness  int // the greater the better
}

// match couples gold and predicted records of one type, one to one, closest first.
func match(gold, pred []Record, kind string) []couple {
	candidates := candidatesByPlace
	if kind == Project {
		candidates = candidatesByName
	}
	all := candidates(gold, pred)
	slices.SortStableFunc(all, func(a, b couple) int { return b.closeness - a.closeness })
	goldTaken, predTaken := make([]bool, len(gold)), make([]bool, len(pred))
	var out []couple
	for _, c := range all {
		if !goldTaken[c.gold] && !predTaken[c.pred] {
			goldTaken[c.gold], predTaken[c.pred] = true, true
			out = append(out, c)
		}
	}
	return out
}

func candidatesByPlace(gold, pred []Record) []couple {
	var out []couple
	for i, g := range gold {
		for j, p := range pred {
			if meet(g, p) {
				out = append(out, couple{i, j, -distance(g, p)})
			}
		}
	}
	return out
}

// candidatesByName prefers the same name, then a record that counts before an
// optional one, then the longer name.
func candidatesByName(gold, pred []Record) []couple {
	called := plainNames(pred)
	var out []couple
	for i, g := range gold {
		names := g.names()
		for j := range pred {
			if !slices.ContainsFunc(names, func(s string) bool { return sameName(s, called[j]) }) {
				continue
			}
			closeness := utf8.RuneCountInString(names[0])
			if !g.Optional {
				closeness += 1e3
			}
			if slices.Contains(names, called[j]) {
				closeness += 1e6
			}
			out = append(out, couple{i, j, closeness})
		}
	}
	return out
}

// plainNames returns the plain name of every record.
func plainNames(records []Record) []string {
	var out []string
	for _, r := range records {
		out = append(out, plainName(r.called()))
	}
	return out
}

// excused returns which predicted records are no false alarm though nothing that
// counts met them: those that stand on an optional record, and those that are a
// shorter or other name of a project already found.
func excused(gold, pred []Record, met []couple, kind string) []bool {
	out, taken := make([]bool, len(pred)), make([]bool, len(pred))
	for _, c := range met {
		taken[c.pred] = true
		out[c.pred] = gold[c.gold].Optional
	}
	if kind == Project {
		excuseNames(gold, pred, taken, out)
		return out
	}
	for j, p := range pred {
		if !taken[j] && slices.ContainsFunc(gold, func(g Record) bool { return g.Optional && meet(g, p) }) {
			out[j] = true
		}
	}
	return out
}

// excuseNames excuses an unmet name that is like an optional project's, or that
// is part of a project's name and was not given before.
func excuseNames(gold, pred []Record, taken, out []bool) {
	called := plainNames(pred)
	seen := map[string]bool{}
	for j := range pred {
		if taken[j] {
			seen[called[j]] = true
		}
	}
	for j, name := range called {
		if taken[j] {
			continue
		}
		for _, g := range gold {
			for _, s := range g.names() {
				if sameName(s, name) && (g.Optional || !seen[name] && strings.Contains(s, name)) {
					out[j] = true
				}
			}
		}
		seen[name] = true
	}
}
