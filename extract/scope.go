package extract

import (
	"slices"
	"strings"

	"suyuan/segment"
)

// Words for whose figure a number is where it is not the document's own region's,
// by the level of the region at which they speak of another one.
var (
	beyondState    = []string{"全国", "国内外", "国内", "全球", "世界", "国际", "国家级经开区", "同行"}
	beyondProvince = []string{"全省", "全自治区", "省内"}
	beyondCity     = []string{"全市", "全州", "全盟"}
	yardstickTails = []string{"平均水平", "平均值", "平均数", "的平均", "平均"}
)

// scopeEnds are all of them, by their last character.
var scopeEnds = newEndSet(slices.Concat(beyondState, beyondProvince, beyondCity, yardstickTails)...)

// scopeOf returns the word that says whose figure it is, empty for the document's
// own region: 全省2.88%的平均水平, 全国平均水平为2.4%. 居全省第3位 is no such word:
// it says among whom the region's own figure is ranked, 高于全省 from what it differs.
func (r *reading) scopeOf(p *passage, b *bound) (string, segment.Range) {
	if b.q.form == inOrder || b.measure.name == "rank" || b.gap.End > b.gap.Start {
		return "", segment.Range{}
	}
	left := p.textOf(b.left)
	near := strings.TrimRight(left, "的达到为约在是")
	if strings.HasSuffix(left, "平均水平的") || strings.HasSuffix(left, "平均值的") {
		return "", segment.Range{} // 相当于全国平均水平的78.3%: of what is its own it is a part of that
	}
	if len(scopeEnds.of(near)) == 0 && len(scopeEnds.of(b.words.head)) == 0 {
		return "", segment.Range{}
	}
	words := append([]string{}, beyondState...)
	switch level := regionLevel(r.records.About.Region); {
	case level == "city":
		words = append(words, beyondProvince...)
	case level == "county":
		words = append(append(words, beyondProvince...), beyondCity...)
	}
	for _, w := range words {
		if strings.HasSuffix(near, w) && hasAnyPrefix(strings.TrimPrefix(p.textOf(b.right), "的"), yardstickTails...) {
			return w, segment.Range{Start: b.left.Start + len(near) - len(w), End: b.left.Start + len(near)}
		}
		for _, y := range yardstickTails {
			if strings.HasSuffix(near, w+y) {
				return w, segment.Range{Start: b.left.Start + len(near) - len(w+y), End: b.left.Start + len(near) - len(y)}
			}
		}
		if i := len(b.words.head) - len(w); i >= 0 && strings.HasSuffix(b.words.head, w) && strings.HasPrefix(left, b.words.head) {
			return w, segment.Range{Start: b.left.Start + i, End: b.left.Start + i + len(w)}
		}
	}
	return "", segment.Range{}
}

// regionLevel tells a province, a city and a county by the last character of the name.
func regionLevel(region string) string {
	switch {
	case hasAnySuffix2(region, "省", "自治区") || region == "北京市" || region == "天津市" || region == "上海市" || region == "重庆市":
		return "province"
	case hasAnySuffix2(region, "县", "区", "旗", "镇", "乡"):
		return "county"
	case region != "":
		return "city"
	}
	return ""
}
