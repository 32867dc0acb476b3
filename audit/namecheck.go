package audit

import (
	"fmt"
	"strings"
)

var nameCheck = Check{
	Name: "name_varies",
	Doc: `One target under two names: with 省级 once and once without, with a word more or less.
The same number, unit and year under names of which one is the other with a level or a word put in; and a name that differs by one character from one that the list of indicators knows. Notes, unless the level differs.`,
	Match:  []string{"到2025年，建有省级新型研发机构«5»家以上。\n\n到2025年，全市建有«5»家以上新型研发机构。"},
	Reject: []string{"到2025年，建有省级新型研发机构5家以上。\n\n到2025年，全市建有12家以上新型研发机构。", "到2025年，拥有新型研发机构5家，其中省级新型研发机构5家。"},
	find:   func(d *document) []report { return append(d.sameTargets(), d.misspelt()...) },
}

// sameTargets groups the targets by their numbers and compares the names in each
// group, with the last few only.
func (d *document) sameTargets() (found []report) {
	const few = 8
	groups := map[string][]*figure{}
	done := map[string]bool{}
	for _, f := range d.figures {
		if f.Kind != "target" || f.Measure != "level" || f.step.Sign() == 0 || f.TimeLast == 0 {
			continue
		}
		key := fmt.Sprintf("%s\x00%s\x00%s\x00%d", f.value.RatString(), f.Comparator, f.UnitBase, f.TimeLast)
		group := groups[key]
		for _, g := range group[max(0, len(group)-few):] {
			if g.key == f.key || together(f, g) || done[g.key+f.key] {
				continue
			}
			severity, alike := likeness(g, f)
			if !alike {
				continue
			}
			done[g.key+f.key] = true
			found = append(found, report{
				severity: severity, figures: []*figure{g, f},
				zh:         fmt.Sprintf("同一目标%s名称不一：“%s”与“%s”", f.print(), g.Indicator, f.Indicator),
				en:         fmt.Sprintf("one target of %s has two names: %s and %s", f.print(), g.Indicator, f.Indicator),
				arithmetic: "",
			})
		}
		groups[key] = append(group, f)
	}
	return found
}

// likeness reports whether two names may be one: the same but for the level, or
// one the other with a word of two or three characters put in.
func likeness(f, g *figure) (Severity, bool) {
	if f.base == g.base && f.level != g.level && (f.level == "" || g.level == "") {
		return Warning, true
	}
	long, short := []rune(f.name), []rune(g.name)
	if len(long) < len(short) {
		long, short = short, long
	}
	more := len(long) - len(short)
	if more < 1 || more > 3 || len(short) < 4 {
		return Note, false
	}
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return Note, string(long[i+more:]) == string(short[i:])
}

// misspelt reports a name of a target or a level that no list knows and that lacks
// one character of a name that one does, or has another in its place: 科技性中小企业.
func (d *document) misspelt() (found []report) {
	done := map[string]bool{}
	for _, f := range d.figures {
		if f.IndicatorID != "" || done[f.name] || f.Measure != "level" {
			continue
		}
		right := d.meant(f.name)
		if right == "" {
			continue
		}
		done[f.name] = true
		r := report{
			severity: Note,
			zh:       fmt.Sprintf("“%s”疑为“%s”之误", f.Indicator, right),
			en:       fmt.Sprintf("%s is probably a slip for %s", f.Indicator, right),
		}
		r.figures = append(r.figures, d.byKey[f.key]...)
		if known := d.byKey[d.keyOf(right)]; len(known) > 0 {
			r.figures = append(r.figures, known[0])
		}
		found = append(found, r)
	}
	return found
}

// meant returns the known name that a name is a slip for, "" for none.
func (a *Auditor) meant(name string) string {
	for _, v := range blots(name) {
		if right := a.blotted[v]; right != "" && right != name && slip(name, right) {
			return right
		}
	}
	for _, v := range gaps(name) {
		if right := a.blotted[v]; right != "" && slip(v, right) {
			return right
		}
	}
	return ""
}

// blottedNames indexes names by what is left of them with one character blotted out.
func blottedNames(names map[string]string) map[string]string {
	all := map[string]string{}
	for name := range names {
		for _, v := range blots(name) {
			if old, ok := all[v]; !ok || name < old {
				all[v] = name
			}
		}
	}
	return all
}

// blots returns the name with each one of its characters blotted out.
func blots(name string) []string {
	r := []rune(name)
	if len(r) < 7 || len(r) > 40 {
		return nil
	}
	all := make([]string, len(r))
	for i := range r {
		all[i] = string(r[:i]) + "?" + string(r[i+1:])
	}
	return all
}

// gaps returns the name with a blot put in at each place, as if one were missing.
func gaps(name string) []string {
	r := []rune(name)
	if len(r) < 8 || len(r) > 40 {
		return nil
	}
	var all []string
	for i := 1; i < len(r); i++ {
		all = append(all, string(r[:i])+"?"+string(r[i:]))
	}
	return all
}

// apartWords are characters that tell two things apart.
const apartWords = "一二三四五六七八九十百千万亿甲乙丙国省市县区乡镇村城农男女大中小高低初上下新旧东西南北内外水路铁公幼老青少增减AB0123456789进出电气年月人均总量率额数企产业"

// slip reports whether the one character by which two names of one length differ
// is a slip of the pen. A blot stands for a character that is missing.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for i := range x {
		if x[i] != y[i] {
			return !strings.ContainsRune(apartWords, x[i]) && !strings.ContainsRune(apartWords, y[i])
		}
	}
	return false
}
