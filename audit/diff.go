package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"suyuan/store"
)

// Turn says what became of a target from one document to the other.
type Turn string

// The turns. Raised and lowered go by the number, also of what is better the less
// there is of it.
const (
	Raised  Turn = "raised"
	Lowered Turn = "lowered"
	Moved   Turn = "moved" // to another year
	Renamed Turn = "renamed"
	Dropped Turn = "dropped"
	Added   Turn = "new"
	Same    Turn = "same"
	Below   Turn = "below" // a region's target under its superior's
	Above   Turn = "above"
	Beyond  Turn = "beyond" // an amount of a region that is more than its superior's
)

// Difference is a target in two documents.
type Difference struct {
	Turn        Turn         `json:"turn"`
	Severity    string       `json:"severity"`
	Indicator   string       `json:"indicator"`
	IndicatorID string       `json:"indicator_id,omitempty"`
	Year        int          `json:"year"`
	Message     string       `json:"message"`
	MessageEN   string       `json:"message_en"`
	A           *ShownRecord `json:"a"` // nil for new
	B           *ShownRecord `json:"b"` // nil for dropped
	severity    Severity
}

// Compared is what Diff found.
type Compared struct {
	A, B        store.Document
	Superior    string // the region of the two that the other lies in, "" for none
	Differences []Difference
}

// Diff sets the targets of two stored documents side by side, each named by its id
// or one of its paths. Two versions of a plan are told apart by what was raised,
// lowered, moved, renamed, dropped and put in. Where one document is of a region
// that the other's lies in, only targets that both have are compared: shares and
// rates by which is the higher, amounts by whether the part exceeds the whole.
func (a *Auditor) Diff(ctx context.Context, s *store.Store, first, second string) (Compared, error) {
	var c Compared
	var sides [2]*document
	for i, name := range []string{first, second} {
		d, err := s.Document(ctx, name)
		if err != nil {
			return c, err
		}
		m, err := Load(ctx, s, d)
		if err != nil {
			return c, err
		}
		sides[i] = a.read(m)
	}
	c.A, c.B = sides[0].Document, sides[1].Document
	c.Superior = a.superior(string(c.A.Region), string(c.B.Region))
	if c.Superior != "" {
		c.Differences = regions(sides[0], sides[1], c.Superior == string(c.A.Region))
	} else {
		c.Differences = versions(sides[0], sides[1])
	}
	return c, fill(ctx, s, sides, c.Differences)
}

// superior returns the one of two regions that the other lies in, "" for neither.
func (a *Auditor) superior(x, y string) string {
	switch {
	case slices.Contains(a.lexicon.Above(x), y):
		return y
	case slices.Contains(a.lexicon.Above(y), x):
		return x
	}
	return ""
}

// aim is a target that stands for all mentions of it in a document.
type aim struct {
	*figure
	key string // what must be the same but for the year
}

// aims lists the targets of a document, each once, by place.
func (d *document) aims() (all []aim) {
	seen := map[string]bool{}
	for _, f := range d.figures {
		if f.Kind != "target" || f.Measure == "rank" || f.Indicator == "" || f.Scope != "" {
			continue
		}
		key := fmt.Sprintf("%s\x00%s\x00%s\x00%s", f.key, f.Measure, f.Per, f.place)
		if hard(f.act) {
			key += "\x00" + f.act
		}
		again := fmt.Sprintf("%s\x00%d", key, f.TimeLast)
		if !seen[again] {
			seen[again] = true
			all = append(all, aim{f, key})
		}
	}
	return all
}

// versions compares the targets of two versions of a document.
func versions(a, b *document) []Difference {
	left, right := a.aims(), b.aims()
	var all []Difference
	met := map[*figure]bool{}
	pair := func(x, y aim, turn Turn) {
		met[x.figure], met[y.figure] = true, true
		all = append(all, difference(turn, x.figure, y.figure))
	}
	each := func(match func(x, y aim) bool, turn func(x, y aim) Turn, key func(aim) string) {
		byKey := map[string][]aim{}
		for _, y := range right {
			byKey[key(y)] = append(byKey[key(y)], y)
		}
		for _, x := range left {
			for _, y := range byKey[key(x)] {
				if !met[x.figure] && !met[y.figure] && match(x, y) {
					pair(x, y, turn(x, y))
				}
			}
		}
	}
	always := func(aim, aim) bool { return true }
	each(always, func(x, y aim) Turn { return raised(x.figure, y.figure) }, func(x aim) string { return fmt.Sprintf("%s\x00%d", x.key, x.TimeLast) })
	each(always, func(x, y aim) Turn { return Moved }, func(x aim) string { return x.key })
	each(func(x, y aim) bool { _, like := likeness(x.figure, y.figure); return like }, func(x, y aim) Turn { return Renamed }, func(x aim) string {
		return fmt.Sprintf("%s\x00%s\x00%s\x00%d", x.value.RatString(), x.UnitBase, x.Measure, x.TimeLast)
	})
	for _, x := range left {
		if !met[x.figure] {
			all = append(all, difference(Dropped, x.figure, nil))
		}
	}
	for _, y := range right {
		if !met[y.figure] {
			all = append(all, difference(Added, nil, y.figure))
		}
	}
	return all
}

// raised says whether a target became greater.
func raised(x, y *figure) Turn {
	switch x.value.Cmp(y.value) {
	case -1:
		return Raised
	case 1:
		return Lowered
	}
	return Same
}

// regions compares the targets of a region with those of one that it lies in.
func regions(a, b *document, aAbove bool) (all []Difference) {
	byKey := map[string]aim{}
	for _, y := range b.aims() {
		key := fmt.Sprintf("%s\x00%d", y.key, y.TimeLast)
		if _, ok := byKey[key]; !ok {
			byKey[key] = y
		}
	}
	for _, x := range a.aims() {
		y, ok := byKey[fmt.Sprintf("%s\x00%d", x.key, x.TimeLast)]
		if !ok || x.UnitBase != y.UnitBase {
			continue
		}
		part, whole := x.figure, y.figure
		if aAbove {
			part, whole = whole, part
		}
		turn := Same
		switch order := part.value.Cmp(whole.value); {
		case part.additive() && order > 0:
			turn = Beyond
		case part.additive():
			continue
		case order < 0:
			turn = Below
		case order > 0:
			turn = Above
		}
		all = append(all, difference(turn, x.figure, y.figure))
	}
	return all
}

// additive reports whether the amounts of parts add up to that of the whole: 家 and
// 亿元 do, shares, rates and what is told per head do not.
func (f *figure) additive() bool {
	return f.Measure == "level" && f.UnitBase != "%" && f.UnitBase != "" && !perHead().MatchString(f.Indicator) && f.UnitBase != "岁" && f.UnitBase != "年"
}

// Differing returns the differences, with all also what is the same.
func (c Compared) Differing(all bool) []Difference {
	return slices.DeleteFunc(slices.Clone(c.Differences), func(d Difference) bool { return !all && d.Turn == Same })
}

// Counted says how many targets took each turn.
func (c Compared) Counted() string {
	var counts []string
	for _, turn := range []Turn{Raised, Lowered, Moved, Renamed, Dropped, Added, Below, Above, Beyond, Same} {
		n := 0
		for _, d := range c.Differences {
			if d.Turn == turn {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, turn))
		}
	}
	if len(counts) == 0 {
		return "no target in common"
	}
	return strings.Join(counts, ", ")
}
