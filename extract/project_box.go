package extract

import (
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// boxTitle returns the undertaking that a box is about where its label says that
// it is one: 重点工程 3 …, not 专栏 3 …, which may be about anything.
func (f *projectFinder) boxTitle(p *passage) (undertaking, source.Span, bool) {
	if p.block.Kind != segment.Heading || !p.block.Box {
		return undertaking{}, source.Span{}, false
	}
	label := f.outline.Quote(p.block.Number)
	for _, class := range [...]string{"工程", "项目", "行动", "计划"} {
		if i := strings.Index(label, class); i >= 0 {
			from := p.block.Number.Start + i
			return undertaking{Range: segment.Range{Start: 0, End: len(p.flow.Text)}, rule: "project_box", status: "planned"}, source.Span{Start: from, End: from + len(class)}, true
		}
	}
	return undertaking{}, source.Span{}, false
}
