package segment

import (
	"strings"
	"unicode/utf8"
)

// matter makes blocks of title, number, addressee, date and signature lines that
// begin at line i, and returns the line behind them, i where there are none.
func (s *splitter) matter(i int) int {
	if end := s.closing(i); end > i {
		s.front = true
		if n := enclosure(s.lines[i].text(s.text)); n > 0 {
			s.open = s.open[:0] // an annex stands under no heading of the body
			if s.annexed(i, n) {
				s.heading(i, i, numbering{style: part, length: int32(n), bare: int32(n)}, int(s.lines[i].tail), false)
				return i + 1
			}
			end = s.enclosures(i)
		}
		return s.add(Front, i, end-1, 0)
	}
	if !s.front {
		return i
	}
	l := &s.lines[i]
	t := l.text(s.text)
	switch {
	case compilation(t), metadata(t), organisation(t) && l.ending == cut, bracketed(t), addressee(t, l), byline(t):
		j := i
		if addressee(t, l) {
			// 各县（市）人民政府，州政府各委办局，/各有关单位：
			for k := s.next(j + 1); k == j+1 && s.lines[j].ending == pause && k < len(s.lines) && s.lines[k].width < 60 && s.lines[k].stop == 0 && s.lines[k].number.style == none; k = s.next(j + 1) {
				j = k
			}
		}
		return s.add(Front, i, j, 0)
	}
	if end := s.titleEnd(i); end > i {
		return s.add(Front, i, end-1, 0)
	}
	return i
}

// enclosure returns the length of 附件1：, 附：, 附表2 at the start of t, 0 where t names no enclosure.
func enclosure(t string) int {
	for _, word := range [...]string{"附件", "附表", "附录", "附"} {
		if !strings.HasPrefix(t, word) {
			continue
		}
		n := len(word)
		_, k := hanOrFigures(t[n:])
		n += k
		for _, mark := range [...]string{"：", ":"} {
			if strings.HasPrefix(t[n:], mark) {
				return n + len(mark)
			}
		}
		if k > 0 || n == len(t) {
			return n
		}
	}
	return 0
}

// annexed reports whether line i, whose number is n bytes long, is the title of
// an annex that follows, and not the list of enclosures above a signature.
func (s *splitter) annexed(i, n int) bool {
	l := &s.lines[i]
	title := strings.TrimSpace(l.text(s.text)[n:])
	if title == "" || parseNumber(title).style != none || strings.HasPrefix(title, "《") {
		return false
	}
	k := s.next(i + 1)
	if k >= len(s.lines) || enclosure(s.lines[k].text(s.text)) > 0 {
		return false
	}
	return s.closing(k) == k
}

// enclosures returns the line behind the list of enclosures that begins on line i: 附件：1.… / 2.… / 3.….
func (s *splitter) enclosures(i int) int {
	first := parseNumber(strings.TrimSpace(s.lines[i].text(s.text)[enclosure(s.lines[i].text(s.text)):]))
	if first.style != arabic || first.value != 1 {
		return i + 1
	}
	for n, k := int16(2), s.next(i+1); k < len(s.lines); n, k = n+1, s.next(k+1) {
		l := &s.lines[k]
		if l.role != plain || l.number.style != arabic || l.number.value != n || l.ending == closed {
			break
		}
		i = k
	}
	return i + 1
}

// closing recognises what is no text wherever it stands: a document number, a
// date, the signature above it, notes on publication, enclosures and copies.
func (s *splitter) closing(i int) int {
	l := &s.lines[i]
	if l.role != plain || l.depth > 0 || l.ending == closed || l.width > 60 {
		return i
	}
	t := l.text(s.text)
	switch {
	case dateLine(t), docNumber(t), notice(t), signedLine(t):
		return i + 1
	case l.number.style == none && (organisation(t) || l.width <= 25 && l.ending == cut && !strings.ContainsAny(t, "，,、：:")):
		// 某市人民政府 and under it the date
		k := s.next(i + 1)
		for n := 0; n < 4 && k < len(s.lines) && organisation(s.lines[k].text(s.text)); n++ {
			k = s.next(k + 1)
		}
		if k < len(s.lines) && dateLine(s.lines[k].text(s.text)) {
			return i + 1
		}
	}
	return i
}

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

// titleEnd returns the line behind the title that begins on line i, i where none does.
func (s *splitter) titleEnd(i int) int {
	width := int32(0)
	for j, n := i, 0; n < 5 && j < len(s.lines); j, n = s.next(j+1), n+1 {
		l := &s.lines[j]
		t := l.text(s.text)
		width += l.width
		if l.role != plain || l.ending != cut && l.ending != pause || l.stop > 0 || width > 100 || l.number.style != none && !(l.number.style == dash && n > 0) || n > 0 && (j > i+2 || dateLine(t) || bracketed(t) || docNumber(t)) {
			return i
		}
		if titleLine(t) {
			if k := s.next(j + 1); k == j+1 && k < len(s.lines) && s.lines[k].role == plain && s.lines[k].number.style == none && s.lines[k].ending == cut && s.lines[k].width < 30 && titleLine(s.lines[k].text(s.text)) && !titleStart(s.lines[k].text(s.text)) {
				continue
			}
			return j + 1
		}
	}
	return i
}

// titleStart reports whether a title begins with t: 某市…规划 does, 实施方案 does not.
func titleStart(t string) bool { return utf8.RuneCountInString(t) > 12 }

// kinds are the words that titles of policy documents end with.
var kinds = [...]string{"规划", "纲要", "计划", "方案", "行动", "意见", "措施", "办法", "细则", "规定", "条例", "通知", "通告", "公告", "公报", "报告", "决定", "决议", "批复", "要点", "政策", "清单", "指南", "建议", "说明", "解读", "章程", "规程", "预案", "指引", "规则", "制度", "分工", "纪要", "讲话", "总结", "汇报", "答复", "公示", "工程", "条", "函", "令", "安排", "目标", "任务", "草案", "稿"}

// titleLine reports whether t ends as a document's title does, apart from what
// stands behind it in brackets: （2021—2025年）, （征求意见稿）.
func titleLine(t string) bool {
	for {
		t = strings.TrimSpace(t)
		if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "）") {
			break
		}
		at := max(strings.LastIndex(t, "("), strings.LastIndex(t, "（"))
		if at <= 0 {
			return false
		}
		t = t[:at]
	}
	for _, quote := range [...]string{"》", "”"} {
		t = strings.TrimSuffix(t, quote)
	}
	for _, k := range kinds {
		if strings.HasSuffix(t, k) {
			return true
		}
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

// metadata recognises a line of a site's table about the document: 索引号：…, 成文日期：….
func metadata(t string) bool {
	for _, word := range [...]string{"索引号", "索 引 号", "发文字号", "文号", "文 号", "发布机构", "发文机关", "发文机构", "成文日期", "发布日期", "发布时间", "主题分类", "公文种类", "有效性", "统一编号", "信息分类", "公开方式", "公开日期", "生成日期", "效力状态", "标题", "名称", "主题词", "来源", "信息来源"} {
		if rest, ok := strings.CutPrefix(t, word); ok {
			rest = strings.TrimLeft(rest, " \t\u3000")
			if len(t) < 240 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
				return true
			}
		}
	}
	words := 0
	for _, word := range [...]string{"来源：", "来源:", "作者：", "作者:", "时间：", "时间:", "日期：", "日期:", "浏览次数", "点击：", "点击:", "阅读：", "阅读:", "字体：", "字号：", "编辑：", "编辑:"} {
		if strings.Contains(t, word) {
			words++
		}
	}
	return words >= 2 && len(t) < 360 && !strings.Contains(t, "。")
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
	for _, b := range bodies {
		if strings.HasSuffix(t, b) {
			return true
		}
	}
	return false
}
