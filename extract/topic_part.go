package extract

import (
	"strings"

	"suyuan/segment"
)

// withoutExamples leaves out what 等 only gives examples of where the rest says
// its own rank (…、新型研发机构等省级科技创新平台) or the examples are documents.
func (r *reading) withoutExamples(n name) name {
	if len(n) != 1 || n[0].implied != "" {
		return n
	}
	text := n.String()
	i := strings.LastIndex(text, "等")
	if i < 0 || strings.HasSuffix(text[:i], "同") || strings.HasSuffix(text[:i], "高") || hasAnyPrefix(text[i:], "等级", "等奖", "等次") {
		return n
	}
	rest := text[i+len("等"):]
	first := longest(r.lexicon.figureWords.levels.of(rest), func(l string) bool { return strings.HasPrefix(rest, l) && strings.HasSuffix(l, "级") })
	if rest == "" || first == "" && !strings.Contains(text[:i], "》") && !sameThings(text[:i], rest) {
		return n
	}
	return name{{p: n[0].p, at: segment.Range{Start: n[0].at.End - len(rest), End: n[0].at.End}}}
}

// sameThings reports whether examples end as what they are examples of does:
// 渔洞水库、油房沟水库|大中型水库.
func sameThings(examples, whole string) bool {
	const two = len("水库")
	if len(whole) <= two || len(examples) <= two {
		return false
	}
	end := whole[len(whole)-two:]
	for _, one := range strings.Split(examples, "、") {
		if !strings.HasSuffix(one, end) {
			return false
		}
	}
	return true
}

// stock returns the counterpart of 出栏 and 存栏, which share their animal.
func stock(s string) string {
	switch s {
	case "出栏":
		return "存栏"
	case "存栏":
		return "出栏"
	case "进口":
		return "出口"
	case "出口":
		return "进口"
	}
	return ""
}

// joined puts a name behind its head; what both say is said once:
// R&D经费投入 and 投入强度 make R&D经费投入强度.
func joined(head, own name) name {
	h, o := head.String(), own.String()
	if strings.HasSuffix(h, o) && head[len(head)-1].implied != "" {
		return head // 占进出口总值的68.4%，比重提升3.5个百分点
	}
	if gapAt(o) == 0 && hasAnyPrefix(o, "比", "较") {
		return append(append(name{}, head...), own...) // 占比 and 比全省平均水平低 share no 比
	}
	for n := min(len(h), len(o)); n > 0; n-- {
		if strings.HasSuffix(h, o[:n]) {
			return append(without(head, n), own...)
		}
	}
	return append(append(name{}, head...), own...)
}

// without returns a name without its last n bytes.
func without(n name, bytes int) name {
	out := append(name{}, n...)
	for bytes > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		size := len(last.text())
		if last.implied != "" && size > bytes {
			return out
		}
		if size > bytes {
			last.at.End -= bytes
			return out
		}
		bytes -= size
		out = out[:len(out)-1]
	}
	return out
}

// tailOf returns the last bytes of a name.
func tailOf(n name, bytes int) name {
	if len(n) == 0 {
		return nil
	}
	last := n[len(n)-1]
	if last.at.End-last.at.Start > bytes {
		last.at.Start = last.at.End - bytes
	}
	return name{last}
}

// award returns the class of a prize that a name ends with: 一等奖, 优秀奖.
func award(s string) string {
	return hasAnySuffix(s, "特等奖", "一等奖", "二等奖", "三等奖", "优秀奖", "金奖", "银奖", "铜奖", "优胜奖", "提名奖")
}

// withoutAwards returns a name without the classes of prizes at its end: 一、二、三等奖.
func withoutAwards(n name) name {
	n = without(n, len(award(n.String())))
	for {
		mark := hasAnySuffix(n.String(), "、", "一", "二", "三", "特", "和")
		if mark == "" {
			return n
		}
		n = without(n, len(mark))
	}
}

// levelled reports whether a name says its own level.
func (r *reading) levelled(n name) bool {
	s := n.String()
	return r.lexicon.figureWords.levels.at(s) > 0
}

// levelOf returns the level word that a name begins with: 省级, 省级以上.
func (r *reading) levelOf(n name) name {
	if len(n) == 0 {
		return nil
	}
	text := n[0].text()
	l := longest(r.lexicon.figureWords.levels.of(text), func(l string) bool {
		return strings.HasPrefix(text, l) && hasAnySuffix(l, "级", "以上") != ""
	})
	if l == "" {
		return nil
	}
	return name{{p: n[0].p, at: segment.Range{Start: n[0].at.Start, End: n[0].at.Start + len(l)}}}
}

// withoutLevel returns a name without the level word it begins with.
func (r *reading) withoutLevel(n name) name {
	text := n.String()
	l := text[:r.lexicon.figureWords.levels.at(text)]
	if l == "" || len(l) >= len(text) || n[0].at.End-n[0].at.Start < len(l) {
		return n
	}
	out := append(name{}, n...)
	out[0].at.Start += len(l)
	if out[0].at.Start == out[0].at.End {
		out = out[1:]
	}
	return out
}
