package audit_test

// A unit that was changed: the numbers stay.
var plantedUnits = []template{
	{"retail", "unit", "2021年，全市社会消费品零售总额{a}亿元，消费对经济增长的拉动作用增强。\n\n2022年，全市社会消费品零售总额{b}{u}，消费市场平稳恢复。", near(300, 900, 1, "u", "亿元"), put("u", "万元")},
	{"grain tons", "unit", "2020年，全县粮食总产量{a}万吨，连续五年丰收。\n\n到2025年，全县粮食总产量稳定在{b}{u}以上。", near(40, 90, 1, "u", "万吨"), put("u", "吨")},
	{"investment rate", "unit", "固定资产投资由2019年的{a}亿元增加到2022年的{b}{u}，增长{g}%，有效投资持续扩大。", grown(200, 800, 10, 40, "u", "亿元"), put("u", "万元")},
	{"coverage points", "unit", "供水保障能力增强。农村自来水普及率由2018年的{a}%提高到2022年的{b}%，提高{c}{u}。", shares("u", "个百分点"), put("u", "%")},
	{"people", "unit", "2022年，全市常住人口{a}万人，人口结构总体稳定。\n\n2023年末，全市常住人口{b}{u}，城镇化水平进一步提高。", near(200, 700, 1, "u", "万人"), put("u", "人")},
	{"contracts", "unit", "技术市场日趋活跃，技术合同成交额由2017年的{a}亿元增长到2021年的{b}{u}，增长{g}%。", grown(10, 80, 40, 90, "u", "亿元"), put("u", "万元")},
	{"farmland", "unit", "截至2021年，全县累计建成高标准农田{a}万亩，粮食综合生产能力稳步提升。\n\n到2025年，全县累计建成高标准农田{b}{u}。", near(30, 90, 1, "u", "万亩"), put("u", "亩")},
	{"power", "unit", "2020年，全市光伏发电装机容量{a}万千瓦，清洁能源占比不断提高。\n\n到2025年，全市光伏发电装机容量达到{b}{u}。", near(50, 300, 0, "u", "万千瓦"), put("u", "千瓦")},
	{"gdp table", "unit", "2020年，全区地区生产总值{a}亿元。到2025年，全区经济实力明显增强。\n\n| 主要指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 地区生产总值（{u}） | {a} | {b} |\n| 常住人口城镇化率（%） | 58.2 | 63.0 |\n", near(300, 900, 0, "u", "亿元"), put("u", "万元")},
	{"exports", "unit", "外贸稳中有进。出口总额由2018年的{a}亿元增加到2021年的{b}{u}，增长{g}%，民营企业贡献突出。", grown(50, 300, 15, 60, "u", "亿元"), put("u", "元")},
	{"passengers", "unit", "2022年，机场旅客吞吐量{a}万人次，航线网络持续完善。\n\n2023年，机场旅客吞吐量{b}{u}，恢复势头良好。", near(100, 600, 1, "u", "万人次"), put("u", "人次")},
	{"urban points", "unit", "2016年至2021年，常住人口城镇化率由{a}%提高到{b}%，提高了{c}{u}，城乡融合步伐加快。", shares("u", "个百分点"), put("u", "%")},
	{"ecommerce", "unit", "2021年，全县农村网络零售额{a}亿元，电商服务站点覆盖所有乡镇。\n\n2022年，全县农村网络零售额{b}{u}，直播电商等新业态蓬勃发展。", near(5, 60, 2, "u", "亿元"), put("u", "万元")},
}

// near gives two amounts that lie near each other, and their unit.
func near(low, high float64, places int, slot, unit string) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, places)
		return values{"a": text(a, places), "b": text(cut(a*d.between(1.05, 1.3, 3), places), places), slot: unit}
	}
}

// grown gives two amounts, the growth between them, and their unit.
func grown(low, high, least, most float64, slot, unit string) func(*dice) values {
	return func(d *dice) values {
		v := percent(low, high, least, most)(d)
		v[slot] = unit
		return v
	}
}

// shares gives two shares, the points between them, and their unit.
func shares(slot, unit string) func(*dice) values {
	return func(d *dice) values {
		v := points(50, 80, 3, 12)(d)
		v[slot] = unit
		return v
	}
}
