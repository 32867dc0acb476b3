package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/intake"
)

func verified(t *testing.T, s *Store) (faults []Fault, r Report) {
	t.Helper()
	r, err := s.Verify(ctx, func(f Fault) { faults = append(faults, f) })
	if err != nil {
		t.Fatal(err)
	}
	return faults, r
}

func TestVerifySound(t *testing.T) {
	s := fresh(t)
	path := filepath.Join(t.TempDir(), "a.txt")
	os.WriteFile(path, []byte(plan), 0o644)
	saved(t, s, entry(path, plan))
	saved(t, s, entry("gone.txt", plan))
	faults, r := verified(t, s)
	want := Report{Documents: 1, Records: 11, Evidence: 28, Numerals: 8, Values: 10, Files: 1, Notes: 1}
	if r != want {
		t.Errorf("got  %+v\nwant %+v\n%v", r, want, faults)
	}
	if len(faults) != 1 || !faults[0].Note || faults[0].Path != "gone.txt" || faults[0].Check != "file" {
		t.Errorf("faults %v", faults)
	}
}

// Every way in which a row may be damaged is named, with the document, the
// record and the place.
func TestVerifyNamesTheDamage(t *testing.T) {
	const figure = "(SELECT record_id FROM v_figures WHERE quote = '600' AND line = 3)"
	ledger := func(quote string) string {
		return "byte_start IN (SELECT byte_start FROM v_numerals WHERE quote = '" + quote + "')"
	}
	// piece puts another in the place of the figure's value.
	piece := func(other string) string {
		return `UPDATE records SET evidence = replace(evidence, '["value",0,37,3]', '` + other + `') WHERE id = ` + figure
	}
	without := func(role string) string {
		return `UPDATE records SET evidence = (SELECT json_group_array(json(value)) FROM json_each(evidence) WHERE value ->> 0 <> '` + role + `')`
	}
	cases := []struct {
		name, damage string
		check, says  string // the fault that must be told
		line         int
	}{
		{"a quote", "UPDATE records SET quote = '700' WHERE id = " + figure, "quote", `quotes "700" where the text has "600"`, 3},
		{"a quote of the ledger", "UPDATE numerals SET bytes = 1 WHERE " + ledger("600"), "ledger", `"600" is not in the ledger`, 2},
		{"a place of the ledger", "UPDATE numerals SET bytes = 1000 WHERE " + ledger("600"), "ledger", "a numeral lies outside its block", 2},
		{"a block of the ledger", "UPDATE numerals SET block_id = 99 WHERE " + ledger("600"), "ledger", "a numeral lies in a block that the document does not have", 2},
		{"half a character in the ledger", "UPDATE numerals SET bytes = 4 WHERE " + ledger("１２"), "ledger", "a numeral cuts a character in two", 5},
		{"a text", "UPDATE blocks SET text = replace(text, '600', '900') WHERE byte_start > 100", "text", "its hash is another", 0},
		{"a text, seen at its quotes", "UPDATE blocks SET text = replace(text, '600', '900') WHERE byte_start > 100", "quote", `quotes "600" where the text has "900"`, 3},
		{"a block", "DELETE FROM blocks WHERE id = 2", "text", "begins at byte", 0},
		{"a span", "UPDATE records SET byte_start = byte_start - 1 WHERE id = " + figure, "quote", "quotes", 3},
		{"a span far off", "UPDATE records SET byte_start = 100000 WHERE id = " + figure, "quote", "outside its block", 3},
		{"another block", "UPDATE records SET block_id = 1 WHERE id = " + figure, "quote", "outside its block", 3},
		{"no such block", piece(`["value",97,37,3]`), "evidence", "role value lies in a block that the document does not have", 3},
		{"evidence outside its block", piece(`["value",0,350,3]`), "evidence", "role value lies outside its block", 3},
		{"evidence far outside its block", piece(`["value",0,9223372036854775807,9223372036854775807]`), "evidence", "outside its block", 3},
		{"evidence before its block", piece(`["value",0,-3,3]`), "evidence", "outside its block", 3},
		{"evidence of nothing", piece(`["value",0,37,0]`), "evidence", "quotes nothing", 3},
		{"evidence that cuts a character", piece(`["value",0,14,3]`), "evidence", "cuts a character in two", 3},
		{"evidence out of order", "UPDATE records SET evidence = '[' || (SELECT group_concat(value) FROM (SELECT value FROM json_each(evidence) ORDER BY key DESC)) || ']' WHERE id = " + figure, "evidence", "out of order", 3},
		{"evidence at another place", piece(`["value",0,38,2]`), "evidence", "its own place is not among its evidence", 3},
		{"evidence that is no JSON", "UPDATE records SET evidence = substr(evidence, 2) WHERE id = " + figure, "evidence", "cannot be read", 3},
		{"evidence that is no list", "UPDATE records SET evidence = 'null' WHERE id = " + figure, "evidence", "cannot be read", 3},
		{"evidence without a role", piece(`["",0,37,3]`), "evidence", "is no list of a role", 3},
		{"evidence without a place", piece(`["value",0,null,3]`), "evidence", "is no list of a role", 3},
		{"evidence of three entries", piece(`["value",37,3]`), "evidence", "is no list of a role", 3},
		{"a block's character", "UPDATE blocks SET char_start = char_start + 1 WHERE id = 3", "place", "a block begins at character", 0},
		{"a block's line", "UPDATE blocks SET line = 7 WHERE id = 3", "place", "on line 3, stored are", 0},
		{"a character", "UPDATE records SET char_start = char_start + 1 WHERE id = " + figure, "place", "begins at character", 3},
		{"a line", "UPDATE records SET line = 7 WHERE id = " + figure, "place", "stands on line 3", 7},
		{"a statement", "UPDATE records SET statement_end = statement_start + 3 WHERE id = " + figure, "statement", "does not hold it", 3},
		{"a section", "UPDATE records SET section_id = 2 WHERE id = " + figure, "statement", "no heading", 3},
		{"a key", "UPDATE records SET key = 'x' WHERE id = " + figure, "key", "record_key is x", 3},
		{"a value", "UPDATE figures SET value = 601 WHERE record_id = " + figure, "value", `its quote "600" is 600, stored is 601`, 3},
		{"the end of a range", "UPDATE figures SET value_max = 700 WHERE record_id = " + figure, "value", "value_max", 3},
		{"a value in the base unit", "UPDATE figures SET value_base = 12 WHERE unit = '亿元'", "value", "１２ 亿元 is 1200000000 元, stored is 12 元", 5},
		{"a date", "UPDATE dates SET edtf = '2024'", "value", "is 2025, stored is 2024", 3},
		{"a day", "UPDATE dates SET last_day = '1999-01-01'", "value", `ends on "2025-12-31", stored are "2025-01-01" and "1999-01-01"`, 3},
		{"a year", "UPDATE figures SET time_last = 1999 WHERE record_id = " + figure, "value", "other years than", 3},
		{"a name", "UPDATE departments SET name = '市财政局'", "value", `not the stored name "市财政局"`, 5},
		{"evidence", without("unit") + " WHERE id = " + figure, "evidence", `its unit is "家"`, 3},
		{"evidence of the document", without("region"), "evidence", `its region is "某市"`, 1},
		{"a row of fields", "DELETE FROM projects", "fields", "it has no fields", 5},
		{"a type", "UPDATE records SET type = 'date' WHERE id = " + figure, "fields", "it is a date and has the fields of a figure", 3},
		{"the ledger", "DELETE FROM numerals WHERE " + ledger("1.5"), "ledger", `"1" is not in the ledger`, 2},
		{"a reason", "UPDATE numerals SET disposition = 'set_aside' WHERE " + ledger("1.5"), "ledger", "without a reason", 2},
		{"a disposition", "UPDATE numerals SET disposition = 'date' WHERE " + ledger("1.5"), "ledger", "its record is a figure", 2},
		{"a figure that the ledger sets aside", "UPDATE numerals SET disposition = 'set_aside', record_id = NULL, reason = 'noise' WHERE " + ledger("600"), "ledger", "no numeral of a figure at its place", 3},
		{"a document without a path", "DELETE FROM paths", "database", "no path", 0},
		{"a numeral that nothing explains", "UPDATE numerals SET disposition = 'unexplained' WHERE " + ledger("1.5"), "ledger", "unexplained and used by record", 2},
		{"a reference", "DELETE FROM records WHERE id = " + figure, "database", "refers to a row of records", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := fresh(t)
			e := entry("a.txt", plan)
			e.Ruleset = builtin(t)
			saved(t, s, e)
			unguarded(t, s, c.damage)
			faults, _ := verified(t, s)
			for _, f := range faults {
				if f.Check == c.check && strings.Contains(f.Message, c.says) && (c.line == 0 || f.Line == c.line) {
					if c.line > 0 && (!strings.HasPrefix(f.String(), "a.txt:") || c.check != "ledger" && f.RecordID == 0) {
						t.Errorf("it does not say where: %s", f)
					}
					return
				}
			}
			t.Errorf("not named; told were %v", faults)
		})
	}
}

// unguarded does damage that the triggers and the foreign keys would refuse.
func unguarded(t *testing.T, s *Store, damage string) {
	t.Helper()
	rows, err := s.db.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
	if err != nil {
		t.Fatal(err)
	}
	statements, guards := []string{"PRAGMA foreign_keys = 0"}, []string{}
	for rows.Next() {
		var name, text string
		rows.Scan(&name, &text)
		statements, guards = append(statements, "DROP TRIGGER "+name), append(guards, text)
	}
	rows.Close()
	for _, statement := range append(append(statements, damage), guards...) {
		r, err := s.db.Exec(statement)
		if err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
		if n, _ := r.RowsAffected(); statement == damage && n == 0 {
			t.Fatalf("%s: nothing was damaged", statement)
		}
	}
}

// What the database is made of is part of what is proved; what others have added
// to it is not.
func TestVerifySchema(t *testing.T) {
	for damage, want := range map[string]string{
		"DROP VIEW v_targets":                  "the view v_targets is missing or altered",
		"DROP TRIGGER records_quote_insert":    "the trigger records_quote_insert is missing or altered",
		"DROP TABLE finding_records":           "the table finding_records is missing or altered",
		"ALTER TABLE links ADD COLUMN x ANY":   "the table links is missing or altered",
		"DROP INDEX records_document":          "the index records_document is missing or altered",
		"CREATE TABLE notes (x)":               "",
		"CREATE INDEX mine ON figures (value)": "",
	} {
		s := fresh(t)
		saved(t, s, entry("a.txt", plan))
		if _, err := s.db.Exec(damage); err != nil {
			t.Fatal(err)
		}
		var told []string
		for faults, _ := verified(t, s); len(faults) > 0; faults = faults[1:] {
			if faults[0].Check == "database" && !faults[0].Note {
				told = append(told, faults[0].Message)
			}
		}
		if got := strings.Join(told, "\n"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: told were %s", damage, got)
		}
	}
}

func TestVerifyFile(t *testing.T) {
	s := fresh(t)
	path := filepath.Join(t.TempDir(), "a.txt")
	os.WriteFile(path, []byte(plan), 0o644)
	saved(t, s, entry(path, plan))
	os.WriteFile(path, []byte(strings.Replace(plan, "600", "700", 1)), 0o644)
	faults, r := verified(t, s)
	if len(faults) != 1 || faults[0].Check != "file" || faults[0].Path != path || faults[0].Note || r.Files != 1 {
		t.Errorf("faults %v, %+v", faults, r)
	}
}

// Where the source file is still there, the first byte that differs is named.
func TestVerifyShowsWhereATextDiffers(t *testing.T) {
	s := fresh(t)
	path := filepath.Join(t.TempDir(), "a.txt")
	os.WriteFile(path, []byte(plan), 0o644)
	saved(t, s, entry(path, plan))
	unguarded(t, s, "UPDATE blocks SET text = replace(text, '大桥', '高桥')")
	faults, _ := verified(t, s)
	if at := strings.Index(plan, "大桥"); len(faults) == 0 || faults[0].Check != "text" || faults[0].Line != 5 || faults[0].Span.Start != at {
		t.Errorf("faults %v", faults)
	}
}

// A page of the file overwritten by something else: SQLite itself sees it.
func TestVerifyDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	s := opened(t, path)
	saved(t, s, entry("a.txt", strings.Repeat(plan, 50)))
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := len(data) / 2; at < len(data)/2+4096; at++ {
		data[at] = 0xff
	}
	os.WriteFile(path, data, 0o644)
	r, err := OpenReadOnly(ctx, path)
	if err != nil {
		return // refused at once
	}
	defer r.Close()
	faults := 0
	_, err = r.Verify(ctx, func(Fault) { faults++ })
	if faults == 0 && err == nil {
		t.Error("the damage was not seen")
	}
}

func TestVerifyReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	s := opened(t, path)
	saved(t, s, entry("a.txt", plan))
	s.Close()
	before, _ := os.ReadFile(path)
	r, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	verified(t, r)
	r.Close()
	after, _ := os.ReadFile(path)
	left, _ := filepath.Glob(path + "-*")
	if string(before) != string(after) || left != nil {
		t.Errorf("verify changed the file or left %v", left)
	}
}

// A fault in making the rows of what the rules make again is that document's.
func TestVerifyRulesPrepares(t *testing.T) {
	e := entry("a.txt", plan)
	e.Records.Figures[0] = nil
	p := &renewed{stored: &e, page: &intake.Page{Entry: e}}
	p.prepare()
	if p.page.Err == nil || !strings.Contains(p.page.Err.Error(), "a fault of the program") || p.rows != nil {
		t.Errorf("%v", p.page.Err)
	}
	var told []string
	v := &renewal{s: &Store{}, report: &Report{}, tell: func(f Fault) { told = append(told, f.Message) }}
	if err := v.compare(ctx, p); err != nil || len(told) != 1 || !strings.Contains(told[0], "cannot read its text again") {
		t.Errorf("%v, told %q", err, told)
	}
}
