package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// sectionNumber is how the first section of a text begins.
var sectionNumber = Expression(`^(第[一二三四五六七八九十]+[章条篇部]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.．、][^\d])`)

// sectionStarts are the characters that it begins with.
var sectionStarts = runesOf("第一二三四五六七八九十(0123456789")

// sectionLen returns the bytes of the section's number that text begins with, 0 for none.
func sectionLen(text string) int {
	if text == "" {
		return 0
	}
	if first, _ := runeAt(text, 0); !sectionStarts.has(first) {
		return 0
	}
	return len(sectionNumber().FindString(text))
}

// piece is a part of a title: text[Start:End] of a passage's flow.
type piece struct {
	p *passage
	segment.Range
}

// title finds the title of the outermost document: the first line, or lines one
// below the other, that read as one; else the one that an issuing notice gives
// in 《》; else one in the first sentence.
func (r *reading) title(front []*passage) {
	for i := range front {
		if pieces := r.titleAt(front, i); pieces != nil {
			r.setTitle(pieces)
			return
		}
	}
	if len(front) > 0 {
		if found, ok := r.titleAhead(front[0]); ok {
			r.setTitle([]piece{found})
			return
		}
	}
	for _, p := range front {
		for _, m := range quotedTitle.find(p.flow.Text) {
			r.setTitle([]piece{{p, m.groups["title"]}})
			return
		}
	}
	for _, p := range front[:min(3, len(front))] {
		if found, ok := r.titleIn(p); ok {
			r.setTitle([]piece{found})
			return
		}
	}
}

// setTitle joins the pieces, without the words that only say it is a draft.
func (r *reading) setTitle(pieces []piece) {
	var b strings.Builder
	for _, t := range pieces {
		text := t.p.flow.Text[t.Start:t.End]
		cut := draftSuffix().FindStringIndex(text)
		if cut != nil {
			t.End = t.Start + cut[0]
		}
		if t.End == t.Start {
			continue
		}
		b.WriteString(r.written(t.p, t.Start, t.End))
		r.evidence(RoleTitle, t.p, t.Start, t.End)
	}
	r.records.About.Title = b.String()
}

// draftSuffix is what stands behind a title and is no part of it: that it is a
// draft, the day on which it was issued or passed.
var draftSuffix = Expression(`\(\d{4}年\d{1,2}月\d{1,2}日[^()]{0,40}\)$|\((公开)?(征求意见稿?|征求意见|送审稿|草案|讨论稿|审议稿|报批稿|初稿|送审|草稿|全文)[^()]{0,8}\)$`)

// titleAt returns the lines from front[i] on that make a title, nil for none.
func (r *reading) titleAt(front []*passage, i int) []piece {
	var pieces []piece
	joined := ""
	for n := 0; n < 5 && i+n < len(front); n++ {
		p := front[i+n]
		from := r.titleStart(p)
		line := p.flow.Text[from:]
		if !titleLine(line) || r.ofMetadata(p) {
			return nil
		}
		if n == 0 && captionNumber(line) > 0 {
			return nil // 表1 …主要指标
		}
		if n == 0 && !r.beginsTitle(line) && !(endsTitle(line) && (i < 3 || p.block.Kind != segment.Paragraph)) {
			return nil
		}
		if n > 0 && r.beginsTitle(line) && !strings.HasPrefix(line, "关于") && !opens(joined) {
			return nil // a line above a title that begins anew: a banner, the issuer
		}
		pieces = append(pieces, piece{p, segment.Range{Start: from, End: len(p.flow.Text)}})
		if joined += line; endsTitle(joined) {
			return r.titleTail(front, i+n+1, pieces, joined)
		}
	}
	return nil
}

// titleTail adds the lines that go on a title which could end above them: the
// years in brackets, and 的通知 behind the name of what a notice issues.
func (r *reading) titleTail(front []*passage, next int, pieces []piece, joined string) []piece {
	for k := next; k < min(len(front), next+2); k++ {
		line := front[k].flow.Text
		bracket := strings.HasPrefix(line, "(") && strings.HasSuffix(line, ")") && yearsInBrackets().MatchString(line)
		notice := strings.HasPrefix(line, "的") && endsTitle(line) && titleLine(line)
		if !bracket && !notice {
			break
		}
		pieces = append(pieces, piece{front[k], segment.Range{Start: 0, End: len(line)}})
		joined += line
	}
	return pieces
}

var yearsInBrackets = Expression(`^\(\d{4}[^()]{0,12}\)$|^\((试行|暂行|修订)\)$`)

// titleStart returns where the title begins in a line: behind the path of a web
// page, the document's number, the marks of Markdown and a label.
func (r *reading) titleStart(p *passage) int {
	line := p.flow.Text
	at := 0
	if i := strings.LastIndexByte(line, '>'); i >= 0 {
		at = r.lineBreak(p, i)
	}
	if k := r.lineBreak(p, 0); at == 0 && k < len(line) && siteLine(line[:k]) {
		at = k
	}
	if m := numberAbove().FindStringIndex(line[at:]); m != nil {
		at += m[1]
	}
	rest := strings.TrimLeft(line[at:], "# ")
	for _, label := range [...]string{"标题:", "文件名称:", "名称:"} {
		rest = strings.TrimPrefix(rest, label)
	}
	return len(line) - len(rest)
}

// numberAbove is the head of an official paper that stands in one block with the title.
var numberAbove = Expression(`^[^，。;]{0,40}[〔\[](?:19|20)\d\d[〕\]]\d{1,4}号`)

// lineBreak returns the first byte of p's flow behind i at which a line of the
// document begins, the end of the flow where none does.
func (r *reading) lineBreak(p *passage, i int) int {
	for k := i + 1; k < len(p.flow.Text); k++ {
		gap := source.Span{Start: p.flow.Span(k-1, k).End, End: p.flow.Span(k, k+1).Start}
		if gap.Start < gap.End && strings.Contains(r.outline.Quote(gap), "\n") {
			return k
		}
	}
	return len(p.flow.Text)
}

// titleLine reports whether a line can be one of a title's: short, and no sentence.
func titleLine(line string) bool {
	n := utf8.RuneCountInString(line)
	return n >= 2 && n <= 70 && !siteLine(line) && !strings.ContainsAny(line, "。;!?！？|>") && !strings.HasSuffix(line, ":") && !strings.HasSuffix(line, "，") && !strings.Contains(outsideBrackets(line), ":")
}

// siteLine reports whether a line names the site that a document stands on: 某某政府网,
// 某某政府网信息公开政府工作报告, 某某文库◆收藏本站; never 政府网站, and never
// the first line of a title, 关于加快改造地下管网.
func siteLine(line string) bool {
	short := strings.HasSuffix(line, "网") && utf8.RuneCountInString(line) <= 12
	return short && !strings.HasPrefix(line, "关于") && !hasAnySuffix2(line, "管网", "路网", "电网", "水网", "河网", "林网", "专网", "联网", "骨干网") || hasAnySuffix2(line, "政府网", "政务网", "信息网", "新闻网", "门户网站", "文库", "导航") || hasAnyOf(line, "政府网信息", "政务网信息", "门户网站首页", "长者专区", "无障碍", "登录注册", "市长作", "县长作", "区长作", "省长作", "所作") || strings.ContainsAny(line, "◆◇★☆~")
}

// outsideBrackets returns the part of line in front of its first 《 or (.
func outsideBrackets(line string) string {
	if i := strings.IndexAny(line, "《("); i >= 0 {
		return line[:i]
	}
	return line
}

// opens reports whether what was read of a title cannot stand alone: 某市人民政府关于印发.
func opens(joined string) bool {
	return strings.HasSuffix(joined, "印发") || strings.HasSuffix(joined, "转发") || strings.HasSuffix(joined, "发布") || strings.HasSuffix(joined, "公布") || strings.HasSuffix(joined, "关于") || strings.Count(joined, "《") > strings.Count(joined, "》")
}

// beginsTitle reports whether a line begins as titles do: with a place, with who
// issues it, with 关于, with a plan's period or a year.
func (r *reading) beginsTitle(line string) bool {
	for _, w := range [...]string{"关于", "国务院", "中共", "国家", "全国", "中华人民共和国", "政府工作报告", "国民经济"} {
		if strings.HasPrefix(line, w) {
			return true
		}
	}
	if n, _ := r.lexicon.regions().lead(line); n > 0 {
		return true
	}
	if issuer, _, ok := strings.Cut(line, "关于"); ok && unitName(issuer) {
		return true
	}
	c := cursor{text: strings.TrimLeft(line, "“\"")}
	if c.text == "" {
		return false
	}
	found, ok := c.calendar()
	return ok && !found.optional && endsTitle(line)
}

// endsTitle reports whether text ends with the class of a document, brackets and
// quotation marks aside.
func endsTitle(text string) bool {
	for range 2 {
		if strings.HasSuffix(text, ")") {
			if i := strings.LastIndexByte(text, '('); i > 0 {
				text = text[:i]
			}
		}
		text = strings.TrimRight(text, "》”\"")
	}
	for _, class := range documentClasses {
		if strings.HasSuffix(text, class) {
			return true
		}
	}
	return false
}

// documentClasses are the words that the title of a policy document ends with.
var documentClasses = []string{"规划", "纲要", "计划", "方案", "意见", "办法", "措施", "通知", "公告", "通告", "决定", "决议", "条例", "细则", "报告", "规定", "要点", "批复", "的函", "指南", "指引", "政策", "行动", "清单", "制度", "规则", "规程", "标准", "建议", "通报", "分工表", "任务表", "责任书", "预案", "总结", "讲话", "公报", "路线图", "白皮书", "蓝图", "安排", "若干条", "十条", "导则", "目标", "命令", "倡议书", "答复", "复函", "回复", "分解", "分工", "实事项目", "民生实事", "办实事", "公示", "执行情况", "完成情况", "情况表", "指标表", "计划表", "分解表", "指标体系", "主要指标", "经济指标"}

// titleAhead returns the title that a text on one line begins with, up to its first blank:
// 某某市养老服务发展规划 第一章 发展目标 到2025年，….
func (r *reading) titleAhead(p *passage) (piece, bool) {
	body := p.block.Body
	blank := strings.IndexAny(r.outline.Quote(body), " \u3000")
	if blank <= 0 {
		return piece{}, false
	}
	_, end := p.flow.Find(source.Span{Start: body.Start, End: body.Start + blank})
	if line := p.flow.Text[:end]; titleLine(line) && r.beginsTitle(line) && endsTitle(line) {
		return piece{p, segment.Range{Start: 0, End: end}}, true
	}
	return piece{}, false
}

// titleIn finds a title inside a sentence, from the place it begins with to the
// class it ends with.
func (r *reading) titleIn(p *passage) (piece, bool) {
	for _, m := range innerTitle.find(p.flow.Text) {
		for i := m.Start; i < m.End; {
			text := p.flow.Text[i:m.End]
			if n, _ := r.lexicon.regions().known(text); n > 0 && utf8.RuneCountInString(text) >= 8 {
				return piece{p, segment.Range{Start: i, End: m.End}}, true
			}
			_, size := utf8.DecodeRuneInString(text)
			i += size
		}
	}
	return piece{}, false
}
