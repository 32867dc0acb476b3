package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"suyuan/batch"
	"suyuan/export"
	"suyuan/extract"
	"suyuan/store"
)

// plan has what other programs stumble over: a sentence that Excel would take for
// a formula, a character beyond the BMP before a number, quotes and line breaks.
const plan = "# 一、发展目标\n\n" +
	"=SUM(1)，到2025年，全市高新技术企业达到600家以上。\n\n" +
	"𠮷林路一带“专精特新”企业\r\n达到\"30\"家，研发投入占比为1.5%，由市科技局牵头实施北斗创新平台建设工程。\n"

// plans returns a database of the plan and of a seed, with a finding and a verdict.
func plans(t *testing.T) *store.Store {
	t.Helper()
	dir := t.TempDir()
	seed, err := os.ReadFile("../seeds/004_2bdc0bcdbbb894b5.txt")
	if err := errors.Join(err, os.WriteFile(dir+"/plan.md", []byte(plan), 0o600), os.WriteFile(dir+"/seed.txt", seed, 0o600)); err != nil {
		t.Fatal(err)
	}
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "t.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	found := batch.Find([]string{dir}, s.Path(), batch.Patterns{})
	if _, err := batch.Run(t.Context(), s, found, batch.Options{Lexicon: lexicon}); err != nil {
		t.Fatal(err)
	}
	key := ask(t, s, "SELECT record_key FROM v_figures WHERE path LIKE '%plan.md' AND quote = '600'")
	if _, err := s.Judge(t.Context(), store.Judgement{RecordKey: key, Verdict: store.Right, Reviewer: "李", Note: "=1+1", At: time.Unix(1e9, 0)}); err != nil {
		t.Fatal(err)
	}
	return s
}

func ask(t *testing.T, s *store.Store, query string) (answer string) {
	t.Helper()
	rows, err := s.Query(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	if !rows.Next() {
		t.Fatalf("nothing found: %s", query)
	}
	if err := rows.Scan(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// write writes a format and returns what it wrote.
func write(t *testing.T, s *store.Store, name string, f store.Filter) (out []byte, n int, err error) {
	t.Helper()
	for _, format := range export.Formats() {
		if format.Name == name {
			var b bytes.Buffer
			n, err = format.Write(t.Context(), &b, s, f)
			return b.Bytes(), n, err
		}
	}
	t.Fatalf("no format %s", name)
	return nil, 0, nil
}

func must(t *testing.T, s *store.Store, name string, f store.Filter) []byte {
	t.Helper()
	out, n, err := write(t, s, name, f)
	if err != nil || n == 0 {
		t.Fatalf("%s: %d, %v", name, n, err)
	}
	return out
}

func TestCSV(t *testing.T) {
	s := plans(t)
	out := must(t, s, "csv", store.Filter{})
	text, ok := strings.CutPrefix(string(out), "\ufeff")
	if !ok {
		t.Error("Excel wants a byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rows)-1, ask(t, s, "SELECT count(*) FROM v_figures"); want != itoa(got) {
		t.Errorf("%d figures, v_figures has %s", got, want)
	}
	row := map[string]string{}
	for i, name := range rows[0] {
		row[name] = rows[1][i]
	}
	want := map[string]string{"quote": "600", "value": "600", "comparator": ">=", "unit": "家", "value_max": "", "time_last": "2025",
		"verdict": "right", "reviewer": "李", "note": "'=1+1", "statement": "'=SUM(1)，到2025年，全市高新技术企业达到600家以上。"}
	for name, value := range want {
		if row[name] != value {
			t.Errorf("%s is %q, not %q", name, row[name], value)
		}
	}
	for _, view := range []string{"figure", "date", "department", "project"} {
		out := must(t, s, "csv", store.Filter{Types: []string{view}})
		head, _, _ := strings.Cut(strings.TrimPrefix(string(out), "\ufeff"), "\r\n")
		columns := ask(t, s, "SELECT group_concat(name) FROM pragma_table_info('v_"+view+"s')")
		if head != columns+",verdict,note,reviewer" {
			t.Errorf("the columns of %s are\n%s, those of its view\n%s", view, head, columns)
		}
	}
	if _, _, err := write(t, s, "csv", store.Filter{Types: []string{"figure", "date"}}); err == nil {
		t.Error("two types in one CSV")
	}
}

func itoa(n int) string {
	b, _ := json.Marshal(n)
	return string(b)
}

func TestXLSX(t *testing.T) {
	s := plans(t)
	book, err := excelize.OpenReader(bytes.NewReader(must(t, s, "xlsx", store.Filter{})))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got, want := strings.Join(book.GetSheetList(), " "), "指标数据 日期 责任单位 项目 疑点 原句"; got != want {
		t.Errorf("sheets %s, not %s", got, want)
	}
	for sheet, view := range map[string]string{"指标数据": "v_figures", "日期": "v_dates", "责任单位": "v_departments", "项目": "v_projects"} {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if want := ask(t, s, "SELECT count(*) FROM "+view); want != itoa(len(rows)-1) {
			t.Errorf("%s has %d rows, %s %s", sheet, len(rows)-1, view, want)
		}
		if panes, err := book.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("the head of %s does not stay: %+v, %v", sheet, panes, err)
		}
		if tables, err := book.GetTables(sheet); err != nil || len(tables) != 1 {
			t.Errorf("%s has no filters: %v, %v", sheet, tables, err)
		}
	}
	link, err := book.GetCellFormula("指标数据", "A2")
	if err != nil || link != `HYPERLINK("#'原句'!A2","→ 2")` {
		t.Errorf("link %s, %v", link, err)
	}
	sentence, err := book.GetCellValue("原句", "E2")
	if formula, _ := book.GetCellFormula("原句", "E2"); err != nil || formula != "" || sentence != "=SUM(1)，到2025年，全市高新技术企业达到600家以上。" {
		t.Errorf("the sentence is %q, formula %q, %v", sentence, formula, err)
	}
}

func TestWebAnnotation(t *testing.T) {
	s := plans(t)
	var page struct {
		Items []struct {
			ID     string
			Body   []struct{ Type, Value string }
			Target struct {
				Source   struct{ ID, Path string }
				Selector []struct {
					Type                  string
					Start, End            int
					Exact, Prefix, Suffix string
				}
			}
		}
	}
	if err := json.Unmarshal(must(t, s, "webannotation", store.Filter{}), &page); err != nil {
		t.Fatal(err)
	}
	if want := ask(t, s, "SELECT count(*) FROM v_records"); want != itoa(len(page.Items)) {
		t.Errorf("%d annotations of %s records", len(page.Items), want)
	}
	texts := map[string][]rune{}
	for _, a := range page.Items {
		path := a.Target.Source.Path
		if texts[path] == nil {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts[path] = []rune(string(text))
		}
		text, at, quote := texts[path], a.Target.Selector[0], a.Target.Selector[1]
		if got := string(text[at.Start:at.End]); got != quote.Exact || at.Type != "TextPositionSelector" || quote.Type != "TextQuoteSelector" {
			t.Errorf("%s: %q stands where %q should", a.ID, got, quote.Exact)
		}
		around := quote.Prefix + quote.Exact + quote.Suffix
		if got := string(text[max(0, at.Start-32):min(len(text), at.End+32)]); got != around {
			t.Errorf("%s: around it stands %q, not %q", a.ID, got, around)
		}
		if !strings.HasPrefix(a.Target.Source.ID, "ni:///sha-256;") || a.Body[0].Value == "" {
			t.Errorf("%s: source %s, type %s", a.ID, a.Target.Source.ID, a.Body[0].Value)
		}
	}
}

func TestDatasette(t *testing.T) {
	s := plans(t)
	type table struct {
		Columns map[string]string
		Facets  []string
		Label   string `json:"label_column"`
		Hidden  bool
	}
	var metadata struct {
		Databases map[string]struct {
			Tables  map[string]table
			Queries map[string]struct{ SQL string }
		}
	}
	if err := json.Unmarshal(must(t, s, "datasette", store.Filter{}), &metadata); err != nil {
		t.Fatal(err)
	}
	d, ok := metadata.Databases["t"]
	if !ok {
		t.Fatalf("the database is called otherwise: %v", metadata.Databases)
	}
	for name, of := range d.Tables {
		columns := strings.Split(ask(t, s, "SELECT group_concat(name) FROM pragma_table_info('"+name+"')"), ",")
		has := map[string]bool{}
		for _, c := range columns {
			has[c] = true
		}
		for _, c := range append(of.Facets, of.Label) {
			if c != "" && !has[c] {
				t.Errorf("%s has no column %s", name, c)
			}
		}
		for c := range of.Columns {
			if !has[c] {
				t.Errorf("%s has no column %s, which is described", name, c)
			}
		}
	}
	if got := d.Tables["v_figures"].Columns["indicator"]; got != "what is measured, as the document names it; empty where it gives no name" {
		t.Errorf("v_figures.indicator: %q", got)
	}
	if d.Tables["documents"].Label != "title" || !d.Tables["numerals"].Hidden {
		t.Errorf("labels and hidden tables: %+v, %+v", d.Tables["documents"], d.Tables["numerals"])
	}
	for name, q := range d.Queries {
		for _, parameter := range []string{":indicator_id", ":record_id"} {
			q.SQL = strings.ReplaceAll(q.SQL, parameter, "1")
		}
		if rows, err := s.Query(t.Context(), q.SQL); err != nil {
			t.Errorf("query %s: %v", name, err)
		} else {
			rows.Close()
		}
	}
	for name, of := range d.Tables {
		if !of.Hidden { // as the search index is, which can only be searched
			ask(t, s, "SELECT count(*) FROM "+name)
		}
	}
}

// The copy is a whole database, made while another process holds the original.
func TestSQLite(t *testing.T) {
	s := plans(t)
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path, must(t, s, "sqlite", store.Filter{}), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := store.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	for _, view := range []string{"v_figures", "v_evidence", "v_reviews", "v_texts"} {
		query := "SELECT count(*) FROM " + view
		if got, want := ask(t, again, query), ask(t, s, query); got != want || want == "0" {
			t.Errorf("%s has %s rows, the original %s", view, got, want)
		}
	}
	for _, file := range []string{path + "-wal", path + "-journal"} {
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%s stands beside the copy", file)
		}
	}
	if _, _, err := write(t, s, "sqlite", store.Filter{Types: []string{"date"}}); err == nil {
		t.Error("a filter was taken by a format that knows none")
	}
}
