package extract

import (
	"strings"
	"testing"

	"suyuan/segment"
	"suyuan/source"
)

// marked writes text with its dates marked, optional ones as «?:…».
func marked(text string, head bool) string {
	var b strings.Builder
	at := 0
	for _, c := range findDates(text, head) {
		b.WriteString(text[at:c.Start] + "«" + c.edtf)
		if c.optional {
			b.WriteString("?")
		}
		b.WriteString(":" + text[c.Start:c.End] + "»")
		at = c.End
	}
	return b.String() + text[at:]
}

func TestDates(t *testing.T) {
	for _, want := range []string{
		// plans
		"“«2021/2025:十四五»”期间", "“«2020:十三五”末期»，全县", "较“«2015:十二五”末»增长", "“«2021:十四五”初»", "«2021/2025:十四五»时期", "“«2016/2020:十三五»”以来", "“«2016/2020:十三五»”“«2021/2025:十四五»”", "“«2001/2005:十五»”期间", "“«1996/2000:九五»”", "“«2026/2030:十五五»”",
		"十五个村", "四五十人", "三十四五岁", "九五折", "十四五岁少年", "国民经济和社会发展«2021/2025?:第十四个五年»规划", "“«2025:十四五”规划末»",
		// years
		"到«2025:2025年»，", "«2020:2020年底»", "«2023:2023年底前»完成", "«2020:2020年末»常住人口", "«2021:2021年度»", "«2022:2022年初»", "到«2025:2025年»初步形成", "«2020:2020年»初中毕业", "«2030:2030年前»实现", "«2020:2020年»前后", "«2024:2024年»前三个月", "«2035:二〇三五年»远景目标", "«2021:二〇二一年»", "«2025:2 0 2 5年»", "指标12 «2025:2025年»", "«2023:二零二三年»", "«1949:一九四九年»以来", "«20XX:20xx年»", "比«20XX:20XX年»增长", "«202X:202×年»", "(-«2025:2025年»)", "〔2024〕6号", "达到2000家", "«?:近2000年»历史", "第2024页", "2024万元", "投资2020.5亿元", "13900002025年", "A2025号", "«2024:2024年»政府工作报告", "（«2024:2024年»）",
		// months, days
		"«2019-04:2019年4月»", "«2021-11:二〇二一年十一月»", "«2021-12-05:2021年12月5日»", "«2022-10-31:二〇二二年十月三十一日»", "«2022-06-21:二〇二二年六月廿一日»", "«2023-12:2023年12月底前»", "«2023-12:2023年12月底»", "«2024-03:2024年3月上旬»", "«2024-06:2024年6月前»完成", "«2024-06-30:2024年6月30日前»", "«2024-01/2024-06:2024年上半年»", "«2024-01/2024-03:2024年一季度»", "«2024-01/2024-09:2024年前三季度»", "«2024-10/2024-12:2024年第四季度»", "«2024-01/2024-06:2024年1-6月»", "«2024-05-10/2024-05-12:2024年5月10-12日»", "«?:12月底前»", "«?:每年»«?:6月30日前»", "«?:一季度»", "«?:上半年»", "历时3个月", "15个工作日", "«2023-02:2023年2月份»", "«2023:2023年»13月",
		// ranges
		"«2018/2020:2018年-2020年»", "«2020/2022:2020-2022年»", "(«2017/2019:2017-2019»)", "«2021/2025:2021至2025年»", "从«2015/2020:2015年到2020年»", "«2021/2025:2021-25年»", "从«2015:2015年»的5家增加到«2020:2020年»的8家", "«2023-05/2024-02:2023年5月至2024年2月»", "«2023-05/2023-12:2023年5月至12月»", "«2023-05-10/2023-06-12:2023年5月10日至6月12日»", "2000-2020吨", "2000-3000家", "计划«2024/2026:2024-2026»", "2020-2022-07", "«2023/2024:2023-2024学年»", "«2018/2020:2018年--2020年»", "2030-2021号", "«2023:2023年»-«2021:2021年»",
		// lists, numerals
		"«2022:2022»、«2023:2023»和«2024:2024年»", "分别为2022、2023和2024家", "«2022:2022年»、«2023:2023年»", "«2024-05-01:2024-05-01»", "«2024-05-01:2024/5/1»", "«2024-05-01:2024.5.1»", "电话2024-5013366", "2024-13-01", "«2024-02-29:2024.2.29»", "2023.2.29",
		// no year
		"«?:目前»", "截至«?:目前»", "«?:近年来»", "«?:连续三年»", "«?:三年»行动", "«?:未来10-15年»", "«?:近五年»", "«?:每年»", "«?:十八大以来»", "到«?:本世纪中叶»", "«?:今年»", "«?:去年»", "«?:5年»以上", "«?:三年来»", "«?:过去五年»", "«?:五年»", "三年级", "青年", "平均受教育年限11年", "同比增长5%", "统一部署", "一批", "«199X:20世纪90年代»", "«198X:上世纪八十年代»", "«197X:70年代»", "建党«?:100周年»",
	} {
		text := unmark(want)
		if got := marked(text, false); got != want {
			t.Errorf("%s\n got %s", want, got)
		}
	}
}

// unmark takes the marks «EDTF:…» out of a text.
func unmark(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "«")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, rest, _ = strings.Cut(rest, ":")
		inside, after, _ := strings.Cut(rest, "»")
		b.WriteString(inside)
		s = after
	}
}

func TestReadDate(t *testing.T) {
	for quote, want := range map[string]string{
		"2025年": "2025", "2019 年 4 月": "2019-04", "２０２４年": "2024", "2020": "2020", "2020-2022": "2020/2022", "十三五”末期": "2020", "十五": "2001/2005", "十五五": "2026/2030",
		"二○二一年\n十一月": "2021-11", "20xx年": "20XX", "2021年12\r\n月5日": "2021-12-05", "2023年12月底前": "2023-12", "目前": "", "三年": "", "2025年到": "", "": "", "2000家": "",
	} {
		if got, ok := ReadDate(quote); got != want || ok != (want != "") {
			t.Errorf("ReadDate(%q) = %q, %v, want %q", quote, got, ok, want)
		}
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"2020年底": "2020-12-01 2020-12-31", "2023年12月底前": " 2023-12-31", "2024年2月": "2024-02-01 2024-02-29", "2025年": "2025-01-01 2025-12-31",
		"2021—2025年": "2021-01-01 2025-12-31", "20xx年": " ", "“十三五”末": "2020-12-01 2020-12-31", "2024年上半年": "2024-01-01 2024-06-30",
		"2030年前": " 2030-12-31", "2023年5月至2024年2月底": "2023-05-01 2024-02-29", "2020年初": "2020-01-01 2020-01-31", "2024年5月10日": "2024-05-10 2024-05-10",
	} {
		text = strings.ReplaceAll(text, "—", "-")
		found := findDates(text, false)
		if len(found) != 1 || found[0].first+" "+found[0].last != want {
			t.Errorf("%s: %+v, want %s", text, found, want)
		}
	}
}

func TestHeadYears(t *testing.T) {
	for _, want := range []string{"«2020:2020»", "«2025:2025»目标值", "«2020:2020年»完成", "«2021/2025:2021-2025»", "增速(%)", "2000家", "指标"} {
		if got := marked(unmark(want), true); got != want {
			t.Errorf("%s\n got %s", want, got)
		}
	}
}

// The rules' own examples: the marks and nothing else are stored as dates.
func TestDateRules(t *testing.T) {
	for _, rule := range dateRules {
		for _, example := range append(rule.Match, rule.Reject...) {
			text := strings.ReplaceAll(example, "date edtf=", "")
			var got strings.Builder
			flow := segmentFlow(unmark(text))
			at := 0
			for _, c := range findDates(flow, false) {
				if !c.optional {
					got.WriteString(flow[at:c.Start] + "«" + c.edtf + ":" + flow[c.Start:c.End] + "»")
					at = c.End
				}
			}
			if got.WriteString(flow[at:]); got.String() != segmentFlow(text) {
				t.Errorf("%s: %s\n got %s", rule.Name, text, got.String())
			}
		}
	}
}

func TestRelativeYears(t *testing.T) {
	r := &reading{records: &Records{About: About{IssuedOn: "2024-01-15"}}}
	for text, want := range map[string]string{"今年": "2024", "去年": "2023", "过去五年": "2019/2023", "今后五年": "2024/2028", "目前": "", "2020年": "2020", "三年": ""} {
		p := &passage{flow: segment.NewFlow(text, source.Span{End: len(text)}, nil)}
		if got := r.when(p, findDates(text, false)[0]); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func segmentFlow(text string) string {
	return segment.NewFlow(text, source.Span{End: len(text)}, nil).Text
}

func BenchmarkDates(b *testing.B) {
	text := strings.Repeat("坚持创新在现代化建设全局中的核心地位，推动产业链、供应链与人才链深度融合，优化营商环境。", 400)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		findDates(text, false)
	}
}
