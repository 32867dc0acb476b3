package batch_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"suyuan/store"
)

// awkward is every way in which bytes, characters and lines can fall apart.
const awkward = "\ufeff# 某市科技创新“十四五”规划\r\n" +
	"\r\n" +
	"一、发展目标\r\n" +
	"　　到２０２５年，高新技术企业达到６００家以上，全社会研发投入占３．５％。𠮷林路园区引进人才３４名。\r\n" +
	"　　到2025年，专利达到600件。到2025年，专利达到600件。\r\n" +
	"到2025年，专利达到600件。\r\n" +
	"𡈽地面积达到1,200 平方米（牵头单位：市科技局，配合单位：市财政局）。\u3000\u3000实施𠮷祥“登峰”工程。\r\n" +
	"到2025年，专利达到600件。"

// place is a row of any view that has a span.
type place struct {
	view, text, quote                            string
	charStart, charEnd, byteStart, byteEnd, line int
}

// places returns the span of every row of every view.
func places(t *testing.T, s *store.Store) []place {
	t.Helper()
	var all []place
	read := func(view, query string) {
		rows, err := s.Query(t.Context(), query)
		if err != nil {
			t.Fatalf("%s: %v", view, err)
		}
		defer rows.Close()
		for rows.Next() {
			p := place{view: view}
			if err := rows.Scan(&p.text, &p.quote, &p.charStart, &p.charEnd, &p.byteStart, &p.byteEnd, &p.line); err != nil {
				t.Fatal(err)
			}
			all = append(all, p)
		}
	}
	for _, view := range []string{"v_figures", "v_targets", "v_dates", "v_departments", "v_projects"} {
		read(view, "SELECT text, quote, char_start, char_end, byte_start, byte_end, line FROM "+view+" JOIN v_texts USING (document_id)")
	}
	read("v_numerals", "SELECT text, quote, char_start, char_end, byte_start, byte_end, 0 FROM v_numerals JOIN v_texts USING (document_id)")
	read("v_evidence", `SELECT t.text, e.quote, e.char_start, e.char_end, e.byte_start, e.byte_end, e.line
		FROM v_evidence e JOIN v_records r USING (record_id) JOIN v_texts t USING (document_id)`)
	return all
}

func TestEverySpanIsItsQuote(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 2, seeds, write(t, map[string]string{
		"awkward.txt": awkward,
		"lf.txt":      strings.ReplaceAll(awkward, "\r\n", "\n"),
		"cr.txt":      strings.ReplaceAll(awkward, "\r\n", "\r"),
	}))
	s := open(t, db)
	defer s.Close()
	seen := map[string]int{}
	for _, p := range places(t, s) {
		seen[p.view]++
		switch before := p.text[:p.byteStart]; {
		case p.text[p.byteStart:p.byteEnd] != p.quote:
			t.Errorf("%s: bytes %d to %d are %q, the quote is %q", p.view, p.byteStart, p.byteEnd, p.text[p.byteStart:p.byteEnd], p.quote)
		case string([]rune(p.text)[p.charStart:p.charEnd]) != p.quote:
			t.Errorf("%s: characters %d to %d are not %q", p.view, p.charStart, p.charEnd, p.quote)
		case utf8.RuneCountInString(before) != p.charStart:
			t.Errorf("%s: byte %d is not character %d", p.view, p.byteStart, p.charStart)
		case p.line != 0 && strings.Count(before, "\n")+1 != p.line:
			t.Errorf("%s: %q at byte %d is not on line %d", p.view, p.quote, p.byteStart, p.line)
		}
	}
	for _, view := range []string{"v_figures", "v_targets", "v_dates", "v_departments", "v_projects", "v_numerals", "v_evidence"} {
		if seen[view] == 0 {
			t.Errorf("no row of %s was looked at", view)
		}
	}
}

// Equal sentences give as many records, each with its own place.
func TestRepeatedSentences(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, write(t, map[string]string{"a.txt": awkward}))
	s := open(t, db)
	defer s.Close()
	for _, c := range []struct{ view, quote string }{{"v_figures", "600"}, {"v_dates", "2025年"}, {"v_numerals", "600"}} {
		var starts []int
		for _, p := range places(t, s) {
			if p.view == c.view && p.quote == c.quote {
				starts = append(starts, p.byteStart)
			}
		}
		distinct := map[int]bool{}
		for _, at := range starts {
			distinct[at] = true
		}
		if len(starts) != 4 || len(distinct) != 4 {
			t.Errorf("%s has %q at bytes %v, want four places", c.view, c.quote, starts)
		}
	}
}

var digits = regexp.MustCompile(`[0-9０-９]+`)

// Every run of digits lies in a line of the ledger.
func TestLedgerIsComplete(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 2, seeds, write(t, map[string]string{"awkward.txt": awkward,
		"odd.txt": "0１2\n——————\n第3页 共 9 页\n|甲|１|\n|---|---|\n|乙|2|\n&#160;7&nbsp;8 5G m<sup>2</sup> 1.2.3.4 http://a.b/c?d=5\n"}))
	s := open(t, db)
	defer s.Close()
	covered := map[string][]place{}
	for _, p := range places(t, s) {
		if p.view == "v_numerals" {
			covered[p.text] = append(covered[p.text], p)
		}
	}
	if len(covered) != 7 {
		t.Errorf("%d texts have a ledger, want 7", len(covered))
	}
	for text, ledger := range covered {
		for _, at := range digits.FindAllStringIndex(text, -1) {
			if !covers(ledger, at[0], at[1]) {
				t.Errorf("%q at byte %d of %.20q is in no line of the ledger: %s", text[at[0]:at[1]], at[0], text, around(text, at[0]))
			}
		}
	}
}

func covers(ledger []place, from, to int) bool {
	for _, p := range ledger {
		if p.byteStart <= from && to <= p.byteEnd {
			return true
		}
	}
	return false
}

// around returns the line that byte i stands on.
func around(text string, i int) string {
	from := strings.LastIndexByte(text[:i], '\n') + 1
	to := strings.IndexByte(text[i:]+"\n", '\n') + i
	return fmt.Sprintf("%.120q", text[from:to])
}
