package segment

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"suyuan/source"
)

// tagged finds an HTML table left in the text, with its merged cells.
func (s *splitter) tagged(i int) *grid {
	from := int(s.lines[i].head)
	if from < s.tagless || !strings.HasPrefix(strings.ToLower(s.text[from:min(from+6, len(s.text))]), "<table") {
		return nil
	}
	h := tagReader{s: s, grid: &grid{}, at: from, line: i}
	h.read(s.text[from:])
	g := h.grid
	if len(g.rows) == 0 || g.columns < 2 || g.columns > 64 {
		s.tagless = h.at // nothing here begins a table: do not look again
		return nil
	}
	g.end = h.lineOf(h.at-1) + 1
	if int(s.lines[g.end-1].to) > h.at {
		g.tail = h.at
	}
	heads := h.heads
	if heads == 0 {
		heads = -1
	}
	return s.finish(g, min(heads, len(g.rows)-1))
}

// tagReader reads the tags of one table.
type tagReader struct {
	s     *splitter
	grid  *grid
	at    int // byte behind the tag that was read last
	line  int // line that at stands on
	depth int // tables in tables
	row   *gridRow
	cell  int         // byte the open cell begins at, 0 where none is open
	next  int         // column of the next cell
	wide  int         // columns of the open cell
	tall  int         // rows of the open cell
	th    bool        // the open cell is a head
	below map[int]int // column: rows further down that a merged cell covers
	heads int         // rows at the top that are marked as heads
	plain bool        // the open row has a cell that is no head
}

func (h *tagReader) read(text string) {
	z := html.NewTokenizer(strings.NewReader(text))
	h.below = map[int]int{}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		before := h.at
		h.at += len(z.Raw())
		if kind != html.StartTagToken && kind != html.EndTagToken {
			continue
		}
		name, more := z.TagName()
		tag := string(name)
		if tag == "table" {
			if kind == html.StartTagToken {
				h.depth++
			} else if h.depth--; h.depth == 0 {
				h.closeCell(before)
				h.closeRow(before)
				return
			}
		}
		if h.depth != 1 || tag != "td" && tag != "th" && tag != "tr" {
			continue
		}
		h.closeCell(before)
		switch {
		case tag == "tr":
			h.closeRow(before)
			if kind == html.StartTagToken {
				h.openRow(before)
			}
		case kind == html.StartTagToken:
			if h.row == nil {
				h.openRow(before)
			}
			h.openCell(tag == "th", z, more)
		}
	}
	h.closeCell(h.at)
	h.closeRow(h.at)
}

func (h *tagReader) openRow(at int) {
	h.row = &gridRow{from: at, first: h.lineOf(at)}
	h.next, h.plain = 0, false
}

func (h *tagReader) openCell(th bool, z *html.Tokenizer, more bool) {
	h.cell, h.th, h.wide, h.tall = h.at, th, 1, 1
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		n, _ := strconv.Atoi(strings.TrimSpace(string(value)))
		switch string(key) {
		case "colspan":
			h.wide = min(max(n, 1), 64)
		case "rowspan":
			h.tall = min(max(n, 1), 1000)
		}
	}
}

func (h *tagReader) closeCell(at int) {
	if h.cell == 0 || h.row == nil {
		return
	}
	h.covered()
	h.row.cells = append(h.row.cells, Cell{Span: untag(h.s.text, h.cell, at), Column: h.next})
	for c := h.next; c < h.next+h.wide && h.tall > 1; c++ {
		h.below[c] = h.tall // counts this row
	}
	h.plain = h.plain || !h.th
	h.next += h.wide
	h.cell = 0
}

// covered passes over the columns that a merged cell further up covers.
func (h *tagReader) covered() {
	for h.below[h.next] > 0 {
		h.row.cells = append(h.row.cells, Cell{Column: h.next})
		h.next++
	}
}

func (h *tagReader) closeRow(at int) {
	if h.row == nil {
		return
	}
	h.covered()
	for c, n := range h.below {
		if n > 0 {
			h.below[c] = n - 1
		}
	}
	r := h.row
	h.row = nil
	h.grid.columns = max(h.grid.columns, h.next)
	if len(r.cells) == 0 || (&gridRow{cells: r.cells}).empty() {
		return
	}
	r.last = h.lineOf(at - 1)
	if !h.plain && h.heads == len(h.grid.rows) {
		h.heads++
	}
	h.grid.rows = append(h.grid.rows, *r)
}

// empty reports whether no cell of r holds anything.
func (r *gridRow) empty() bool {
	for _, c := range r.cells {
		if c.Span.Len() > 0 {
			return false
		}
	}
	return true
}

// lineOf returns the line that a byte stands on; it is asked about ever later bytes.
func (h *tagReader) lineOf(at int) int {
	for h.line+1 < len(h.s.lines) && int(h.s.lines[h.line].end) <= at {
		h.line++
	}
	return h.line
}

// untag returns text[from:to] without white space and tags at its ends.
func untag(text string, from, to int) source.Span {
	for {
		from, to = trim(text, from, to)
		if from < to && text[from] == '<' {
			if n := tagLen(text[from:to]); n > 0 {
				from += n
				continue
			}
		}
		if from < to && text[to-1] == '>' {
			k := strings.LastIndexByte(text[from:to], '<')
			if k >= 0 && to-from-k < 200 && tagLen(text[from+k:to]) == to-from-k && !strings.HasPrefix(text[from+k:], "</su") {
				to = from + k
				continue
			}
		}
		return source.Span{Start: from, End: to}
	}
}
