package extract

import (
	"slices"
	"strings"

	"suyuan/segment"
)

// ruledVerbs begin what a unit has to do where a document rules: 市审计局适时开展审计,
// 区科技局受理后5个工作日内完成初审.
var ruledVerbs = []string{"组织", "安排", "自受理", "自收到", "在收到", "收到", "是", "为", "适时", "定期", "及时", "受理", "审核", "审查", "复核", "汇总", "拨付", "下达", "委托", "制定", "编制", "开展", "进行", "审定", "公示", "解释", "建立", "加强", "指导", "根据", "依法", "择优", "每年", "每季度", "将", "统筹", "对", "出具", "兑付", "做好"}

// ruledClasses are the last words of the units that rules give duties to.
var ruledClasses = []string{"局", "部门", "委", "政府", "厅", "委员会", "管委会"}

// ruled finds the units that begin a clause before what they have to do, in a document that
// grants or rules by its title; never one that tells of what was done: 市财政局安排了.
func (r *reading) ruled(p *passage) []mention {
	if !r.ruling() || p.cell != nil {
		return nil
	}
	text := p.flow.Text
	var out []mention
	for _, class := range ruledClasses {
		for i := strings.Index(text, class); i >= 0; {
			at := i + len(class)
			if w := prefixOf(text[at:], ruledVerbs); w != "" && r.dutiful(text, at, w) {
				units := r.before(p, at, true, false)
				if slices.ContainsFunc(units, func(u segment.Range) bool { return !r.placed(text[u.Start:u.End]) }) {
					units = nil
				}
				for _, u := range units {
					out = append(out, mention{Range: u, role: "lead", by: segment.Range{Start: at, End: at + len(w)}, rule: "department_prose"})
				}
			}
			next := strings.Index(text[at:], class)
			if next < 0 {
				break
			}
			i = at + next
		}
	}
	return out
}

// placed reports whether name is that of a unit whose place is told for certain: by a word for its
// level, a place that is known or the document's own. 经县农业农村局 is none of a county 经县.
func (r *reading) placed(name string) bool {
	if !r.unit(name) {
		return false
	}
	known, _ := r.lexicon.regions().known(name)
	n, _ := r.lexicon.regions().lead(name)
	return n == 0 || known > 0 || level(name) > 0 || strings.HasSuffix(r.records.About.Region, name[:n])
}

// dutiful reports whether the clause behind a verb tells of a duty.
func (r *reading) dutiful(text string, at int, verb string) bool {
	rest := text[at+len(verb):]
	if hasAnyPrefix(rest, "部", "的", "认定的", "处", "科", "机构", "价", "意见", "结论", "结果") {
		return false // 指导价格, 审核意见
	}
	if i := strings.IndexAny(rest, "，。;)"); i >= 0 {
		rest = rest[:i]
	}
	if strings.HasSuffix(rest, "的") || hasAnyOf(rest, "通过的", "合格的", "同意的", "批准的", "确认的", "作出的") {
		return false // 审核合格的，给予奖励
	}
	if contains([]string{"是", "为"}, verb) && !hasAnyOf(rest, "主管部门", "牵头部门", "责任部门", "牵头单位", "责任单位", "责任主体", "监管部门", "组织实施部门") {
		return false
	}
	if verb == "对" && !hasAnyOf(rest, "进行", "实施", "开展") {
		return false
	}
	return len(rest) > 0 && !strings.ContainsAny(rest, "了") && !strings.Contains(rest, "已") && !strings.HasPrefix(rest, "印发")
}

// ruling reports whether the document's title is that of one that rules: 办法, 细则, 若干措施.
func (r *reading) ruling() bool {
	title := r.records.About.Title
	i := granting.last(title)
	return i >= 0 && i > planning.last(title)
}
