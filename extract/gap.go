package extract

import (
	"strings"

	"suyuan/segment"
)

// Words of a gap: those that say how two things stand to each other, those that do so
// only before a yardstick (超过全省平均, never 超过2个百分点), and those that end what
// 比 or 较 begins: 比全省平均水平高.
var (
	gapVerbs  = []string{"高于", "低于", "高出", "快于", "慢于", "优于", "相差", "领先", "落后"}
	gapExcess = []string{"超过", "超出", "高过", "超"}
	gapEnds   = []string{"高", "低", "快", "慢", "多", "少"}
)

// yardsticks are what something is compared with, by their first and last words.
var (
	yardFirsts = []string{"全国", "全省", "全市", "全区", "全县", "全州", "全球", "世界", "全自治区", "国家", "省定", "市定", "计划", "预期", "年度", "年初", "目标", "序时", "时序", "时间进度", "规划目标", "既定目标", "同期全"}
	yardLasts  = []string{"水平", "平均", "平均数", "平均值", "平均线", "目标", "预期", "计划", "进度", "指标"}
)

// gapAt returns where the words begin that name a gap in front of a number, -1 for
// none: 高于全区工业增速 in front of 3.22个百分点. A time is no yardstick: 比上年高 is a change.
func gapAt(left string) int {
	if i, w := lastOf(left, gapVerbs); i >= 0 && len(left)-i < 90 && !strings.ContainsAny(left[i:], "，。;") && !timed(left[i+len(w):]) && !(w == "落后" && hasAnyPrefix(left[i+len(w):], "机组", "产能", "产品", "设备", "工艺", "地区", "技术", "企业", "装备", "生产")) {
		return i
	}
	if i, w := lastOf(left, gapExcess); i >= 0 && hasAnyPrefix(left[i+len(w):], yardFirsts...) {
		return i
	}
	if hasAnySuffix2(left, gapEnds...) && !hasAnySuffix2(left, "提高", "升高", "增高", "调高", "加快", "放慢", "减少", "增多", "降低", "调低") {
		i, w := lastOf(left, []string{"比", "较"})
		if i >= 0 && len(left)-i < 90 && !hasAnySuffix2(left[:i+len(w)], "占比", "同比", "环比") && len(left)-i > len("比全高") && !timed(left[i+len(w):]) {
			return i
		}
	}
	return -1
}

// timed reports whether something is compared with itself at another time.
func timed(text string) bool {
	return strings.HasPrefix(text, "\x00") || hasAnyPrefix(text, "上年", "去年", "上月", "上季", "年初", "同期", "上半年", "上一", "前", "改造前", "改革前", "往年", "常年", "此前", "以往", "之前")
}

// gap returns the words between a name and its number that say how far it is from a
// yardstick, empty for none: 快于全国 of 增加值增长8.5%，快于全国2个百分点.
func (x binder) gap(b *bound) segment.Range {
	left := strings.TrimRight(x.p.blanked(b.slot.left), "\x00的达到约近为了")
	i := gapAt(left)
	if i < 0 || b.slot.q.form == inOrder || b.slot.q.dimension == "share" || strings.HasPrefix(x.p.textOf(b.slot.right), "的") { // 低于全省2.88%的平均水平
		return segment.Range{}
	}
	yard := left[i:]
	if b.slot.q.dimension != "points" && !hasAnyOf(yard, yardFirsts[:8]...) && !hasAnySuffix2(yard, yardLasts...) {
		return segment.Range{}
	}
	if contains(gapVerbs, yard) || contains(gapExcess, yard) || strings.Contains(yard, "\x00") {
		return segment.Range{} // 高于5%: a comparator
	}
	return segment.Range{Start: b.slot.left.Start + i, End: b.slot.left.Start + len(left)}
}

// overTime returns the word that says how something stands to itself at another time,
// "" for none: 高 of 比上年高. The marks in left are its dates.
func overTime(left string) string {
	left = strings.TrimRight(left, "了约近超过逾")
	w := hasAnySuffix(left, gapEnds...)
	before := strings.TrimSuffix(left, w)
	if i, than := lastOf(before, []string{"比", "较"}); w != "" && i > 0 && hasAnyPrefix(before[i+len(than):], "改造前", "改革前", "以往", "往年") {
		return w // 比改造前高4个百分点
	}
	if pace := hasAnySuffix(before, paces...); pace != "" { // 比“九五”期间增幅高8个百分点
		before = cutEnd(strings.TrimRight(cutEnd(strings.TrimSuffix(before, pace), []string{"年均", "平均"}), "的"), []string{"期间", "时期", "同期"})
		before = strings.TrimSuffix(before, "”")
	}
	if w == "" || !strings.HasSuffix(before, "\x00") || !hasAnySuffix2(strings.TrimRight(before, "\x00"), "比", "较") {
		return ""
	}
	return w
}
