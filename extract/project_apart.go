package extract

import (
	"strings"
	"unicode/utf8"
)

// possible reports whether text may name something, before it is cut into words: every
// name ends with a class word, something in front of that sets the name apart, and no
// other noun stands behind it. Of what a label lists the class word is enough.
func (w *projectWords) possible(text string, listed bool) bool {
	if strings.HasPrefix(text, "(") { // (责任单位:…) belongs to no name
		text = text[enclosed(text[:min(len(text), longestEnclosed)], '(', ")"):]
	}
	for i := w.endings.keys.next(text, 0); i < len(text); i = w.endings.keys.next(text, i) {
		_, n := runeAt(text, i)
		i += n
		class, kind := w.classOrNone(text[:i])
		if kind == "none" {
			one := w.lastListed(text[:i])
			if n := w.crossed(text[:i], one); n > 0 {
				class, kind = w.class(text[i-len(one.text)+n : i])
			}
		}
		switch kind {
		case "", "none", "other", "paper":
			continue
		case "action", "project":
			if one := w.lastListed(text[:i]); one.kind == "count" { // A、B、C三大工程
				class = one.text
			}
		}
		before, after := text[:i-len(class)], text[i:]
		if listed || strings.HasPrefix(after, "”") || strings.HasPrefix(after, "」") {
			return true
		}
		if w.mayEnd(after) && w.front(before, class).apart(before, class, kind) && !w.goesOn(text[len(before):], class) &&
			!amid(before, after, "《", "》") && !amid(before, after, "“", "”") {
			return true
		}
	}
	return false
}

// amid reports whether what stands between before and after is a part of what two marks
// enclose.
func amid(before, after, open, shut string) bool {
	from, to := strings.LastIndex(before, open), strings.Index(after, shut)
	return from >= 0 && to >= 0 && !strings.Contains(before[from:], shut) && len(before)-from+to < longestEnclosed/2
}

// mayEnd reports whether a name may end before text: not where a listed noun goes on, 高新区|企业.
func (w *projectWords) mayEnd(text string) bool {
	if text == "" {
		return true
	}
	for _, one := range w.listedAt(text) {
		if strings.HasPrefix(text, one.text) {
			ends := one.kind == "stop" || one.kind == "plural" || one.kind == "tail"
			return ends || one.verb != nil || len(one.text) == 3
		}
	}
	return true
}

// goesOn reports whether the class word that text begins with is a part of a listed word:
// 园|区, 工程|技术.
func (w *projectWords) goesOn(text, class string) bool {
	for _, one := range w.listedAt(text) {
		if len(one.text) <= len(class) {
			return false
		}
		if strings.HasPrefix(text, one.text) {
			return true
		}
	}
	return false
}

// front is what the words in front of a class word do at most to set a name apart, as far
// as the name may reach.
type front struct {
	unknown bool // some stand in no list
	weight  int  // see token
	runes   int
	owner   bool // one begins with 市, 县
}

// front reads what stands in front of a class word, back to a verb or whatever else no name
// runs over; nothing where a class follows: 各类|平台, 先进的|平台.
func (w *projectWords) front(before, class string) (f front) {
	for whole := before; before != "" && !f.unknown; {
		word := w.lastListed(before)
		if word == nil {
			behind := whole[len(before):]
			r, n := runeBefore(before, len(before))
			before = before[:len(before)-n]
			switch {
			case r == ':', before == "" && stopping.has(r): // 在|重点领域
				return f
			case r == '、' || r == '和' || r == '与' || r == '及':
				if class, kind := w.class(before); (&token{class: class, sort: kind}).names() {
					f.unknown = r != '、' && hasAnyPrefix(behind, "配套", "附属") // 污水处理厂及|配套管网工程
					return f
				}
			case r == '的' && !hasAnySuffix2(before, "美", "目", "标"):
				if containsAny(before, "集", "在", "位于") { // 集…于一体的, 位于…的
					return f
				}
				return front{}
			case r == '等' && !hasAnySuffix2(before, "高", "中", "初", "平", "同", "对"),
				strings.ContainsRune(measures, r) && before != "" && digitAt(before, len(before)-1): // 3个
				return front{}
			default:
				f.unknown = true
			}
			continue
		}
		crossed := w.crossed(before, word)
		before = before[:len(before)-len(word.text)]
		switch {
		case len(word.text) > 3 && word.kind == "plural":
			return front{}
		case word.parts(class):
			return f
		}
		f.unknown = word.front.unknown || crossed > 0
		f.weight += word.front.weight
		f.runes += word.front.runes
		f.owner = f.owner || word.front.owner
	}
	return f
}

// parts reports whether no name that ends with class runs over the word.
func (one *listedWord) parts(class string) bool {
	switch v := one.verb; {
	case len(one.text) == 3: // it may be a part of a word that no list has
		return false
	case v == nil:
		return one.kind == "stop"
	case v.force == "create" && hasAnySuffix2(class, "工程", "项目"): // 机场|新建|工程
		return false
	default:
		return !v.inside && one.text != "建设"
	}
}

// inFront returns what a word does in front of a class word.
func (w *projectWords) inFront(one listedWord) front {
	class, kind := w.class(one.text)
	f := front{runes: len(one.text) / 3, owner: hasAnyPrefix(one.text, "市", "县", "区", "省", "州", "镇")}
	f.unknown = strings.HasSuffix(class, "期") || // 三期|项目 is a proper name
		one.class && kind == "" && one.kind == "" && one.verb == nil || // 临港|产业园
		len(one.text) == 3 && (one.verb != nil || one.kind == "stop" || one.kind == "plural")
	if one.kind == "field" || kind != "" {
		f.weight = 1
	}
	return f
}

// apart reports whether that may be enough for judge, which asks more.
func (f front) apart(before, class, kind string) bool {
	if f.unknown || hasAnySuffix2(class, "工程", "项目", "行动", "计划", "载体") && strings.Contains(before, "等") {
		return kind != "event" || containsAny(before, "“", "「")
	}
	deed := f.runes >= 2 && strings.Contains(before, "是") // 一是实施…
	switch kind {
	case "action":
		return f.runes >= 3 || deed
	case "project":
		return f.runes >= 4 && (f.owner || f.weight >= 4 || f.runes >= 8) || deed
	case "works", "house":
		return f.weight >= 2 || f.owner
	case "facility":
		return f.weight >= 2 || f.weight >= 1 && f.owner
	case "park":
		return f.weight >= 1
	case "zone":
		return f.weight >= 4 || f.weight >= 1 && f.owner
	}
	return false
}

// crossed returns how many bytes of one are the end of a listed word that begins in front, 0
// for none: 先进制造|业 for 先进|制造业, 二期工程|项目 for 二期|工程项目. The text ends with one.
func (w *projectWords) crossed(text string, one *listedWord) int {
	at := len(text) - len(one.text)
	for _, n := range one.crossings {
		if other := w.lastListed(text[:at+n]); other != nil && len(other.text) > n {
			return n
		}
	}
	return 0
}

// crossings returns how many bytes of one may be the end of a listed word that begins in front.
func (w *projectWords) crossings(one string) (all []int) {
	for n := range one {
		r, _ := utf8.DecodeLastRuneInString(one[:n])
		for _, other := range w.closing.of(r) {
			if len(other.text) > n && strings.HasSuffix(other.text, one[:n]) {
				all = append(all, n)
				break
			}
		}
	}
	return all
}

// lastListed returns the longest listed word that text ends with, nil for none.
func (w *projectWords) lastListed(text string) *listedWord {
	r, _ := runeBefore(text, len(text))
	words := w.closing.of(r)
	for i := range words {
		one := words[i].text
		if n := len(text) - len(one); n >= 0 && (len(one) < 6 || one[len(one)-4] == text[len(text)-4]) && text[n:] == one {
			return &words[i]
		}
	}
	return nil
}
