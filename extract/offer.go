package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// offer is a clause seen from a row of numbers in it that may be what it grants:
// 按每人每月 2000元、1000元 的标准发放生活补贴.
type offer struct {
	c     *context
	p     *passage
	cl    *clause
	words *grantWords
	asked *slot
	gave  *gift         // what the words in front of the row give, once it is read
	row   []*slot       // joined by nothing but 、 and 和
	place int           // of the number asked about, in the row
	left  segment.Range // the clause in front of the row
	right segment.Range // behind it, up to the clause's next number
}

// rowReach is how many numbers a row is followed to each side.
const rowReach = 24

// offer reads the clause around a number.
func (c *context) offer(p *passage, cl *clause, sl *slot) *offer {
	if o := c.offered; o != nil && o.p == p && o.asked == sl {
		return o
	}
	o := &offer{c: c, p: p, cl: cl, asked: sl, words: c.r.lexicon.grantWords}
	c.offered = o
	i := sort.Search(len(cl.slots), func(k int) bool { return cl.slots[k].q.Start >= sl.q.Start })
	j := i + 1
	for i > 0 && o.place < rowReach && joins(p.textOf(cl.slots[i].left)) && cl.slots[i-1].like(cl.slots[i]) {
		i--
		o.place++
	}
	for j < len(cl.slots) && j-i < 2*rowReach && joins(p.textOf(cl.slots[j].left)) && cl.slots[j-1].like(cl.slots[j]) {
		j++
	}
	o.row = cl.slots[i:j]
	first := o.row[0].q.Start
	from := cl.Start
	if i > rowReach { // a clause of numbers alone
		from = cl.slots[i-rowReach].left.Start
	}
	_, start := p.before(from, max(cl.Start, first))
	o.left = segment.Range{Start: start, End: max(start, first)}
	o.right = o.row[len(o.row)-1].right
	if at := o.pastBracket(); at.End > at.Start {
		o.right = at
	}
	return o
}

// pastBracket returns what stands behind a bracket with other amounts that follows
// the row: 的补贴 of 给予50元/亩(林地25元/亩)的补贴.
func (o *offer) pastBracket() segment.Range {
	text := o.p.flow.Text
	if o.right.End > o.right.Start || !strings.HasPrefix(text[o.right.End:], "(") {
		return segment.Range{}
	}
	n := bracketEnd(text[o.right.End:])
	start := o.right.End + n + len(")")
	if n == 0 || !strings.ContainsAny(text[o.right.End:start], "0123456789") {
		return segment.Range{}
	}
	rest := o.p.after(start, o.p.sentence(o.right.End).End)
	if i := strings.IndexAny(rest, "，。;:(0123456789"); i >= 0 {
		rest = rest[:i]
	}
	return segment.Range{Start: start, End: start + len(rest)}
}

// like reports whether two numbers can stand in one row: 奖励0.5万元、60人以上奖励1万元 has two.
func (sl *slot) like(next *slot) bool {
	return !(sl.q.dimension == "money" && next.q.countable() || next.q.dimension == "money" && sl.q.countable())
}

// joins reports whether the words between two numbers make a row of them.
func joins(between string) bool {
	return strings.Trim(between, "、和及与或") == "" || between == "但"
}

func (o *offer) before() string { return o.p.textOf(o.left) }

func (o *offer) behind() string { return o.p.textOf(o.right) }

// included takes （含） off the front of words behind a number.
func included(text string) string {
	for _, w := range []string{"(含)", "(含本数)", "(含本级)", "(不含本数)"} {
		text = strings.TrimPrefix(text, w)
	}
	if rest := pastIncluded(text); rest != text {
		return cutFront(rest, []string{"以上", "以下", "以内"}) // 500万元(含500万元)以上的
	}
	return text
}

// pastIncluded takes a bracket that only says what a bound includes off the front of words
// behind a clause: (含300张，下同).
func pastIncluded(text string) string {
	if strings.HasPrefix(text, "(含") {
		if i := bracketEnd(text[:min(len(text), len("(含一千五百平方米，下同)"))]); i > 0 {
			return text[i+len(")"):]
		}
	}
	return text
}

// tail returns what stands behind the clause's last number.
func (o *offer) tail() segment.Range {
	return segment.Range{Start: o.cl.slots[len(o.cl.slots)-1].q.whole.End, End: max(o.cl.End, o.cl.slots[len(o.cl.slots)-1].q.whole.End)}
}

// sentence returns the sentence up to the clause, and what follows the clause in
// it, as far as they can bear on the number.
func (o *offer) sentence() (before, after segment.Range) {
	s := o.p.sentence(o.cl.Start)
	_, start := o.p.before(min(s.Start, o.left.Start), o.left.Start)
	end := max(o.cl.End, min(s.End, o.cl.End+window))
	for end < len(o.p.flow.Text) && !utf8.RuneStart(o.p.flow.Text[end]) {
		end--
	}
	return segment.Range{Start: start, End: o.left.Start}, segment.Range{Start: o.cl.End, End: end}
}

// told reports whether the clause tells of what has been given: 已发放补贴3亿元,
// 获得500万元资助; never 对已认定的企业给予….
func (o *offer) told() bool {
	text := o.before()
	if i := strings.LastIndex(text, "的"); i >= 0 {
		text = text[i+len("的"):]
	}
	if o.words.toldSet.last(text) < 0 {
		return false
	}
	giving, verb := lastOf(text, []string{"给予", "予以", "享受"})
	for _, w := range o.words.told {
		i := strings.LastIndex(text, w)
		if i < 0 || strings.HasSuffix(text[:i], "实际") || hasAnyOf(text[i+len(w):], "不超过", "不得", "不高于", "最高") || w == "累计" && hasAnyPrefix(text[i+len(w):], "最高", "不", "给予最", "奖励", "补", "享受", "满", "资助") || hasAnyPrefix(text[i:], "全年度", "落实到", "获评", "获证", "获奖", "实现首") {
			continue
		}
		if giving > i+len(w)+len("可以") && verb != "" || o.c.granting() && strings.Contains(text[i:], "奖励") {
			continue
		}
		return true
	}
	return false
}
