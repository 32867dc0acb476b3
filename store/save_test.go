package store

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"suyuan/extract"
	"suyuan/source"
)

func TestSave(t *testing.T) {
	s := fresh(t)
	got := saved(t, s, entry("a.txt", plan))
	want := Summary{DocumentID: 1, Path: "a.txt", Title: "一、发展目标", Region: "某市", Figures: 6, Targets: 5, Dates: 2, Departments: 1, Projects: 1, Numerals: 8}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if text := value(t, s, "SELECT text FROM v_texts"); text != plan {
		t.Errorf("text %q", text)
	}
	for _, view := range []string{"v_figures", "v_targets", "v_dates", "v_departments", "v_projects", "v_numerals"} {
		wrong := value(t, s, `SELECT count(*) FROM `+view+` r JOIN v_texts t USING (document_id)
			WHERE substr(t.text, char_start + 1, char_end - char_start) IS NOT r.quote
			OR substr(CAST(t.text AS BLOB), byte_start + 1, byte_end - byte_start) IS NOT CAST(r.quote AS BLOB)`)
		if wrong != int64(0) {
			t.Errorf("%s: %d quotes are not in their place", view, wrong)
		}
	}
}

// The row of the number behind a character outside the basic plane, a full-width
// digit itself, in a text with a BOM and CRLF.
func TestFigureRow(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	at := strings.Index(plan, "１２")
	chars := len([]rune(plan[:at]))
	got := value(t, s, `SELECT quote || '|' || char_start || '|' || char_end || '|' || byte_start || '|' || byte_end || '|' || line || '|' ||
		section || '|' || value || unit || '|' || CAST(value_base AS INTEGER) || unit_base || '|' || coalesce(scope, 'null') FROM v_figures WHERE unit = '亿元'`)
	want := fmt.Sprintf("１２|%d|%d|%d|%d|5|二、重点任务|12.0亿元|1200000000元|null", chars, chars+2, at, at+6)
	if got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	page := value(t, s, "SELECT page FROM v_evidence WHERE quote = '１２'")
	if page != int64(2) {
		t.Errorf("page %v", page)
	}
}

func TestSaveTwiceChangesNothing(t *testing.T) {
	s := fresh(t)
	first := saved(t, s, entry("a.txt", plan))
	if again := saved(t, s, entry("a.txt", plan)); again != first {
		t.Errorf("again %+v, first %+v", again, first)
	}
	id := first.DocumentID
	at, err := s.Standing(ctx, "a.txt", entry("a.txt", plan).Document.Sum, "rules-1")
	if want := (Standing{Path: id, Content: id, Current: true}); at != want || err != nil {
		t.Errorf("found %+v, %v", at, err)
	}
	if changed, err := s.Attach(ctx, "a.txt", id); changed || err != nil {
		t.Errorf("attached: %v, %v", changed, err)
	}
}

func TestOneContentUnderTwoPaths(t *testing.T) {
	s := fresh(t)
	e := entry("b.txt", plan)
	e.Paths = []string{"c.txt"}
	first := saved(t, s, e)
	if got := saved(t, s, entry("a.txt", plan)); got.DocumentID != first.DocumentID || got.Path != "a.txt" {
		t.Errorf("%+v", got)
	}
	if changed, err := s.Attach(ctx, "d.txt", first.DocumentID); !changed || err != nil {
		t.Errorf("attached: %v, %v", changed, err)
	}
	if got := value(t, s, "SELECT group_concat(path, ' ') FROM (SELECT path FROM v_paths ORDER BY path)"); got != "a.txt b.txt c.txt d.txt" {
		t.Errorf("paths %v", got)
	}
	if got := value(t, s, "SELECT count(*) FROM v_figures"); got != int64(6) {
		t.Errorf("%v figures", got)
	}
}

func TestChangedFile(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	run := "INSERT INTO reviews (record_key, verdict, judged, reviewer, at) SELECT record_key, 'right', '{}', '王', '2024-02-02' FROM v_figures"
	if _, err := s.db.Exec(run); err != nil {
		t.Fatal(err)
	}
	saved(t, s, entry("copy.txt", plan))
	changed := "到2026年，高新技术企业达到700家。\n"
	saved(t, s, entry("a.txt", changed))
	if got := value(t, s, "SELECT count(*) FROM v_figures WHERE path = 'copy.txt'"); got != int64(6) {
		t.Errorf("the copy has %v figures", got)
	}
	saved(t, s, entry("copy.txt", changed))
	if got := value(t, s, "SELECT group_concat(quote) FROM v_figures"); got != "700" {
		t.Errorf("figures %v", got)
	}
	for _, table := range []string{"documents", "v_texts", "blocks"} {
		if got := value(t, s, "SELECT count(*) FROM "+table); got != int64(1) {
			t.Errorf("%v rows in %s", got, table)
		}
	}
	if got := value(t, s, "SELECT count(*) FROM v_reviews"); got != int64(6) {
		t.Errorf("%v reviews kept", got)
	}
}

func TestOtherRules(t *testing.T) {
	s := fresh(t)
	first := saved(t, s, entry("a.txt", plan))
	e := entry("a.txt", plan)
	e.Ruleset = "rules-2"
	e.Records.Departments, e.Records.About = nil, extract.About{Region: "另市"}
	if at, _ := s.Standing(ctx, "a.txt", e.Document.Sum, e.Ruleset); at.Current || at.Content == 0 {
		t.Errorf("other rules are taken for the same, or the content is not found: %+v", at)
	}
	got := saved(t, s, e)
	if got.DocumentID != first.DocumentID || got.Figures != 6 || got.Departments != 0 || got.Region != "另市" || got.Title != "" {
		t.Errorf("%+v", got)
	}
	if n := value(t, s, "SELECT count(*) FROM records WHERE type = 'document'"); n != int64(0) {
		t.Errorf("%v records of the old title", n)
	}
}

func TestFail(t *testing.T) {
	s := fresh(t)
	fail := func(f Failure) {
		t.Helper()
		if err := s.Fail(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	failures := func() any {
		return value(t, s, "SELECT coalesce(group_concat(path || ' ' || stage || ' ' || (sha256 IS NULL)), '') FROM v_failures")
	}
	fail(Failure{Path: "a.txt", Stage: "read", Message: "no such file", At: when})
	fail(Failure{Path: "a.txt", Stage: "extract", Sum: [32]byte{1}, Message: "took too long", At: when})
	if got := failures(); got != "a.txt extract 0" {
		t.Errorf("failures %v", got)
	}
	saved(t, s, entry("a.txt", plan))
	if got := failures(); got != "" {
		t.Errorf("failures after a success %v", got)
	}
	fail(Failure{Path: "a.txt", Stage: "read", Message: "cannot be read", At: when})
	if got := value(t, s, "SELECT count(*) FROM v_documents"); got != int64(1) {
		t.Error("a document of unknown state is gone")
	}
	fail(Failure{Path: "a.txt", Stage: "read", Sum: [32]byte{2}, Message: "not UTF-8", At: when})
	if got := value(t, s, "SELECT count(*) FROM v_documents"); got != int64(0) {
		t.Error("the records of content that is no more linger")
	}
}

func TestSaveRefuses(t *testing.T) {
	span := func(from, to int) extract.Record {
		return extract.Record{Span: source.Span{Start: from, End: to}, Statement: source.Span{Start: from, End: to}, Rule: "quantity"}
	}
	cases := map[string]func(*Entry){
		"run over the end of their block": func(e *Entry) { e.Records.Dates = append(e.Records.Dates, &extract.Date{Record: span(3, 60)}) },
		"cut a character in two":          func(e *Entry) { e.Records.Dates = append(e.Records.Dates, &extract.Date{Record: span(6, 8)}) },
		"no stretch of a text":            func(e *Entry) { e.Records.Figures[0].Evidence[0].Span = source.Span{Start: 9, End: 9} },
		"twice or out of order":           func(e *Entry) { e.Records.Numerals = append(e.Records.Numerals, e.Records.Numerals[0]) },
		"none of the document's":          func(e *Entry) { e.Records.Links[0].To = &extract.Record{Rule: "quantity"} },
		"stands out of order":             func(e *Entry) { slices.Reverse(e.Records.Figures[0].Evidence) },
		"do not join to the text":         func(e *Entry) { e.Outline.Blocks[1].Span.Start++ },
		"the text at":                     func(e *Entry) { e.Outline.Blocks = e.Outline.Blocks[:2] },
	}
	for message, damage := range cases {
		t.Run(message, func(t *testing.T) {
			s := fresh(t)
			e := entry("a.txt", plan)
			damage(&e)
			_, err := save(ctx, s, e)
			if err == nil || !strings.Contains(err.Error(), message) || !strings.Contains(err.Error(), "a.txt") {
				t.Errorf("error %v", err)
			}
			if got := value(t, s, "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM blocks) + (SELECT count(*) FROM paths)"); got != int64(0) {
				t.Errorf("%v rows stayed behind", got)
			}
		})
	}
}

// The triggers, without the program in front of them.
func TestDatabaseRefusesAWrongQuote(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	for _, statement := range []string{
		"UPDATE records SET quote = '700' WHERE quote = '600'",
		"UPDATE records SET byte_start = byte_start + 1 WHERE quote = '600'",
		"UPDATE records SET byte_start = byte_start - 1000 WHERE quote = '600'",
		"UPDATE records SET block_id = block_id + 1 WHERE quote = '600'",
		"UPDATE records SET block_id = 99 WHERE quote = '600'",
		"UPDATE records SET quote = quote || x'00' WHERE quote = '600'",
		"UPDATE blocks SET text = replace(text, '600', '700')",
		"UPDATE blocks SET char_start = char_start + 1",
		"UPDATE blocks SET line = line + 1",
	} {
		if _, err := s.db.Exec(statement); err == nil || !strings.Contains(err.Error(), "text") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	if _, err := s.db.Exec("UPDATE records SET quote = quote, line = line"); err != nil {
		t.Error(err)
	}
}

// Rows that Prepare leaves to Save are the same, and so are those that are saved again.
func TestRowsMadeLate(t *testing.T) {
	defer func(all int) { madeAhead = all }(madeAhead)
	e := entry("a.txt", strings.Repeat(plan, 20))
	var want string
	for _, madeAhead = range []int{madeAhead, 500, 0} {
		s := fresh(t)
		rows, err := Prepare(e)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(rows.room.made); n > madeAhead || n < min(400, madeAhead) {
			t.Errorf("%d values are made ahead, of %d", n, madeAhead)
		}
		for range 2 {
			if _, err := s.Save(ctx, rows); err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := s.Dump(ctx, &b); err != nil {
				t.Fatal(err)
			}
			if want == "" {
				want = b.String()
			}
			if b.String() != want {
				t.Errorf("with %d values made ahead\n%s\nwith all\n%s", madeAhead, b.String(), want)
			}
			if _, err := s.Forget(ctx, "a.txt"); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestInterruptedSave(t *testing.T) {
	s := fresh(t)
	e := entry("a.txt", strings.Repeat(plan, 2000))
	for _, after := range []time.Duration{0, time.Millisecond, 20 * time.Millisecond} {
		ending, cancel := context.WithTimeout(ctx, after)
		if _, err := save(ending, s, e); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after %v: %v", after, err)
		}
		cancel()
		if got := value(t, s, "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM blocks)"); got != int64(0) {
			t.Errorf("after %v: %v rows stayed behind", after, got)
		}
	}
	saved(t, s, entry("a.txt", plan))
}

func TestOrderDoesNotMatter(t *testing.T) {
	texts := map[string]string{"a.txt": plan, "b.txt": plan + "到2030年，企业达到9家。\n", "c.txt": plan}
	dump := func(order ...string) string {
		s := fresh(t)
		for _, name := range order {
			saved(t, s, entry(name, texts[name]))
		}
		var b strings.Builder
		if err := s.Dump(ctx, &b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	one, other := dump("a.txt", "b.txt", "c.txt"), dump("c.txt", "b.txt", "a.txt")
	if one != other {
		t.Errorf("one order:\n%s\nthe other:\n%s", one, other)
	}
}

// Every view, its columns in their order, read by another program.
func TestViewsInSqlite3(t *testing.T) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("sqlite3 is not installed: apt-get install sqlite3 to read the views by another program")
	}
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	s.Fail(ctx, Failure{Path: "b.txt", Stage: "read", Message: "empty", At: when})
	s.Close()
	record := "record_id,record_key,document_id,path,section,statement,char_start,char_end,byte_start,byte_end,line,quote,rule,confidence,"
	figure := record + "indicator,indicator_id,value,value_max,comparator,unit,value_base,value_base_max,unit_base,measure,per,kind,scope,time,time_first,time_last,nature"
	for view, columns := range map[string]string{
		"v_documents":        "document_id,path,sha256,media_type,encoding,reader,bytes,title,region,issuer,doc_number,issued_on,period,status,ingested_at,ruleset",
		"v_paths":            "document_id,path",
		"v_texts":            "document_id,text",
		"v_figures":          figure,
		"v_targets":          figure,
		"v_figures_reviewed": figure,
		"v_dates":            record + "edtf,first_day,last_day",
		"v_departments":      record + "name,canonical_name,role,task",
		"v_projects":         record + "name,category,status",
		"v_evidence":         "record_id,role,char_start,char_end,byte_start,byte_end,line,page,quote",
		"v_links":            "record_id,linked_id,role",
		"v_numerals":         "document_id,char_start,char_end,byte_start,byte_end,quote,disposition,record_id,reason",
		"v_failures":         "path,sha256,stage,message,at",
		"v_findings":         "finding_id,finding_key,kind,severity,message,message_en,arithmetic,document_id,record_ids",
		"v_reviews":          "record_key,finding_key,verdict,judged,corrected,stale,note,reviewer,at",
	} {
		out, err := exec.Command(program, "-readonly", "-csv", "-header", s.Path(), "SELECT "+columns+" FROM "+view).CombinedOutput()
		head, rows, _ := strings.Cut(string(out), "\n")
		empty := view == "v_findings" || view == "v_reviews"
		if err != nil || !empty && (strings.TrimSpace(head) != columns || rows == "") {
			t.Errorf("%s: %v, %s", view, err, out)
		}
	}
}

// Two ingests on one database take turns, document by document.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	done := make(chan error)
	for writer := range 2 {
		go func() {
			s, err := Open(ctx, path)
			for i := 0; i < 20 && err == nil; i++ {
				// Half of the documents are the other one's as well.
				_, err = save(ctx, s, entry(fmt.Sprintf("%d-%d.txt", writer, i), fmt.Sprintf("%s第%d号\n", plan, i+10*writer)))
			}
			if err == nil {
				err = s.Close()
			}
			done <- err
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	s := opened(t, path)
	all, err := s.Summaries(ctx)
	if err != nil || len(all) != 30 {
		t.Errorf("%d documents, %v", len(all), err)
	}
	if _, r := verified(t, s); r.Faults > 0 {
		t.Errorf("%+v", r)
	}
}

// A value that is the same as the one above it is taken from there.
func TestValuesAboveAreTaken(t *testing.T) {
	v := values{columns: 4}
	for range 2 {
		v.text("家", "企业"+strings.Repeat("数", len(v.all)))
		v.number(7000)
		v.decimal(0.9)
	}
	if got, want := fmt.Sprint(v.all), "[家 企业 7000 0.9 家 企业数数数数 7000 0.9]"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	v.all = slices.Grow(v.all, 400)
	if n := testing.AllocsPerRun(20, func() { v.text("家", "企业数数数数"); v.number(7000); v.decimal(0.9) }); n > 0 {
		t.Errorf("a row like the one above takes %v allocations", n)
	}
}
