package segment

import (
	"strings"
	"unicode/utf8"
)

// Range is a half-open range of bytes of one Flow's Text.
type Range struct{ Start, End int }

// Sentences cuts the flow behind 。！？ (and the quotation marks and brackets
// that close behind them). A sentence keeps its end mark.
func (f *Flow) Sentences() []Range {
	var out []Range
	for from := 0; from < len(f.Text); {
		n := sentenceLen(f.Text[from:])
		out = append(out, Range{from, from + n})
		from += n
	}
	return out
}

// sentenceLen returns the length of the sentence at the start of s, end mark included.
func sentenceLen(s string) int {
	for i := 0; i < len(s); i++ {
		if hanAt(s, i) {
			i += 2
			continue
		}
		if s[i] != 0xe3 && s[i] != 0xef { // the first bytes of 。 and of ！？
			continue
		}
		if n := sentenceEnd(s[i:]); n > 0 {
			return i + n
		}
	}
	return len(s)
}

// sentenceEnd returns the length of the end mark that s begins with, with what
// closes behind it, or 0.
func sentenceEnd(s string) int {
	if !strings.HasPrefix(s, "。") && !strings.HasPrefix(s, "！") && !strings.HasPrefix(s, "？") {
		return 0
	}
	n := len("。")
	for {
		m := n
		for _, closing := range [...]string{"”", "’", "」", "』", ")", "\"", "。", "！", "？"} {
			if strings.HasPrefix(s[n:], closing) {
				n += len(closing)
			}
		}
		if m == n {
			return n
		}
	}
}

// Clauses cuts a range of the flow at ， ; and 。, outside brackets and
// quotation marks, and appends the clauses to out. The marks belong to no clause.
func (f *Flow) Clauses(out []Range, r Range) []Range {
	from, depth := r.Start, 0
	for at, size := r.Start, 0; at < r.End; at += size {
		if hanAt(f.Text, at) {
			size = 3
			continue
		}
		var c rune
		c, size = utf8.DecodeRuneInString(f.Text[at:r.End])
		switch c {
		case '(', '“', '《', '〔', '[', '「':
			depth++
		case ')', '”', '》', '〕', ']', '」':
			depth = max(0, depth-1)
		case '，', ';', '。', '！', '？':
			if depth > 0 && c != '。' && c != ';' {
				continue
			}
			depth = 0
			if at > from {
				out = append(out, Range{from, at})
			}
			from = at + size
		}
	}
	if r.End > from {
		out = append(out, Range{from, r.End})
	}
	return out
}
