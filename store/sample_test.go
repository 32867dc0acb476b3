package store

import (
	"context"
	"crypto/sha256"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

const plan = "\ufeff# 一、发展目标\r\n" +
	"到2025年，高新技术企业达到600家以上，\u3000研发投入占比1.5%。\r\n" +
	"到2025年，高新技术企业达到600家以上，\u3000研发投入占比1.5%。\r\n" +
	"# 二、重点任务\r\n" +
	"𠮷林路科技大桥工程投资１２亿元，下降3%（某市科技局牵头）。\r\n"

var ctx = context.Background()

var when = time.Date(2024, 2, 1, 8, 0, 0, 0, time.UTC)

// entry makes of a text what the pipeline would: a block a line, a figure of
// every number before 家, % and 亿元, a date of every year, a department of every
// 市…局, a project of every 大桥工程, a ledger of all numerals.
func entry(name, text string) Entry {
	d := &source.Document{Name: name, Text: text, Sum: sha256.Sum256([]byte(text)), Size: int64(len(text)),
		MediaType: "text/plain", Encoding: "utf-8", Reader: "text/1", Pages: []int{0, len(text) / 2}}
	o := lines(d)
	r := &extract.Records{}
	for _, b := range o.Blocks {
		find(o, b, r)
	}
	if len(o.Blocks) > 0 && strings.HasPrefix(d.Quote(o.Blocks[0].Body), "一、") {
		title := source.Span{Start: o.Blocks[0].Body.Start, End: o.Blocks[0].Body.End}
		r.About = extract.About{Title: d.Quote(title), Evidence: []extract.Evidence{{Role: extract.RoleTitle, Span: title}}}
	}
	if at := strings.Index(text, "某市"); at >= 0 {
		r.About.Region = "某市"
		r.About.Evidence = append(r.About.Evidence, extract.Evidence{Role: extract.RoleRegion, Span: source.Span{Start: at, End: at + len("某市")}})
	}
	return Entry{Document: d, Outline: o, Records: r, Ruleset: "rules-1", At: when}
}

func lines(d *source.Document) *segment.Outline {
	o := &segment.Outline{Document: d}
	var above *segment.Block
	at := 0
	for _, line := range strings.SplitAfter(d.Text, "\n") {
		if line == "" {
			continue
		}
		b := &segment.Block{Span: source.Span{Start: at, End: at + len(line)}, Parent: above}
		b.Body = source.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}
		if i := strings.Index(line, "# "); i >= 0 {
			b.Kind, b.Level, b.Parent = segment.Heading, 1, nil
			b.Body.Start += i + 2
			above = b
		}
		o.Blocks = append(o.Blocks, b)
		at += len(line)
	}
	return o
}

var (
	number = regexp.MustCompile(`([0-9０-９]+(?:\.[0-9]+)?)(家|%|亿元|年)?`)
	bureau = regexp.MustCompile(`市[^市，。（]{2,6}局`)
	bridge = regexp.MustCompile(`[^，。\s]{2,8}大桥工程`)
)

func find(o *segment.Outline, b *segment.Block, r *extract.Records) {
	text := o.Document.Text[b.Body.Start:b.Body.End]
	record := func(rule string, from, to int, evidence ...extract.Evidence) extract.Record {
		return extract.Record{Span: source.Span{Start: b.Body.Start + from, End: b.Body.Start + to}, Statement: b.Body,
			Section: b.Parent, Rule: rule, Confidence: 0.9, Evidence: evidence}
	}
	var year *extract.Date
	for _, m := range number.FindAllStringSubmatchIndex(text, -1) {
		span := source.Span{Start: b.Body.Start + m[2], End: b.Body.Start + m[3]}
		unit := ""
		if m[4] >= 0 {
			unit = text[m[4]:m[5]]
		}
		switch unit {
		case "":
			r.Numerals = append(r.Numerals, extract.Numeral{Span: span, Disposition: "set_aside", Reason: "ordinal"})
		case "年":
			year = &extract.Date{Record: record("year", m[0], m[1]), EDTF: text[m[2]:m[3]], FirstDay: text[m[2]:m[3]] + "-01-01", LastDay: text[m[2]:m[3]] + "-12-31"}
			year.Evidence = []extract.Evidence{{Role: extract.RoleValue, Span: year.Span}}
			r.Dates = append(r.Dates, year)
			r.Numerals = append(r.Numerals, extract.Numeral{Span: span, Disposition: "date", Record: &year.Record})
		default:
			from := strings.LastIndexAny(text[:m[2]], "，程") + len("，")
			name := source.Span{Start: b.Body.Start + from, End: span.Start}
			f := &extract.Figure{Record: record("quantity", m[2], m[3]), Indicator: o.Document.Quote(name), IndicatorID: "high_tech_firms", Comparator: "=", Unit: unit, Measure: "level", Kind: "target"}
			f.Value, _ = strconv.ParseFloat(strings.Map(narrow, text[m[2]:m[3]]), 64)
			if strings.HasSuffix(text[:m[2]], "下降") {
				f.Value, f.Measure, f.Kind = -f.Value, "growth", "actual"
			}
			f.ValueBase, f.UnitBase = f.Value, unit
			if unit == "亿元" {
				f.ValueBase, f.UnitBase = f.Value*1e8, "元"
			}
			f.Evidence = []extract.Evidence{{Role: extract.RoleIndicator, Span: name}, {Role: extract.RoleValue, Span: f.Span}, {Role: extract.RoleUnit, Span: source.Span{Start: b.Body.Start + m[4], End: b.Body.Start + m[5]}}}
			if year != nil {
				f.Time, f.TimeFirst, f.TimeLast = year.EDTF, 2025, 2025
				f.Evidence = append([]extract.Evidence{{Role: extract.RoleTime, Span: year.Span}}, f.Evidence...)
			}
			r.Figures = append(r.Figures, f)
			r.Numerals = append(r.Numerals, extract.Numeral{Span: span, Disposition: "figure", Record: &f.Record})
		}
	}
	for _, m := range bureau.FindAllStringIndex(text, -1) {
		d := &extract.Department{Record: record("bureau", m[0], m[1]), Name: text[m[0]:m[1]], CanonicalName: "某" + text[m[0]:m[1]], Role: "lead"}
		d.Evidence = []extract.Evidence{{Role: extract.RoleName, Span: d.Span}}
		r.Departments = append(r.Departments, d)
	}
	for _, m := range bridge.FindAllStringIndex(text, -1) {
		p := &extract.Project{Record: record("named", m[0], m[1]), Name: text[m[0]:m[1]], Category: "工程", Status: "planned"}
		p.Evidence = []extract.Evidence{{Role: extract.RoleName, Span: p.Span}}
		r.Projects = append(r.Projects, p)
		if n := len(r.Figures); n > 0 {
			r.Links = append(r.Links, extract.Link{From: &p.Record, To: &r.Figures[n-1].Record, Role: "figure"})
		}
	}
}

func narrow(r rune) rune {
	if r >= '０' && r <= '９' {
		return r - '０' + '0'
	}
	return r
}

func fresh(t testing.TB) *Store {
	t.Helper()
	return opened(t, filepath.Join(t.TempDir(), "suyuan.db"))
}

func opened(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// save prepares and saves a document.
func save(ctx context.Context, s *Store, e Entry) (Summary, error) {
	rows, err := Prepare(e)
	if err != nil {
		return Summary{}, err
	}
	return s.Save(ctx, rows)
}

func saved(t testing.TB, s *Store, e Entry) Summary {
	t.Helper()
	sum, err := save(context.Background(), s, e)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// value returns what a query gives in its first row and column.
func value(t testing.TB, s *Store, query string, args ...any) (v any) {
	t.Helper()
	if err := s.db.QueryRow(query, args...).Scan(&v); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return v
}

// builtin returns the ruleset of the built-in word lists.
func builtin(t testing.TB) string {
	t.Helper()
	l, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	return l.Ruleset()
}
