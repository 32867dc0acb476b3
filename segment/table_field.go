package segment

import (
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// fields cuts a line at its tabs, or else at gaps of two blanks or more. Empty
// fields between tabs are kept.
func (s *splitter) fields(k int) []source.Span {
	l := &s.lines[k]
	if l.role != plain || int(l.to-l.from) > MaxBlock || l.number.style == box || remarkLine(s.text[l.head:l.tail]) || tableName(s.text[l.head:l.tail]) {
		return nil
	}
	line := s.text[l.start:l.end]
	if l.tabbed(s.text) {
		line = strings.TrimRight(line, "\r\n\v\f")
		from := len(line) - len(strings.TrimLeft(line, " \u3000\ufeff"))
		var out []source.Span
		for at := from; ; {
			n := strings.IndexByte(line[at:], '\t')
			if n < 0 {
				return append(out, inner(line, at, len(line), int(l.start)))
			}
			out = append(out, inner(line, at, at+n, int(l.start)))
			at += n + 1
		}
	}
	return s.joinSpread(cutAtGaps(s.text[l.from:l.to], int(l.from), 2))
}

// joinSpread joins the two characters of a head's word that is spread out: 指    标.
func (s *splitter) joinSpread(fields []source.Span) []source.Span {
	for n := 1; n < len(fields); n++ {
		if fields[n-1].Len() != len("指") || fields[n].Len() != len("标") {
			continue
		}
		switch s.quote(fields[n-1]) + s.quote(fields[n]) {
		case "指标", "单位", "序号", "项目", "名称", "属性", "性质", "类别", "备注", "合计", "总计":
			fields[n-1] = fields[n-1].Join(fields[n])
			fields = append(fields[:n], fields[n+1:]...)
		}
	}
	return fields
}

// tabbed reports whether tabs part the line's cells.
func (l *line) tabbed(text string) bool {
	return l.tabs || strings.IndexByte(text[l.start:l.from], '\t') >= 0 && strings.IndexByte(text[l.to:l.end], '\t') >= 0
}

// blanks cuts a line at every blank.
func (s *splitter) blanks(k int) []source.Span {
	l := &s.lines[k]
	return cutAtGaps(s.text[l.from:l.to], int(l.from), 1)
}

// cutAtGaps cuts t, which stands at the byte base, at white space of at least as many columns.
func cutAtGaps(t string, base, least int) []source.Span {
	var out []source.Span
	from := 0
	for at := 0; at < len(t); {
		if hanAt(t, at) {
			at += 3
			continue
		}
		n, columns := 0, 0
		for at+n < len(t) {
			k := spaceAt(t[at+n:])
			if k == 0 {
				break
			}
			columns++
			if k > 1 && strings.HasPrefix(t[at+n:], "\u3000") {
				columns++
			}
			n += k
		}
		if n == 0 {
			_, size := utf8.DecodeRuneInString(t[at:])
			at += size
			continue
		}
		if columns >= least {
			out = append(out, inner(t, from, at, base))
			from = at + n
		}
		at += n
	}
	return append(out, inner(t, from, len(t), base))
}
