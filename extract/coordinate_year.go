package extract

import "strings"

// yearByYear returns the years that a clause's numbers belong to one by one:
// 2023年、2024年、2025年，营业收入分别达到180亿元、230亿元、300亿元.
func yearByYear(p *passage, cl *clause) []calendar {
	ages := 0 // 到2022年和2030年，15岁以上人群吸烟率分别低于24.5%和20%
	for ages < len(cl.slots) && cl.slots[ages].q.dimension == "age" {
		ages++
	}
	k := len(cl.slots) - ages
	if k < 2 {
		return nil
	}
	s := p.sentence(cl.Start)
	var run []calendar
	for _, d := range p.dates {
		if d.Start < s.Start || d.End > cl.slots[0].q.Start || d.edtf == "" {
			continue
		}
		if len(run) > 0 && strings.Trim(p.flow.Text[run[len(run)-1].End:d.Start], "、和") != "" {
			run = nil
		}
		run = append(run, d)
	}
	if len(run) == 1 && k > 2 && strings.Contains(p.flow.Text[cl.Start:cl.slots[ages].q.Start], "分别") {
		run = eachYear(run[0])
	}
	if len(run) != k {
		return nil
	}
	for range ages {
		run = append(run[:1:1], run...)
	}
	return run
}

// eachYear returns a span of years as one time for each of them: 2023—2025年分别达到….
func eachYear(d calendar) []calendar {
	first, last := edtfYears(d.edtf)
	if d.rule == "date_plan_period" || last <= first || last-first > 9 {
		return nil
	}
	var out []calendar
	for year := first; year <= last; year++ {
		one := d
		one.edtf = itoa(year)
		out = append(out, one)
	}
	return out
}
