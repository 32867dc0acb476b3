package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// labelSide reads the label of a row. places says that its column names regions.
func (r *reading) labelSide(p *passage, places bool) side {
	var s side
	s.date(r, p)
	at := r.labelText(p, &s)
	text := p.textOf(at)
	x := part{p: p, at: at}
	switch {
	case text == "":
	case isSum(r.lexicon.tables, text):
		s.sum = true
		rest := strings.TrimSuffix(text, r.lexicon.tables.end("sum", text))
		if utf8.RuneCountInString(rest) > 1 && !placeName(rest) { // 收入合计
			x.at.End = x.at.Start + len(rest)
			s.noun = name{x}
		}
	case places || placeName(text):
		s.place = &x
	default:
		s.labelMeasure(r, &x)
		if x.at.Start < x.at.End {
			s.noun = name{x}
		}
	}
	return s
}

// labelText returns a label without its number, its unit, what says where it
// belongs (其中) and the state of a project (续建), and takes its unit.
func (r *reading) labelText(p *passage, s *side) segment.Range {
	text := r.undated(p)
	start, end := 0, len(text)
	if at, u := r.bracketUnit(text); at.End > at.Start {
		s.units = []unitPart{{u, part{p: p, at: at}}}
		end = at.Start
	}
	end = len(strings.TrimRight(text[:end], "*★#▲△: "))
	if i := strings.LastIndexByte(text[:end], '('); i > 0 && (r.lexicon.tables.is("state", strings.Trim(text[i:end], "()")) || counting(text[i:end])) {
		end = i
	}
	start = numberEnd(text[:end])
	start += eachPlace(text[start:end])
	for _, mark := range []string{"其中:", "其中", "#", "★", "▲", "△", "*", "、", "-", ":"} {
		if strings.HasPrefix(text[start:end], mark) {
			start += len(mark)
		}
	}
	i, j := longestPiece(text, start, end)
	return segment.Range{Start: i, End: j}
}

// counting reports whether a bracket behind a label says how many rows are under it: (5项), (共12个项目).
func counting(bracket string) bool {
	rest := strings.TrimPrefix(strings.Trim(bracket, "()"), "共")
	unit := strings.TrimLeft(rest, "0123456789")
	if len(unit) == len(rest) {
		return false
	}
	unit = strings.TrimSuffix(strings.TrimSuffix(unit, "项目"), "任务")
	return unit == "项" || unit == "个" || unit == "大项" || unit == "类"
}

// undated returns the text of a label with the dates in it that say when blanked.
func (r *reading) undated(p *passage) string {
	text := []byte(p.flow.Text)
	for _, d := range p.dates {
		for i := d.Start; r.when(p, d) != "" && i < d.End; i++ {
			text[i] = 0
		}
	}
	return string(text)
}

// eachPlace returns the length of 县(市、区) in front of a label's name.
func eachPlace(text string) int {
	rest := strings.TrimPrefix(text, "各")
	for _, w := range []string{"县(市、区)", "县(市区)", "市(县、区)", "县(区)", "区(县)", "区(市)", "市(州)", "县(市)", "乡(镇)", "乡镇(街道)", "市县", "县区"} {
		if behind, ok := strings.CutPrefix(rest, w); ok && behind != "" && !strings.HasPrefix(behind, "数") {
			return len(text) - len(behind)
		}
	}
	return 0
}

// numberEnd returns the length of the number that a label begins with: 1. or (2) or 一、.
func numberEnd(text string) int {
	i := strings.IndexAny(text, ".、)")
	if i <= 0 || i > 6 {
		return 0
	}
	head := strings.TrimLeft(text[:i], "(")
	_, size := utf8.DecodeRuneInString(text[i:])
	if head == "" || i+size == len(text) || isDigit(text[i+size]) {
		return 0
	}
	for _, c := range head {
		if (c < '0' || c > '9') && chineseDigit(c) < 0 && chinesePower(c) == 0 {
			return 0
		}
	}
	return i + size
}

// longestPiece returns the longest stretch of text[i:j] between its blanked dates.
func longestPiece(text string, i, j int) (int, int) {
	from, to := i, i
	for i < j {
		k := strings.IndexByte(text[i:j], 0)
		if k < 0 {
			k = j - i
		}
		if k > to-from {
			from, to = i, i+k
		}
		i += k + 1
	}
	for _, w := range []string{"年", "末", "底", "度", "期间", "到", "至", "”"} {
		if strings.HasPrefix(text[from:to], w) && from > 0 && text[from-1] == 0 {
			from += len(w)
		}
	}
	return from, to
}

// labelMeasure reads the measure in a label and takes its word off the name: 地区生产总值增长,
// 新增供水能力, 改造老旧小区. A ratio is named whole: 新建住宅配建充电设施比例.
func (s *side) labelMeasure(r *reading, x *part) {
	w := r.lexicon.tables
	text := x.text()
	if word := s.rank(w, x.p, x.p.flow.Text[:x.at.End]); len(word) < len(text) && word != "" {
		x.at.End -= len(word)
		return
	}
	share := len(s.units) == 0 || s.units[0].dimension == "share"
	if share && !strings.HasSuffix(text, "自然增长率") {
		class := "rate"
		word := w.end("rate", text)
		if fall := w.end("fall", text); len(fall) > len(word) || word == "降幅" {
			class, word = "fall", fall
		}
		if word != "" && len(word) < len(text) {
			s.measure, s.rate = measure{name: "growth", negative: class == "fall"}, true
			if strings.HasSuffix(text, "累计"+word) {
				word = "累计" + word // 单位GDP能耗累计下降
			} else if strings.HasSuffix(text, "年均"+word) {
				s.measure.per = "year"
				word = "年均" + word
			}
			s.word = &part{p: x.p, at: segment.Range{Start: x.at.End - len(word), End: x.at.End}}
			s.full = name{*x}
			x.at.End -= len(word)
			return
		}
	}
	if w.end("share", text) != "" || w.has("average", text) {
		return
	}
	if word := w.last("addition", text); word.End > 0 {
		s.measure = measure{name: "change"}
		s.word = &part{p: x.p, at: segment.Range{Start: x.at.Start + word.Start, End: x.at.Start + word.End}}
	}
	if k := r.lexicon.figureWords.trimHeads(r.lexicon.tableVerbs, text, 0, len(text)); k < len(text) {
		x.at.Start += k
	}
}

// isSum reports whether a label is that of a row of sums.
func isSum(w tableWords, text string) bool {
	return w.end("sum", text) != "" && utf8.RuneCountInString(text) <= 8
}

// regionEnds end the name of a region, noRegions a word that only ends like one.
var (
	regionEnds = []string{"市", "县", "区", "旗", "镇", "乡", "街道", "州", "盟", "省"}
	noRegions  = []string{"园区", "度假区", "风景区", "商务区", "社区", "小区", "校区", "矿区", "灌区", "林区", "景区", "库区", "片区", "牧区", "农区", "山区", "地区", "保护区", "服务区", "功能区", "集聚区", "示范区", "试验区", "先行区", "产业区", "厂区", "街区", "营区", "专区", "流域区", "城区", "郊区", "垦区", "湖区", "牧区", "辖区", "超市", "城乡", "小镇", "建制镇", "中心镇", "重点镇", "强镇", "强县", "贫困县", "城镇", "乡镇", "集镇", "县区", "区县", "市县", "县市", "示范县", "示范乡", "示范镇", "示范市", "大城市", "小城市"}
)

// placeName reports whether text is the name of a region by its form: 东昌府区, 全市.
func placeName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 12 || strings.ContainsAny(s, "、,，()/") {
		return false
	}
	switch s {
	case "全市", "全省", "全县", "全区", "全州", "全国", "全旗", "市本级", "县本级", "区本级", "省本级", "市直":
		return true
	}
	if strings.HasSuffix(s, "城市") && n != 3 { // 项城市
		return false
	}
	return hasAnySuffix(s, regionEnds...) != "" && hasAnySuffix(s, noRegions...) == ""
}

// beside takes off what stands beside the levels of regions in a head.
var beside = strings.NewReplacer("(", "", ")", "", "、", "", "/", "", "各", "", "名称", "", "单位", "", "别", "")

// placeHead reports whether a head names the regions below it: 县(市、区), 乡镇.
func placeHead(w tableWords, text string) bool {
	rest := strings.Trim(beside.Replace(text), " ")
	if w.is("place", rest) {
		return true
	}
	rest = strings.ReplaceAll(rest, "街道", "镇")
	return rest != "" && strings.Trim(rest, "市县区州盟旗乡镇省") == ""
}
