package segment

import (
	"strings"
	"unicode/utf8"
)

// cellKind is what a cell holds, by its look.
type cellKind uint8

const (
	words      cellKind = iota
	phrase              // 达到国家要求, 只增不减: what stands where an amount could
	when                // 2025年, 2021—2023年, 2024年底前, 持续推进
	amountCell          // 1.29, ≥8000, 累计增加10, 14.96*
	nature              // 预期性, 约束性
	void                // —, /, …
	unitCell            // of a column: 亿元, %
	indexCell           // of a column: 1, 2, 3
	cellKinds  = iota
)

// kindOf looks at the text of a cell.
func kindOf(t string) cellKind {
	t = strings.TrimSpace(t)
	switch t {
	case "", "-", "—", "——", "--", "/", "\\", "…", "……", "－", "－－", "*", "无":
		return void
	case "预期性", "约束性", "预期", "约束", "指导性", "预期性指标", "约束性指标", "［预期性］", "[预期性]", "[约束性]", "（预期性）", "（约束性）", "(预期性)", "(约束性)":
		return nature
	}
	switch {
	case year(t):
		return when
	case numeric(t):
		return amountCell
	case stated(t):
		return phrase
	}
	return words
}

// numeric reports whether t is a number with little around it: a sign or a word
// that compares in front, a unit or a remark behind.
func numeric(t string) bool {
	if len(t) > 90 || afterPoint(t) {
		return false
	}
	rest := strings.TrimLeft(t, before)
	for _, sign := range [...]string{"&gt;", "&lt;", "&ge;", "&le;"} {
		rest = strings.TrimPrefix(rest, sign)
	}
	if figure(first(rest)) < 0 {
		return false
	}
	rest = strings.TrimLeft(rest, "0123456789０１２３４５６７８９.．,，-—－–~～/／:：∶% ％‰至")
	if rest == "" {
		return true
	}
	behind := false
	for _, w := range [...]string{"左右", "以上", "以下", "以内", "之间", "余", "多", "*", "＊", "]", "］", "〕", "）", ")", "【", "（", "(", "[", "[", "个", "家", "人", "名", "万", "亿", "元", "公里", "亩", "吨", "件", "项", "座", "处", "所", "户", "张", "台", "辆", "倍", "岁", "天", "分", "次", "位", "场", "条", "平方", "立方", "公顷", "千瓦", "兆瓦", "标准", "套", "部", "种", "只", "头", "m", "k", "t", "M", "G", "年"} {
		behind = behind || strings.HasPrefix(rest, w)
	}
	if !behind {
		return false
	}
	for _, w := range [...]string{"率", "数", "量", "度", "比", "额", "值", "圈", "里程", "面积", "规模", "比例", "水平", "工程", "项目", "中心", "建设"} {
		if strings.HasSuffix(rest, w) {
			return false
		}
	}
	return utf8.RuneCountInString(rest) <= 9
}

// afterPoint reports whether t begins with a number in a list: 1.铁路营业里程.
func afterPoint(t string) bool {
	_, n := figures(t)
	for _, mark := range [...]string{".", "、", "．"} {
		if rest, ok := strings.CutPrefix(t[n:], mark); ok && n > 0 {
			return isHan(first(strings.TrimLeft(rest, " ")))
		}
	}
	return false
}

// before are the characters of the signs and words that stand in front of an amount.
const before = "≥≤><＞＜=＝〉〈+-±~～约超过达到左右以上下不低于高大小少多增加减降提累计新年均长完成力争控制在内〔［[【（( "

// year recognises a cell that gives a time: 2025年, 2021-2023年, 2024年底前, 长期.
func year(t string) bool {
	value, n := figures(t)
	if n == 4 && value >= 1949 && value < 2100 {
		rest := t[n:]
		if rest == "" || len(rest) > 40 {
			return false // 2000 may be an amount as well
		}
		if strings.HasPrefix(rest, "年") {
			return true
		}
		r, size := utf8.DecodeRuneInString(rest)
		_, more := figures(rest[size:])
		return more == 4 && strings.ContainsRune("-—－–~～至", r)
	}
	switch t {
	case "长期", "长期坚持", "持续推进", "每年", "全年", "年底前", "持续":
		return true
	}
	return false
}

// stated recognises what stands in place of an amount: 达到国家要求, 只增不减.
func stated(t string) bool {
	if len(t) > 45 || strings.ContainsAny(t, "，。；、") {
		return false
	}
	for _, w := range [...]string{"达到国家", "达到省", "达到全国", "达到规定", "完成省", "完成国家", "完成上级", "完成市", "保持", "只增不", "只减不", "大体", "基本", "高于", "低于", "不低于", "不高于", "优于", "稳步", "逐步", "持续", "明显", "进一步", "省下达", "国家下达", "以省", "按省", "按国家", "与经济", "与", "全覆盖", "待定", "实现"} {
		if strings.HasPrefix(t, w) {
			return w != "与" || strings.HasSuffix(t, "同步")
		}
	}
	return false
}

// remarkLine recognises the line of remarks under a table: 注：….
func remarkLine(t string) bool {
	for _, w := range [...]string{"注：", "注:", "备注：", "备注:", "说明：", "说明:", "资料来源", "数据来源", "注1", "注 "} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// unitLine recognises the line above a table that gives its unit: 单位：万元.
func unitLine(t string) bool {
	t = strings.TrimLeft(t, "（( ")
	rest, ok := strings.CutPrefix(t, "单位")
	return ok && len(t) < 60 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":"))
}
