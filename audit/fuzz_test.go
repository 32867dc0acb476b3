package audit_test

import (
	"fmt"
	"reflect"
	"testing"

	"suyuan/audit"
	"suyuan/batch"
	"suyuan/extract"
	"suyuan/source"
	"suyuan/store"
)

// unstored makes the material of a text without a database.
func unstored(document *source.Document, r *extract.Records) *audit.Material {
	m := &audit.Material{Text: document.Text}
	ids := map[*extract.Record]int64{}
	add := func(one *extract.Record, kind string) *store.Record {
		ids[one] = int64(len(ids) + 1)
		m.Records = append(m.Records, store.Record{ID: ids[one], Key: fmt.Sprint(kind, one.Span), Type: kind,
			Section: extract.Section(document, one.Section), Statement: document.Quote(one.Statement), StatementStart: one.Statement.Start,
			ByteStart: one.Span.Start, ByteEnd: one.Span.End, Quote: document.Quote(one.Span), Rule: one.Rule})
		return &m.Records[len(m.Records)-1]
	}
	for _, f := range r.Figures {
		add(&f.Record, "figure").Figure = &store.Figure{Indicator: f.Indicator, IndicatorID: store.Text(f.IndicatorID), Value: f.Value, ValueMax: f.ValueMax,
			Comparator: f.Comparator, Unit: f.Unit, ValueBase: f.ValueBase, ValueBaseMax: f.ValueBaseMax, UnitBase: f.UnitBase, Measure: f.Measure,
			Per: store.Text(f.Per), Kind: f.Kind, Scope: store.Text(f.Scope), Time: store.Text(f.Time),
			TimeFirst: store.Year(f.TimeFirst), TimeLast: store.Year(f.TimeLast), Nature: store.Text(f.Nature)}
	}
	for _, d := range r.Dates {
		add(&d.Record, "date").Date = &store.Date{EDTF: d.EDTF}
	}
	for _, l := range r.Links {
		if ids[l.From] != 0 && ids[l.To] != 0 {
			m.Links = append(m.Links, store.Link{RecordID: ids[l.From], LinkedID: ids[l.To], Role: l.Role})
		}
	}
	m.About.IssuedOn, m.About.Period, m.About.Region = store.Text(r.About.IssuedOn), store.Text(r.About.Period), store.Text(r.About.Region)
	return m
}

// FuzzFindings: any text, no panic, twice the same findings, each with records of
// the text and a key that no other has.
func FuzzFindings(f *testing.F) {
	for _, c := range audit.Checks() {
		for _, text := range append(c.Match, c.Reject...) {
			plain, _ := unmarked(text)
			f.Add(plain)
		}
	}
	f.Add("2020年研发投入0亿元，占地区生产总值比重0%。到2025年研发投入年均增长0%，占比达到0%。增长-100%，由0家增加到0家，增长0倍，翻一番。")
	f.Add("“十四五”（9999-0001年）三年行动计划（2025—2023年）(-2025年)，共0项，其中0项、99999999999999999999999999亿元。")
	f.Add("由1家增加到99999999999999999999999999999999999999999家，年均增长1%，是1900年的0.0000000000000000001倍。")
	lexicon := words(f)
	auditor := audit.New(lexicon)
	f.Fuzz(func(t *testing.T, text string) {
		document, err := source.ReadBytes("fuzz.txt", []byte(text))
		if err != nil {
			t.Skip()
		}
		records, err := batch.Extract(document, lexicon)
		if err != nil {
			t.Skip()
		}
		m := unstored(document, records)
		found := auditor.Findings(m)
		if again := auditor.Findings(m); !reflect.DeepEqual(found, again) {
			t.Errorf("two runs over %q differ:\n%v\n%v", text, found, again)
		}
		keys := map[string]bool{}
		for _, one := range found {
			if keys[one.Key] || len(one.Records) == 0 || one.Message == "" || one.MessageEN == "" {
				t.Errorf("%q: %+v has a key that another has, no record or no message", text, one)
			}
			keys[one.Key] = true
		}
	})
}
