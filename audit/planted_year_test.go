package audit_test

import "fmt"

const noticed = "某市人民政府关于印发某市%s的通知\n\n各县（市、区）人民政府，市政府各部门：\n\n现将《某市%s》印发给你们，请认真贯彻执行。\n\n某市人民政府\n\n%d年3月15日\n\n"

// notice puts a plan's name and the year of its issue before a text.
func notice(plan string, year int, body string) string {
	return fmt.Sprintf(noticed, plan, plan, year) + body
}

// A year that was changed.
var plantedYears = []template{
	{"plan period", "year", "某市生态环境保护“十四五”规划（2021—{y}年）\n\n为深入打好污染防治攻坚战，制定本规划。到2025年，PM2.5平均浓度降至{a}微克/立方米。", fixed("y", "2025", 20, 40), either("y", "2024", "2026", "2023", "2030")},
	{"three years", "year", "某市数字经济高质量发展三年行动计划（{y}—2025年）\n\n到2025年，数字经济核心产业增加值占比达到{a}%，建成数字化车间{a}个。", fixed("y", "2023", 5, 20), either("y", "2020", "2021", "2019")},
	{"due before issue", "year", notice("促进民宿业发展实施方案", 2022, "一、工作目标\n\n到{y}年，全市等级民宿达到{a}家，民宿产业集聚效应初步显现。"), fixed("y", "2025", 20, 90), either("y", "2020", "2019", "2015", "2018")},
	{"fact to come", "year", notice("现代水网建设规划", 2022, "一、现实基础\n\n截至{y}年底，全市累计建成水库{a}座，供水保障能力明显提升。"), fixed("y", "2021", 20, 90), either("y", "2024", "2026", "2025")},
	{"backwards", "year", "{x}—{y}年，全市累计完成营造林{a}万亩，实施森林质量精准提升工程，生态效益逐步显现。", span2("2016", "2020", 20, 90), exchange("x", "y")},
	{"ends turned", "year", "城镇居民人均可支配收入由{x}年的{a}元增加到{y}年的{b}元，年均增长{g}%，生活品质稳步提高。", rising("2016", "2021", 5), exchange("x", "y")},
	{"start year", "year", "规模以上工业增加值由{x}年的{a}亿元增长到{y}年的{b}亿元，年均增长{g}%，工业支撑作用持续增强。", rising("2017", "2022", 5), either("x", "2012", "2013", "2019", "2020")},
	{"end year", "year", "文化产业增加值由{x}年的{a}亿元增长到{y}年的{b}亿元，年均增长{g}%，成为新的经济增长点。", rising("2015", "2020", 5), either("y", "2018", "2017", "2024")},
	{"target over", "year", notice("养老服务体系建设“十四五”规划", 2021, "二、发展目标\n\n到{y}年，全市每千名老年人拥有养老床位{a}张，护理型床位占比进一步提高。"), fixed("y", "2025", 30, 50), either("y", "2020", "2015", "2018")},
	{"two years", "year", "为加快补齐短板，特制定某县冷链物流两年行动方案（{y}—2024年）。力争两年内新建冷库{a}座，冷链流通率大幅提升。", fixed("y", "2023", 5, 40), either("y", "2018", "2019", "2020")},
	{"jobs backwards", "year", "就业优先政策落地见效。{x}年至{y}年，全市累计城镇新增就业{a}万人，零就业家庭动态清零。", span2("2018", "2022", 5, 40), exchange("x", "y")},
	{"plan named", "year", "根据《某省交通运输“十四五”发展规划（{y}-2025年）》，结合实际，制定本方案。到2025年，改造农村公路{a}公里。", fixed("y", "2021", 200, 900), either("y", "2020", "2022", "2016")},
	{"report year", "year", notice("全民健身实施计划（2021—2025年）", 2021, "一、发展基础\n\n{y}年，全市人均体育场地面积达到{a}平方米，经常参加体育锻炼人数比例稳步提高。"), func(d *dice) values {
		return values{"y": "2020", "a": text(d.between(2, 3, 2), 2)}
	}, either("y", "2028", "2026", "2030")},
}

// fixed gives a year and a number that has nothing to do with it.
func fixed(slot, year string, low, high float64) func(*dice) values {
	return func(d *dice) values { return values{slot: year, "a": text(d.between(low, high, 0), 0)} }
}

// span2 gives two years and a number.
func span2(x, y string, low, high float64) func(*dice) values {
	return func(d *dice) values { return values{"x": x, "y": y, "a": text(d.between(low, high, 1), 1)} }
}

// rising gives two years and a yearly growth between them.
func rising(x, y string, n int) func(*dice) values {
	return func(d *dice) values {
		v := yearly(300, 900, 6, 11, 1, n)(d)
		v["x"], v["y"] = x, y
		return v
	}
}
