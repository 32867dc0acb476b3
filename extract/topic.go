package extract

import (
	"strings"

	"suyuan/segment"
)

// topic is what a sentence speaks of at a place: what a clause takes over that
// does not say it again.
type topic struct {
	name     name            // the indicator named last
	level    name            // 省级: what the parts of 省级研发平台 take over, while parts are listed
	parts    bool            // 其中 has been said
	changeAt []segment.Range // the word that says so

	added   *quantity // the sum that change speaks of
	taken   bool      // it was taken away
	keeper  name      // whose people or beds the sentence counts: 幼儿园 of 幼儿园共有教职工120人
	change  bool      // the sum is an amount added: its parts are too
	unit    string    // of the number named last
	amount  name      // what the sentence last gave an amount of
	names   []name    // all names of the sentence, for 分别
	abreast []name    // of the numbers of the clause before
	listed  int       // how many of names the last list gave
	last    *bound    // the figure before
	start   *Figure   // the earlier end of a change, and
	finish  *Figure   // the later one
	limit   *bound    // the criterion before in this clause: 10亿元以上 of 10亿元以上项目5个
	limited part      // what such a one set apart last: 项目
	used    int       // where the name behind the number before ends, 0 for none
	from    bool      // 由2018年…: the numbers up to 到 are the earlier end

	criterion name // of the threshold before
}

// speak makes n what the sentence speaks of.
func (t *topic) speak(n name) {
	t.name = n
	t.names = append(t.names, n)
}

// introduce takes what a clause without a number speaks of: 省级众创空间从无到有，达到21家.
func (r *reading) introduce(p *passage, cl *clause, now *topic) {
	text := p.blanked(cl.Range)
	if len(text) > 120 || cl.inside {
		return
	}
	if strings.HasPrefix(p.flow.Text[cl.End:], ":") { // 卫生户厕普及率:稳定在95%
		if n := r.trim(text, false); !n.empty() && len(text) < 75 && !strings.Contains(text, "\x00") && !strings.Contains(text, "目标") && !strings.Contains(text, "指标") {
			now.speak(name{{p: p, at: segment.Range{Start: cl.Start + n.at.Start, End: cl.Start + n.at.End}}})
		}
		return
	}
	if w := hasAnySuffix(text, "开工建设", "开工", "建成", "建成投用", "投入使用", "建成通车", "通车", "竣工", "竣工投产", "投产", "启动", "启动建设", "顺利推进", "加快推进", "稳步推进"); w != "" {
		if n := r.trim(text[:len(text)-len(w)], true); !n.empty() && hasAnySuffix2(text[n.at.Start:n.at.End], works...) && !strings.Contains(text, "\x00") {
			now.speak(name{{p: p, at: segment.Range{Start: cl.Start + n.at.Start, End: cl.Start + n.at.End}}}) // 东湖大桥建成通车，总投资8亿元
		}
		return
	}
	if i := strings.Index(text, "“"); i > 0 && strings.HasSuffix(text, "”") && hasAnySuffix2(text[:i], "推进", "推动", "深化", "实施", "开展", "抓好") {
		now.speak(name{{p: p, at: segment.Range{Start: cl.Start + i, End: cl.End}}}) // 推进“个转企”，全年新增2万户
		return
	}
	if what, ok := strings.CutPrefix(text, "实现"); ok && strings.HasSuffix(what, "”") {
		if i := strings.Index(what, "“"); i > 0 {
			at := cl.Start + len("实现")
			now.speak(name{{p: p, at: segment.Range{Start: at, End: at + i}}}) // 实现粮食生产“八连增”，达到244.5万吨
		}
		return
	}
	for _, verb := range []string{"从无到有", "实现", "突破", "达到", "由", "从", "快速", "大幅", "稳步", "逐步", "持续", "不断", "有序", "提速", "迈过", "迈上", "跨过", "跨上", "跨越", "总数", "总量", "数量", "首次", "\x00提高", "\x00提升", "\x00增长", "\x00增加", "\x00下降", "\x00降低"} { // \x00 stands for a time: 比重逐年提高
		if i := strings.Index(text, verb); i > 0 {
			if n := r.trim(strings.TrimRight(text[:i], "\x00"), false); !n.empty() && !strings.Contains(text[n.at.Start:n.at.End], "\x00") {
				now.speak(name{{p: p, at: segment.Range{Start: cl.Start + n.at.Start, End: cl.Start + n.at.End}}})
			}
			return
		}
	}
}
