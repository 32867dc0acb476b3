package segment

import (
	"strings"
	"unicode/utf8"
)

// signedLine recognises a signature and its date on one line: 某市财政局　2023年10月12日.
func signedLine(t string) bool {
	for at := 0; at < len(t); {
		if k := spaceAt(t[at:]); k > 0 {
			rest := strings.TrimSpace(t[at+k:])
			if at > 0 && dateLine(rest) {
				return organisation(strings.TrimSpace(t[:at]))
			}
			at += k
			continue
		}
		_, n := utf8.DecodeRuneInString(t[at:])
		at += n
	}
	return false
}

// compilation recognises the sentence that sites of collected texts put in front: 下面是小编为大家整理的…，供大家参考。
func compilation(t string) bool {
	if len(t) > 600 {
		return false
	}
	return strings.Contains(t, "小编") && (strings.Contains(t, "整理") || strings.Contains(t, "参考")) ||
		strings.Contains(t, "供大家参考") || strings.Contains(t, "希望对大家有所帮助") || strings.Contains(t, "欢迎阅读与借鉴")
}

// metadata recognises a line of a site's table about the document: 索引号：…, 成文日期：…,
// 公开方式 主动公开 公开范围 面向全社会, or the label alone.
func metadata(t string) bool {
	if len(t) > 360 {
		return false
	}
	if k := strings.IndexAny(t, "\t|"); k > 0 { // 文　号 and its value between tabs or bars
		t = strings.Join(strings.Fields(t[:k]), "") + "：" + t[k+1:]
	}
	for _, word := range [...]string{"索引号", "索 引 号", "发布单位", "发文日期", "公开范围", "公开时限", "发文字号", "文号", "文 号", "发布机构", "发文机关", "发文机构", "成文日期", "发布日期", "发布时间", "主题分类", "公文种类", "有效性", "统一编号", "信息分类", "公开方式", "公开日期", "生成日期", "效力状态", "标题", "标 题", "名称", "名 称", "主题词", "来源", "信息来源"} {
		if rest, ok := strings.CutPrefix(t, word); ok {
			rest = strings.TrimLeft(rest, " \t\u3000")
			if rest == "" && !strings.HasPrefix(word, "来源") { // what it says stands on the next line, as in a copied page
				return true
			}
			if len(t) < 240 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
				return true
			}
		}
	}
	return labels(t, "来源：", "来源:", "作者：", "作者:", "时间：", "时间:", "日期：", "日期:", "浏览次数", "点击：", "点击:", "阅读：", "阅读:", "字体：", "字号：", "编辑：", "编辑:") ||
		labels(t, "索引号", "组配分类", "主题分类", "公开方式", "公开范围", "公开时限", "发布机构", "发布单位", "发文日期", "信息分类", "体裁分类")
}

// labels reports whether a line has two or more of the words, and no sentence.
func labels(t string, list ...string) bool {
	if FindWord(t, "。") >= 0 {
		return false
	}
	words := 0
	for _, word := range list {
		if FindWord(t, word) >= 0 {
			words++
		}
	}
	return words >= 2
}

// addressee recognises 各县（市、区）人民政府，市有关单位：
func addressee(t string, l *line) bool {
	if l.width > 200 || l.stop > 0 {
		return false
	}
	whom := false
	for _, word := range [...]string{"人民政府", "管委会", "有关单位", "有关部门", "各部门", "各单位", "各县", "各区", "各市", "各乡", "各镇", "各街道", "各委", "各代表", "各位", "各科室", "各企业", "各大中专"} {
		whom = whom || strings.Contains(t, word)
	}
	if !whom {
		return false
	}
	return introduces(t) || strings.HasPrefix(t, "各") && (l.ending == cut || l.ending == pause)
}

// byline recognises the speaker's line under the title of a report: 市长　某某某, ——2024年1月15日在…会议上.
func byline(t string) bool {
	if utf8.RuneCountInString(t) > 60 || strings.ContainsAny(t, "。；;，,") {
		return false
	}
	if strings.HasPrefix(t, "—") || strings.HasPrefix(t, "-") || figure(first(t)) >= 0 {
		return strings.Contains(t, "会议") || strings.Contains(t, "大会") || strings.Contains(t, "全会")
	}
	for _, post := range [...]string{"省长", "市长", "县长", "区长", "州长", "主席", "主任", "局长", "旗长", "镇长", "乡长"} {
		if at := strings.Index(t, post); at >= 0 && utf8.RuneCountInString(t) <= 24 && strings.ContainsAny(t[at:], " \u3000") {
			return true
		}
	}
	return false
}

// docNumber recognises 某府办〔2024〕6号 on a line of its own.
func docNumber(t string) bool {
	if len(t) > 90 || !strings.HasSuffix(t, "号") && !strings.HasSuffix(t, "期") {
		return false
	}
	for _, pair := range [...][2]string{{"〔", "〕"}, {"[", "]"}, {"［", "］"}, {"（", "）"}, {"(", ")"}, {"【", "】"}, {"﹝", "﹞"}} {
		at := strings.Index(t, pair[0])
		if at < 0 {
			continue
		}
		rest := t[at+len(pair[0]):]
		year, n := figures(rest)
		rest = strings.TrimPrefix(rest[n:], "年")
		if after, ok := strings.CutPrefix(rest, pair[1]); ok && year >= 1949 && year < 2200 {
			after = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(after), "第"))
			_, n := figures(after)
			unit := strings.TrimSpace(after[n:])
			return n > 0 && (unit == "号" || unit == "期")
		}
	}
	return false
}

// dateLine recognises a day or a month on a line of its own: 2024年2月1日, 二〇二一年十一月, 2024-02-01.
func dateLine(t string) bool {
	if len(t) > 60 || len(t) < 8 {
		return false
	}
	t = strings.TrimSuffix(strings.TrimSuffix(t, "印发"), "发布")
	years, seen := 0, 0
	for _, r := range t {
		switch {
		case figure(r) >= 0 || numeral(r) > 0 || r == '〇' || r == '○' || r == '零' || r == 'Ｏ' || r == 'O' || r == '0':
			if seen == 0 {
				years++
			}
		case r == '年' || r == '月' || r == '日' || r == '-' || r == '/' || r == '.':
			seen++
		case unseen(r):
		default:
			return false
		}
	}
	return years == 4 && (seen == 2 || seen == 3)
}

// notice recognises notes on publication, enclosures and copies.
func notice(t string) bool {
	for _, word := range [...]string{"附件", "附：", "附:", "抄送", "主送", "抄报", "主题词", "公开方式"} {
		if rest, ok := strings.CutPrefix(t, word); ok && len(t) < 240 {
			rest = strings.TrimLeft(rest, "0123456789０１２３４５６７８９一二三四五六 \u3000")
			if word[len(word)-1] == ':' || strings.HasSuffix(word, "：") || rest == "" || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":") {
				return true
			}
		}
	}
	return bracketed(t) && (strings.Contains(t, "公开") || strings.Contains(t, "印发") || strings.Contains(t, "征求意见") || strings.Contains(t, "联系人"))
}

// bracketed recognises a line that stands in brackets as a whole: （征求意见稿）.
func bracketed(t string) bool {
	inner, ok := strings.CutPrefix(t, "（")
	if !ok {
		inner, ok = strings.CutPrefix(t, "(")
	}
	if !ok || utf8.RuneCountInString(inner) > 60 || closer(inner) > 0 {
		return false
	}
	at := strings.IndexAny(inner, ")）")
	return at > 0 && at+closer(inner[at:]) == len(inner)
}

// bodies are the words that names of public bodies end with.
var bodies = [...]string{"人民政府", "办公室", "办公厅", "委员会", "管委会", "常委会", "局", "厅", "部", "省委", "市委", "县委", "区委", "院", "中心", "领导小组", "指挥部", "支队", "总队", "工作专班", "联席会议"}

// organisation reports whether t is wholly the name of a public body, or of several with gaps between them.
func organisation(t string) bool {
	if len(t) > 150 || strings.ContainsAny(t, "，。；：,;:、“《的") {
		return false
	}
	t = strings.TrimSuffix(t, "文件") // 某市人民政府文件: the head of its notepaper
	parts := strings.FieldsFunc(t, unseen)
	for n := 0; n+1 < len(parts) && !bodyName(parts[n]); n++ {
		// 某 市 财 政 局: a name with blanks in it, not several
		if len(parts[n]) > 2*len("某") {
			return false
		}
	}
	return bodyName(t)
}

// bodyName reports whether t ends as the name of a public body does.
func bodyName(t string) bool {
	for _, b := range bodies {
		if strings.HasSuffix(t, b) {
			return true
		}
	}
	return false
}
