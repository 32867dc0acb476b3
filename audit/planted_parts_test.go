package audit_test

// Parts with their total. Where 其中 need not name all, the planted part makes the
// sum too great.
var plantedParts = []template{
	{"hospitals", "parts", "医疗资源布局更加优化。2022年末，全市共有医院{t}家，其中三级医院{a}家、二级医院{b}家、一级医院{c}家，基层服务网络实现全覆盖。", parts(2, 30), more("b", 3, 20)},
	{"schools", "parts", "教育补短板力度加大。2023年，全市新建幼儿园{a}所、小学{b}所、初中{c}所，共{t}所，新增学位充足。", parts(2, 25), worse("t", 2, 9)},
	{"structure", "parts", "产业结构持续优化，2022年三次产业结构调整为{a}∶{b}∶{c}，服务业比重稳步提高。", hundred(), worse("b", 3, 9)},
	{"gdp parts", "parts", "2021年，全县实现地区生产总值{t}亿元，其中第一产业增加值{a}亿元，第二产业增加值{b}亿元，第三产业增加值{c}亿元，经济运行总体平稳。", partsOf(20, 200, 1), worse("b", 9, 60)},
	{"spending", "parts", "民生保障坚实有力。2022年民生支出{t}亿元，其中教育支出{a}亿元、社会保障和就业支出{b}亿元、卫生健康支出{c}亿元。", partsOf(10, 60, 1), more("c", 5, 30)},
	{"awards", "parts", "“十三五”期间，全市共获得省科学技术奖{t}项，其中一等奖{a}项、二等奖{b}项、三等奖{c}项，获奖数量居全省前列。", parts(1, 15), worse("c", 2, 9)},
	{"projects", "parts", "项目建设加力提速。2023年共实施重点项目{t}个，其中新建项目{a}个、续建项目{b}个，年度投资任务超额完成。", two(10, 90), worse("a", 3, 20)},
	{"trade", "parts", "开放型经济稳中提质。2022年全市进出口总额{t}亿元，其中出口总额{a}亿元、进口总额{b}亿元，市场多元化取得进展。", twoOf(30, 300, 1), worse("a", 8, 60)},
	{"visitors", "parts", "文旅市场加快恢复。2023年全市接待游客{t}万人次，其中国内游客{a}万人次、入境游客{b}万人次，重点景区人气回升。", twoOf(50, 800, 1), more("b", 20, 200)},
	{"in turn", "parts", "创新人才加速汇聚。2019年以来，全市引进创新创业团队数量依次为{a}、{b}、{c}个，合计{t}个，人才结构不断优化。", parts(2, 15), worse("t", 2, 9)},
	{"roads", "parts", "综合交通网络日益完善。2022年底，全市公路通车里程{t}公里，其中高速公路{a}公里、国省干线{b}公里、农村公路{c}公里。", partsOf(100, 2500, 0), more("c", 50, 500)},
	{"jobs", "parts", "就业形势总体稳定。2022年，全市发放创业担保贷款{t}笔，其中城镇{a}笔、农村{b}笔，带动就业效果明显。", two(100, 900), worse("b", 30, 200)},
	{"platforms", "parts", "创新平台提质扩面。目前，全市拥有省级以上科技企业孵化器{t}家，其中国家级{a}家、省级{b}家，在孵企业稳步增加。", two(2, 30), more("b", 2, 12)},
	{"training", "parts", "职业技能培训有序开展。2023年，全市培训企业职工{a}人、农村转移劳动力{b}人、高校毕业生{c}人，共计{t}人，培训质量不断提高。", parts(200, 5000), worse("t", 150, 900)},
}

// parts gives three counts and their sum.
func parts(low, high float64) func(*dice) values { return partsOf(low, high, 0) }

func partsOf(low, high float64, places int) func(*dice) values {
	return func(d *dice) values {
		a, b, c := d.between(low, high, places), d.between(low, high, places), d.between(low, high, places)
		return values{"a": text(a, places), "b": text(b, places), "c": text(c, places), "t": text(cut(a+b+c, places), places)}
	}
}

// two gives two counts and their sum.
func two(low, high float64) func(*dice) values { return twoOf(low, high, 0) }

func twoOf(low, high float64, places int) func(*dice) values {
	return func(d *dice) values {
		a, b := d.between(low, high, places), d.between(low, high, places)
		return values{"a": text(a, places), "b": text(b, places), "t": text(cut(a+b, places), places)}
	}
}

// hundred gives three shares of a whole.
func hundred() func(*dice) values {
	return func(d *dice) values {
		a, b := d.between(4, 20, 1), d.between(30, 48, 1)
		return values{"a": text(a, 1), "b": text(b, 1), "c": text(cut(100-a-b, 1), 1)}
	}
}
