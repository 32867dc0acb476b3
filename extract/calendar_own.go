package extract

import (
	"fmt"
	"strconv"
	"strings"

	"suyuan/segment"
)

// period returns the first and the last year of the document's own plan, 0
// where it is none or does not say.
func (r *reading) period() (first, last int) { return edtfYears(r.records.About.Period) }

// periodAt returns the place that states the period of the document's own plan.
func (r *reading) periodAt() []part {
	for _, e := range r.records.About.Evidence {
		if e.Role != RolePeriod {
			continue
		}
		for _, p := range r.passages {
			if i, j := p.flow.Find(e.Span); p.cell == nil && p.block.Body.Contains(e.Span) && i < j {
				return []part{{p: p, at: segment.Range{Start: i, End: j}}}
			}
		}
	}
	return nil
}

// year returns the year in which the document was issued or held, else the one
// in which its plan begins, 0 where neither is known. Nothing depends on today.
func (r *reading) year() int {
	if year, _ := edtfYears(r.records.About.IssuedOn); year > 0 {
		return year
	}
	if title := r.records.About.Title; hasAnyOf(title[strings.Index(title, "总结")+1:], "计划", "打算", "安排", "思路") && givenIn(title, "总结") > 0 {
		year := givenIn(title, "总结")
		return year // 2024年工作总结及2025年工作计划
	}
	if first, last := r.period(); first > 0 {
		if reviewing(r.records.About.Title) {
			return last
		}
		return first
	}
	if year := givenIn(r.records.About.Title, "政府工作报告"); year > 0 {
		return year
	}
	return yearNumbered(r.records.About.DocNumber)
}

// yearNumbered returns the year of a document's number: 2023 of 某府办发〔2023〕21号.
func yearNumbered(number string) int {
	i := strings.Index(number, "〔")
	if i < 0 || len(number) < i+len("〔2023〕") || !strings.HasPrefix(number[i+len("〔2023"):], "〕") {
		return 0
	}
	year, err := strconv.Atoi(number[i+len("〔") : i+len("〔2023")])
	if err != nil {
		return 0
	}
	return year
}

// givenIn returns the year of a report that its title names, that in which it is
// given: 2023年政府工作报告. Any other year in a title may lie behind the document.
func givenIn(title, report string) int {
	i := strings.Index(title, report)
	if i < 0 {
		return 0
	}
	if k := strings.Index(title[:i], "年"); k >= len("2023") {
		if year, err := strconv.Atoi(title[k-len("2023") : k]); err == nil {
			return year
		}
	}
	return 0
}

// when returns the EDTF of a calendar expression of p: its own, or for 今年, 去年
// or 过去五年 what it means in a document of this year; "" where it says nothing.
func (r *reading) when(p *passage, c calendar) string {
	year := r.year()
	if c.edtf != "" || year == 0 {
		return c.edtf
	}
	word := strings.TrimSuffix(p.flow.Text[c.Start:c.End], "以来")
	if shift, ok := relative[word]; ok {
		return fmt.Sprint(year + shift)
	}
	for lead, past := range map[string]bool{"过去": true, "今后": false, "未来": false} {
		n := cursor{text: strings.TrimSuffix(strings.TrimPrefix(word, lead), "年")}
		years, ok := n.small()
		if !ok || n.pos < len(n.text) || !strings.HasPrefix(word, lead) || years < 2 {
			continue
		}
		if past {
			return fmt.Sprintf("%d/%d", year-years, year-1)
		}
		return fmt.Sprintf("%d/%d", year, year+years-1)
	}
	return ""
}

// relative says how many years a word lies behind the document's own.
var relative = map[string]int{
	"今年": 0, "本年度": 0, "年内": 0, "年底前": 0, "过去一年": -1, "一年来": -1, "去年": -1, "上年": -1, "上年度": -1,
	"上年同期": -1, "去年同期": -1, "前年": -2, "明年": 1, "来年": 1,
}

// Years returns the first and last year of an EDTF expression, 0 where it is
// masked, open or empty.
func Years(edtf string) (first, last int) { return edtfYears(edtf) }

// edtfYears returns the first and last year of an EDTF expression, 0 where it
// is masked, open or empty.
func edtfYears(edtf string) (first, last int) {
	from, to, ok := strings.Cut(edtf, "/")
	if !ok {
		to = from
	}
	year := func(s string) int {
		n, _ := strconv.Atoi(s[:min(4, len(s))])
		return n
	}
	return year(from), year(to)
}
