package extract

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// region is a province or a prefecture of the word list.
type region struct{ name, short, level, province string }

// regions knows the provinces and prefectures by name; counties, districts and
// development zones by their form.
type regions struct {
	byName  map[string]region
	byShort map[string]region
	starts  runeSet  // the first characters of all names: nearly every place of a text is settled by it
	names   *wordSet // of byName
	shorts  *wordSet // of byShort
}

func (l *Lexicon) regions() *regions { return l.places }

func newRegions(list [][]string) *regions {
	g := &regions{byName: make(map[string]region, len(list)), byShort: make(map[string]region, len(list))}
	for _, row := range list {
		one := region{row[0], row[1], row[2], row[3]}
		g.byName[one.name] = one
		// 吉林 is the province before the city
		if _, taken := g.byShort[one.short]; !taken || one.level == "province" {
			g.byShort[one.short] = one
		}
	}
	g.names = newWordSet(slices.Collect(maps.Keys(g.byName))...).longestFirst()
	g.shorts = newWordSet(slices.Collect(maps.Keys(g.byShort))...).longestFirst()
	for i := range g.starts {
		g.starts[i] = g.names.starts()[i] | g.shorts.starts()[i]
	}
	return g
}

// lead returns the length in bytes of the names of places that text begins with,
// from the highest to the lowest, and the place they name: 广州市黄埔区,
// 赣州经济技术开发区, 浙江 (→ 浙江省). It returns 0 where text begins with none.
func (g *regions) lead(text string) (int, string) {
	known, name := g.known(text)
	n := known
	if zone := zoneEnd(text[n:], known > 0); zone > 0 {
		return n + zone, text[:n+zone]
	}
	if district := cityDistrict(text[n:]); known > 0 && district > 0 {
		return n + district, text[:n+district]
	}
	if county := countyEnd(text[n:]); county > 0 && (known == 0 || text[:known] == name) {
		n += county
		if zone := zoneEnd(text[n:], true); zone > 0 {
			n += zone
		}
		return n, text[:n]
	}
	return n, name
}

// known returns the length of the provinces and prefectures that text begins
// with and what they name. A short name (浙江) stands for the full one.
func (g *regions) known(text string) (int, string) {
	n, name := 0, ""
	for {
		size := g.names.at(text[n:])
		if size == 0 {
			break
		}
		n += size
		name = text[:n]
	}
	if n > 0 {
		return n, name
	}
	if n = g.shorts.at(text); n > 0 {
		one := g.byShort[text[:n]]
		if strings.HasSuffix(one.name, "自治州") && strings.HasPrefix(text[n:], "州") {
			n += len("州")
			return n, text[:n] // 延边州 calls itself so
		}
		return n, one.name
	}
	return 0, ""
}

// cityDistrict returns the length of a district behind its city that has the name of its
// kind alone, 长治市城区, where what it does tells it from a built-up area, 长治市城区绿化;
// or one more character: 亳州市谯城区, but 菏泽市主城区.
func cityDistrict(text string) int {
	for _, w := range [...]string{"城区", "郊区", "矿区"} {
		if behind, ok := strings.CutPrefix(text, w); ok && hasAnyPrefix(behind, "人民政府", "政府", "人民代表", "委员会", "区委", "国民经济", "教育局", "财政局", "年度", "20", "“") {
			return len(w)
		}
	}
	c, size := utf8.DecodeRuneInString(text)
	if isHan(c) && strings.HasPrefix(text[size:], "城区") && !strings.ContainsRune("主老旧新古县全各中大小两建的在和本该市区与及为对", c) {
		return size + len("城区")
	}
	return 0
}

var zoneWords = []string{"经济技术开发区", "高新技术产业开发区", "高新技术开发区", "经济开发区", "经济合作区", "产业转移工业园", "工业园区", "自由贸易试验区", "综合保税区", "自贸区", "高新区", "经开区", "保税区", "开发区", "新区", "示范区管委会", "合作区"}

// zoneEnd returns the length of the name of a development zone that text begins
// with, class word included, 0 for none. Behind a place it may be the class word
// alone (赣州|经济技术开发区); otherwise it has a name of two to four characters
// (雄安新区).
func zoneEnd(text string, behindPlace bool) int {
	n := 0
	for i := range 5 {
		if i != 1 && (i > 0 || behindPlace) {
			for _, w := range zoneWords {
				if strings.HasPrefix(text[n:], w) {
					return n + len(w)
				}
			}
		}
		r, size := utf8.DecodeRuneInString(text[n:])
		if !isHan(r) || strings.ContainsRune("的在和与及为省市县区州", r) {
			return 0
		}
		n += size
	}
	return 0
}

// countyEnd returns the length of the name of a county, a county-level city or a
// district that text begins with: 献县, 黄埔区, 义乌市, 融水苗族自治县. It knows
// them by their form, so it must be asked at the start of a name only.
func countyEnd(text string) int {
	if strings.HasPrefix(text, "关于") {
		return 0
	}
	n := 0
	for i := range 12 {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !isHan(r) || strings.ContainsRune("的在和与及为对是有以全本我该两级届由局厅委办部院", r) || r == '各' && !strings.HasPrefix(text[n:], "各族") {
			return 0
		}
		if i > 0 {
			for _, class := range [...]string{"自治县", "自治旗", "县", "区", "市", "旗"} {
				if rest, ok := strings.CutPrefix(text[n:], class); ok && countyClass(text[:n], class, rest, i) {
					return n + len(class)
				}
			}
		}
		if i >= 4 && !strings.Contains(text[:n], "族") && !strings.Contains(text[n:min(len(text), n+12)], "族") {
			return 0
		}
		n += size
	}
	return 0
}

// countyClass reports whether class ends the name of a county after a stem of
// the given number of characters: 市场 and 产业园区 do not.
func countyClass(stem, class, rest string, runes int) bool {
	last, _ := utf8.DecodeLastRuneInString(stem)
	next, _ := utf8.DecodeRuneInString(rest)
	switch class {
	case "区":
		return runes >= 2 && !strings.ContainsRune("社园校矿灾片景库牧郊范发验行作税能集聚街辖地务新贸经心城乡", last) && !strings.ContainsRune("域块位划间", next)
	case "市":
		return runes >= 2 && last != '城' && !strings.ContainsRune("场域值容级", next)
	case "县":
		return !strings.ContainsRune("域级", next)
	}
	return true
}

// allOrOurs stand in front of the level of the document's own place: 全市, 我省.
var allOrOurs = runesOf("全我")

func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

// mostNamed returns the place that the passages name most often by its full
// name, at the level of 全市, 全省 or 全区 where they say so, with one place where
// it stands. It returns "" where none is named three times.
func (g *regions) mostNamed(passages []*passage) (string, *passage, int) {
	counts := map[string]int{}
	type place struct {
		p  *passage
		at int
	}
	firsts := map[string]place{}
	var order []string
	levels := map[string]int{}
	for _, p := range passages {
		text := p.flow.Text
		for i := allOrOurs.next(text, 0); i < len(text); i = allOrOurs.next(text, i+len("全")) {
			if level := text[i+len("全") : min(len(text), i+len("全省"))]; level != "" && strings.Contains("省市县区州", level) {
				levels[level]++
			}
		}
		for i := 0; i < len(text); {
			if i = g.starts.next(text, i); i == len(text) {
				break
			}
			n := g.names.at(text[i:])
			if n == 0 {
				if n = g.shorts.at(text[i:]); n > 0 {
					if zone := zoneEnd(text[i+n:], true); zone > 0 {
						n += zone
					} else {
						n = 0
					}
				}
			}
			if n > 0 {
				name := text[i : i+n]
				if counts[name]++; counts[name] == 1 {
					order = append(order, name)
					firsts[name] = place{p, i}
				}
				i += n
				continue
			}
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
	best, score := "", 0
	for _, name := range order {
		s := counts[name]
		if s < 3 {
			continue
		}
		for level, n := range levels {
			if n >= 3 && strings.HasSuffix(name, level) {
				s += 2 * n
			}
		}
		if s > score {
			best, score = name, s
		}
	}
	if best == "" {
		return "", nil, 0
	}
	return best, firsts[best].p, firsts[best].at
}
