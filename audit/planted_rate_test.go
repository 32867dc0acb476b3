package audit_test

import "math"

// Rates, multiples and changes with their ends.
var plantedRates = []template{
	{"gdp yearly", "rate", "过去五年，全市综合实力迈上新台阶。地区生产总值由2015年的{a}亿元增长到2020年的{b}亿元，年均增长{g}%，三次产业协同发展的格局初步形成。", yearly(600, 3000, 4, 9, 1, 5), worse("g", 1.2, 4)},
	{"high-tech firms", "rate", "创新主体加快成长。全市高新技术企业由2016年的{a}家增加到2021年的{b}家，增长{g}%；培育了一批专精特新企业。", whole2(40, 300, 1.3, 3.5), worse("g", 9, 60)},
	{"grain next year", "rate", "2022年，全市粮食产量达到{b}万吨，比上年增长{g}%，再创历史新高。据统计，2021年全市粮食产量为{a}万吨。", oneYear(30, 200, 1, 8), worse("g", 2, 5)},
	{"tourism times", "rate", "文旅融合成效明显。2023年全市旅游总收入{b}亿元，2020年为{a}亿元，三年间成绩可观。全市旅游总收入从2020年的{a}亿元增长到2023年的{b}亿元，增长了{m}倍。", times(20, 90, 1.6, 4, true), worse("m", 0.6, 2)},
	{"patents multiple", "rate", "知识产权创造能力提升。专利授权量由2015年的{a}件增长到2020年的{b}件，是2015年的{m}倍，居全省前列。", times(200, 900, 1.8, 5, false), worse("m", 0.7, 2)},
	{"forest points", "rate", "生态屏障更加牢固。森林覆盖率由2015年的{a}%提高到2020年的{b}%，提高{c}个百分点，城市建成区绿地率同步提升。", points(30, 60, 1.2, 6), worse("c", 1, 4)},
	{"income yearly", "rate", "城乡居民收入稳步提高。居民人均可支配收入由2016年的{a}元增加到2021年的{b}元，年均增长{g}%，增速快于经济增长。", yearly(15000, 40000, 6, 10, 0, 5), worse("g", 1.5, 4)},
	{"pm fall", "rate", "蓝天保卫战取得实效。细颗粒物(PM2.5)平均浓度由2015年的{a}微克/立方米下降到2020年的{b}微克/立方米，下降{g}%。", fall(40, 90, 20, 45), worse("g", 6, 15)},
	{"digital times", "rate", "数字经济快速壮大。数字经济核心产业增加值由2018年的{a}亿元增长到2022年的{b}亿元，增长{m}倍，一批龙头企业落户。", times(50, 200, 1.5, 4, true), worse("m", 0.7, 2)},
	{"beds change", "rate", "医疗卫生服务能力不断增强。全市医疗卫生机构床位由2017年的{a}张增加到2022年的{b}张，增加{c}张，县级医院全部达标。", difference(3000, 12000, 300, 2500), worse("c", 200, 900)},
	{"trade fall", "rate", "受外部环境影响，外贸承压前行。进出口总额由2021年的{a}亿元下降到2022年的{b}亿元，下降{g}%，降幅逐季收窄。", fall(200, 900, 5, 25), worse("g", 3, 9)},
	{"urban points", "rate", "新型城镇化扎实推进。常住人口城镇化率由2016年的{a}%上升到2021年的{b}%，上升{c}个百分点，城市功能更加完善。", points(45, 60, 3, 9), worse("c", 1.5, 5)},
	{"revenue percent", "rate", "财政实力稳步增强。一般公共预算收入从2017年的{a}亿元增加到2022年的{b}亿元，累计增长{g}%，税收占比保持稳定。", percent(60, 300, 15, 60), worse("g", 5, 20)},
	{"express yearly", "rate", "现代物流体系加快形成。快递业务量由2018年的{a}万件增长到2022年的{b}万件，年均增长{g}%，县乡村三级网络实现贯通。", yearly(800, 4000, 12, 30, 0, 4), worse("g", 3, 9)},
}

// yearly gives a level, what it becomes at a rate over n years, and the rate.
func yearly(low, high, slow, fast float64, places, n int) func(*dice) values {
	return func(d *dice) values {
		a, g := d.between(low, high, places), d.between(slow, fast, 1)
		b := cut(a*math.Pow(1+g/100, float64(n)), places)
		g = cut((math.Pow(b/a, 1/float64(n))-1)*100, 1)
		return values{"a": text(a, places), "b": text(b, places), "g": text(g, 1)}
	}
}

// whole2 gives two counts and the growth between them in whole percent.
func whole2(low, high, least, most float64) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, 0)
		b := cut(a*d.between(least, most, 3), 0)
		return values{"a": text(a, 0), "b": text(b, 0), "g": text(cut((b/a-1)*100, 1), 1)}
	}
}

// oneYear gives two yearly amounts and the growth between them.
func oneYear(low, high, slow, fast float64) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, 2)
		b := cut(a*(1+d.between(slow, fast, 1)/100), 2)
		return values{"a": text(a, 2), "b": text(b, 2), "g": text(cut((b/a-1)*100, 1), 1)}
	}
}

// times gives two amounts and the multiple, less one where it tells a growth.
func times(low, high, least, most float64, growth bool) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, 0)
		b := cut(a*d.between(least, most, 3), 0)
		m := b / a
		if growth {
			m--
		}
		return values{"a": text(a, 0), "b": text(b, 0), "m": text(cut(m, 2), 2)}
	}
}

// points gives two shares and the points between them.
func points(low, high, least, most float64) func(*dice) values {
	return func(d *dice) values {
		a, c := d.between(low, high, 1), d.between(least, most, 1)
		return values{"a": text(a, 1), "b": text(cut(a+c, 1), 1), "c": text(c, 1)}
	}
}

// difference gives two counts and what lies between them.
func difference(low, high, least, most float64) func(*dice) values {
	return func(d *dice) values {
		a, c := d.between(low, high, 0), d.between(least, most, 0)
		return values{"a": text(a, 0), "b": text(a+c, 0), "c": text(c, 0)}
	}
}

// fall gives an amount that falls by a rate.
func fall(low, high, least, most float64) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, 1)
		b := cut(a*(1-d.between(least, most, 1)/100), 1)
		return values{"a": text(a, 1), "b": text(b, 1), "g": text(cut((1-b/a)*100, 1), 1)}
	}
}

// percent gives an amount that grows by a rate over several years.
func percent(low, high, least, most float64) func(*dice) values {
	return func(d *dice) values {
		a := d.between(low, high, 2)
		b := cut(a*(1+d.between(least, most, 1)/100), 2)
		return values{"a": text(a, 2), "b": text(b, 2), "g": text(cut((b/a-1)*100, 1), 1)}
	}
}
