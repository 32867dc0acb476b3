package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// undertaking is a name that was found, in bytes of its passage.
type undertaking struct {
	segment.Range
	rule     string
	class    segment.Range // its class word
	status   string
	evidence []segment.Range // the words that decided the status
	entry    bool            // it is all of its block or cell
}

// nameJudge decides which items of a phrase are names.
type nameJudge struct {
	words *projectWords
	text  string
	phrase
	force   string // of the last verb in front, or "" for none
	setting setting
}

// names returns the names among the items of a phrase.
func (j *nameJudge) names() []undertaking {
	var out []undertaking
	for _, t := range j.items {
		out = append(out, j.item(t)...)
	}
	return out
}

// item returns the names in an item: none, one, or where the class word stands
// once for several (实施 A、B、C 工程) all of them.
func (j *nameJudge) item(t item) []undertaking {
	if j.closed() {
		return j.members(t)
	}
	last := lastHead(t.tokens)
	if last < 0 || !j.tail(t, last) {
		return nil
	}
	parts := split(t.tokens[:last+1], "、和")
	if len(parts) == 1 {
		return j.one(t, parts[0])
	}
	return j.several(t, t.tokens[:last+1], parts)
}

// members returns the names in an item of a list that 等项目 closes. 和 parts two
// names only where both are names by themselves: 核电7号和8号机组 is one.
func (j *nameJudge) members(t item) []undertaking {
	var out []undertaking
	for _, part := range split(t.tokens, "、") {
		var each []undertaking
		halves := split(part, "和")
		for _, half := range halves {
			each = append(each, j.member(t, half)...)
		}
		if len(each) < len(halves) || len(halves) > 1 && !j.eachProper(halves) {
			each = j.member(t, part)
		}
		out = append(out, each...)
	}
	return out
}

// eachProper reports whether a proper name stands in each part.
func (j *nameJudge) eachProper(parts [][]token) bool {
	for _, part := range parts {
		if !gauge(part, j.text).proper {
			return false
		}
	}
	return true
}

func (j *nameJudge) member(t item, part []token) []undertaking {
	for len(part) > 0 && part[len(part)-1].kind == asBracket {
		part = part[:len(part)-1]
	}
	switch n := len(part); {
	case n == 0:
		return nil
	case part[n-1].class != "" && part[n-1].sort != "other":
		return j.one(t, part)
	}
	return j.listed(t, part)
}

// lastHead returns the place of the last token that ends with a class word, or -1.
func lastHead(tokens []token) int {
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].class != "" && tokens[i].sort != "other" && !tokens[i].lead {
			return i
		}
	}
	return -1
}

// tail reports whether what stands behind the class word leaves it the end of
// the name: 产业园基础设施 and 研究院(沧州) do, 行动方案 does not.
func (j *nameJudge) tail(t item, last int) bool {
	for _, p := range t.tokens[last+1:] {
		if p.kind == asBracket {
			return true
		}
		if p.kind == asJoint || j.words.kinds[j.text[p.Start:p.End]] == "tail" {
			continue
		}
		return t.tokens[last].kind == asQuote && t.tokens[last].sort == "action"
	}
	return true
}

// split cuts tokens at the joints: at 、 where marks has it, at the words where
// marks has 和.
func split(tokens []token, marks string) [][]token {
	var out [][]token
	from := 0
	for i, p := range tokens {
		if p.kind == asJoint && (p.comma && strings.Contains(marks, "、") || !p.comma && strings.Contains(marks, "和")) {
			out = append(out, tokens[from:i])
			from = i + 1
		}
	}
	return append(out, tokens[from:])
}

// several reads an item with joints in it: one name with a list inside
// (教育、医疗服务平台), or several that share the class word at the end.
func (j *nameJudge) several(t item, all []token, parts [][]token) []undertaking {
	final := parts[len(parts)-1]
	head := final[len(final)-1]
	shortest, longest, other := 1000, 0, false
	for _, part := range parts[:len(parts)-1] {
		if len(part) == 0 || gauge(part, j.text).runes == 0 {
			return nil // 国家、省、市产业园
		}
		n := utf8.RuneCountInString(j.text[part[0].Start:part[len(part)-1].End])
		shortest, longest = min(shortest, n), max(longest, n)
		other = other || part[len(part)-1].sort == "other"
	}
	commas := strings.Contains(j.text[all[0].Start:final[0].Start], "、")
	var out []undertaking
	switch {
	case head.sort == "action" && (commas && shortest >= 4 || parts[0][0].kind == asQuote):
		for _, part := range parts[:len(parts)-1] {
			out = append(out, j.shared(t, part, head)...)
		}
	case !commas && (head.sort == "action" || !other), commas && longest <= 3:
		return j.one(t, all)
	}
	if head.counted(j.text) && len(final) > 1 {
		return append(out, j.shared(t, final[:len(final)-1], head)...) // A、B、C三大工程
	}
	return append(out, j.one(t, final)...)
}

// counted reports whether p is a class with its count: 三大工程.
func (p token) counted(text string) bool {
	return p.bare && p.class != "" && strings.HasPrefix(text[p.Start:p.End], "大") != strings.Contains(text[p.Start:p.End], "大")
}

// shared makes the name of a part whose class word stands at the end of the list.
func (j *nameJudge) shared(t item, part []token, head token) []undertaking {
	m := gauge(part, j.text)
	if j.many || t.owned || t.many || m.runes < 4 || j.force == "" || j.force == "other" {
		return nil
	}
	return []undertaking{{Range: span(part), rule: "project_shared", class: head.Range}}
}

// gauged is what the tokens in front of a class word weigh.
type gauged struct {
	runes  int // of the tokens that may set it apart
	weight int
	proper bool
	owner  bool // begins with 市, 县: the document's own
	quoted bool
	joint  bool // 、 or 和 stands in it
}

func gauge(tokens []token, text string) gauged {
	var m gauged
	for i, p := range tokens {
		if !p.bare && !p.lead && p.kind != asJoint && p.kind != asBracket {
			m.runes += utf8.RuneCountInString(text[p.Start:p.End])
		}
		m.weight += p.weight
		m.proper = m.proper || p.proper || i > 0 && p.letter(text) && tokens[i-1].letter(text)
		m.proper = m.proper || i > 0 && i < len(tokens)-1 && p.sort == "works" && strings.HasSuffix(p.class, "期") // 三期项目
		m.joint = m.joint || p.kind == asJoint
		m.owner = m.owner || i == 0 && p.owner(text)
		if p.class != "" && p.weight == 0 && i < len(tokens)-1 {
			m.weight++ // 职教城|大学科技园: the park of a park
		}
		m.quoted = m.quoted || p.kind == asQuote && p.proper
	}
	return m
}

// owner reports whether p stands for the document's own place: 市图书馆.
func (p token) owner(text string) bool {
	switch text[p.Start:p.End] {
	case "市", "县", "区", "省", "州", "镇":
		return true
	}
	return p.ours
}

// letter reports whether p is one character that no list knows: two in a row
// are a name that the dictionary lacks, 京|雄.
func (p token) letter(text string) bool {
	return p.kind == asNoun && p.weight == 2 && text[p.Start] >= 0x80 && utf8.RuneCountInString(text[p.Start:p.End]) == 1
}

func span(tokens []token) segment.Range {
	r := segment.Range{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
	if len(tokens) == 1 && tokens[0].kind == asQuote {
		return tokens[0].inner
	}
	return r
}

// one judges a name that tokens make, the class word last.
func (j *nameJudge) one(t item, tokens []token) []undertaking {
	head := tokens[len(tokens)-1]
	for len(tokens) > 0 && (tokens[0].lead || tokens[0].kind == asJoint || tokens[0].kind == asBracket || tokens[0].praise && head.sort != "action") {
		tokens = tokens[1:]
	}
	if len(tokens) == 0 {
		return nil
	}
	if head.kind == asQuote {
		tokens = tokens[len(tokens)-1:] // 河间“…示范基地”: what is quoted is the name
	}
	whole := span(tokens)
	u := undertaking{Range: whole, class: segment.Range{Start: whole.End - len(head.class), End: whole.End}}
	if !j.judge(t, head, gauge(headless(tokens, head, j.text), j.text), &u) {
		return nil
	}
	if head.sort == "project" && len(tokens) > 1 && long(tokens[len(tokens)-2], j.text) {
		u.Range = tokens[len(tokens)-2].inner // “…”项目: what is quoted is the name
	}
	if b := t.behind(head); b != nil && head.sort != "action" && head.sort != "project" && j.words.names(j.text[b.inner.Start:b.inner.End]) {
		u.End = b.End // 研究院(沧州)
	}
	return []undertaking{u}
}

// behind returns the brackets that stand right behind head, nil for none.
func (t *item) behind(head token) *token {
	for i := range t.tokens {
		if t.tokens[i].kind == asBracket && t.tokens[i].Start == head.End {
			return &t.tokens[i]
		}
	}
	return nil
}

// long reports whether p quotes a name of its own, not a byname: “白菜心”工程.
func long(p token, text string) bool {
	return p.kind == asQuote && !p.bare && utf8.RuneCountInString(text[p.inner.Start:p.inner.End]) > 4
}

// headless returns the tokens without the class word that the last one ends with.
func headless(tokens []token, head token, text string) []token {
	front := head
	switch {
	case head.kind == asQuote:
		front.Range = segment.Range{Start: head.inner.Start, End: head.inner.End - len(head.class)}
	default:
		front.End -= len(head.class)
	}
	out := append([]token{}, tokens[:len(tokens)-1]...)
	if front.End == front.Start {
		return out
	}
	return append(out, front)
}

// judge decides whether it is a name and by which rule.
func (j *nameJudge) judge(t item, head token, m gauged, u *undertaking) bool {
	action := head.sort == "action" || head.sort == "project"
	if m.quoted && (action || head.sort == "event" && j.force == "carry") && m.runes >= 2 && !(j.many && head.kind != asQuote) && j.force != "other" {
		u.rule = "project_quoted"
		return true
	}
	if head.counted(j.text) && head.kind != asQuote || j.many || t.many || j.place || t.owned && !m.proper {
		return false
	}
	next := j.text[j.next.Start:j.next.End]
	upgraded := next == "创建" || next == "成功创建" || next == "升级" || next == "晋升"
	if !action && head.sort != "works" && next != "" && !upgraded && j.next.verb.force != "done" {
		return false // who does something: 推动A公司与B研究院联合建设
	}
	done := len(j.after) > 0 && j.finished(j.after[0]) || j.force == "done"
	governed := j.force != "" && j.force != "other"
	moved := j.force == "" && len(j.after) > 0 && (j.after[0].verb.force == "create" || j.after[0].verb.force == "push")
	carried := j.force == "create" || j.force == "push" || j.force == "carry" || done ||
		j.force == "lean" && len(j.after) > 0 && j.after[0].verb.force == "create" || moved && (m.proper || m.owner) || j.closed()
	entry := j.setting.entry && (j.setting.box || j.setting.cell)
	subject := j.force == "" && (j.next.End > 0 || t.shut) && !t.owned // …工程具备通水条件
	switch head.sort {
	case "action":
		u.rule = "project_action"
		if strings.HasSuffix(head.class, "专项") && j.force != "carry" && !m.proper && !m.owner {
			return false // a fund: 设立人才专项
		}
		return (j.force == "carry" || entry) && m.runes >= 3 || j.setting.entry && m.runes >= 6 && !m.joint ||
			(governed || done || moved || j.setting.entry) && m.runes >= 4 && (m.weight >= 2 || m.proper || m.owner || head.class != "工程") ||
			subject && head.class == "工程" && m.proper && m.runes >= 4
	case "project":
		u.rule = "project_named"
		return (governed || carried || entry || subject) && (m.proper || m.owner) && m.runes >= 4 || (j.force == "carry" || entry) && (m.runes >= 6 && m.weight >= 4 || m.runes >= 8)
	case "facility":
		u.rule = "project_facility"
		return carried && m.weight >= 2 && (m.proper || m.owner || m.runes >= 4) || (governed || entry) && (m.proper || m.weight >= 4) ||
			governed && m.owner && m.weight >= 1 && (j.force != "lean" || j.improves()) ||
			j.force == "lean" && m.weight >= 2 && j.improves() || subject && m.proper && m.weight >= 3
	case "park":
		u.rule = "project_facility"
		return carried && m.weight >= 1 || (governed || entry) && (m.proper || m.weight >= 2)
	case "house":
		u.rule = "project_facility"
		return (carried || entry) && (m.proper || m.owner || m.weight >= 2 && (done || moved || j.starts()))
	case "zone":
		u.rule = "project_zone"
		return (m.proper || m.owner && m.weight >= 1) && (carried && j.force != "lean" && j.force != "" && (j.force == "create" || len(j.after) > 0 && (j.after[0].verb.force == "create" || j.after[0].verb.works)) || j.closed() || done || upgraded || j.next.verb.force == "done" || entry)
	case "works":
		u.rule = "project_works"
		return (governed && j.force != "lean" || done || j.setting.box || j.setting.entry) && (m.weight >= 2 || m.owner) || subject && (m.proper || m.weight >= 4)
	}
	return false
}

// improves reports whether the verb in front improves what stands: 完善, 升级.
func (j *nameJudge) improves() bool {
	v := j.verbs[len(j.verbs)-1]
	switch j.text[v.Start:v.End] {
	case "完善", "升级", "优化", "提升", "运营", "健全", "建立完善", "升级改造":
		return true
	}
	return false
}

// starts reports whether work on it begins: …通道年内开工.
func (j *nameJudge) starts() bool {
	return len(j.after) > 0 && containsAny(j.text[j.after[0].Start:j.after[0].End], "开工", "动工")
}

// closed reports whether the list ends with 等项目: whatever stands in it is a
// project, with or without a class word.
func (j *nameJudge) closed() bool {
	if !j.rest || len(j.whole) == 0 || j.many {
		return false
	}
	class := j.whole[len(j.whole)-1].class
	for _, end := range [...]string{"工程", "项目", "行动", "计划", "载体"} {
		if strings.HasSuffix(class, end) {
			return true
		}
	}
	return false
}

// listed reads a thing without a class word in a list that 等项目 closes.
func (j *nameJudge) listed(t item, part []token) []undertaking {
	if len(part) == 0 || t.owned || t.many || j.force == "other" {
		return nil
	}
	if m := gauge(part, j.text); m.runes < 4 || !m.proper && (m.weight < 3 || !j.someProper()) {
		return nil
	}
	return []undertaking{{Range: span(part), rule: "project_listed", class: j.whole[len(j.whole)-1].Range}}
}

// someProper reports whether a proper name stands in the list: what stands beside
// it is one as well.
func (j *nameJudge) someProper() bool {
	for _, t := range j.items {
		for _, p := range t.tokens {
			if p.proper {
				return true
			}
		}
	}
	return false
}
