package extract

import (
	"strings"

	"suyuan/segment"
)

// part is a stretch of a passage that is part of an indicator's name.
type part struct {
	p       *passage
	at      segment.Range
	implied string // a word that the text implies there and does not write: 比重 in 占全省的三成
}

// text returns the words of a part.
func (x part) text() string {
	if x.implied != "" {
		return x.implied
	}
	return x.p.textOf(x.at)
}

// name is an indicator put together from pieces of the text.
type name []part

// String returns the name as it reads.
func (n name) String() string {
	if len(n) == 1 { // nearly all
		return n[0].text()
	}
	var b strings.Builder
	for _, x := range n {
		b.WriteString(x.text())
	}
	return b.String()
}

// nounPhrase is what the words beside a number say: the name in them, and the
// words that were taken off around it.
type nounPhrase struct {
	at   segment.Range // empty where there is no noun
	head string        // taken off in front, in the order of the text
	tail string        // taken off behind

	owner segment.Range // the noun before the verb that was cut off: 高新技术企业 in 高新技术企业实现产值
}

func (n nounPhrase) empty() bool { return n.at.Start >= n.at.End }

// leftPhrase reads the name in front of a number. Dates part the words: what
// stands behind the last one counts, and what stands before it where nothing does.
// A whole clause can be the name of a share (企业建立研发机构比例): only of an
// amount is what stands before a verb no part of it.
func (r *reading) leftPhrase(p *passage, at segment.Range, cut bool) nounPhrase {
	text := p.blanked(at)
	if i := segment.FindLastWord(text, "实现"); !cut && i > 0 && !strings.HasPrefix(text[i:], "实现率") && len(text)-i < 30 && strings.IndexByte(text[i:], 0) < 0 {
		if n := r.trim(text[strings.LastIndexByte(text[:i], 0)+1:i], false); !n.empty() { // 研究院实现县域全覆盖
			at.End, text = at.Start+i, text[:i]
		}
	}
	end := len(text)
	tail := overTime(text)
	if tail != "" {
		end = strings.LastIndexByte(text, 0) + 1
		if i, _ := lastOf(text, []string{"比", "较"}); end == 0 {
			end = i
		}
		tail = text[end:]
	}
	for {
		start := strings.LastIndexByte(text[:end], 0) + 1
		if than := hasAnySuffix(text[start:end], "比", "较"); end < len(text) && than != "" {
			end -= len(than) // 人均收入比2010年翻一番
			tail = than + tail
		}
		n := r.trim(text[start:end], cut)
		tail = n.tail + tail
		n.tail = tail
		if !n.empty() {
			n.at.Start += at.Start + start
			n.at.End += at.Start + start
			n.owner.Start += at.Start + start
			n.owner.End += at.Start + start
			return n
		}
		if start == 0 {
			return nounPhrase{at: segment.Range{Start: at.End, End: at.End}, head: n.head, tail: tail}
		}
		tail = n.head + tail
		end = start - 1
		for end > 0 && text[end-1] == 0 {
			end--
		}
	}
}

// behindVerb returns the last verb in text[i:j] that has a noun behind it, and
// the place of that noun: in 财政共投入科技信贷风险准备金 the name begins behind 投入.
func (r *reading) behindVerb(text string, i, j int) (verb, noun int) {
	w := r.lexicon.figureWords
	verb, noun = i, i
	if !w.verbs.in(text[i:j]) {
		return verb, noun
	}
	words := r.words.Cut(nil, text[i:j])
	quote := 0
	for k, x := range words {
		s := text[i+x.Start : i+x.End]
		if strings.ContainsAny(s, "“《(") {
			quote++
		}
		if strings.ContainsAny(s, "”》)") {
			quote--
		}
		if quote > 0 || !w.verbs.has(s) || hasAnyPrefix(text[i:j], "每", "平均每") {
			continue
		}
		if k > 0 && !w.sure[s] && !w.adverbs[text[i+words[k-1].Start:i+words[k-1].End]] && !w.adverbial(text[i:i+x.Start]) {
			continue // 研发投入, 项目建设, 人才引进: the verb ends a noun
		}
		next := w.trimHeads(w.heads, text, i+x.End, j)
		if next < j {
			verb, noun = i+x.Start, next
		}
	}
	return verb, noun
}
