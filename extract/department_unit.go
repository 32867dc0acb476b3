package extract

import (
	"strings"
	"unicode/utf8"
)

// offices knows the units of the word list by every writing of their names.
type offices struct {
	official map[string]string            // 科技局 → 科学技术局
	stems    map[string]map[string]string // 科技 → level → 科学技术局
	nation   map[string]bool              // official names of units of the whole state
	longest  int                          // bytes of the longest writing
}

func (l *Lexicon) offices() *offices { return l.bureaus }

func newOffices(list [][]string) *offices {
	o := &offices{official: map[string]string{}, stems: map[string]map[string]string{}, nation: map[string]bool{}}
	for _, row := range list {
		name, level := row[0], row[3]
		o.nation[name] = level == "nation"
		for _, s := range append(strings.Split(row[1], "|"), name) {
			if s != "-" {
				o.official[s] = name
				o.longest = max(o.longest, len(s))
			}
		}
		for _, s := range strings.Split(row[2], "|") {
			if s == "-" {
				continue
			}
			if o.stems[s] == nil {
				o.stems[s] = map[string]string{}
			}
			o.stems[s][level] = name
		}
	}
	return o
}

// at returns the length of the longest writing of a unit's name that text begins with.
func (o *offices) at(text string) int {
	for n := min(len(text), o.longest); n > 0; n-- {
		if n < len(text) && !utf8.RuneStart(text[n]) {
			continue
		}
		if _, ok := o.official[text[:n]]; ok {
			return n
		}
	}
	return 0
}

// levelWords stand in front of a unit's name for the place.
var levelWords = []string{"自治区", "自治州", "自治县", "省级", "市级", "县级", "区级", "省", "市", "县", "区", "州", "盟", "旗"}

// level returns the length of the word for a place's level that text begins with.
func level(text string) int {
	for _, w := range levelWords {
		if strings.HasPrefix(text, w) {
			return len(w)
		}
	}
	return 0
}

// place returns the length of what names the place of a unit in front of its
// class: 揭阳市, 市, 各县(市、区), 县级以上地方.
func (r *reading) place(text string) int {
	if n := everyPlace(text); n > 0 {
		return n
	}
	for _, w := range [...]string{"县级以上地方各级", "县级以上地方", "县级以上", "设区的市级", "设区的市", "各级", "国务院", "国家", "中央", "团", "共青团", "中共", "属地", "所在地", "本级", "中国", "国网", "人民银行", "人行", "驻"} {
		if strings.HasPrefix(text, w) {
			return len(w)
		}
	}
	if n, _ := r.lexicon.regions().lead(text); n > 0 && n < len(text) {
		return n
	}
	return level(text)
}

// everyPlace returns the length of 各县(市、区), 各区、县(市) and the like.
func everyPlace(text string) int {
	if first, _ := utf8.DecodeRuneInString(text); !strings.ContainsRune("各有相省市州盟县区旗自直设乡镇街功园开", first) {
		return 0
	}
	m := everyPlaces().FindString(text)
	return len(strings.TrimRight(m, "、(〔"))
}

var everyPlaces = Expression(`^(?:各|有关|相关)?(?:[省市州盟县区旗]|自治[区州县旗]|直辖市|设区的?市|乡镇?|镇|街道|功能区|园区|开发区)(?:[、及和]?(?:[省市州盟县区旗乡镇]|自治[区州县旗]|直辖市|街道|功能区|园区|开发区)|[(〔][^()〔〕]{1,16}[)〕])*`)

// unitClasses are the words that the name of a unit ends with.
var unitClasses = []string{"政府", "管委会", "委员会", "办公室", "办公厅", "办事处", "局", "厅", "领导小组", "指挥部", "工作组", "专班", "公司", "集团", "银行", "分行", "支行", "大学", "学院", "研究院", "实验室", "海关", "科协", "工会", "妇联", "残联", "团委", "法院", "检察院", "支队", "总队", "大队", "中心", "协会", "商会", "联合会", "供销社", "红十字会", "工商联", "社科联", "侨联", "文联", "街道", "主管部门", "管理部门", "行政部门", "党委", "党工委", "委", "办", "部", "院", "署", "室", "队", "馆", "站", "所", "处", "会", "庭", "团", "部门"}

// foreign are the words that no name of a unit holds: what has one is a clause.
var foreign = newWordSet(append(strings.Split("的了是由把将被让请得而已其这，。;:“”《》0123456789", ""), "推动", "推进", "加快", "支持", "鼓励", "引导", "确保", "明确", "落实", "加强", "争取", "开展", "实施", "完善", "提升", "要求", "通过", "根据", "依托", "配合", "牵头", "负责", "会同", "参与", "构建", "打造", "培育", "深化", "强化", "按照", "进一步", "有关", "相关")...)

// unit reports whether name is the name of one unit: a known one, with or without
// its place, or a place and a class word with nothing foreign between them.
func (r *reading) unit(name string) bool {
	core := strings.TrimSuffix(name, closingBracket(name))
	if len(core) > maxName || foreign.in(core) {
		return false
	}
	n := r.place(core)
	if _, ok := r.lexicon.offices().official[core[n:]]; ok && n > 0 && !single(core[n:]) || n > 0 && core[n:] == "委" {
		return true
	}
	if _, ok := r.lexicon.offices().official[core]; ok && !single(core) && utf8.RuneCountInString(core) > 2 {
		return true
	}
	if strings.HasSuffix(core, "部门") {
		return n > 0 && r.fieldOffice(core)
	}
	length := utf8.RuneCountInString(core)
	return n > 0 && n < len(core) && length >= 3 && length <= 24 && endsWithClass(core[n:])
}

// maxName is the greatest length of a unit's name in bytes.
const maxName = 120

// single reports whether a name is one character (委), which says nothing alone.
func single(s string) bool { return utf8.RuneCountInString(s) < 2 }

// closingBracket returns the bracket that name ends with: (市乡村振兴局), "" for none.
func closingBracket(name string) string {
	if !strings.HasSuffix(name, ")") {
		return ""
	}
	i := strings.LastIndexByte(name, '(')
	if i <= 0 {
		return ""
	}
	return name[i:]
}

func endsWithClass(s string) bool {
	for _, class := range unitClasses {
		if strings.HasSuffix(s, class) {
			return true
		}
	}
	return false
}

// general reports whether a name means units without naming them: 各有关部门,
// 市直各单位, 各成员单位.
func (r *reading) general(name string) bool {
	if len(name) > maxName || !strings.ContainsAny(name, "各关他驻属任员能") && !strings.HasSuffix(name, "部门") && !strings.HasSuffix(name, "单位") {
		return false // no need to ask the pattern
	}
	return generalName().MatchString(name) && !r.fieldOffice(name)
}

// fieldOffice reports whether name is that of the office for a field without its
// own name: 各级科技主管部门, 市财政部门. 行业主管部门 leaves the field open.
func (r *reading) fieldOffice(name string) bool {
	field, ok := strings.CutSuffix(name, "部门")
	if !ok {
		return false
	}
	for _, w := range [...]string{"主管", "管理", "行政"} {
		field = strings.TrimSuffix(field, w)
	}
	for n := range field {
		if _, ok := r.lexicon.offices().stems[field[n:]]; ok {
			return true
		}
	}
	return false
}

var generalName = Expression(`^[^、(]{0,8}(?:各|有关|相关|其他|驻|直属|责任|成员|职能)[^、]{0,8}(?:部门|单位|机构|企业|方面|委办局|高校|院所|高等院校|银行|地区|地方)$|^各?(?:有关|相关)(?:县|市|区|州|县区|县市|县市区|乡镇|镇)(?:\([^()]{1,8}\))?[区县]?(?:人民)?政府$|^各?(?:有关|相关)(?:乡镇|镇街|街道|镇|乡|县区|县市|县市区|区县|县|区|村)$|^各(?:地|级|方|部门|单位|县区|区县|市县)+$|^(?:市|县|区|省|州|盟|旗)?(?:级|直)?(?:部门|单位)$`)

// ownOffice is an office of a government that its name is longer by: 市政府督查室.
var ownOffice = Expression(`^(?:督查|研究|参事|政策研究)室|^(?:督查|金融|新闻|口岸|文史)办(?:公室)?`)

// forward returns the length of the unit whose name text begins with, as far as
// it can be told where the name ends: a place and a known unit, else a place and
// the first class word.
func (r *reading) forward(text string) int {
	p := r.place(text)
	if p == 0 {
		return 0
	}
	if k := r.lexicon.offices().at(text[p:]); k > len("委") {
		return p + k + len(ownOffice().FindString(text[p+k:min(len(text), p+k+24)]))
	}
	for n, runes := p, 0; n < len(text) && runes < 14; runes++ {
		c, size := utf8.DecodeRuneInString(text[n:])
		if !isHan(c) {
			return 0
		}
		n += size
		if runes > 0 && endsWithClass(text[p:n]) && r.unit(text[:n]) {
			return n
		}
	}
	return 0
}
