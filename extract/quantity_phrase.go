package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// fixed phrases that state an amount without a numeral of their own, or with one
// that is not to be read as a number.
var zeroBreak = []string{"“零”的突破", "\"零\"的突破", "零的突破", "“零突破”", "“零的突破”", "零突破", "“零”突破", "从无到有的突破"}

// phrase reads 翻一番, 零的突破, 全覆盖, 数十, 几十, 上百 at text[i].
func (s *scanner) phrase(text string, i int) (quantity, bool) {
	rest := text[i:]
	q := quantity{comparator: "=", form: inPhrase}
	made := func(length int, value int64) (quantity, bool) {
		q.Range = segmentRange(i, i+length)
		q.whole = q.Range
		q.value, q.factor = big.NewRat(value, 1), one
		return q, true
	}
	switch {
	case strings.HasPrefix(rest, "翻"):
		for _, w := range []struct {
			words string
			value int64
		}{{"翻一番", 2}, {"翻了一番", 2}, {"翻两番", 4}, {"翻了两番", 4}, {"翻二番", 4}, {"翻三番", 8}, {"翻番", 2}, {"翻一倍", 2}} {
			if strings.HasPrefix(rest, w.words) {
				q.unit, q.base, q.dimension = "倍", "倍", "times"
				q.comparators = nil
				out, ok := made(len(w.words), w.value)
				if end := i + len(w.words); strings.HasPrefix(text[end:], "多") || strings.HasPrefix(text[end:], "有余") { // 翻一番多
					out.comparator, out.comparators = ">", append(out.comparators, segmentRange(end, end+len("多")))
					out.whole.End = end + len("多")
				}
				s.compare(text, &out)
				return out, ok
			}
		}
	case strings.HasPrefix(rest, "倍增"):
		if endsClause(rest[len("倍增"):]) && hasAnySuffix(text[:i], "实现", "规模", "总量", "产值", "数量", "收入") != "" {
			q.unit, q.base, q.dimension = "倍", "倍", "times"
			return made(len("倍增"), 2)
		}
	case strings.HasPrefix(rest, "全覆盖"):
		q.unit, q.base, q.dimension = "%", "%", "share"
		if hasAnyPrefix(rest[len("全覆盖"):], "、", "的", "式", "监", "检", "排查", "督", "宣", "体系", "网络", "格局") {
			q.aside = asideCount
		}
		return made(len("全覆盖"), 100)
	case strings.HasPrefix(rest, "零"), strings.HasPrefix(rest, "“零"), strings.HasPrefix(rest, "\"零"):
		for _, w := range zeroBreak {
			if strings.HasPrefix(rest, w) {
				length := len(w)
				if hasAnyPrefix(text[i+len(w):], "企业", "户", "”企业", "”户") {
					continue // “零突破”企业
				}
				if w == "“零突破”" || w == "“零的突破”" {
					i += len("“")
					length -= len("“") + len("”")
				}
				q.comparator = ">="
				q.dimension = "break"
				return made(length, 1)
			}
		}
	case strings.HasPrefix(rest, "数"), strings.HasPrefix(rest, "几"), strings.HasPrefix(rest, "上"):
		return s.vague(text, i)
	}
	return quantity{}, false
}

// vague reads 数十, 几十, 上百, 数百万, 上千 before a measure word.
func (s *scanner) vague(text string, i int) (quantity, bool) {
	start := i + len("数")
	end, value, _ := chineseInteger(text, start)
	if end == start {
		return quantity{}, false
	}
	n := number{start: start, end: end, value: value, chinese: true}
	n.splitMultiplier(text)
	first, _ := utf8.DecodeRuneInString(text[n.start:])
	if p := chinesePower(first); p == 0 || p == 20 {
		return quantity{}, false
	}
	q := quantity{comparator: ">", factor: one, form: vague, value: n.value}
	if strings.HasPrefix(text[i:], "上") {
		q.comparator = ">="
	}
	q.Range = segmentRange(i, n.end)
	q.whole = q.Range
	unit, ok := s.units.read(text, n.end+len(n.multiplier), n.multiplier)
	if !ok {
		return quantity{}, false
	}
	q.unit, q.base, q.factor, q.dimension = unit.text, unit.base, unit.factor, unit.dimension
	q.unitAt = segmentRange(n.end, unit.end)
	q.whole.End = unit.end
	if q.dimension == "duration" {
		q.aside = asideDuration
	}
	return q, true
}
