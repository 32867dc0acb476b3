package main

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
)

// node is a beginning of words.
type node struct {
	next  map[rune]*node
	value int // number of its entry and one, 0 where no word ends
	cell  int
}

// cell is a node as it is written: its child for the character c stands in the
// cell base+c, where parent is its own number.
type cell struct {
	base   int32
	parent uint32
	value  uint16
}

// encode writes the words as package segment reads them: the number of cells, of
// entries and of parts of speech; the cells; the entries, a frequency and the
// number of a part of speech each, in the order of their frequencies; the parts
// of speech, each with a line break behind it. Numbers are little-endian.
func encode(words []word) []byte {
	entries := entriesOf(words)
	numbers := map[entry]int{}
	for i, e := range entries {
		numbers[e] = i + 1
	}
	root := &node{next: map[rune]*node{}}
	for _, w := range words {
		n := root
		for _, r := range w.text {
			child := n.next[r]
			if child == nil {
				child = &node{next: map[rune]*node{}}
				n.next[r] = child
			}
			n = child
		}
		n.value = numbers[w.entry]
	}
	cells := pack(root)
	var pos []string
	for _, e := range entries {
		if !slices.Contains(pos, e.pos) {
			pos = append(pos, e.pos)
		}
	}
	var out []byte
	for _, n := range []int{len(cells), len(entries), len(pos)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, c := range cells {
		out = binary.LittleEndian.AppendUint32(out, uint32(c.base))
		out = binary.LittleEndian.AppendUint32(out, c.parent)
		out = binary.LittleEndian.AppendUint16(out, c.value)
	}
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint32(out, uint32(e.frequency))
		out = append(out, byte(slices.Index(pos, e.pos)))
	}
	for _, p := range pos {
		out = append(out, p+"\n"...)
	}
	return out
}

// entriesOf returns what is said of words, each thing once, by frequency.
func entriesOf(words []word) []entry {
	seen := map[entry]bool{}
	for _, w := range words {
		seen[w.entry] = true
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.frequency, b.frequency), cmp.Compare(a.pos, b.pos))
	})
}

// pack gives every node a cell, the root cell 0, level by level and of each level
// the nodes with the most children first: those with one fit in anywhere.
func pack(root *node) []cell {
	p := &packer{}
	p.take(0, nobody)
	for level := []*node{root}; len(level) > 0; {
		slices.SortStableFunc(level, func(a, b *node) int {
			return cmp.Or(len(b.next)-len(a.next), a.cell-b.cell)
		})
		var below []*node
		for _, n := range level {
			p.cells[n.cell].value = uint16(n.value)
			if len(n.next) == 0 {
				continue
			}
			runes := slices.Sorted(maps.Keys(n.next))
			base := p.fit(runes)
			p.cells[n.cell].base = int32(base)
			for _, r := range runes {
				child := n.next[r]
				child.cell = base + int(r)
				p.take(child.cell, uint32(n.cell))
				below = append(below, child)
			}
		}
		level = below
	}
	return p.cells
}

// nobody is the parent of an empty cell.
const nobody = ^uint32(0)

type packer struct {
	cells []cell
	taken []bool
	free  int // no cell in front of it is free
}

// fit returns a base at which the cells of all runes are free.
func (p *packer) fit(runes []rune) int {
	for p.is(p.free) {
		p.free++
	}
	for at := p.free; ; at++ {
		base := at - int(runes[0])
		if !slices.ContainsFunc(runes, func(r rune) bool { return p.is(base + int(r)) }) {
			return base
		}
	}
}

func (p *packer) is(i int) bool { return i < len(p.taken) && p.taken[i] }

func (p *packer) take(i int, parent uint32) {
	for len(p.cells) <= i {
		p.cells, p.taken = append(p.cells, cell{parent: nobody}), append(p.taken, false)
	}
	p.cells[i].parent, p.taken[i] = parent, true
}
