package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"suyuan/extract"
	"suyuan/source"
)

// keyOf returns the key of the first record with this quote.
func keyOf(t *testing.T, s *Store, quote string) string {
	t.Helper()
	return value(t, s, "SELECT record_key FROM v_records WHERE quote = '"+quote+"' ORDER BY record_id").(string)
}

func judged(t *testing.T, s *Store, quote, verdict, corrected string) Review {
	t.Helper()
	j := Judgement{RecordKey: keyOf(t, s, quote), Verdict: verdict, Reviewer: "王"}
	if corrected != "" {
		j.Corrected = json.RawMessage(corrected)
	}
	v, err := s.Judge(ctx, j)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestJudge(t *testing.T) {
	s := shelf(t)
	judged(t, s, "１２", Wrong, "")
	judged(t, s, "1.8", Corrected, `{ "unit": "个百分点", "time": "2026/2030" }`)
	judged(t, s, "800", Doubtful, "")
	judged(t, s, "800", Right, "")
	judged(t, s, "𠮷林路科技大桥工程", Corrected, `{"status":"ongoing"}`)
	for query, want := range map[string]any{
		"SELECT count(*) FROM v_figures_reviewed":                                                          int64(7),
		"SELECT unit || time || time_first || time_last || rule FROM v_figures_reviewed WHERE quote='1.8'": "个百分点2026/203020262030quantity",
		"SELECT unit || coalesce(time, '') FROM v_figures WHERE quote='1.8'":                               "%2025",
		"SELECT verdict FROM v_reviews WHERE quote='800'":                                                  "right",
		"SELECT count(*) FROM reviews":                                                                     int64(5),
		"SELECT corrected FROM v_reviews WHERE quote='1.8'":                                                `{"unit":"个百分点","time":"2026/2030"}`,
		"SELECT json_extract(judged, '$.unit') FROM v_reviews WHERE quote='1.8'":                           "%",
		"SELECT sum(stale) + sum(gone) FROM v_reviews":                                                     int64(0),
	} {
		if got := value(t, s, query); got != want {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
	if got := all(t, s, Filter{Verdicts: []string{"right", "wrong"}}); got != "fi:１２ fi:800" {
		t.Errorf("right and wrong: %s", got)
	}
	d, err := s.Document(ctx, "reports/b.txt")
	if err != nil || d.Reviewed != 2 || d.Wrong != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	r, err := s.Record(ctx, keyOf(t, s, "1.8"))
	if err != nil || r.Figure.Unit != "%" || r.Reviewed().Unit != "个百分点" || r.Review.Reviewer != "王" {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestJudgeRefuses(t *testing.T) {
	s := shelf(t)
	key := keyOf(t, s, "1.8")
	for want, j := range map[string]Judgement{
		"a record or a finding":            {Verdict: Right, Reviewer: "王"},
		"the name of its reviewer":         {RecordKey: key, Verdict: Right},
		`verdict "real"`:                   {RecordKey: key, Verdict: Real, Reviewer: "王"},
		"is not UTF-8":                     {RecordKey: key, Verdict: Right, Reviewer: "王\xff"},
		"no such record":                   {RecordKey: "0123456789", Verdict: Right, Reviewer: "王"},
		"no such finding":                  {FindingKey: "k", Verdict: Real, Reviewer: "王"},
		"has corrected fields":             {RecordKey: key, Verdict: Corrected, Reviewer: "王"},
		`unknown field "colour"`:           {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"colour":"red"}`)},
		"does not say this value":          {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"value":1.9}`)},
		"value_max 1 is less":              {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"value_max":1}`)},
		`kind "goal"`:                      {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"kind":"goal"}`)},
		"give years in EDTF":               {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"time":"soon"}`)},
		`indicator_id "mood"`:              {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"indicator_id":"mood"}`)},
		"indicator: it may not be empty":   {RecordKey: key, Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"indicator":" "}`)},
		`status "maybe"`:                   {RecordKey: keyOf(t, s, "𠮷林路科技大桥工程"), Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"status":"maybe"}`)},
		`edtf "2026" of the quote "2025年"`: {RecordKey: keyOf(t, s, "2025年"), Verdict: Corrected, Reviewer: "王", Corrected: json.RawMessage(`{"edtf":"2026"}`)},
	} {
		if _, err := s.Judge(ctx, j); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %s: %v", want, err)
		}
	}
	if n := value(t, s, "SELECT count(*) FROM reviews"); n != int64(0) {
		t.Errorf("%d reviews of what was refused", n)
	}
}

// A value that the quote does not say is taken as the reviewer's, and said to be.
func TestOwnValue(t *testing.T) {
	s := shelf(t)
	v, err := s.Judge(ctx, Judgement{RecordKey: keyOf(t, s, "１２"), Verdict: Corrected, Reviewer: "王", OwnValue: true, Corrected: json.RawMessage(`{"value":-1.1,"indicator":"R&D经费投入"}`)})
	if err != nil || v.Figure.ValueBase != -110000000 || v.Figure.UnitBase != "元" || v.Figure.IndicatorID != "rd_spending" {
		t.Errorf("%+v, %v", v.Figure, err)
	}
	if got := value(t, s, "SELECT own_value FROM v_reviews"); got != int64(1) {
		t.Errorf("own_value %v", got)
	}
}

func TestUndo(t *testing.T) {
	s := shelf(t)
	key := keyOf(t, s, "800")
	standing := func() string {
		r, err := s.Record(ctx, key)
		if err != nil {
			t.Fatal(err)
		}
		if r.Review == nil {
			return ""
		}
		return r.Review.Verdict
	}
	judged(t, s, "800", Right, "")
	judged(t, s, "800", Corrected, `{"comparator":">="}`)
	for _, want := range []string{"corrected", "right", ""} {
		if got := standing(); got != want {
			t.Errorf("%q stands, want %q", got, want)
		}
		if _, err := s.Undo(ctx, key, "王"); (err != nil) != (want == "") {
			t.Errorf("undo of %q: %v", want, err)
		}
	}
	if _, err := s.Undo(ctx, key, "王"); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("%v", err)
	}
	if got := value(t, s, "SELECT comparator FROM v_figures_reviewed WHERE quote = '800'"); got != "=" {
		t.Errorf("the correction that was taken back shows: %v", got)
	}
	judged(t, s, "800", Doubtful, "")
	if got := standing(); got != "doubtful" {
		t.Errorf("%q stands", got)
	}
	history, err := s.History(ctx, key)
	var verdicts []string
	for _, v := range history {
		verdicts = append(verdicts, v.Verdict)
	}
	if got := strings.Join(verdicts, " "); got != "right corrected undone undone doubtful" || err != nil {
		t.Errorf("history %s, %v", got, err)
	}
}

// What a new extraction leaves as it was, what it changes, what it loses and what
// comes back: the verdict stays with the place, and with nothing else.
func TestReviewsOutliveTheExtraction(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", report))
	key := keyOf(t, s, "800")
	judged(t, s, "800", Corrected, `{"comparator":">="}`)
	state := func() string {
		return value(t, s, "SELECT verdict || stale || gone || ' ' || (SELECT count(*) FROM v_figures_reviewed WHERE comparator = '>=') || (SELECT count(*) FROM v_figures_reviewed) FROM v_reviews").(string)
	}
	again := func(rules string, alter func(*extract.Records)) {
		e := entry("a.txt", report)
		e.Ruleset = rules
		alter(e.Records)
		saved(t, s, e)
	}
	for _, c := range []struct {
		rules string
		alter func(*extract.Records)
		want  string
	}{
		{"rules-2", func(*extract.Records) {}, "corrected00 12"},
		{"rules-3", func(r *extract.Records) { r.Figures[0].Unit = "个" }, "corrected10 12"},
		{"rules-4", func(r *extract.Records) { r.Figures[0].Span.Start++; r.Numerals[0].Record = nil }, "corrected01 13"}, // a look-alike beside it
		{"rules-5", func(r *extract.Records) { r.Figures = r.Figures[1:]; r.Numerals = nil }, "corrected01 12"},
		{"rules-6", func(*extract.Records) {}, "corrected00 12"},
	} {
		again(c.rules, c.alter)
		if got := state(); got != c.want {
			t.Errorf("%s: %s, want %s", c.rules, got, c.want)
		}
	}
	saved(t, s, entry("a.txt", "到2026年，企业达到9家。\n"))
	if got := state(); got != "corrected01 01" {
		t.Errorf("without the document: %s", got)
	}
	gone, err := s.Gone(ctx)
	if err != nil || len(gone) != 1 || gone[0].RecordKey != key || !strings.Contains(gone[0].Statement, "达到800家") {
		t.Errorf("gone: %+v, %v", gone, err)
	}
	saved(t, s, entry("back.txt", report))
	if got := state(); got != "corrected00 13" {
		t.Errorf("with the document under another name: %s", got)
	}
}

func TestAddFigure(t *testing.T) {
	s := fresh(t)
	text := "# 一、回顾\n全县有8座大桥、12座小桥，覆盖率约三成。\n"
	saved(t, s, entry("a.txt", text))
	add := func(words, fields string) (Review, error) {
		at := strings.Index(text, words)
		return s.AddFigure(ctx, Addition{DocumentID: 1, Span: source.Span{Start: at, End: at + len(words)}, Quote: words, Fields: json.RawMessage(fields), Reviewer: "王"})
	}
	v, err := add("12", `{"indicator":"小桥","unit":"座"}`)
	if err != nil || v.Figure.Value != 12 || v.Statement != "全县有8座大桥、12座小桥，覆盖率约三成。" {
		t.Fatalf("%+v, %v", v, err)
	}
	row := func(quote string) any {
		return value(t, s, "SELECT coalesce(record_id, 'none') || rule || section || line || value || unit || (SELECT substr(text, char_start + 1, char_end - char_start) FROM v_texts) FROM v_figures_reviewed WHERE quote = '"+quote+"'")
	}
	if got := row("12"); got != "nonereviewer一、回顾212.0座12" {
		t.Errorf("%v", got)
	}
	for words, want := range map[string]string{"12": "there is a figure at this place already", "大桥": "select the number alone", "8座大桥、12座": "2 numerals where one is to be"} {
		if _, err := add(words, `{"indicator":"桥"}`); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", words, err)
		}
	}
	if _, err := add("三成", `{"indicator":"覆盖率","unit":"%","comparator":"~"}`); err != nil {
		t.Error(err)
	}
	_, err = s.AddFigure(ctx, Addition{DocumentID: 1, Span: source.Span{Start: 0, End: 2}, Quote: "12", Fields: json.RawMessage(`{"indicator":"桥"}`), Reviewer: "王"})
	if err == nil || !strings.Contains(err.Error(), "the text is another than was shown") {
		t.Errorf("%v", err)
	}
	// Others agree, object, take that back.
	for _, step := range []struct {
		verdict string
		want    any
	}{{Right, int64(1)}, {Wrong, int64(0)}, {Undone, int64(1)}, {Corrected, int64(1)}} {
		j := Judgement{RecordKey: v.RecordKey, Verdict: step.verdict, Reviewer: "李"}
		switch step.verdict {
		case Undone:
			_, err = s.Undo(ctx, v.RecordKey, "李")
		case Corrected:
			j.Corrected = json.RawMessage(`{"kind":"target"}`)
			fallthrough
		default:
			_, err = s.Judge(ctx, j)
		}
		if got := value(t, s, "SELECT count(*) FROM v_figures_reviewed WHERE quote = '12'"); got != step.want || err != nil {
			t.Errorf("after %s: %v, %v", step.verdict, got, err)
		}
	}
	// The document goes and comes back, by then with rules that find the figure.
	saved(t, s, entry("a.txt", plan))
	if got := value(t, s, "SELECT count(*) FROM v_figures_reviewed WHERE quote = '12'"); got != int64(0) {
		t.Errorf("%v figures of a text that is gone", got)
	}
	found := entry("b.txt", text)
	at := strings.Index(text, "12")
	r := extract.Record{Span: source.Span{Start: at, End: at + 2}, Statement: found.Outline.Blocks[1].Body, Rule: "quantity", Confidence: 1}
	found.Records.Figures = append(found.Records.Figures, &extract.Figure{Record: r, Indicator: "小桥", Comparator: "=", Value: 12, Unit: "座", Measure: "level", Kind: "actual"})
	saved(t, s, found)
	if got := value(t, s, "SELECT count(*) || max(rule) || max(kind) FROM v_figures_reviewed WHERE quote = '12'"); got != "1quantitytarget" {
		t.Errorf("%v", got)
	}
	if gone, err := s.Gone(ctx); err != nil || len(gone) != 0 {
		t.Errorf("gone: %+v, %v", gone, err)
	}
}

// Reviews of one database in another: in any order, once or twice, before or after
// the document.
func TestImport(t *testing.T) {
	from := shelf(t)
	judged(t, from, "800", Doubtful, "")
	judged(t, from, "800", Corrected, `{"comparator":">="}`)
	judged(t, from, "1.8", Right, "")
	judged(t, from, "1.8", Wrong, "")
	if _, err := from.Undo(ctx, keyOf(t, from, "1.8"), "李"); err != nil {
		t.Fatal(err)
	}
	added, err := from.AddFigure(ctx, Addition{DocumentID: 2, Span: source.Span{Start: strings.Index(report, "2025"), End: strings.Index(report, "2025") + 4}, Fields: json.RawMessage(`{"indicator":"年份"}`), Reviewer: "王"})
	if err != nil {
		t.Fatal(err)
	}
	reviews, err := from.Reviews(ctx)
	if err != nil || len(reviews) != 6 {
		t.Fatalf("%d reviews, %v", len(reviews), err)
	}
	want := verdictsOf(t, from)
	for order := range 3 {
		to := fresh(t)
		given := append([]Review{}, reviews...)
		for i := range given { // turned around, or by twos
			switch order {
			case 1:
				given[i] = reviews[len(reviews)-1-i]
			case 2:
				given[i] = reviews[(i*5+2)%len(reviews)]
			}
		}
		if order == 2 {
			saved(t, to, reporting("x.txt"))
		}
		first, err := to.Import(ctx, given)
		if err != nil || first.Added != 6 || first.Known != 0 || (len(first.Gone) == 0) != (order == 2) {
			t.Errorf("order %d: %+v, %v", order, first, err)
		}
		if second, err := to.Import(ctx, given[:4]); err != nil || second.Added != 0 || second.Known != 4 {
			t.Errorf("order %d again: %+v, %v", order, second, err)
		}
		saved(t, to, reporting("elsewhere.txt"))
		if got := verdictsOf(t, to); got != want {
			t.Errorf("order %d:\ngot  %s\nwant %s", order, got, want)
		}
		if got := value(t, to, "SELECT char_start || '-' || line FROM v_figures_reviewed WHERE rule = 'reviewer'"); got != "7-2" {
			t.Errorf("order %d: the added figure is at %v", order, got)
		}
	}
	long := Judgement{RecordKey: reviews[0].RecordKey, Verdict: Right, Reviewer: "王", Note: strings.Repeat("注", longestNote+1)}
	if _, err := from.Judge(ctx, long); err == nil || !strings.Contains(err.Error(), "more than 2000 characters") {
		t.Errorf("%v", err)
	}
	reviews[0].Note = "altered"
	if _, err := fresh(t).Import(ctx, reviews); err == nil || !strings.Contains(err.Error(), "was altered") {
		t.Errorf("%v", err)
	}
	// A figure that claims a place where its quote does not stand.
	added.ByteStart++
	added.Key = added.hash()
	if _, err := from.Import(ctx, []Review{added}); err == nil || !strings.Contains(err.Error(), "names another record") {
		t.Errorf("%v", err)
	}
	added.RecordKey = added.placeKey()
	added.Key = added.hash()
	if _, err := from.Import(ctx, []Review{added}); !errors.Is(err, errMisplaced) {
		t.Errorf("%v", err)
	}
	to := fresh(t)
	if _, err := to.Import(ctx, []Review{added}); err != nil {
		t.Fatal(err)
	}
	saved(t, to, entry("x.txt", report))
	if got := value(t, to, "SELECT count(*) FROM v_figures_reviewed WHERE rule = 'reviewer'"); got != int64(0) {
		t.Errorf("%v figures that do not stand in the text", got)
	}
	// Its review is whole for all that, so that the others can still be handed on with it.
	all, err := to.Reviews(ctx)
	if err != nil || len(all) != 1 || !all[0].Gone || !all[0].Misplaced || all[0].Check() != nil {
		t.Errorf("%v: %+v", err, all)
	}
	if faults, r := verified(t, to); r.Faults != 1 || !strings.Contains(faults[0].Message, "does not stand at byte") {
		t.Errorf("%v", faults)
	}
}

// verdictsOf says what stands in a store on the report, and its reviewed figures.
func verdictsOf(t *testing.T, s *Store) string {
	t.Helper()
	return fmt.Sprint(names(t, s, "SELECT quote || verdict || stale || gone || coalesce(corrected, '') || reviewer || at FROM v_reviews ORDER BY 1"),
		names(t, s, "SELECT quote || comparator || rule FROM v_figures_reviewed WHERE path <> 'plans/a.txt' ORDER BY 1"))
}

func TestJudgeFinding(t *testing.T) {
	s := shelf(t)
	if _, err := s.db.Exec("INSERT INTO findings VALUES (1, 'k', 1, 'rate', 'warning', '增幅不符', 'the rate does not fit', '3/2')"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Judge(ctx, Judgement{FindingKey: "k", Verdict: FalseAlarm, Reviewer: "王"}); err != nil {
		t.Fatal(err)
	}
	if got := value(t, s, "SELECT finding_key || verdict || quote || gone FROM v_reviews"); got != "kfalse_alarm增幅不符0" {
		t.Errorf("%v", got)
	}
	if _, err := s.db.Exec("DELETE FROM findings"); err != nil {
		t.Fatal(err)
	}
	if gone, err := s.Gone(ctx); err != nil || len(gone) != 1 {
		t.Errorf("%v, %v", gone, err)
	}
	if _, err := s.Undo(ctx, "k", "王"); err != nil {
		t.Error(err)
	}
}
