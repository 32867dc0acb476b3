package source

import "math"

// mostWrapped is how many lines a cell's text is wrapped over at most.
const mostWrapped = 12

// emptyCost is what it costs to leave a row's cell empty, in points: less than to
// move a piece by half a line.
const emptyCost = 3

// split is what it costs to part pieces among the levels, without doing it.
func split(pieces []piece, levels []level) float64 {
	cost, _ := align(pieces, levels, centred)
	other, _ := align(pieces, levels, topmost)
	return min(cost, other)
}

// part parts the pieces of a column, from top to bottom, among the levels, so
// that each part stands level with its row: its middle does, or its first line.
func part(pieces []piece, levels []level) [][]piece {
	cost, parts := align(pieces, levels, centred)
	if math.IsInf(cost, 1) { // more of them stand apart than there are rows
		return crowd(pieces, levels)
	}
	if other, top := align(pieces, levels, topmost); other < cost {
		cost, parts = other, top
	}
	for _, p := range parts {
		if len(p) == 0 {
			cost -= emptyCost
		}
	}
	if len(pieces) > 0 && len(pieces) < len(levels) && cost > 0.3*pieces[0].em {
		if other, merged := partMerged(pieces, levels); other+0.3*pieces[0].em < cost {
			return merged
		}
	}
	return parts
}

// crowd puts each piece into the row that it is nearest to.
func crowd(pieces []piece, levels []level) [][]piece {
	parts := make([][]piece, len(levels))
	for i := range pieces {
		best := 0
		for k := range levels {
			if math.Abs(levels[k].middle-pieces[i].middle) < math.Abs(levels[best].middle-pieces[i].middle) {
				best = k
			}
		}
		parts[best] = append(parts[best], pieces[i])
	}
	return parts
}

// apartLines is how far two lines are apart, in full-width characters, that are in no case
// lines of one cell.
const apartLines = 2.4

// partMerged parts pieces among levels where a cell may stand beside several rows, level with the
// middle of them; its text is in the first of these. Each row stands beside one.
func partMerged(pieces []piece, levels []level) (float64, [][]piece) {
	n, m := len(pieces), len(levels)
	cost := make([][]float64, m+1)
	from := make([][][2]int, m+1) // the rows and the pieces before the last cell
	for k := range cost {
		cost[k], from[k] = make([]float64, n+1), make([][2]int, n+1)
		for i := range cost[k] {
			cost[k][i] = math.Inf(1)
		}
	}
	cost[0][0] = 0
	for k := 1; k <= m; k++ {
		for i := 1; i <= n; i++ {
			for t := 1; t <= min(i, mostWrapped) && !far(pieces[i-t:i]); t++ {
				middle := (pieces[i-t].middle + pieces[i-1].middle) / 2
				for s := k; s > 0 && s > k-mostMerged; s-- {
					off := math.Abs((levels[s-1].middle+levels[k-1].middle)/2 - middle)
					if c := cost[s-1][i-t] + off; c < cost[k][i] {
						cost[k][i], from[k][i] = c, [2]int{s - 1, i - t}
					}
				}
			}
		}
	}
	parts := make([][]piece, m)
	if math.IsInf(cost[m][n], 1) {
		return cost[m][n], nil
	}
	for k, i := m, n; k > 0; {
		f := from[k][i]
		parts[f[0]] = pieces[f[1]:i]
		k, i = f[0], f[1]
	}
	return cost[m][n], parts
}

// mostMerged is how many rows a merged cell stands beside at most.
const mostMerged = 30

// far reports whether the first two pieces are too far apart to be lines of one cell.
func far(pieces []piece) bool {
	return len(pieces) > 1 && pieces[1].middle-pieces[0].middle > apartLines*pieces[0].em
}

// centred is how far the middle of a cell's lines is from its row.
func centred(pieces []piece, l level) float64 {
	return math.Abs((pieces[0].middle+pieces[len(pieces)-1].middle)/2 - l.middle)
}

// topmost is how far a cell's first line is from its row.
func topmost(pieces []piece, l level) float64 { return math.Abs(pieces[0].middle - l.middle) }

// align finds the cheapest way to part the pieces: cost[k][i] is that of the
// first i of them among the first k levels.
func align(pieces []piece, levels []level, off func([]piece, level) float64) (float64, [][]piece) {
	n, m := len(pieces), len(levels)
	cost, taken := make([][]float64, m+1), make([][]int, m+1)
	for k := range cost {
		cost[k], taken[k] = make([]float64, n+1), make([]int, n+1)
		for i := range cost[k] {
			cost[k][i] = math.Inf(1)
		}
	}
	cost[0][0] = 0
	for k := 1; k <= m; k++ {
		for i := 0; i <= n; i++ {
			for t := 0; t <= min(i, mostWrapped) && !far(pieces[i-t:i]); t++ {
				c := cost[k-1][i-t]
				if t == 0 {
					c += emptyCost
				} else {
					c += off(pieces[i-t:i], levels[k-1])
				}
				if c < cost[k][i] {
					cost[k][i], taken[k][i] = c, t
				}
			}
		}
	}
	parts := make([][]piece, m)
	for k, i := m, n; k > 0; k-- {
		parts[k-1] = pieces[i-taken[k][i] : i]
		i -= taken[k][i]
	}
	return cost[m][n], parts
}
