package extract

import (
	"strings"

	"suyuan/segment"
)

// plannedAt returns the place of a name for what a plan sets in front of a number:
// 年度计划投资, 投资计划.
func plannedAt(p *passage, sl *slot) segment.Range {
	left := p.textOf(sl.left)
	w := hasAnySuffix(strings.TrimRight(left, "为达约"), "计划投资", "计划总投资", "投资计划", "计划投资额")
	if w == "" {
		return besidePlan(p, sl, left)
	}
	if strings.Contains(left, "完成") {
		return segment.Range{}
	}
	i := strings.LastIndex(left, w)
	return segment.Range{Start: sl.left.Start + i, End: sl.left.Start + i + len(w)}
}

// besidePlan returns the same place behind a count that shares its plan: 安排项目194个、
// 计划投资272亿元; never 已完工项目194个、计划投资272亿元.
func besidePlan(p *passage, sl *slot, left string) segment.Range {
	end := sl.q.whole.End
	mark := prefixOf(p.flow.Text[end:], []string{"、计划投资", "、年度计划投资", "、计划总投资", "、年计划投资"})
	if mark == "" || hasAnyOf(left, "已", "完工", "竣工", "完成", "投产", "复工", "开工了", "建成") {
		return segment.Range{}
	}
	return segment.Range{Start: end + len("、"), End: end + len(mark)}
}

func planned(p *passage, sl *slot) bool { at := plannedAt(p, sl); return at.End > at.Start }

// progressAt returns the place of the word in front of a share that says how much of
// a plan is done: 完成 of 完成年度计划的80.8%.
func progressAt(p *passage, sl *slot) segment.Range {
	if sl.q.dimension != "share" && sl.q.dimension != "points" {
		return segment.Range{}
	}
	left := p.textOf(sl.left)
	i, w := lastOf(left, []string{"完成", "占", "超过", "快于", "超", "为"})
	if i < 0 || !hasAnyOf(left[i:], "计划", "任务", "目标", "进度") || hasAnyOf(left[i:], "任务数达", "达到") {
		return segment.Range{}
	}
	return segment.Range{Start: sl.left.Start + i, End: sl.left.Start + i + len(w)}
}

// promises returns the place of 确保 or 力争 behind a number, in a sentence that tells
// of nothing done: 全年扩种大豆3万亩，确保粮食面积在27万亩以上.
func (c *context) promises(p *passage, s segment.Range, from int) segment.Range {
	if past, _ := p.tells(s.Start, s.End); past >= 0 {
		return segment.Range{}
	}
	text := p.after(from, s.End)
	i, w := firstOf(text, []string{"确保", "力争", "争取"})
	if i < 0 {
		return segment.Range{}
	}
	return segment.Range{Start: from + i, End: from + i + len(w)}
}
