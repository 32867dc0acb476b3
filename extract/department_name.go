package extract

import "strings"

// canonical returns a unit's official name with its place: 市科技局 in a text of
// 揭阳市 is 揭阳市科学技术局. shared is the place's word that a short form shares
// with another (区 in 区科技、统计). What is not known stays as it is written.
func (r *reading) canonical(name, shared string) string {
	bracket := closingBracket(name)
	core := strings.TrimSuffix(name, bracket)
	if full, ok := r.lexicon.offices().official[core]; ok && r.lexicon.offices().national(full) {
		return full
	}
	if strings.HasPrefix(core, "团") && strings.HasSuffix(core, "委") && level(core[len("团"):]) > 0 {
		return "共青团" + r.placeName(strings.TrimSuffix(core[len("团"):], "委")) + "委员会"
	}
	if strings.HasPrefix(core, "各") {
		return name
	}
	n := level(core)
	place := core[:n]
	if lead, where := r.lexicon.regions().lead(core); lead > n {
		n, place = lead, where
	}
	if n == 0 {
		place = shared
	}
	full, ok := r.official(core[n:], place)
	if !ok && n != len(place) {
		return name // 广东工业大学 lies in no 广东省
	}
	if !ok && n == 0 {
		return name
	}
	if !ok {
		full = core[n:]
	}
	place = r.placeName(place)
	if strings.HasPrefix(full, "委") && core[n:] != "委" && full != "委员会" {
		place = "中共" + place
	}
	return place + full + bracket
}

// official returns the official name of a unit without its place, at the place's level.
func (r *reading) official(rest, place string) (string, bool) {
	o := r.lexicon.offices()
	if full, ok := o.official[rest]; ok && !single(rest) {
		return full, true
	}
	at := "city"
	if p := r.placeName(place); strings.HasSuffix(p, "省") || strings.HasSuffix(p, "自治区") {
		at = "province"
	}
	for _, l := range [...]string{at, "any"} {
		if full, ok := o.stems[rest][l]; ok {
			return full, true
		}
	}
	return "", false
}

// placeName puts the document's own place where a unit's name says only its
// level: 市 is the document's city, 省 the province it lies in.
func (r *reading) placeName(word string) string {
	own := r.records.About.Region
	w := strings.TrimSuffix(word, "级")
	if level(w) != len(w) || w == "" || own == "" {
		return word
	}
	if strings.HasSuffix(own, w) {
		return own
	}
	g := r.lexicon.regions()
	n, _ := g.known(own)
	in, ok := g.byName[own[:n]]
	if !ok {
		in, ok = g.byShort[own[:n]]
	}
	switch {
	case !ok:
		return word
	case w == "市" && in.level != "province" && in.name != "":
		return in.name
	case in.province != "-" && strings.HasSuffix(in.province, w):
		return in.province
	}
	return word
}

// national reports whether an official name is that of a unit of the state as a whole.
func (o *offices) national(name string) bool { return o.nation[name] }
