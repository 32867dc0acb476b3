package extract

import (
	"strings"

	"suyuan/segment"
)

// bracketLists reads the units in brackets at the end of a sentence or of a
// passage that no label announces: (市科技局牵头，市财政局配合), (市科技局负责).
// They open at places.
func (r *reading) bracketLists(p *passage, places []int) []mention {
	text := p.flow.Text
	var out []mention
	for _, start := range places {
		from := start + len(bracketAt(text[start:]))
		end := listEnd(text[:min(len(text), from+1200)], from)
		if end >= len(text) || bracketAt(text[end:]) == "" {
			continue
		}
		if !strings.Contains(text[from:end], ":") && closes(text, start, end+len(bracketAt(text[end:]))) {
			out = append(out, r.allUnits(p, segment.Range{Start: from, End: end})...)
		}
	}
	return out
}

// bracketAt returns the bracket that text begins with, "" for none.
func bracketAt(text string) string {
	for _, b := range [...]string{"(", ")", "〔", "〕"} {
		if strings.HasPrefix(text, b) {
			return b
		}
	}
	return ""
}

// closes reports whether the bracket text[from:to] ends a sentence or the passage.
func closes(text string, from, to int) bool {
	after := strings.TrimLeft(text[to:], " ")
	return after == "" || strings.HasPrefix(after, "。") || strings.HasPrefix(after, ";") || strings.HasSuffix(text[:from], "。")
}

// allUnits reads a bracket's content as a list, or as nothing where one of its
// items is no unit.
func (r *reading) allUnits(p *passage, list segment.Range) []mention {
	text := p.flow.Text
	out := r.listed(p, list, "lead", segment.Range{Start: list.Start, End: list.End}, "department_bracket")
	if len(out) == 0 || !r.unit(text[out[0].Start:out[0].End]) {
		return nil
	}
	for _, item := range r.items(p, list.Start, list.End) {
		item = trimItem(text, item)
		core, _ := splitRole(text, item)
		core = trimItem(text, core)
		name := text[core.Start:core.End]
		if name != "" && !strings.ContainsAny(name, "0123456789") && !r.general(name) && !r.unit(name) && !r.listable(name) {
			return nil
		}
	}
	return out
}
