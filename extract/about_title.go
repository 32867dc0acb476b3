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
