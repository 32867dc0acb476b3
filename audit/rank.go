package audit

import "fmt"

// ranks compares what is 市级以上 or 省级以上 with what is counted at each level, and
// what has no level with their sum: 国家级3家 and 省级3家 are more than 3家 in all.
// The kinds of a class count for it, which makes a note: 省级研发平台162家 and
// 市级技术创新中心130家 are more than 218个科技平台.
func (d *document) ranks() (found []report) {
	for _, byClass := range []bool{false, true} {
		groups, keys := d.levels(byClass)
		for _, key := range keys {
			at := groups[key]
			for _, b := range wider {
				if s := at.sum(b.level, b.parts, b.all && !byClass); s != nil {
					if r, bad := s.report(); bad {
						r.severity = min(r.severity, Warning)
						if byClass {
							r.severity = Note
						}
						found = append(found, r)
					}
				}
			}
		}
	}
	return found
}

// ladder holds what is counted of one thing at each level.
type ladder map[string][]*figure

// levels groups what the text counts by the thing, or by its class, and the year.
func (d *document) levels(byClass bool) (groups map[string]ladder, keys []string) {
	groups = map[string]ladder{}
	for _, f := range d.figures {
		if f.table || f.Measure != "level" || f.Kind != "actual" || f.act != "" || f.place != "" || f.Scope != "" || len([]rune(f.base)) < 3 || f.UnitBase == "%" {
			continue
		}
		key := f.base + "\x00" + f.UnitBase + "\x00" + f.Time
		if byClass {
			class := d.classOf(f)
			if class == "" {
				class = classOf([]string{f.base})
			}
			if class == "" || !things(f) {
				continue
			}
			key = fmt.Sprintf("%s\x00%d", class, f.TimeLast)
		}
		if groups[key] == nil {
			groups[key] = ladder{}
			keys = append(keys, key)
		}
		groups[key].put(f)
	}
	return groups, keys
}

// put adds a figure to its level. The class itself takes the place of its kinds,
// and of two figures of one thing the first stays.
func (l ladder) put(f *figure) {
	at := l[f.level]
	if len(at) > 0 && (classWords[at[0].base] != "" || classWords[f.base] == "") {
		for _, g := range at {
			if g.base == f.base || classWords[at[0].base] != "" {
				return
			}
		}
		l[f.level] = append(at, f)
		return
	}
	l[f.level] = []*figure{f}
}

// sum returns the sum of what stands at some levels, nil where there is nothing to
// compare it with or its parts were compared already.
func (l ladder) sum(level string, parts []string, all bool) *sum {
	if len(l[level]) != 1 || len(l[level][0].sums) > 0 {
		return nil
	}
	s := &sum{total: l[level][0], complete: all}
	levels := 0
	for _, p := range parts {
		s.parts = append(s.parts, l[p]...)
		if len(l[p]) > 0 {
			levels++
		}
	}
	if levels < 2 {
		return nil
	}
	s.complete = all && levels == len(parts)
	return s
}

// wider lists which levels make up which.
var wider = []struct {
	level string
	parts []string
	all   bool
}{{"", []string{"国家级", "省级", "市级"}, false}, {"市级以上", []string{"国家级", "省级", "市级"}, true}, {"省级以上", []string{"国家级", "省级"}, true}}
