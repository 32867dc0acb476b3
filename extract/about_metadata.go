package extract

import (
	"strings"

	"suyuan/segment"
	"suyuan/source"
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
	if list := r.headedMetadata(t); list != nil {
		return list
	}
	var list []metadatum
	for _, row := range t.Rows {
		for i := 0; i < len(row.Cells); i++ {
			text := r.outline.Quote(row.Cells[i].Span)
			if text == "" {
				continue
			}
			one, colon := metadatum{label: metadataLabel(text)}, colonEnd(text)
			if !metadataLabels.has(one.label) && !colon {
				return nil
			}
			if i+1 < len(row.Cells) {
				switch next := r.outline.Quote(row.Cells[i+1].Span); {
				case metadataLabels.has(metadataLabel(next)) && !colon:
					return nil
				case metadataLabels.has(metadataLabel(next)) || colonEnd(next): // 成文日期: | 发布日期: | 2020-04-09
				default:
					if i++; next != "" {
						one.value = r.passageAt(row.Cells[i].Span.Start)
					}
				}
			}
			if metadataLabels.has(one.label) {
				list = append(list, one)
			}
		}
	}
	return list
}

// colonEnd reports whether a cell is short and ends in a colon, as labels do.
func colonEnd(text string) bool {
	return len(text) < len("政策咨询机关和联系电话") && (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "："))
}

// headedMetadata returns what a table of one row says of the document under a head of
// labels. One of more rows is a list of documents.
func (r *reading) headedMetadata(t *segment.Table) []metadatum {
	if len(t.Rows) != 2 || len(t.Rows[0].Cells) != len(t.Rows[1].Cells) {
		return nil
	}
	var list []metadatum
	for i, head := range t.Rows[0].Cells {
		one, value := metadatum{label: metadataLabel(r.outline.Quote(head.Span))}, t.Rows[1].Cells[i].Span
		if !metadataLabels.has(one.label) || metadataLabels.has(metadataLabel(r.outline.Quote(value))) {
			return nil
		}
		if value.Len() > 0 {
			one.value = r.passageAt(value.Start)
		}
		list = append(list, one)
	}
	return list
}

// metadataLabel returns a cell's or a line's words without the blanks in 标 题 and the colon.
func metadataLabel(text string) string {
	text = strings.Join(strings.Fields(text), "")
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
				r.readMetadatum(m.label, m.value, segment.Range{Start: 0, End: len(m.value.flow.Text)})
			}
		}
	}
}

// lineMetadata reads a line whose labels and values stand apart by tabs, bars or wide
// gaps and that is no table: 发布单位	某县人民政府.
func (r *reading) lineMetadata(p *passage) {
	text, gaps := r.metadataGaps(p)
	for i, gap := range gaps {
		from, end := 0, len(text)
		if i > 0 {
			from = gaps[i-1][1]
		}
		if i+1 < len(gaps) {
			end = gaps[i+1][0]
		}
		label := metadataLabel(text[from:gap[0]])
		if !metadataLabels.has(label) || metadataLabels.has(metadataLabel(text[gap[1]:end])) {
			continue
		}
		start := p.block.Body.Start
		if from, to := p.flow.Find(source.Span{Start: start + gap[1], End: start + end}); from < to {
			r.readMetadatum(label, p, segment.Range{Start: from, End: to})
		}
	}
}

// metadataGaps returns a line as it stands and where it is cut: at its tabs and bars, or
// at wide gaps where it has none of them.
func (r *reading) metadataGaps(p *passage) (text string, gaps [][]int) {
	text = r.outline.Quote(p.block.Body)
	switch {
	case p.cell != nil || len(text) > 360:
		return text, nil
	case strings.ContainsAny(text, "\t|"):
		return text, metadataBar().FindAllStringIndex(text, -1)
	default:
		return text, metadataSpace().FindAllStringIndex(text, -1)
	}
}

// ofMetadata reports whether a line is one of a site's table about the document: cells
// between tabs or bars, or a label and a gap at its beginning.
func (r *reading) ofMetadata(p *passage) bool {
	text, gaps := r.metadataGaps(p)
	return len(gaps) > 0 && (strings.ContainsAny(text, "\t|") || metadataLabels.has(metadataLabel(text[:gaps[0][0]])))
}

var (
	metadataBar   = Expression(`[ \x{3000}]*[\t|][ \t|\x{3000}]*`)
	metadataSpace = Expression(`[ \x{3000}]{2,}`)
)

// readMetadatum takes what p.flow.Text[at.Start:at.End], which stands behind a label,
// says of the document.
func (r *reading) readMetadatum(label string, p *passage, at segment.Range) {
	a, text := &r.records.About, p.flow.Text[at.Start:at.End]
	switch {
	case label == "废止日期" || label == "索引号":
	case hasAnySuffix(label, "日期", "时间") != "":
		r.labelledDate(p, at.Start, at.End)
	case strings.HasSuffix(label, "号"):
		if a.DocNumber == "" {
			r.setNumber(p, at)
		}
	case hasAnySuffix(label, "标题", "名称") != "":
		if a.Title == "" && endsTitle(text) {
			r.setTitle([]piece{{p, at}})
		}
	case a.Issuer == "" && hasAnySuffix(label, "机关", "机构", "单位", "主体", "部门") != "" && unitName(text):
		a.Issuer = r.written(p, at.Start, at.End)
		r.evidence(RoleIssuer, p, at.Start, at.End)
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
