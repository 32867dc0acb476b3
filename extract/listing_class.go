package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// counterparts are the classes of one character that a list sets side by side:
// 存、贷款余额. Of others a single character is too little to tell a class from a name.
var counterparts = [][]string{{"存", "贷"}, {"进", "出"}, {"男", "女"}, {"产", "销"}, {"昼间", "夜间"}, {"昼", "夜"}, {"城", "乡"}, {"城", "村"}}

// classed names the members of a list that share what stands before their classes
// and behind them: 第一、二、三产业贡献率, 金融机构存、贷款余额, 城区昼间、夜间达标率.
// It returns nil where the members are set apart by more than their class.
func classed(p *passage, items []segment.Range) []name {
	k := len(items)
	first, last := p.textOf(items[0]), p.textOf(items[k-1])
	for _, kind := range [...]func(string, string) (int, int){ordinals, opposites} {
		i, j := kind(first, last)
		if i < 0 || j >= len(last) {
			continue
		}
		front := part{p: p, at: segment.Range{Start: items[0].Start, End: items[0].Start + i}}
		rest := part{p: p, at: segment.Range{Start: items[k-1].Start + j, End: items[k-1].End}}
		var out []name
		for n, item := range items {
			class := item
			switch n {
			case 0:
				class.Start += i
			case k - 1:
				class.End = item.Start + j
			}
			text := strings.TrimPrefix(p.textOf(class), "第")
			if (n > 0 && n < k-1) && !isClass(text, p.textOf(items[0])[i:]) {
				return nil
			}
			var one name
			if front.at.End > front.at.Start {
				one = append(one, front)
			}
			if n > 0 && strings.HasSuffix(front.text(), "第") {
				class.Start = class.End - len(text)
			}
			if hasAnyPrefix(rest.text(), "产业", "次产业") && !strings.HasSuffix(front.text(), "第") && !strings.HasPrefix(p.textOf(class), "第") {
				one = append(one, part{implied: "第"}) // 一、二、三产业
			}
			out = append(out, append(one, classPart(p, class), rest))
		}
		return out
	}
	return nil
}

// alike names members that are set apart in front of a word that each of them says, of
// which the last says more behind it: 城镇常住居民和农村常住居民人均可支配收入.
func alike(p *passage, items []segment.Range) []name {
	last := items[len(items)-1]
	shared, out := 0, []name{}
	for _, item := range items[:len(items)-1] {
		rest := behindShared(p.textOf(item), p.textOf(last))
		if rest == 0 || shared > 0 && rest != shared {
			return nil
		}
		shared = rest
		out = append(out, name{{p: p, at: item}, {p: p, at: segment.Range{Start: last.End - rest, End: last.End}}})
	}
	return append(out, name{{p: p, at: last}})
}

// behindShared returns the length of what last has behind the word that one ends with;
// 0 where they share none or last says no more.
func behindShared(one, last string) int {
	for i, c := range one {
		if rest := one[i:]; i > 0 && len(rest) >= len("产业") {
			if k := strings.Index(last, rest); k > 0 && utf8.RuneCountInString(last[:k]) <= i/len(string(c))+2 {
				return len(strings.TrimPrefix(last[k+len(rest):], "”")) // 城市公园、“口袋公园”保有量
			}
		}
	}
	return 0
}

// fusions are words that name several things at once, one for each of their classes.
var fusions = []struct {
	word    string
	classes []string // one character each, in the order of the word
	before  string   // what is put back in front of each
}{
	{"城乡", []string{"城", "乡"}, ""}, {"存贷款", []string{"存", "贷"}, ""}, {"进出口", []string{"进", "出"}, ""},
	{"一二三产业", []string{"一", "二", "三"}, "第"}, {"一二三次产业", []string{"一", "二", "三"}, "第"}, {"一二产业", []string{"一", "二"}, "第"}, {"二三产业", []string{"二", "三"}, "第"},
	{"工农业", []string{"工", "农"}, ""}, {"中小学", []string{"中", "小"}, ""},
}

// fused reads k names out of one word: 城乡居民收入, 存贷款余额, 一二三产业增加值.
func fused(p *passage, at segment.Range, k int) []name {
	text := p.textOf(at)
	for _, f := range fusions {
		i := strings.Index(text, f.word)
		if i < 0 || len(f.classes) != k {
			continue
		}
		var out []name
		from := at.Start + i
		front := part{p: p, at: segment.Range{Start: at.Start, End: from}}
		rest := part{p: p, at: segment.Range{Start: from + k*len("城"), End: at.End}}
		for n, class := range f.classes {
			var one name
			if i > 0 {
				one = append(one, front)
			}
			if f.before != "" {
				one = append(one, part{implied: f.before})
			}
			at := segment.Range{Start: from + n*len(class), End: from + (n+1)*len(class)}
			out = append(out, append(one, classPart(p, at), rest))
		}
		return out
	}
	return nil
}

// classPart is the class in a name; 城 and 乡 stand for 城镇 and 农村.
func classPart(p *passage, at segment.Range) part {
	switch p.textOf(at) {
	case "城":
		return part{implied: "城镇"}
	case "乡":
		return part{implied: "农村"}
	}
	return part{p: p, at: at}
}

// ordinals returns where the ordinal begins that first ends with, and where that ends
// which last begins with: 第一 and 三产业贡献率. i is -1 for none.
func ordinals(first, last string) (i, j int) {
	r, size := utf8.DecodeLastRuneInString(first)
	if !strings.ContainsRune("一二三四五六七八九", r) {
		return -1, 0
	}
	i = len(first) - size
	rest := last
	if strings.HasPrefix(last, "第") {
		rest = last[len("第"):]
		if i = strings.LastIndex(first[:i], "第"); i < 0 || i != len(first)-size-len("第") {
			return -1, 0
		}
	}
	r, size = utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("二三四五六七八九", r) {
		return -1, 0
	}
	return i, len(last) - len(rest) + size
}

// opposites does the same for classes that have a counterpart: 存 and 贷款余额.
func opposites(first, last string) (i, j int) {
	for _, pair := range counterparts {
		for n, a := range pair {
			b := pair[1-n]
			if strings.HasSuffix(first, a) && strings.HasPrefix(last, b) {
				return len(first) - len(a), len(b)
			}
		}
	}
	if contains(classWords, first) {
		return -1, 0 // the 牧区 of 农村牧区
	}
	for _, a := range classWords {
		if !strings.HasSuffix(first, a) {
			continue
		}
		for _, b := range classWords {
			if b != a && strings.HasPrefix(last, b) {
				return len(first) - len(a), len(b)
			}
		}
	}
	return -1, 0
}

// isClass reports whether a member between the first and the last is a class alike.
func isClass(text, first string) bool {
	if contains(classWords, text) {
		return true
	}
	return utf8.RuneCountInString(text) == 1 && strings.Contains("一二三四五六七八九", text) && first != ""
}
