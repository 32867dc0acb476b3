package extract

import (
	"math/big"
	"strings"
)

// nameDigits returns the reason why the digits at n belong to a name: they touch
// a Latin letter or a plus sign (5G, PM2.5, 2+N, GB/T 1234), stand in a document
// number, a telephone number or an address of the web; "" where they do not.
func nameDigits(text string, n number) string {
	before, after := text[:n.start], text[n.end:]
	if n.chinese || n.fraction {
		return ""
	}
	switch {
	case documentNumber(before, after):
		return asideNumber
	case phoneNumber(before, after, n):
		return asidePhone
	case hasAnySuffix(before, "附件", "附表", "附录", "附图", "专栏", "专栏 ", "表", "图", "附件 ", "附表 ", "表 ", "图 ") != "" && !hasAnySuffix2(before, "代表", "意图", "地图", "报表", "版图") && n.value.IsInt() && n.digits <= 2:
		return asideName
	}
	if hasAnyPrefix(after, "个基点", "个百分点", "BP", "bp") && strings.HasSuffix(strings.TrimRight(before, "+-"), "LPR") {
		return "" // LPR+50个基点
	}
	if before != "" {
		c := before[len(before)-1]
		if isLetter(c) || c == '+' || c == '_' || c == '.' || c == '#' || c == '@' {
			return asideName
		}
		if c == ' ' && len(before) > 1 && isLetter(before[len(before)-2]) && !strings.HasSuffix(before, "GDP ") {
			return asideName // GB/T 1234
		}
		if (c == '-' || c == '/') && len(before) > 1 && isLetter(before[len(before)-2]) {
			return asideName // CO-2, COVID-19
		}
	}
	if k := len(before) - len("/2024-"); k >= 0 && before[k] == '/' && before[len(before)-1] == '-' && isDigit(before[k+1]) && isDigit(before[k+4]) && n.digits > 3 {
		return asideNumber // 11330283002979996P/2024-152907
	}
	if after != "" {
		if after[0] == '+' || after[0] == '_' || after[0] == '#' {
			return asideName
		}
		if isLetter(after[0]) && !latinUnit(after) {
			return asideName
		}
		if after[0] == ' ' && len(after) > 1 && isLetter(after[1]) && !latinUnit(after[1:]) {
			return asideName
		}
		if after[0] == '-' && len(after) > 1 && isLetter(after[1]) {
			return asideName
		}
	}
	if strings.HasSuffix(before, "“") && strings.HasPrefix(after, "”") {
		return asideName // “1123”工作思路
	}
	if hasAnyPrefix(after, "工程", "计划", "行动", "思路", "战略", "布局", "体系", "模式", "工作法", "号文", "号令", "号)", "号线", "号楼", "热线", "平台", "专项") && n.multiplier == "" {
		return asideName
	}
	if rest := strings.TrimLeft(cutFront(after, []string{"、", "和", "与", "至", "-"}), "0123456789"); len(rest) < len(after) && hasAnyPrefix(rest, "号线", "号机组", "号楼", "号桥", "号泊位") && n.value.IsInt() {
		return asideName // 地铁1、2号线
	}
	if strings.HasPrefix(after, "兆元") {
		return asideName // a million here, a million millions elsewhere
	}
	if strings.HasPrefix(after, "号") && !strings.HasPrefix(after, "号台") {
		return asideName
	}
	return ""
}

var latinUnits = []string{"GW", "MW", "kW", "KW", "km", "kWh", "KWh", "GWh", "TEU", "m²", "m³", "km²", "MB", "GB", "TB", "PB", "EB", "Mbps", "Gbps", "Gbit/s", "Tbps", "PFLOPS", "EFLOPS", "EFlops", "kV", "kg", "mg", "m", "t", "L", "μg", "P"}

// latinUnit reports whether after begins with a unit in Latin letters that ends there.
func latinUnit(after string) bool {
	for _, u := range latinUnits {
		if strings.HasPrefix(after, u) {
			rest := after[len(u):]
			if rest == "" || !isLetter(rest[0]) && !isDigit(rest[0]) && rest[0] != '+' {
				return true
			}
		}
	}
	return false
}

// documentNumber reports digits in 〔2024〕6号 or [2021]15号.
func documentNumber(before, after string) bool {
	if hasAnySuffix(before, "〔", "[", "【") != "" && hasAnyPrefix(after, "〕", "]", "】") {
		return true
	}
	if strings.HasPrefix(after, "号") {
		for _, b := range []string{"〕", "]", "】", ")", "〕第", ")第", "]第", "年第", "令第", "字第"} {
			if strings.HasSuffix(before, b) {
				return true
			}
		}
	}
	return false
}

// phoneNumber reports a telephone number, a post code, or a run of digits too long for an amount.
func phoneNumber(before, after string, n number) bool {
	if n.digits >= 7 && n.value.IsInt() {
		if hasAnySuffix(before, "电话:", "电话", "传真:", "邮编:", "编码:", "手机:", "-", "热线", "热线:", ")", "号:", "号") != "" || n.digits > 12 {
			return true
		}
	}
	if n.digits >= 3 && n.digits <= 4 && strings.HasPrefix(after, "-") && len(after) > 7 && isDigit(after[1]) && isDigit(after[6]) && isDigit(after[7]) && strings.HasPrefix(n.value.RatString(), "") && before != "" && hasAnySuffix(before, "电话:", "电话", "传真:", "(") != "" {
		return true
	}
	return hasAnySuffix(before, "邮编:", "邮政编码:", "www.", "http://", "https://", "备") != "" && n.digits > 4
}

// pageCounters are what a site counts beside a document.
var pageCounters = []string{"点击", "点击数", "点击量", "点击率", "点击次数", "浏览", "浏览数", "浏览量", "浏览次数", "阅读", "阅读数", "阅读量", "阅读次数", "访问量", "访问次数", "人气", "字数"}

// sited reports whether a number is one that a site counts: 点击:4582次, 共计15258个字;
// never 图书馆年访问量:120万人次, which says of what.
func sited(before, after string, q *quantity) bool {
	if head, ok := strings.CutSuffix(strings.TrimRight(before, " "), ":"); ok {
		if rest := cutEnd(head, pageCounters); rest != head && (!endsInHan(cutEnd(rest, []string{"文章", "本文", "本页", "页面", "总", "累计"})) || hasAnyOf(rest, "来源:") && hasAnyOf(rest, "时间:", "日期:")) {
			return true
		}
	}
	return q.unit == "个" && strings.HasPrefix(after, "字") && hasAnySuffix2(before, "共", "共计", "全文", "约", "合计") && (len(after) == len("字") || hasAnyPrefix(after[len("字"):], "，", "。", "、", ";", ")", " "))
}

// indexBase reports whether a number is the 100 that an index starts from: 性别比为105(女性为100),
// (上年=100); never 恩格尔系数为28.5(上年为29.1).
func indexBase(text string, n number, q *quantity) bool {
	before, after := text[:q.whole.Start], text[q.whole.End:]
	return n.end == q.whole.End && n.value.Cmp(big.NewRat(100, 1)) == 0 && strings.HasPrefix(after, ")") &&
		hasAnySuffix2(before, "(女性为", "(以女性为", "(女=", "(女性=", "(上年为", "(上年=", "(上年同期=", "(上年同月=")
}

// drugClass reports whether a number says of which class a new drug or a device is: 1类新药,
// 对2类医疗器械; never 抽检3类医疗器械, 采购12类药品, 建设3类创新平台.
func drugClass(before, after string, n number) bool {
	after = strings.TrimPrefix(after, "的")
	switch {
	case n.value.Cmp(big.NewRat(4, 1)) > 0:
		return false
	case hasAnyPrefix(after, "新药", "创新药", "改良型", "仿制药"):
		return true
	case !hasAnyPrefix(after, "创新医疗器械", "医疗器械", "化学药", "化药", "生物制品", "生物药", "中药"):
		return false
	}
	return !endsInHan(before) || hasAnySuffix2(before, "对", "的", "国家", "国产", "第", "及", "和", "或", "与", "得", "获", "获批", "获得", "研发", "研制", "开发", "申报", "注册", "上市", "、", "，", "(")
}
