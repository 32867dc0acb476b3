package extract

var figureRules = []Rule{
	{Name: "figure_level", Makes: "figure", Confidence: 0.92,
		Doc: `An amount behind the name of what it measures: 高新技术企业达到600家.
The name is what stands between the clause's beginning and the number, without adverbs, verbs, time and the document's own region. See name.go.`,
		Match: []string{
			"到2027年，全省常住人口城镇化率达到«figure value=68 unit=% kind=target indicator=常住人口城镇化率 time=2027:68»%。",
			"到2027年，培育绿色工厂«figure value=30 comparator=>= unit=家 kind=target indicator=绿色工厂 time=2027:30»家以上。",
			"2023年末，全县共有卫生技术人员«figure value=1.2 unit=万人 kind=actual indicator=卫生技术人员 time=2023:1.2»万人。",
			"到2025年，单位面积用水量控制在«figure value=350 comparator=<= unit=立方米/亩 kind=target indicator=单位面积用水量 time=2025:350»立方米/亩以内。",
			"2022年实现旅游收入«figure value=56.3 unit=亿元 kind=actual indicator=旅游收入 time=2022:５６.３»亿元。",
			"到2025年，茶叶产量达到«figure value=1.2 value_max=1.5 unit=万吨 kind=target indicator=茶叶产量 time=2025:1.2-1.5»万吨。",
		},
		Reject: []string{"统一部署，一流水平，四川经验", "5G网络、3D打印和2+N产业", "第72次常务会议", "十九届五中全会精神", "连续3年达标"}},
	{Name: "figure_counted", Makes: "figure", Confidence: 0.92,
		Doc: `A measure word before the name of what is counted: 引进34位高层次人才.
What the counted things do comes in front of them: 2项成果列入省级计划 counts 列入省级计划成果.`,
		Match: []string{
			"到2026年，建成«figure value=12 unit=个 kind=target indicator=乡镇养老服务中心 time=2026:12»个乡镇养老服务中心。",
			"2022年，全县有«figure value=38 unit=家 kind=actual indicator=上市企业 time=2022:38»家企业上市。",
			"2021年，累计选派«figure value=206 unit=名 kind=actual indicator=驻村干部 time=2021:206»名驻村干部。",
			"到2025年，培育«figure value=3 unit=个 kind=target indicator=产业集群 time=2025:3»个具有国际影响力的产业集群。",
		},
		Reject: []string{"一批重点项目、一个中心", "坚持两手抓、三个方面同时用力"}},
	{Name: "figure_bracket", Makes: "figure", Confidence: 0.88,
		Doc: "A part in brackets behind the number it belongs to: 博物馆16家(国家级1家).",
		Match: []string{
			"2022年，建成博物馆«figure value=16 unit=家 kind=actual indicator=博物馆 time=2022:16»家（国家级«figure value=2 unit=家 kind=actual indicator=国家级博物馆 time=2022:2»家）。",
		},
		Reject: []string{"开展试点（第2批）工作"}},
	{Name: "figure_change", Makes: "figure", Confidence: 0.9,
		Doc: `An amount added or taken away: 新增40家, 提高1.17个百分点; 下降 makes it negative.
The parts of such a sum are changes too (其中 …). See measure.go.`,
		Match: []string{
			"到2025年，新增城镇就业«figure value=5 comparator=>= unit=万人 measure=change kind=target indicator=城镇就业 time=2025:5»万人以上。",
			"2022年，农村自来水普及率提高«figure value=3.2 unit=个百分点 measure=change kind=actual indicator=农村自来水普及率 time=2022:3.2»个百分点。",
			"2023年，新建口袋公园«figure value=20 unit=个 measure=change kind=actual indicator=口袋公园 time=2023:20»个。",
		},
		Reject: []string{"高于全省平均水平", "新增长点不断涌现"}},
	{Name: "figure_growth", Makes: "figure", Confidence: 0.93,
		Doc: "A relative increase or decrease: 年均增长9%, 增长3.01倍, 下降2.5%. It names the quantity that grows; with both ends stated its time is the interval.",
		Match: []string{
			"2023年，社会消费品零售总额增长«figure value=7.5 unit=% measure=growth kind=actual indicator=社会消费品零售总额 time=2023:7.5»%。",
			"到2025年，粮食加工业产值年均增长«figure value=6 unit=% measure=growth kind=target indicator=粮食加工业产值 time=2025:6»%。",
			"2022年，万元工业增加值用水量下降«figure value=-4.1 unit=% measure=growth kind=actual indicator=万元工业增加值用水量 time=2022:4.1»%。",
		},
		Reject: []string{"增长极、增长点加快形成", "研发投入占比提高到2%"}},
	{Name: "figure_multiple", Makes: "figure", Confidence: 0.93,
		Doc: "The end over the start: 是2015年的6.2倍.",
		Match: []string{
			"2020年，进出口总额达到«figure value=86 unit=亿元 kind=actual indicator=进出口总额 time=2020:86»亿元，是2015年的«figure value=2.4 unit=倍 measure=multiple kind=actual indicator=进出口总额 time=2015/2020:2.4»倍。",
		},
		Reject: []string{"成倍增长，事半功倍"}},
	{Name: "figure_rank", Makes: "figure", Confidence: 0.92,
		Doc: "A place in an order: 居全省第3位, 位列第一. It names the quantity ranked.",
		Match: []string{
			"2023年，粮食总产量居全省第«figure value=4 unit=位 measure=rank kind=actual indicator=粮食总产量 time=2023:4»位。",
			"2022年，营商环境考核排名全市第«figure value=2 measure=rank kind=actual indicator=营商环境考核 time=2022:二»。",
		},
		Reject: []string{"第二批试点", "第三方评估", "县第十五次党代会", "第一产业"}},
	{Name: "figure_phrase", Makes: "figure", Confidence: 0.92,
		Doc: "A fixed phrase that states an amount: 翻一番 (2 倍), 零的突破 (1), 全覆盖 (100 %).",
		Match: []string{
			"到2030年，海洋经济总产值«figure value=2 unit=倍 measure=multiple kind=target indicator=海洋经济总产值 time=2030:翻一番»。",
			"2021年，国家级非遗工坊实现«figure value=1 comparator=>= measure=change kind=actual indicator=国家级非遗工坊 time=2021:零的突破»。",
			"到2025年，标准化村级卫生室实现«figure value=100 unit=% kind=target indicator=标准化村级卫生室 time=2025:全覆盖»。",
		},
		Reject: []string{"推进全覆盖式排查", "实施收入倍增计划", "零专利企业"}},
	{Name: "figure_ratio", Makes: "figure", Confidence: 0.9,
		Doc: "A ratio (2:1, its value the first term over the second) or a structure (3.6:48:48.4, a figure a term).",
		Match: []string{
			"2022年，三次产业结构调整为«figure value=8.1 kind=actual indicator=三次产业结构 time=2022:8.1»∶«figure value=42.5 kind=actual indicator=三次产业结构 time=2022:42.5»∶«figure value=49.4 kind=actual indicator=三次产业结构 time=2022:49.4»。",
		},
		Reject: []string{"每天上午8:30—11:30办理"}},
}
