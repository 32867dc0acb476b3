package extract

var figureRules = []Rule{
	{Name: "figure_level", Makes: "figure", Doc: "An amount behind the name of what it measures: 高新技术企业达到600家.", Confidence: 0.9},
	{Name: "figure_counted", Makes: "figure", Doc: "A measure word before the name of what is counted: 引进34位高层次人才.", Confidence: 0.9},
	{Name: "figure_change", Makes: "figure", Doc: "An amount added or taken away: 新增40家, 提高1.17个百分点.", Confidence: 0.9},
	{Name: "figure_growth", Makes: "figure", Doc: "A relative increase or decrease: 年均增长9%, 增长3.01倍.", Confidence: 0.9},
	{Name: "figure_multiple", Makes: "figure", Doc: "The end over the start: 是2015年的6.2倍.", Confidence: 0.9},
	{Name: "figure_rank", Makes: "figure", Doc: "A place in an order: 居全省第3位.", Confidence: 0.9},
	{Name: "figure_phrase", Makes: "figure", Doc: "A fixed phrase that states an amount: 翻一番, 零的突破, 全覆盖.", Confidence: 0.9},
	{Name: "figure_ratio", Makes: "figure", Doc: "A ratio or a structure: 2:1, 3.6:48:48.4.", Confidence: 0.9},
	{Name: "figure_bracket", Makes: "figure", Doc: "A part in brackets behind the number it belongs to: 16家(国家级1家).", Confidence: 0.85},
	{Name: "figure_cell", Makes: "figure", Doc: "A cell of a table, named by its row and dated by its head.", Confidence: 0.9},
}
