package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// given finds the units that 由 gives a task: 由市科技局负责解释 is found by 负责,
// 由市财政局核定 by 由, which stands at places.
func (r *reading) given(p *passage, places []int) []mention {
	text := p.flow.Text
	var out []mention
	for _, at := range places {
		by := segment.Range{Start: at, End: at + len("由")}
		units := r.behind(p, by.End, by)
		if len(units) == 0 {
			continue
		}
		rest := text[units[len(units)-1].End:]
		for _, w := range [...]string{"等部门", "等有关部门", "等单位", "等"} {
			rest = strings.TrimPrefix(rest, w)
		}
		if next, _ := utf8.DecodeRuneInString(rest); isHan(next) && !noTask().MatchString(rest[:min(len(rest), 24)]) {
			for _, u := range units {
				u.role, u.rule = "lead", "department_prose"
				out = append(out, u)
			}
		}
	}
	return out
}

// noTask is what follows 由 and a unit that is given nothing to do: 由市科技局、财政局
// 组成, 由市政府分管领导任组长.
var noTask = Expression(`^(?:组成|构成|改|变|转|升|调整|增|扩|下降|提高|提升|的|主要|分管|领导|负责人|负责同志|有关|相关|同志|局长|主任|[省市县区州]长|任|担任|到|至|和|与|及|牵头单位)`)

// founded finds a body that is founded to take charge: 成立…领导小组，负责…. Places
// are those of the characters that 领导小组 and the like begin with.
func (r *reading) founded(p *passage, places []int) []mention {
	var out []mention
	for _, m := range foundedBody.findAt(p.flow.Text, places) {
		out = append(out, mention{Range: m.groups["unit"], role: "lead", by: m.groups["by"], rule: "department_founded"})
	}
	return out
}

var foundedBody = newPattern("founded_body", `(?:成立|设立|组建|建立)(?:[^，。;]{0,30}?的)?(?<unit>[^，。;的]{2,24}(?:领导小组|委员会|指挥部|工作组|专班|联席会议))，?(?<by>(?:统筹)?负责|统筹(?:协调|推进))`,
	crossed([]string{"领导小组", "委员会", "指挥部", "工作组", "专班", "联席会议"}, []string{"负责", "统筹", "，负责", "，统筹"})...)

// duties reads the units that an item begins with in front of a colon or a tab, with
// what each has to do behind it: 市教育局、市体育局：新建学校5所.
func (r *reading) duties(p *passage) []mention {
	text := p.flow.Text
	from := sectionLen(text)
	if from > 0 && !strings.HasSuffix(text[:from], "、") && !strings.HasSuffix(text[:from], ")") {
		from = 0
	}
	colon, width := strings.IndexByte(text[from:min(len(text), from+300)], ':'), 1
	if colon < 0 {
		colon, width = r.tabAt(p, from), 0
	}
	if colon <= 0 || len(text) < from+colon+len(":任务安") || width == 1 && isDigit(text[from+colon+1]) || width == 0 && dutyVerb(text[from+colon:]) == "" {
		return nil
	}
	list := segment.Range{Start: from, End: from + colon}
	by := segment.Range{Start: list.End, End: list.End + max(1, width)}
	if width == 0 {
		by.End = list.End + len(dutyVerb(text[list.End:]))
	}
	var out []mention
	for _, one := range r.items(p, list.Start, list.End) {
		one = trimItem(text, one)
		name := text[one.Start:one.End]
		if r.general(name) {
			continue
		}
		if !r.unit(name) || r.allPlaces(name) {
			return nil
		}
		out = append(out, mention{Range: one, role: "lead", by: by, rule: "department_duty"})
	}
	return out
}

// tabAt returns how many bytes behind from a tab stands in the document, -1 for none.
func (r *reading) tabAt(p *passage, from int) int {
	end := min(len(p.flow.Text), from+300)
	if strings.IndexByte(r.outline.Quote(p.flow.Span(from, end)), '\t') < 0 {
		return -1
	}
	for i := from + 1; i < end; i++ {
		if p.gap(i) {
			gap := source.Span{Start: p.flow.Span(i-1, i).End, End: p.flow.Span(i, i+1).Start}
			if strings.Contains(r.outline.Quote(gap), "\t") {
				return i - from
			}
		}
	}
	return -1
}
