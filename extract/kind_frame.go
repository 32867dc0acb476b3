package extract

import (
	"sort"
	"strings"

	"suyuan/segment"
)

// Words that open a sentence and say that all of it is past or still to come, and those
// that in a sentence so opened speak of what is to come all the same.
var (
	framesPast  = []string{"以来", "年来", "去年", "上年", "前年", "过去一年"}
	framesAhead = []string{"下一步", "接下来", "下一阶段", "下阶段", "今后", "未来五年", "未来三年", "未来几年"}
	firmIntents = []string{"力争", "确保", "将", "目标", "计划", "预期", "拟", "有望", "争取", "规划新增", "规划新建"}
)

// ahead reports whether a sentence opens with what is to be done next: 下一步，建设….
func (p *passage) ahead(s segment.Range) string {
	return prefixOf(p.flow.Text[s.Start:s.End], framesAhead)
}

// framed returns what the words that open a sentence make of its numbers: 去年以来，持续推进
// … tells of facts, 下一步，建设… of targets; never 今年以来…，力争全年…, never 在去年基础上.
func (p *passage) framed(s segment.Range, to int) (string, segment.Range) {
	if w := p.ahead(s); w != "" {
		if now := p.flow.Text[s.Start:to]; hasAnyOf(now[strings.LastIndexAny(now, "，;。")+1:], "现有", "已", "目前", "去年", "上年") {
			return "", segment.Range{} // 下一步，依托现有的12个园区
		}
		return "target", segment.Range{Start: s.Start, End: s.Start + len(w)}
	}
	text := p.flow.Text[s.Start:to]
	head, _, ok := strings.Cut(text[:min(len(text), reach)], "，")
	w := hasAnySuffix(head, framesPast...)
	if !ok || w == "" || p.promised(s, to) {
		return "", segment.Range{}
	}
	return "actual", segment.Range{Start: s.Start + len(head) - len(w), End: s.Start + len(head)}
}

// soft reports whether the word of intent at byte i also tells how a thing was done, in a
// document whose title plans nothing.
func (c *context) soft(p *passage, i int) bool {
	title := c.r.records.About.Title
	return c.last == 0 && planning.last(title) < 0 && prefixOf(p.flow.Text[i:], firmIntents) == "" && hasAnyPrefix(p.flow.Text[i:], "支持", "推动", "引导", "推进", "鼓励", "加快")
}

// promised reports whether the sentence says of something in front of byte to that it is
// still to come: 力争, 将; never 推进 or 支持, which also tell how a thing was done.
func (p *passage) promised(s segment.Range, to int) bool {
	p.tells(s.Start, to)
	_, from := p.before(s.Start, to)
	i := sort.Search(len(p.intents), func(i int) bool { return p.intents[i].start >= from })
	for ; i < len(p.intents) && p.intents[i].start < to; i++ {
		if contains(firmIntents, p.flow.Text[p.intents[i].start:p.intents[i].end]) {
			return true
		}
	}
	return false
}

// under notes a line that stands in place of a heading, 【今年目标】, and its time: what
// follows is under it.
func (c *context) under(p *passage) {
	text := p.flow.Text
	if p.cell != nil || len(text) > 60 || !strings.HasPrefix(text, "【") || !strings.HasSuffix(text, "】") || candidate(p.quantities) {
		return
	}
	c.banner = p
	for _, d := range p.dates {
		if e := c.r.when(p, d); e != "" {
			c.lead[p.block.Parent] = when{edtf: e, at: []part{{p: p, at: d.Range}}, carried: true}
		}
	}
}
