package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"suyuan/extract"
)

const report = "# 一、回顾\n2025年，高新技术企业达到800家，研发投入占比1.8%。\n某市科技局牵头。\n"

// shelf is a store of two documents of two regions.
func shelf(t *testing.T) *Store {
	s := fresh(t)
	saved(t, s, entry("plans/a.txt", plan))
	saved(t, s, reporting("reports/b.txt"))
	return s
}

func reporting(name string) Entry {
	e := entry(name, report)
	e.Records.About.Region, e.Records.About.Status = "另市", "final"
	e.Records.About.Evidence = slices.Insert(e.Records.About.Evidence, 1, extract.Evidence{Role: extract.RoleStatus, Span: e.Records.About.Evidence[0].Span})
	for _, f := range e.Records.Figures {
		f.Kind, f.IndicatorID = "actual", "rd_intensity"
	}
	return e
}

// all returns what a filter wants, a word a record.
func all(t *testing.T, s *Store, f Filter) string {
	t.Helper()
	var words []string
	for r, err := range s.Records(ctx, f) {
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, r.Type[:2]+":"+r.Quote)
	}
	return strings.Join(words, " ")
}

func TestRecords(t *testing.T) {
	s := shelf(t)
	for _, c := range []struct {
		f    Filter
		want string
	}{
		{Filter{Types: []string{"figure"}}, "fi:600 fi:1.5 fi:600 fi:1.5 fi:１２ fi:3 fi:800 fi:1.8"},
		{Filter{Types: []string{"figure"}, Limit: 3, Offset: 1}, "fi:1.5 fi:600 fi:1.5"},
		{Filter{Types: []string{"figure"}, Limit: 3, Offset: 7}, "fi:1.8"},
		{Filter{Regions: []string{"另"}}, "do:一、回顾 da:2025年 fi:800 fi:1.8 de:市科技局"},
		{Filter{Paths: []string{"reports/"}, Types: []string{"department", "date"}}, "da:2025年 de:市科技局"},
		{Filter{Paths: []string{"reports/b.txt"}, Types: []string{"date"}}, "da:2025年"},
		{Filter{Paths: []string{"report"}}, ""},
		{Filter{Statuses: []string{"final"}, Kinds: []string{"actual"}}, "fi:800 fi:1.8"},
		{Filter{Kinds: []string{"actual"}}, "fi:3 fi:800 fi:1.8"},
		{Filter{Indicators: []string{"研发强度"}}, "fi:800 fi:1.8"},         // an alias
		{Filter{Indicators: []string{"大桥"}}, ""},                        // no name has it
		{Filter{Indicators: []string{"研发投入占"}}, "fi:1.5 fi:1.5 fi:1.8"}, // a part of the name
		{Filter{Years: []int{2025}, Regions: []string{"另市"}}, "da:2025年 fi:800 fi:1.8"},
		{Filter{Years: []int{2024}}, ""},
		{Filter{Rules: []string{"bureau", "named"}}, "pr:𠮷林路科技大桥工程 de:市科技局 de:市科技局"},
		{Filter{Contains: "大桥"}, "pr:𠮷林路科技大桥工程"},
		{Filter{Contains: "高新", Years: []int{2025}, Limit: 2}, "fi:600 fi:600"},
		{Filter{DocumentID: 2, Types: []string{"document"}}, "do:一、回顾"},
		{Filter{Verdicts: []string{"reviewed"}}, ""},
		{Filter{Verdicts: []string{"unreviewed"}, Rules: []string{"named"}}, "pr:𠮷林路科技大桥工程"},
	} {
		if got := all(t, s, c.f); got != c.want {
			t.Errorf("%+v:\ngot  %s\nwant %s", c.f, got, c.want)
		}
		n, err := s.Count(ctx, c.f)
		c.f.Limit, c.f.Offset = 0, 0
		if want := len(strings.Fields(all(t, s, c.f))); n != want || err != nil {
			t.Errorf("%+v: counted %d (%v), want %d", c.f, n, err, want)
		}
	}
}

// A caller asks the store for more while it iterates.
func TestRecordsLeavesTheStoreFree(t *testing.T) {
	s := shelf(t)
	n := 0
	for r, err := range s.Records(ctx, Filter{Evidence: true}) {
		if err != nil {
			t.Fatal(err)
		}
		evidence, err := s.Evidence(ctx, r.ID)
		if err != nil || len(evidence) == 0 || fmt.Sprint(evidence) != fmt.Sprint(r.Evidence) {
			t.Errorf("%s: %v, %v", r.Quote, evidence, err)
		}
		n++
	}
	if n != 16 {
		t.Errorf("%d records", n)
	}
}

// A record is what its row of the view is.
func TestRecord(t *testing.T) {
	s := shelf(t)
	id := value(t, s, "SELECT record_id FROM v_figures WHERE quote = '１２'").(int64)
	key := value(t, s, "SELECT record_key FROM v_figures WHERE quote = '１２'").(string)
	for _, name := range []string{fmt.Sprint(id), key, key[:6]} {
		r, err := s.Record(ctx, name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		view := value(t, s, `SELECT record_key || path || section || statement || char_start || '-' || char_end || '-' || byte_start || '-' || byte_end || '-' || line || quote || rule || confidence ||
			indicator || indicator_id || value || comparator || unit || CAST(value_base AS INTEGER) || unit_base || measure || kind || coalesce(time, '') FROM v_figures WHERE quote = '１２'`)
		f := r.Figure
		got := fmt.Sprint(r.Key, r.Path, r.Section, r.Statement, r.CharStart, "-", r.CharEnd, "-", r.ByteStart, "-", r.ByteEnd, "-", r.Line, r.Quote, r.Rule, r.Confidence,
			f.Indicator, f.IndicatorID, "12.0", f.Comparator, f.Unit, int64(f.ValueBase), f.UnitBase, f.Measure, f.Kind, f.Time)
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(view.(string), " ", "") {
			t.Errorf("got  %s\nview %s", got, view)
		}
		if at := r.ByteStart - r.StatementStart; r.Statement[at:at+len(r.Quote)] != r.Quote {
			t.Errorf("the quote is not at byte %d of %q", at, r.Statement)
		}
	}
	for _, name := range []string{"", "0", "9999", "zzzz", key[:3], key + "0"} {
		if _, err := s.Record(ctx, name); !errors.Is(err, ErrNoRecord) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestDocuments(t *testing.T) {
	s := shelf(t)
	documents, err := s.Documents(ctx, Filter{})
	if err != nil || len(documents) != 2 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	d := documents[0]
	if d.Path != "plans/a.txt" || d.Region != "某市" || d.Figures != 6 || d.Targets != 5 || d.Dates != 2 || d.Departments != 1 || d.Projects != 1 || d.Numerals != 8 || d.Reviewed != 0 {
		t.Errorf("%+v", d)
	}
	one, err := s.Document(ctx, "reports/b.txt")
	if err != nil || one != documents[1] {
		t.Errorf("%+v, %v", one, err)
	}
	if one, err = s.Document(ctx, "2"); err != nil || one != documents[1] {
		t.Errorf("%+v, %v", one, err)
	}
	if _, err = s.Document(ctx, "b.txt"); !errors.Is(err, ErrNoDocument) {
		t.Errorf("%v", err)
	}
	if few, err := s.Documents(ctx, Filter{Regions: []string{"另市"}}); err != nil || len(few) != 1 {
		t.Errorf("%v, %v", few, err)
	}
	blocks, err := s.Blocks(ctx, d.ID)
	text := ""
	for _, b := range blocks {
		text += b.Text
	}
	if err != nil || text != plan {
		t.Errorf("the blocks join to %q, %v", text, err)
	}
	numerals, err := s.Numerals(ctx, d.ID)
	if err != nil || len(numerals) != 8 || numerals[0].Disposition != "date" {
		t.Errorf("%+v, %v", numerals, err)
	}
	links, err := s.Links(ctx, d.ID)
	if err != nil || len(links) != 1 || links[0].Role != "figure" {
		t.Errorf("%+v, %v", links, err)
	}
}

// The records of a sentence have it once in memory: of a line without a full stop it
// is long, and many stand in it. One that lies outside its block is damage that
// verify names, and no sentence of another place.
func TestRecordsShareTheirStatement(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	s := opened(t, path)
	saved(t, s, entry("a.txt", plan))
	statements := func() (all []string) {
		for r, err := range s.Records(ctx, Filter{Types: []string{"figure"}}) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r.Statement)
		}
		return all
	}
	all := statements()
	if all[0] != all[1] || unsafe.StringData(all[0]) != unsafe.StringData(all[1]) || !strings.HasPrefix(all[0], "到2025年") {
		t.Errorf("%q and %q are not one in memory", all[0], all[1])
	}
	run(t, path, "UPDATE records SET statement_end = 99999 WHERE id = (SELECT min(record_id) FROM v_figures)")
	if got := statements(); got[0] != "" || got[1] != all[1] {
		t.Errorf("outside its block it is %q, the next one %q", got[0], got[1])
	}
}
