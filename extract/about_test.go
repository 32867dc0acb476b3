package extract

import (
	"reflect"
	"testing"

	"suyuan/segment"
	"suyuan/source"
)

// read takes a text through the recognisers that the test needs.
func readText(t testing.TB, text string) *reading {
	t.Helper()
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &reading{outline: segment.Split(&source.Document{Text: text}), lexicon: lexicon, records: &Records{}}
	r.read()
	r.dates()
	r.about()
	return r
}

func TestAbout(t *testing.T) {
	for _, c := range []struct {
		text string
		want About
	}{
		{"大理白族自治州“十四五”水利发展规划\n一、发展基础\n“十三五”期间，全州水利投资增长。", About{Title: "大理白族自治州“十四五”水利发展规划", Region: "大理白族自治州", Period: "2021/2025"}},
		{"浙江省人民政府办公厅关于印发浙江省\n数字基础设施发展“十四五”规划的通知\n浙政办发〔2021〕46号\n各市、县（市、区）人民政府，省政府直属各单位：\n《浙江省数字基础设施发展“十四五”规划》已经省政府同意，现印发给你们，请认真贯彻执行。\n浙江省人民政府办公厅\n2021年8月5日\n浙江省数字基础设施发展“十四五”规划\n一、发展环境", About{Title: "浙江省人民政府办公厅关于印发浙江省数字基础设施发展“十四五”规划的通知", Region: "浙江省", Issuer: "浙江省人民政府办公厅", DocNumber: "浙政办发〔2021〕46号", IssuedOn: "2021-08-05", Period: "2021/2025", Status: "final"}},
		{"政府工作报告\n——2024年1月15日在湖州市第九届人民代表大会第四次会议上\n湖州市市长 某某\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2023年工作回顾", About{Title: "政府工作报告", Region: "湖州市", IssuedOn: "2024-01-15"}},
		{"2023年政府工作报告\n2023年2月8日在融水苗族自治县第十七届人民代表大会第三次会议上\n一、过去五年工作回顾", About{Title: "2023年政府工作报告", Region: "融水苗族自治县", IssuedOn: "2023-02-08"}},
		{"新化县“十四五”养老服务规划 第一章 发展目标 到2025年，全县养老床位达到6200张。 第二章 主要任务 新建养老院3所。", About{Title: "新化县“十四五”养老服务规划", Region: "新化县", Period: "2021/2025"}},
		{"新化县养老服务 规划到2025年，全县养老床位达到6200张。", About{}},
		{"关于促进外贸稳规模优结构的若干措施\n\n第一条  支持企业开拓国际市场。", About{Title: "关于促进外贸稳规模优结构的若干措施"}},
		{"献县人民政府关于加快现代农业发展的实施意见\n献政发〔2022〕3号\n各乡镇人民政府：\n为加快发展，提出如下意见。\n一、总体要求", About{Title: "献县人民政府关于加快现代农业发展的实施意见", Region: "献县", Issuer: "献县人民政府", DocNumber: "献政发〔2022〕3号", Status: "final"}},
		{"广州市黄埔区促进集成电路产业发展办法\n（征求意见稿）\n第一条  为了促进产业发展，制定本办法。", About{Title: "广州市黄埔区促进集成电路产业发展办法", Region: "广州市黄埔区", Status: "draft"}},
		{"附件\n六安市氢能产业发展三年行动计划\n（2023—2025年）\n一、总体要求", About{Title: "六安市氢能产业发展三年行动计划（2023—2025年）", Region: "六安市", Period: "2023/2025"}},
		{"昌吉回族自治州2024年国民经济和社会发展计划\n一、目标", About{Title: "昌吉回族自治州2024年国民经济和社会发展计划", Region: "昌吉回族自治州", Period: "2024"}},
		{"省发展改革委关于公开征求《湖南省氢能产业发展规划》意见的公告\n为做好工作，现公开征求意见。\n湖南省发展和改革委员会\n2022年6月1日", About{Title: "省发展改革委关于公开征求《湖南省氢能产业发展规划》意见的公告", Region: "湖南省", Issuer: "湖南省发展和改革委员会", IssuedOn: "2022-06-01", Status: "draft"}},
		{"索引号\n0112-2022-1\n发文字号\n兰政发〔2022〕5号\n成文日期\n2022年1月5日\n标 题\n兰溪市人民政府关于印发兰溪市养老服务规划的通知\n各乡镇人民政府：\n一、发展目标", About{Title: "兰溪市人民政府关于印发兰溪市养老服务规划的通知", Region: "兰溪市", Issuer: "兰溪市人民政府", DocNumber: "兰政发〔2022〕5号", IssuedOn: "2022-01-05", Status: "final"}},
		{"兰溪市人民政府关于规范地名\n名称\n来源管理的通知\n一、总体要求", About{Title: "兰溪市人民政府关于规范地名名称来源管理的通知", Region: "兰溪市", Issuer: "兰溪市人民政府"}},
		{"索引号：1122\n发布机构：襄阳市人民政府\n成文日期：2023年3月2日\n襄阳市人民政府关于印发襄阳市国土空间总体规划的通知\n一、规划范围\n规划期为2021-2035年，近期到2025年。", About{Title: "襄阳市人民政府关于印发襄阳市国土空间总体规划的通知", Region: "襄阳市", Issuer: "襄阳市人民政府", IssuedOn: "2023-03-02", Period: "2021/2035", Status: "final"}},
		{"索引号 | 000330185/2022-86781 | 公开方式 | 主动公开 |\n文 号 | 襄政办〔2022〕7号 | 公开时限 |  |\n发布单位 | 襄城县人民政府办公室 | 发文日期 | 2022-11-03 |\n襄城县2022年乡村振兴工作计划\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"| 索引号： | 000330185/2022-86781 | 文号： | 襄政办〔2022〕7号 |\n| --- | --- | --- | --- |\n| 发布单位： | 襄城县人民政府办公室 | 发文日期： | 2022-11-03 |\n\n襄城县2022年乡村振兴工作计划\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"索引号\t000330185/2022-86781\t文号\t襄政办〔2022〕7号\n发布机构\t襄城县人民政府办公室\t成文日期\t2022-11-03\n襄城县2022年乡村振兴工作计划\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"标题\t襄城县2022年乡村振兴工作计划\t索引号\t000330185/2022-86781\n发布机构\t襄城县人民政府办公室\t成文日期\t2022-11-03\n文号\t襄政办〔2022〕7号\t有效性\t有效\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"索引号:\n000330185/2022-86781\n发布机构:\n襄城县人民政府办公室\n成文日期:\n2022-11-03\n文号:\n襄政办〔2022〕7号\n襄城县2022年乡村振兴工作计划\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"索引号\t000330185/2022-86781\n公开范围\t面向社会\n发布单位\t襄城县人民政府办公室\n发文日期\t2022-11-03\n襄政办〔2022〕7号\n襄城县2022年乡村振兴工作计划\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"公开范围 | 面向社会 | 公开方式 | 主动公开 |\n发布单位 | 襄城县人民政府办公室 | 发文日期 | 2022-11-03 | 文号 | 襄政办〔2022〕7号 |\n襄城县2022年乡村振兴工作计划\n一、总体目标\n新建学校3所。", About{Title: "襄城县2022年乡村振兴工作计划", Region: "襄城县", Issuer: "襄城县人民政府办公室", DocNumber: "襄政办〔2022〕7号", IssuedOn: "2022-11-03", Period: "2022", Status: "final"}},
		{"索引号\t11421/2025-00386\t发布机构\t襄城县人民政府\n文　　号\t襄政发〔2025〕9号\t成文日期\t2025年3月12日\n\n襄城县人民政府关于发展养老服务的实施意见\n\n床位3600张。", About{Title: "襄城县人民政府关于发展养老服务的实施意见", Region: "襄城县", Issuer: "襄城县人民政府", DocNumber: "襄政发〔2025〕9号", IssuedOn: "2025-03-12", Status: "final"}},
		{"发文字号\t襄政发〔2025〕9号\n成文日期\t2025年3月12日\n襄城县人民政府关于发展养老服务的实施意见\n\n床位3600张。", About{Title: "襄城县人民政府关于发展养老服务的实施意见", Region: "襄城县", Issuer: "襄城县人民政府", DocNumber: "襄政发〔2025〕9号", IssuedOn: "2025-03-12", Status: "final"}},
		{"一、发展基础\n全市经济平稳运行。绵阳市经济总量居全省第二。\n绵阳市财政收入增长，我市工业增长。\n“十四五”时期，绵阳市加快发展。全市投资增长。“十四五”末翻番。“十四五”期间，“十四五”以来，“十四五”规划。", About{Region: "绵阳市", Period: "2021/2025"}},
		{"绵阳市人民政府\n关于加快推进新型工业化的若干政策\n各县市区人民政府：\n一、支持范围", About{Title: "绵阳市人民政府关于加快推进新型工业化的若干政策", Region: "绵阳市", Issuer: "绵阳市人民政府"}},
		{"# 雄安新区数字经济创新发展试验区建设方案\n\n2021年10月\n\n## 一、总体要求", About{Title: "雄安新区数字经济创新发展试验区建设方案", Region: "雄安新区", IssuedOn: "2021-10"}},
		{"为贯彻落实国家和省有关文件（国发〔2021〕33号）精神，制定本方案。\n一、目标", About{}},
		{"关于晋中市2023年预算执行情况的报告\n一、预算执行", About{Title: "关于晋中市2023年预算执行情况的报告", Region: "晋中市"}},
		{"首页 > 政策文件\n合肥市人民政府关于印发合肥市绿色建筑发展规划的通知\n合政〔2022〕8号\n一、总则", About{Title: "合肥市人民政府关于印发合肥市绿色建筑发展规划的通知", Region: "合肥市", Issuer: "合肥市人民政府", DocNumber: "合政〔2022〕8号", Status: "final"}},
		{"隆尧县人民政府\n关于印发隆尧县2024年民生实事的\n通知\n各乡镇人民政府：\n现印发给你们。\n2024年2月2日\n一、民生", About{Title: "隆尧县人民政府关于印发隆尧县2024年民生实事的通知", Region: "隆尧县", Issuer: "隆尧县人民政府", IssuedOn: "2024-02-02", Status: "final"}},
		{"（2021年9月29日江西省第十三届人民代表大会常务委员会第三十三次会议通过）\n第一章 总则", About{Region: "江西省", IssuedOn: "2021-09-29", Status: "final"}},
		{"企业达到2000家。", About{}},
	} {
		r := readText(t, c.text)
		got := r.records.About
		evidence := got.Evidence
		got.Evidence = nil
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\n got %+v\nwant %+v", c.text, got, c.want)
		}
		for _, f := range []struct {
			role  Role
			value string
		}{{RoleTitle, got.Title}, {RoleRegion, got.Region}, {RoleIssuer, got.Issuer}, {RoleDocNumber, got.DocNumber}, {RoleIssuedOn, got.IssuedOn}, {RolePeriod, got.Period}, {RoleStatus, got.Status}} {
			n := 0
			for _, e := range evidence {
				if e.Role == f.role {
					n++
				}
			}
			if (n > 0) != (f.value != "") {
				t.Errorf("%s: %d pieces of evidence for %s %q", c.text, n, f.role, f.value)
			}
		}
	}
}

func TestRegionLead(t *testing.T) {
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"潍坊市城市更新专项规划": "潍坊市", "浙江高质量发展方案": "浙江省", "苏州工业园区产业规划": "苏州工业园区", "成都高新区扶持办法": "成都高新区", "广西壮族自治区民族教育规划": "广西壮族自治区",
		"城市更新办法": "", "市场监管规划": "", "推进城市建设": "", "产业园区建设": "", "社区养老办法": "", "义乌市电子商务规划": "义乌市", "沁县农业规划": "沁县", "天津经济技术开发区": "天津经济技术开发区", "县域经济": "",
		"亳州市谯城区教育规划": "亳州市谯城区", "菏泽市主城区供热规划": "菏泽市", "晋城市城区人民政府": "晋城市城区", "晋城市城区绿化规划": "晋城市",
	} {
		if _, got := lexicon.regions().lead(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
