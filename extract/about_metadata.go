package extract

import (
	"strings"

	"suyuan/segment"
)

// metadataLabels are what a government site's table about a document says of it.
var metadataLabels = newWordSet(
	"索引号", "统一编号", "信息索引", "组配分类", "主题分类", "主题词", "体裁分类", "公文种类", "信息分类", "信息类别", "信息名称",
	"发文字号", "文号", "文件编号", "文件字号", "发文机关", "发文机构", "发文单位", "发布机构", "发布单位", "制发单位", "制定机关", "公开主体", "公开责任部门", "信息来源", "来源",
	"成文日期", "发文日期", "印发日期", "发布日期", "公开日期", "生成日期", "发布时间", "公开方式", "公开范围", "公开时限", "公开形式", "有效性", "效力状态", "废止日期", "标题", "名称", "文件名称",
)

// metadatum is a label of a site's table about the document and the cell behind it.
type metadatum struct {
	label string
	value *passage // nil where the cell is empty
}

// findMetadata finds the tables in which a site tells of the document itself.
func (r *reading) findMetadata() {
	r.metadata = map[*segment.Table][]metadatum{}
	var last *segment.Table
	for _, p := range r.passages {
		if t := p.block.Table; p.cell != nil && t != nil && t != last {
			last = t
			if list := r.tableMetadata(t); len(list) > 1 {
				r.metadata[t] = list
			}
		}
	}
}

// tableMetadata returns what a table says of the document, label and value in turn:
// 索引号 | … | 发布机构 | …. It returns nil for any other table, also for a list of
// documents, which has label beside label in its head.
func (r *reading) tableMetadata(t *segment.Table) []metadatum {
	var list []metadatum
	for _, row := range t.Rows {
		for i := 0; i+1 < len(row.Cells); i += 2 {
			label, value := r.cellLabel(&row.Cells[i]), &row.Cells[i+1]
			if label == "" && value.Span.Len() == 0 {
				continue
			}
			if !metadataLabels.has(label) || metadataLabels.has(r.cellLabel(value)) {
				return nil
			}
			one := metadatum{label: label}
			if value.Span.Len() > 0 {
				one.value = r.passageAt(value.Span.Start)
			}
			list = append(list, one)
		}
	}
	return list
}

// cellLabel returns the words of a cell without the blanks in 标 题 and its colon.
func (r *reading) cellLabel(c *segment.Cell) string {
	text := strings.Join(strings.Fields(r.outline.Document.Quote(c.Span)), "")
	return strings.TrimSuffix(strings.TrimSuffix(text, ":"), "：")
}

// inMetadata reports whether a passage is a cell of a site's table about the document.
func (r *reading) inMetadata(p *passage) bool {
	return p.cell != nil && r.metadata[p.block.Table] != nil
}

// readMetadata takes from the site's table what the document's own lines do not say.
func (r *reading) readMetadata() {
	var last *segment.Table
	for _, p := range r.passages {
		if !r.inMetadata(p) || p.block.Table == last {
			continue
		}
		last = p.block.Table
		for _, m := range r.metadata[last] {
			if m.value != nil {
				r.readMetadatum(m.label, m.value)
			}
		}
	}
}

func (r *reading) readMetadatum(label string, p *passage) {
	a, text := &r.records.About, p.flow.Text
	switch {
	case label == "废止日期" || label == "索引号":
	case hasAnySuffix(label, "日期", "时间") != "":
		r.labelledDate(p, 0, len(text))
	case strings.HasSuffix(label, "号"):
		if a.DocNumber == "" {
			r.docNumber([]*passage{p})
		}
	case hasAnySuffix(label, "标题", "名称") != "":
		if a.Title == "" && endsTitle(text) {
			r.setTitle([]piece{{p, segment.Range{Start: 0, End: len(text)}}})
		}
	case a.Issuer == "" && unitName(text):
		a.Issuer = r.written(p, 0, len(text))
		r.evidence(RoleIssuer, p, 0, len(text))
	}
}

// asideMetadata sets aside the numbers of a cell of such a table.
func (r *reading) asideMetadata(p *passage) {
	r.quantify(p)
	for i := range p.quantities {
		if q := &p.quantities[i]; q.aside == "" {
			q.aside = asideNumber
		}
	}
}
