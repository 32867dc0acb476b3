package extract

import (
	"strings"
	"unicode/utf8"
)

// gauged is what the words in front of a class word amount to.
type gauged struct {
	runes  int  // of the words that may set the name apart
	length int  // of all of them
	weight int  // see token
	proper bool // a proper name is among them
	owner  bool // they begin with 市, 县: the document's own
	quoted bool // a quote is among them that is not quoted everywhere
	joint  bool // 、 or 和 stands in them
	saying bool // a quote that is quoted everywhere is among them: “四好农村路”
	level  bool
}

func gauge(tokens []token) gauged {
	var m gauged
	for i := range tokens {
		t := &tokens[i]
		if !t.bare && !t.lead && t.kind != asJoint && t.kind != asBracket {
			m.runes += utf8.RuneCountInString(t.text)
		}
		m.length += utf8.RuneCountInString(t.text)
		m.weight += t.weight
		if t.class != "" && t.weight == 0 && i < len(tokens)-1 {
			m.weight++ // 职教城|大学科技园: the park of a park
		}
		m.proper = m.proper || t.proper || i > 0 && t.letter() && tokens[i-1].letter()
		m.proper = m.proper || i > 0 && t.sort == "works" && strings.HasSuffix(t.class, "期") && i < len(tokens)-1              // 三期|项目
		m.proper = m.proper || i > 0 && tokens[i-1].letter() && hasAnySuffix2(t.text, "镇", "乡", "村")                           // 韩|集镇
		m.proper = m.proper || i > 0 && digitAt(t.text, 0) && hasAnySuffix2(tokens[i-1].text, "年产", "年处理", "年加工", "日处理", "日产") // 年产|10|万吨|电解液
		m.proper = m.proper || i > 1 && t.text == "/" && i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].text, "年")         // 150|万吨|/|年|乙烯
		m.owner = m.owner || i == 0 && (t.ours || strings.Contains("市县区省州镇", t.text) && t.text != "")
		m.quoted = m.quoted || t.kind == asQuote && t.proper
		m.saying = m.saying || t.kind == asQuote && t.bare
		m.level = m.level || t.bare && strings.HasSuffix(t.text, "级")
		m.joint = m.joint || t.kind == asJoint
	}
	return m
}

// judge returns the rule by which it is a name, "" for no name.
func (n *namer) judge(t item, head token, m gauged) string {
	if n.quoted(head, m) {
		return "project_quoted"
	}
	if head.count || n.many || t.many || n.place || t.owned && !m.proper && !(head.sort == "project" && n.costed(t)) {
		return ""
	}
	if hasAnySuffix2(n.text[:n.items[0].tokens[0].Start], "认定的", "获批的", "评为的", "获评的") {
		return "" // 对新认定的省级企业研究院、重点实验室给予奖励
	}
	f := n.footing(t, m)
	f.subject = f.subject || n.force == "" && n.priced(head)
	listed := hasAnyPrefix(n.next.text, "列入", "纳入", "入选") // …产业园列入省级重点项目
	f.carried = f.carried || listed && n.force == "" && m.proper
	acts := n.next.End > 0 && !f.upgraded && !listed && n.next.verb.force != "done" // 推动A公司与B研究院联合建设
	switch head.sort {
	case "action":
		if n.setting.deed && m.length >= 4 && m.runes >= 2 {
			return "project_action" // 四是实施文化惠民工程
		}
		return named("project_action", n.action(head, m, f))
	case "project":
		return named("project_named", n.project(t, head, m, f))
	case "works":
		if roadsOf(n.text[t.tokens[0].Start:head.End], head.class) {
			return ""
		}
		built := f.governed && n.force != "lean" || f.done || f.moved || n.setting.box || n.setting.entry || n.setting.listing
		return named("project_works", built && (m.weight >= 2 || m.owner) || f.subject && (m.proper || m.weight >= 4))
	case "facility":
		return named("project_facility", !acts && n.facility(m, f))
	case "park":
		return named("project_facility", !acts && (f.carried && m.weight >= 1 && (!m.level || m.weight >= 2) || (f.governed || f.entry) && (m.proper || m.weight >= 2)))
	case "house":
		begun := f.done || f.moved || n.starts() || n.enlarges()
		return named("project_facility", !acts && (f.carried || f.entry) && (m.proper || m.owner || m.weight >= 2 && (begun || n.setting.listing) || m.weight >= 3 && len(n.items) > 1 && n.someProper()))
	case "zone":
		return named("project_zone", !acts && n.zone(m, f))
	}
	return ""
}

// roadsOf reports whether a name only says whose or how great the roads are, as a class of
// them: 陕西省高速公路, 西安、延安高速公路, 全省普通国道; never 银川至百色高速公路.
func roadsOf(name, class string) bool {
	switch class {
	case "高速公路", "公路", "国道", "省道":
	default:
		return false
	}
	name = strings.TrimSuffix(name, class)
	for _, w := range [...]string{"高速公路", "公路", "未来五年", "国家", "普通", "农村", "全省", "全市", "全县", "网内", "境内", "干线", "网"} {
		name = strings.ReplaceAll(name, w, "")
	}
	for _, place := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("、和与及", r) }) {
		if !hasAnySuffix2(place, "省", "市", "县", "区", "州") && !(strings.Contains(name, "、") && utf8.RuneCountInString(place) <= 2) || strings.Contains(place, "至") {
			return false
		}
	}
	return true
}

// named returns the rule where it holds.
func named(rule string, holds bool) string {
	if holds {
		return rule
	}
	return ""
}

// quoted reports whether a quote makes it a name, whatever else stands around it.
func (n *namer) quoted(head token, m gauged) bool {
	switch head.sort {
	case "action", "project":
	case "event":
		if n.force != "carry" {
			return false
		}
	default:
		return false
	}
	if head.sort == "project" && n.counted(head) {
		return false // “四化”项目120个
	}
	return m.quoted && m.runes >= 2 && n.force != "other" && (!n.many || head.kind == asQuote)
}

// action judges programmes: what is carried out needs little of a name.
func (n *namer) action(head token, m gauged, f footing) bool {
	apart := m.weight >= 2 || m.proper || m.owner
	switch {
	case strings.HasSuffix(head.class, "专项") && n.force != "carry" && !m.proper && !m.owner:
		return false // a fund: 设立人才专项
	case head.class == "计划" && n.force == "" && len(n.after) > 0 && n.after[0].Start == head.End && hasAnyPrefix(n.after[0].text, "完成", "投资", "新建", "开工", "新开工", "建设", "建成"),
		head.class == "计划" && n.force == "" && digitAt(n.text, head.End),
		head.class == "计划" && n.force == "" && hasAnyPrefix(n.text[head.End:], "年内", "年底", "今年", "明年", "于", "在", "开业", "投入", "竣工", "启用", "上半年", "下半年"):
		return false // 国省干线计划完成投资62亿元: what is planned to be done
	case head.class == "工程" && head.kind != asQuote && hasAnySuffix2(n.text[:head.End-len(head.class)], "重大", "重点", "骨干", "主要"):
		return false // 专栏12 交通水利重大工程
	case n.force == "carry" || f.entry:
		return m.runes >= 3 || m.saying && m.runes >= 2 || f.entry && m.length >= 6
	case n.setting.entry && m.runes >= 6 && !m.joint:
		return true
	case f.governed || f.done || f.moved || n.setting.entry:
		return m.runes >= 4 && (apart || head.class != "工程") // 推进水利工程建设 is about a class
	}
	return f.subject && head.class == "工程" && m.proper && m.runes >= 4
}

// project judges what 项目 names, a word that any plan is about.
func (n *namer) project(t item, head token, m gauged, f footing) bool {
	own := (m.proper || m.owner) && m.runes >= 4
	telling := m.runes >= 4 && m.weight >= 4
	long := m.runes >= 6 && m.weight >= 4 || m.runes >= 8
	funded := n.costed(t) || f.subject && n.priced(head) || n.setting.entry && n.setting.funded
	switch {
	case own && (f.governed || f.carried || f.entry || f.subject),
		telling && (funded || f.entry && n.setting.status != ""),
		long && (n.force == "carry" || f.entry),
		n.setting.deed && m.length >= 4 && m.runes >= 2: // 四是实施文化项目
		return true
	}
	abreast := len(n.items) > 1 && !m.level && n.someProper() && n.eachHeaded()
	return abreast && f.governed && m.runes >= 6 && m.weight >= 3
}

// facility judges platforms, laboratories, centres, bases.
func (n *namer) facility(m gauged, f footing) bool {
	switch {
	case n.setting.listing && m.joint && !m.proper:
		return false // 软件与平台
	case f.carried && m.weight >= 2 && (m.proper || m.owner || m.runes >= 4):
		return true
	case (f.governed || f.entry) && (m.proper || m.weight >= 4), n.setting.listing && m.weight >= 2 && !m.level:
		return true
	case f.improved && (m.weight >= 2 || m.owner && m.weight >= 1):
		return true
	case f.governed && n.force != "lean" && m.owner && m.weight >= 1:
		return true
	}
	return f.subject && m.proper && m.weight >= 3 && !m.level // 县级疾控中心P2实验室实现全覆盖
}

// zone judges areas, networks and systems, of which most names are classes.
func (n *namer) zone(m gauged, f footing) bool {
	if n.setting.listing && m.weight >= 4 {
		return true
	}
	if !m.proper && (!m.owner || m.weight < 1) {
		return false
	}
	if f.done || f.upgraded || f.entry || n.closed() || n.next.verb.force == "done" {
		return true
	}
	return f.carried && f.governed && n.force != "lean" && n.force != "improve" &&
		(n.force == "create" || n.behind("create") || len(n.after) > 0 && n.after[0].verb.works)
}
