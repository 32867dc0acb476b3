package segment

// opened is a heading that later blocks may stand under.
type opened struct {
	block  *Block
	number numbering
	depth  uint8 // number of # in front of it
	rank   int   // smaller is higher
}

// Ranks of the headings that have no number of their own.
const (
	boxRank     = 120
	bareRank    = 150
	leadRank    = 160
	captionRank = 170
)

// rank orders headings by the style of their number. The number decides and not
// the # in front of it: converters guess the depth from the size of the letters.
func rank(n numbering, isBox bool) int {
	switch {
	case isBox:
		return boxRank
	case n.style == none:
		return bareRank
	case n.style == bullet:
		return leadRank
	case n.style == caption:
		return captionRank
	case n.style == decimal:
		return int(arabic)*10 + int(n.deep) - 1
	}
	return int(n.style) * 10
}

// parent returns the innermost open heading, nil at the top.
func (s *splitter) parent() *Block {
	if len(s.open) == 0 {
		return nil
	}
	return s.open[len(s.open)-1].block
}

// descend closes the headings that a new heading on line i does not stand under,
// and returns its number, which may be one it has lost.
func (s *splitter) descend(n numbering, depth uint8, isBox bool, i int) numbering {
	r := rank(n, isBox)
	floor := 0
	if b := s.innerBox(); b >= 0 && !isBox {
		if s.leavesBox(b, n, depth) {
			s.open = s.open[:b]
		} else {
			floor = b + 1
		}
	}
	if n.style == none && !isBox {
		return s.descendBare(depth, floor, i)
	}
	if k := len(s.open) - 1; k >= floor && s.open[k].rank == bareRank && r < bareRank && s.under(k, n) {
		s.open[k].rank = r - 1
		return n
	}
	for k := len(s.open) - 1; k >= floor && s.open[k].rank >= r; k-- {
		s.open = s.open[:k]
	}
	return n
}

// under reports whether a numbered heading stands under the one without number
// that is open at place k: it begins a list right below it, or it does not go on
// with the numbers further out and is of a low style.
func (s *splitter) under(k int, n numbering) bool {
	for at := k - 1; at >= 0; at-- {
		if s.open[at].number.style == n.style {
			return n.value == 1 || n.value != s.open[at].number.value+1
		}
	}
	return n.value == 1 && len(s.out) > 0 && s.out[len(s.out)-1] == s.open[k].block || n.style >= arabic
}

// descendBare places a heading without a number: by its # against the headings
// that have one; at the place of the number that is lost, where the next
// heading's number shows a gap; else beside the last one of its kind.
func (s *splitter) descendBare(depth uint8, floor, i int) (n numbering) {
	if depth > 0 {
		for k := len(s.open) - 1; k >= floor && (s.open[k].depth == 0 || s.open[k].depth >= depth); k-- {
			s.open = s.open[:k]
		}
		return n
	}
	if k := s.gap(i, floor); k >= 0 {
		n = numbering{style: s.open[k].number.style, value: s.open[k].number.value + 1}
		s.open = s.open[:k]
		return n
	}
	for k := floor; k < len(s.open); k++ {
		if s.open[k].number.style == none && !s.open[k].block.Box {
			s.open = s.open[:k]
			return n
		}
	}
	for k := len(s.open) - 1; k >= floor && s.open[k].rank >= bareRank; k-- {
		s.open = s.open[:k]
	}
	return n
}

// gap returns the open heading whose next number is missing: with （一） open and
// （三） the next of its style, a title without a number between them is （二）.
func (s *splitter) gap(i, floor int) int {
	for k := i + 1; k < min(len(s.lines), i+120); k++ {
		n := s.lines[k].number
		if s.lines[k].role != plain || n.style == none || n.style >= arabic {
			continue
		}
		for at := len(s.open) - 1; at >= floor; at-- {
			if s.open[at].number.style == n.style {
				if n.value == s.open[at].number.value+2 {
					return at
				}
				return -1
			}
		}
		return -1
	}
	return -1
}

// innerBox returns the place of the innermost open box, -1 where none is open.
func (s *splitter) innerBox() int {
	for k := len(s.open) - 1; k >= 0; k-- {
		if s.open[k].block.Box {
			return k
		}
	}
	return -1
}

// leavesBox reports whether a heading ends the box at place b: it goes on with
// the numbers outside it and not with those inside.
func (s *splitter) leavesBox(b int, n numbering, depth uint8) bool {
	if n.style == none {
		return depth > 0 && s.open[b].depth > 0 && depth <= s.open[b].depth
	}
	if n.style == bullet || n.style == caption {
		return false
	}
	for k := len(s.open) - 1; k > b; k-- {
		if s.open[k].number.style == n.style {
			if n.value == s.open[k].number.value+1 {
				return false
			}
			break
		}
	}
	highest := 1 << 20
	for k := b - 1; k >= 0; k-- {
		o := &s.open[k]
		if o.number.style == n.style {
			return n.value != 1 || rank(n, false) < int(hanIn)*10
		}
		highest = min(highest, o.rank)
	}
	return rank(n, false) < highest || n.style <= han
}
