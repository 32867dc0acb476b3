package audit_test

// The same thing at the same time, twice; targets with what is reached already.
var plantedConflicts = []template{
	{"gdp target table", "conflict", "到2025年，地区生产总值达到{a}亿元，综合实力显著增强。\n\n专栏1 主要指标\n\n| 指标 | 2020年 | 2025年目标 |\n| --- | --- | --- |\n| 地区生产总值（亿元） | {o} | {b} |\n| 森林覆盖率（%） | 45.2 | 46.0 |\n", same(800, 3000, 0, 0.7), worse("b", 40, 400)},
	{"forest table", "conflict", "2020年，全市森林覆盖率达到{a}%，生态环境质量持续改善。\n\n“十四五”主要指标\n\n| 序号 | 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- | --- |\n| 1 | 森林覆盖率（%） | {b} | 75.0 | 约束性 |\n| 2 | 城镇登记失业率（%） | 3.1 | 4.5 | 预期性 |\n", same(40, 70, 1, 0.9), worse("b", 0.6, 4)},
	{"motorway twice", "conflict", "一、发展目标\n\n到2025年，全市高速公路通车里程达到{a}公里，实现县县通高速。\n\n二、重点任务\n\n加快干线公路建设，到2025年高速公路通车里程达到{b}公里，形成一小时交通圈。", same(200, 900, 0, 0.7), worse("b", 20, 150)},
	{"beds below", "conflict", "截至2020年底，全市养老机构床位数达到{o}张，养老服务体系基本建立。\n\n到2025年，全市养老机构床位数达到{a}张以上，护理型床位占比明显提高。", same(4000, 9000, 0, 0.7), below("a", "o")},
	{"base stations", "conflict", "（一）夯实数字底座\n\n到2025年，建成5G基站{a}个，实现重点区域连续覆盖。\n\n（四）保障措施\n\n统筹站址资源，确保到2025年建成5G基站{b}个。", same(2000, 9000, 0, 0.5), worse("b", 200, 1500)},
	{"unemployment", "conflict", "2022年，城镇调查失业率为{a}%，就业形势总体稳定，重点群体就业得到有效保障。\n\n从主要指标完成情况看，2022年城镇调查失业率为{b}%，低于年度控制目标。", same(4.2, 6, 1, 0.9), worse("b", 0.3, 1.2)},
	{"schooling", "conflict", "2021年，九年义务教育巩固率达到{a}%，教育公平迈出新步伐。\n\n附表：教育事业发展主要指标\n\n| 指标名称 | 单位 | 2021年 | 2025年 |\n| --- | --- | --- | --- |\n| 九年义务教育巩固率 | % | {b} | 99.5 |\n| 高中阶段毛入学率 | % | 92.5 | 95.0 |\n", same(93, 97, 1, 0.9), worse("b", 0.4, 2)},
	{"research", "conflict", "2020年，全社会研发经费投入强度为{a}%，创新能力稳步提升，科技支撑作用明显增强。\n\n与先进地区相比，科技投入仍然不足，2020年全社会研发经费投入强度仅为{b}%。", same(0.8, 3, 2, 0.9), worse("b", 0.12, 0.6)},
	{"life", "conflict", "到2025年，人均预期寿命达到{a}岁，居民健康水平持续提高。\n\n深入推进健康城市建设，到2025年人均预期寿命提高到{b}岁。", same(78, 81, 1, 0.9), worse("b", 0.4, 1.5)},
	{"processing", "conflict", "2023年，全县农产品加工业总产值{a}亿元，产业链条不断延伸。\n\n存在的主要问题：精深加工不足，2023年全县农产品加工业总产值只有{b}亿元，与先进县差距较大。", same(30, 200, 1, 0.9), worse("b", 4, 30)},
	{"water target", "conflict", "严格水资源管理。到2025年，全市用水总量控制在{a}亿立方米以内。\n\n落实最严格水资源管理制度，2025年全市用水总量控制在{b}亿立方米以内。", same(5, 30, 1, 0.9), worse("b", 0.5, 3)},
	{"libraries first", "conflict", "2022年，全市拥有国家级文化产业示范园区{n}家，文化产业加快发展。\n\n到2025年，国家级文化产业示范园区实现{z}，文化软实力明显增强。", func(d *dice) values { return values{"n": "3", "z": "达到" + text(d.between(4, 9, 0), 0) + "家"} }, put("z", "零的突破")},
	{"tech firms below", "conflict", "2021年末，全市科技型中小企业达到{o}家，创新活力持续迸发。\n\n到2025年，全市科技型中小企业达到{a}家，形成梯次培育格局。", same(500, 2000, 0, 0.6), below("a", "o")},
	{"waste rate", "conflict", "人居环境持续改善，2022年城市生活垃圾无害化处理率达到{a}%。\n\n表2 生态环境指标\n\n| 指标 | 2022年 | 2027年目标 |\n| --- | --- | --- |\n| 城市生活垃圾无害化处理率（%） | {b} | 100 |\n| 城市污水集中处理率（%） | 95.5 | 98.0 |\n", same(90, 97, 1, 0.9), worse("b", 0.6, 2.5)},
}

// same gives one number twice, and as o an earlier and lesser one.
func same(low, high float64, places int, earlier float64) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, places)
		return values{"a": text(a, places), "b": text(a, places), "o": text(cut(a*earlier, places), places)}
	}
}
