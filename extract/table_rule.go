package extract

var tableRules = []Rule{
	{Name: "figure_cell", Makes: "figure", Confidence: 0.95,
		Doc: `A number in a cell of a table, named by its row, its head or both.
The cell's row and column are read alike: either may name it, date it, give its unit, its region or its kind. A row that is a year, a region or a sum leaves the name to the head, and where that names nothing either, to the caption. A cell with words of its own (改造老旧小区86个) is prose and none of this rule's. See table_figure.go.`,
		Match: []string{
			"表1 主要指标\n指标\t单位\t2021年\t2026年\t属性\n绿色食品认证数\t个\t«figure value=12 unit=个 kind=actual indicator=绿色食品认证数 time=2021:12»\t«figure value=30 unit=个 kind=target indicator=绿色食品认证数 time=2026:30»\t预期性\n森林覆盖率\t%\t«figure value=38.2 unit=% kind=actual indicator=森林覆盖率 time=2021:38.2»\t≥«figure value=40 comparator=>= unit=% kind=target indicator=森林覆盖率 time=2026:40»\t约束性\n",
			"| 项目名称 | 总投资（万元） | 建设年限 |\n| --- | --- | --- |\n| 城东污水处理厂二期 | «figure value=8600 unit=万元 kind=target indicator=城东污水处理厂二期总投资 time=2023/2024:8600» | 2023-2024年 |\n| 北环路改造工程 | «figure value=5200 unit=万元 kind=target indicator=北环路改造工程总投资 time=2024:5200» | 2024年 |\n",
			"2024年植树造林任务分解表（单位：亩）\n\n县（市、区）\t人工造林\t森林抚育\n合计\t«figure value=900 unit=亩 kind=target indicator=人工造林 time=2024:900»\t«figure value=2500 unit=亩 kind=target indicator=森林抚育 time=2024:2500»\n东山县\t«figure value=500 unit=亩 kind=target indicator=人工造林 time=2024:500»\t«figure value=1500 unit=亩 kind=target indicator=森林抚育 time=2024:1500»\n西河区\t«figure value=400 unit=亩 kind=target indicator=人工造林 time=2024:400»\t«figure value=1000 unit=亩 kind=target indicator=森林抚育 time=2024:1000»\n",
			"表3 发展目标\n指标\t2020年\t2025年\n新增就业（万人）\t—\t〔«figure value=2.5 unit=万人 measure=change kind=target indicator=就业 time=2025:2.5»〕\n参保率（%）\t«figure value=93 unit=% kind=actual indicator=参保率 time=2020:93»\t达到«figure value=95 comparator=>= unit=% kind=target indicator=参保率 time=2025:95»以上\n",
		},
		Reject: []string{
			"序号\t工作任务\t责任单位\t完成时限\n1\t整治小水电站46座\t水利局\t2023年底前\n2\t新建湿地公园2处\t林业局\t2025年\n",
			"指标\t2020年\t2025年\n职普比\t大体相当\t大体相当\n教育支出\t只增不减\t只增不减\n生均经费\t—\t—\n",
		}},
	{Name: "figure_cell_rate", Makes: "figure", Confidence: 0.95,
		Doc: `A number in a row or a column of growths: 年均增长(%), 同比增速, 地区生产总值增长.
It names the quantity that grows. A column without a year of its own takes that of the dated column in front of it, an average over years those of the first and the last.`,
		Match: []string{
			"2024年主要预期目标\n\n指标\t单位\t2023年完成\t2024年目标\t增长（%）\n社会消费品零售总额\t亿元\t86\t92\t«figure value=7 unit=% measure=growth kind=target indicator=社会消费品零售总额 time=2024:7»\n外贸进出口\t亿元\t30\t33\t«figure value=10 comparator=>= unit=% measure=growth kind=target indicator=外贸进出口 time=2024:10»以上\n",
		},
		Reject: []string{"指标\t2020年\t2025年\n人口自然增长率（‰）\t3.1\t2.8\n降水量（毫米）\t600\t610\n"}},
	{Name: "figure_cell_bracket", Makes: "figure", Confidence: 0.85,
		Doc: "A growth in brackets behind the number of a cell: 1260(8%).",
		Match: []string{
			"表2 经济指标\n指标\t单位\t2023年\t2024年\n工业产值\t亿元\t120\t130（«figure value=8 unit=% measure=growth kind=target indicator=工业产值 time=2024:8»%）\n财政收入\t亿元\t10\t11（«figure value=10 unit=% measure=growth kind=target indicator=财政收入 time=2024:10»%）\n",
		},
		Reject: []string{"指标\t2023年\t2024年\n企业数\t20（含分公司）\t25（含分公司）\n产值\t30\t35\n"}},
}
