package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// rest enters the digits that no row holds yet. A run is cut where a block ends or
// a row stands: in 2503改建 of a flattened table 250 is a cell and 3 the next row's
// number.
func (l *ledger) rest() {
	text := l.r.outline.Text
	rows, blocks := l.rows, l.r.outline.Blocks
	block := 0
	for i := digits.next(text, 0); i < len(text); i = digits.next(text, i) {
		for len(rows) > 0 && rows[0].Span.End <= i {
			rows = rows[1:]
		}
		for block+1 < len(blocks) && blocks[block].Span.End <= i {
			block++
		}
		stop := blocks[block].Span.End
		if len(rows) > 0 {
			if rows[0].Span.Start <= i {
				i = rows[0].Span.End
				continue
			}
			stop = min(stop, rows[0].Span.Start)
		}
		span := source.Span{Start: i, End: i}
		for span.End < stop && digitLen(text[span.End:]) > 0 {
			span.End += digitLen(text[span.End:])
		}
		if span.Len() == 0 { // bytes that are no character look like a digit: \xef\xfcX
			i++
			continue
		}
		row := Numeral{Span: span, Disposition: "set_aside", Reason: reasonIn(text, blocks[block], span)}
		if row.Reason == "" {
			row.Disposition = "unexplained"
		}
		l.rows = append(l.rows, row)
		i = span.End
	}
}

// digits are those of half and of full width.
var digits = runesOf("0123456789０１２３４５６７８９")

// digitLen returns the length of the digit, half or full width, that s begins with.
func digitLen(s string) int {
	if isDigit(s[0]) {
		return 1
	}
	if s[0] == 0xef {
		if r, n := utf8.DecodeRuneInString(s); r >= '０' && r <= '９' {
			return n
		}
	}
	return 0
}

// reasonIn says why digits of a block that no passage holds are no figure.
func reasonIn(text string, b *segment.Block, at source.Span) string {
	switch {
	case b.Kind == segment.Contents:
		return asideContents
	case b.Kind == segment.Noise:
		if strings.Trim(strings.TrimSpace(text[b.Span.Start:b.Span.End]), "0123456789０１２３４５６７８９-—–·第页共 /") == "" {
			return asidePage
		}
		return asideNoise
	case b.Mixed:
		return asideMixed
	case b.Number.Overlaps(at) && b.Kind == segment.Item:
		return asideItem
	case b.Number.Overlaps(at):
		return asideHeading
	}
	for _, s := range b.Skips {
		if s.Overlaps(at) {
			return asideNoise
		}
	}
	if inMark(text, b, at) {
		return asideMark
	}
	return ""
}

// inMark reports whether digits stand in an HTML tag, an entity or a superscript.
func inMark(text string, b *segment.Block, at source.Span) bool {
	from := max(b.Span.Start, at.Start-300)
	open, closed := strings.LastIndexByte(text[from:at.Start], '<'), strings.LastIndexByte(text[from:at.Start], '>')
	if open > closed {
		return true
	}
	if hasAnySuffix2(text[from:at.Start], "[", "[^") && strings.HasPrefix(text[at.End:], "]") {
		return true // a footnote's mark
	}
	return strings.HasSuffix(text[from:at.Start], "<sup>") || strings.HasSuffix(text[from:at.Start], "<sub>") || strings.HasSuffix(text[from:at.Start], "&#")
}
