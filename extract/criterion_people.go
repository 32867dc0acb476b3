package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// ageName names an age: 年龄 where the text says it, else who has it.
func (x binder) ageName(b *bound) name {
	left := x.p.textOf(b.left)
	if i := strings.LastIndex(left, "年龄"); i >= 0 && utf8.RuneCountInString(left[i:]) <= 8 {
		at := segment.Range{Start: b.left.Start + i, End: b.left.Start + i + len("年龄")}
		return name{{p: x.p, at: at}}
	}
	right := x.p.textOf(b.right)
	text := strings.TrimPrefix(right, "的")
	from := b.right.Start + len(right) - len(text)
	for _, w := range []string{"以上", "的"} {
		text = strings.TrimPrefix(text, w)
	}
	i, w := firstOf(text, persons)
	if i > 0 && !hasAnySuffix2(w, "人才", "人员", "人口", "居民", "职工", "教师") {
		from, text, i = from+i, text[i:], 0 // 低收入老年人
	}
	if i < 0 || i > len("低收入困难家庭") || strings.ContainsAny(text[:i], "，、;占") {
		return name{{implied: "年龄"}}
	}
	return name{{p: x.p, at: segment.Range{Start: from, End: from + i + len(w)}}, {implied: "年龄"}}
}

// persons are who has an age.
var persons = []string{"老年人口", "老年人", "老人", "婴幼儿", "儿童", "青少年", "青年科技人才", "青年人才", "人才", "人口", "居民", "女性", "妇女", "男性", "学生", "人员", "群体", "人群", "农民", "劳动力", "职工", "教师", "党员", "干部", "高龄老人", "患者", "群众", "毕业生", "青年"}

// struck names people by what befell them: 10人以上30人以下死亡.
func (x binder) struck(b *bound) name {
	if !b.q.countable() {
		return nil
	}
	right := x.c.offer(x.p, x.cl, b.slot).right
	text := x.p.textOf(right)
	w := prefixOf(text, harms)
	if w == "" {
		return nil
	}
	return name{{p: x.p, at: segment.Range{Start: right.Start, End: right.Start + len(w)}}}
}

// harms are what an emergency's grades count people by.
var harms = []string{"死亡", "失踪", "重伤", "中毒", "受伤", "受灾", "被困", "感染", "伤亡", "轻伤", "急性中毒"}
