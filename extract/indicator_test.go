package extract

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func indicatorList(t testing.TB) *indicators {
	t.Helper()
	l, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	return l.indicators
}

// id is the indicator_id of a target of that name and unit.
func (x *indicators) id(name, unit string) string {
	return x.find(&Figure{Indicator: name, Unit: unit, Measure: "level", Kind: "target"})
}

// Names of one indicator.
func TestIndicatorSame(t *testing.T) {
	x := indicatorList(t)
	for _, names := range []string{
		"R&D经费投入强度 研发投入强度 Ｒ＆Ｄ投入强度 全社会研发投入强度 全市R&D经费支出占地区生产总值的比重 全社会R&D经费支出占GDP比重 全社会R&D经费投入强度 全社会研发投入(R&D)占地区生产总值比重 R&D/GDP 全社会R&D投入占GDP的比例 研究与试验发展经费投入强度 研究与试验发展(R&D)经费投入占国内生产总值(GDP)比重",
		"高新技术企业 高新技术企业数 高新技术企业数量 高新技术企业总数 国家高新技术企业 全市高新技术企业总量",
		"万人发明专利拥有量 每万人口发明专利拥有量 每万人拥有发明专利数 每万人口有效发明专利拥有量",
		"规模以上工业增加值 规上工业增加值 全省规模以上工业增加值",
		"常住人口城镇化率 城镇化率",
		"单位GDP能耗 单位地区生产总值能耗 单位国内生产总值能源消耗 万元GDP能耗",
		"空气质量优良天数比率 优良天数比例 城市空气质量优良天数比率 环境空气质量优良天数占比",
		"PM2.5年均浓度 细颗粒物(PM2.5)年均浓度 PM2.5浓度 细颗粒物(ＰＭ２．５)平均浓度",
		"地表水达到或好于Ⅲ类水体比例 地表水达到或好于III类水体的比例",
		"高标准农田 高标准农田面积",
		"每千人口医疗卫生机构床位数 每千常住人口医疗卫生机构床位数 每千人拥有医疗卫生机构床位 千人口医疗卫生机构床位数",
		"每千人口执业(助理)医师数 每千人口拥有执业（助理）医师",
		"农村自来水普及率 全县农村自来水普及率",
		"“专精特新”中小企业 专精特新企业",
		"粮食产量 粮食总产量 粮食总产",
		"省级以上重点实验室 省级及以上重点实验室",
		"生猪出栏 生猪出栏量",
		"经营主体 市场主体 市场主体总量",
		"货物进出口总额 外贸进出口总值",
		"国家级科技企业孵化器 国家级孵化器 国家级科技孵化器",
		"技术合同成交额 技术合同成交金额 技术合同成交总额",
	} {
		list := strings.Fields(names)
		want := x.id(list[0], "")
		for _, name := range list {
			if id := x.id(name, ""); id == "" || id != want {
				t.Errorf("%s is %q, %s is %q", name, id, list[0], want)
			}
		}
	}
}

// Names of different things; the second may be in no list.
func TestIndicatorApart(t *testing.T) {
	x := indicatorList(t)
	for _, c := range [][2]string{
		{"省级重点实验室", "国家级重点实验室"},
		{"省级以上重点实验室", "省级重点实验室"},
		{"国家重点实验室", "重点实验室"},
		{"工业增加值", "规模以上工业增加值"},
		{"专利授权量", "发明专利授权量"},
		{"发明专利授权量", "发明专利拥有量"},
		{"发明专利拥有量", "万人发明专利拥有量"},
		{"万人发明专利拥有量", "每万人口高价值发明专利拥有量"},
		{"高新技术企业", "新增高新技术企业"},
		{"高新技术企业", "高新技术产业"},
		{"高新技术企业", "高新技术企业营业收入"},
		{"地区生产总值", "人均地区生产总值"},
		{"地区生产总值", "海洋生产总值"},
		{"城镇居民人均可支配收入", "农村居民人均可支配收入"},
		{"城镇登记失业率", "城镇调查失业率"},
		{"R&D经费投入强度", "R&D经费投入"},
		{"R&D经费投入", "企业R&D经费投入"},
		{"R&D经费占GDP比重", "基础研究经费占R&D经费比重"},
		{"化学需氧量排放量", "化学需氧量重点工程减排量"},
		{"专精特新中小企业", "省级专精特新中小企业"},
		{"公路总里程", "高速公路里程"},
		{"农村卫生厕所普及率", "农村无害化卫生厕所普及率"},
		{"数字经济增加值占GDP比重", "数字经济核心产业增加值占GDP比重"},
		{"每千人口执业(助理)医师数", "执业(助理)医师"},
		{"财政总收入", "一般公共预算收入"},
		{"一般公共预算收入", "一般公共预算支出"},
		{"常住人口", "户籍人口"},
		{"城乡居民基本养老保险参保人数", "基本养老保险参保率"},
		{"单位工业增加值能耗", "规模以上工业单位增加值能耗"},
		{"普惠小微贷款余额", "贷款余额"},
		{"技术合同登记额", "技术合同登记数"},
		{"科技型中小企业", "创新型中小企业"},
		{"制造业单项冠军企业", "制造业单项冠军企业(含产品)"},
	} {
		if a, b := x.id(c[0], ""), x.id(c[1], ""); a == "" || a == b {
			t.Errorf("%s and %s are both %q", c[0], c[1], a)
		}
	}
}

// The unit, the measure and the kind of a figure decide with the name.
func TestIndicatorOfFigure(t *testing.T) {
	x := indicatorList(t)
	for _, c := range []struct {
		name, unit, measure, kind, want string
	}{
		{"专利授权量", "件", "level", "target", "patents_granted"},
		{"专利授权量", "万元", "level", "target", ""},
		{"地区生产总值", "%", "growth", "target", "gdp"},
		{"地区生产总值年均增速", "%", "growth", "target", "gdp"},
		{"地区生产总值年均增速", "%", "level", "target", ""},
		{"地区生产总值", "位", "rank", "actual", "gdp"},
		{"单位GDP能耗降低", "%", "growth", "target", "energy_intensity"},
		{"单位GDP能耗", "吨标准煤/万元", "level", "target", "energy_intensity"},
		{"森林覆盖率", "个百分点", "change", "target", "forest_coverage"},
		{"森林覆盖率", "万亩", "level", "target", ""},
		{"接待游客", "亿人次", "level", "actual", "tourists"},
		{"万人发明专利拥有量", "件/万人", "level", "target", "invention_patents_per_10k"},
		{"城乡居民收入比", "", "level", "target", "income_ratio"},
		{"高新技术企业", "家", "level", "target", "high_tech_firms"},
		{"高新技术企业", "万元", "level", "provision", ""},
		{"固定资产投资", "万元", "level", "criterion", ""},
	} {
		f := &Figure{Indicator: c.name, Unit: c.unit, Measure: c.measure, Kind: c.kind}
		if id := x.find(f); id != c.want {
			t.Errorf("%+v: %q", c, id)
		}
	}
}

// No name stands under two ids, and every base unit is one of the list of units.
func TestIndicatorList(t *testing.T) {
	l, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	x, owner, ids := l.indicators, map[string]string{}, map[string]bool{}
	lower := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	for _, row := range l.list("indicators") {
		id, base, dimension := row[0], row[3], row[4]
		if ids[id] || !lower.MatchString(id) {
			t.Errorf("%s stands twice, or is no lower_snake name", id)
		}
		ids[id] = true
		for _, name := range append([]string{row[1]}, strings.Split(row[2], "|")...) {
			key := x.spell.key(name)
			if other := owner[key]; name != "" && other != "" && other != id {
				t.Errorf("%s is of %s and of %s", name, other, id)
			}
			owner[key] = id
		}
		above, _, _ := strings.Cut(base, "/")
		switch unit := l.units().byName[above]; {
		case base == "" && dimension == "":
		case unit == nil || unit.base != above && above != "人":
			t.Errorf("%s: %q is no base unit", id, base)
		case unit.dimension != dimension:
			t.Errorf("%s: the dimension of %s is %s", id, base, unit.dimension)
		}
	}
	if len(ids) < 150 {
		t.Errorf("only %d indicators", len(ids))
	}
}

// A user's list adds names and takes them over.
func TestIndicatorOfUser(t *testing.T) {
	l, err := LoadLexicon(fstest.MapFS{
		"indicators.tsv": {Data: []byte("id\tname\taliases\tbase\tdimension\nhoneybees\t中蜂养殖规模\t蜜蜂养殖规模\t群\tcount\nown_firms\t高新技术企业\t\t家\tcount\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"全县蜜蜂养殖规模": "honeybees", "高新技术企业数": "own_firms", "森林覆盖率": "forest_coverage"} {
		if id := l.indicators.id(name, ""); id != want {
			t.Errorf("%s is %q, want %s", name, id, want)
		}
	}
}

func BenchmarkIndicator(b *testing.B) {
	x := indicatorList(b)
	for b.Loop() {
		x.id("全社会研究与开发(R&D)投入占地区生产总值(GDP)的比重", "%")
	}
}
