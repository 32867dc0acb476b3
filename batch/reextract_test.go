package batch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/store"
)

// otherRules are word lists by which some figures have another unit, and 示范家园
// is one that is counted.
func otherRules(t *testing.T) *extract.Lexicon {
	t.Helper()
	l, err := extract.LoadLexicon(fstest.MapFS{"units.tsv": {Data: []byte("unit\tbase\tfactor\tdimension\tnot_before\n家\t户\t1\tcount\t\n")}})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// reextract runs rules over stored texts, and returns what it told of.
func reextract(t *testing.T, ctx context.Context, db string, o batch.Options, asked ...string) (r *batch.Report, all []string) {
	t.Helper()
	s := open(t, db)
	defer s.Close()
	documents, _, err := batch.Stored(ctx, s, asked, o.Lexicon.Ruleset())
	if err != nil {
		t.Fatal(err)
	}
	also := o.Progress
	o.Progress = func(step batch.Step) {
		if step.Failure != nil {
			all = append(all, "failed: "+step.Failure.Message)
		} else {
			v := step.Row.Revision
			all = append(all, fmt.Sprintf("%s %s %d %d %d", filepath.Base(v.Path), step.Row.State, len(v.Added), len(v.Removed), len(v.Changed)))
		}
		if also != nil {
			also(step)
		}
	}
	r, err = batch.Reextract(ctx, s, documents, o)
	if err != nil {
		t.Fatal(err)
	}
	return r, all
}

// New rules over stored texts, whose files are gone, give the rows of an ingest of
// the files by the new rules; what did not change keeps all its ids.
func TestReextract(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "到2025年，高新技术企业达到600家，专利达到700件。", "b.txt": "到2026年，专利达到800件。", "copy.txt": "到2026年，专利达到800件。",
		"gbk.txt": "\xb5\xbd2025\xc4\xea\xa3\xac\xc6\xf3\xd2\xb5\xb4\xef\xb5\xbd600\xbc\xd2\xa1\xa3\xc8\xab\xca\xd0\xd7\xa8\xc0\xfb\xb4\xef\xb5\xbd700\xbc\xfe\xa1\xa3",
		"c.html":  "<html><body><article><h1>某市规划</h1><p>到2025年，高新技术企业达到600家。</p></article></body></html>"})
	db, fresh := filepath.Join(t.TempDir(), "t.db"), filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, dir, seeds)
	rules := otherRules(t)
	s := open(t, fresh)
	if _, err := batch.Run(t.Context(), s, batch.Find([]string{dir, seeds}, fresh, batch.Patterns{}), batch.Options{Lexicon: rules}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, name := range []string{"a.txt", "b.txt", "copy.txt", "gbk.txt", "c.html"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	const everyID = "SELECT document_id || ' ' || record_id || ' ' || record_key FROM v_records ORDER BY record_id"
	before := open(t, db)
	ids := column(t, before, everyID)
	const blockIDs = "SELECT id FROM blocks WHERE document_id = (SELECT document_id FROM v_paths WHERE path LIKE '%/b.txt') ORDER BY id"
	blocks := column(t, before, blockIDs)
	before.Close()

	r, told := reextract(t, t.Context(), db, batch.Options{Lexicon: rules, Jobs: 2})
	if r.Changed == 0 || r.Unchanged == 0 || r.Changed+r.Unchanged != 9 || !strings.Contains(strings.Join(told, "\n"), "b.txt unchanged 0 0 0") || !strings.Contains(strings.Join(told, "\n"), "gbk.txt changed 0 0 1") {
		t.Errorf("%+v\n%s", r, strings.Join(told, "\n"))
	}
	if dump(t, db) != dump(t, fresh) {
		t.Error("new rules over stored texts give other rows than over the files")
	}
	after := open(t, db)
	defer after.Close()
	if got := column(t, after, everyID); strings.Join(got, "\n") != strings.Join(ids, "\n") {
		t.Error("records at the same place have other ids")
	}
	if got := column(t, after, blockIDs); !slices.Equal(got, blocks) {
		t.Error("a document of which nothing changed was written anew")
	}
	if _, err := after.Verify(t.Context(), func(f store.Fault) {
		if !f.Note {
			t.Error(f)
		}
	}); err != nil {
		t.Error(err)
	}
	if got := column(t, after, "SELECT command || outcome || changed || unchanged FROM v_runs ORDER BY run_id DESC LIMIT 1"); got[0] != fmt.Sprintf("reextractdone%d%d", r.Changed, r.Unchanged) {
		t.Errorf("noted %v", got)
	}
	bytes := file(t, db)
	if r, _ := reextract(t, t.Context(), db, batch.Options{Lexicon: rules}); r.Files != 0 || file(t, db) != bytes {
		t.Errorf("once more: %+v", r)
	}
}

// What is asked for is done, and no other document.
func TestReextractSome(t *testing.T) {
	dir := write(t, map[string]string{"a/1.txt": moving, "a/2.txt": moving + "又及", "b/3.txt": moving + "第三"})
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, dir)
	for _, c := range []struct{ asked, want string }{{dir + "/a", "1.txt unchanged 0 0 0, 2.txt unchanged 0 0 0"}, {dir + "/*/3*", "3.txt unchanged 0 0 0"}, {dir, ""}} {
		if _, told := reextract(t, t.Context(), db, batch.Options{Lexicon: otherRules(t), Jobs: 1}, c.asked); strings.Join(told, ", ") != c.want {
			t.Errorf("%s: %q", c.asked, told)
		}
	}
}

// An interrupted run leaves the rest as it was, and the next one does it; a text
// that is damaged is a failure that leaves the others whole.
func TestReextractInterruptedAndDamaged(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "达到600家。", "b.txt": "达到700家。", "c.txt": "达到800家。"})
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, dir)
	ctx, cancel := context.WithCancel(t.Context())
	r, _ := reextract(t, ctx, db, batch.Options{Lexicon: otherRules(t), Jobs: 1, Progress: func(batch.Step) { cancel() }})
	if !r.Interrupted || r.Changed != 1 {
		t.Errorf("%+v", r)
	}
	execute(t, db, "UPDATE documents SET text_sha256 = 'x' WHERE id = (SELECT max(id) FROM documents)")
	r, told := reextract(t, t.Context(), db, batch.Options{Lexicon: otherRules(t), Jobs: 1})
	if r.Changed != 1 || r.Failed != 1 || r.Interrupted || !strings.Contains(told[1], "is not the one that was read") {
		t.Errorf("%+v %q", r, told)
	}
	if n := count(t, db, "SELECT count(*) FROM v_failures WHERE path LIKE '%/c.txt' AND stage = 'read'"); n != 1 {
		t.Errorf("%d failures noted", n)
	}
	if n := count(t, db, "SELECT count(*) FROM v_figures WHERE unit_base = '家'"); n != 1 {
		t.Errorf("%d figures are as they were", n)
	}
}

// Records that come, go and change, with reviews on them.
func TestRevise(t *testing.T) {
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, write(t, map[string]string{"a.txt": "到2025年，高新技术企业达到600家，专利达到700件，税收达到3亿元。"}))
	s := open(t, db)
	defer s.Close()
	e, err := s.Entry(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	old := e.Records.Figures
	e.Ruleset, e.Sections = "others", nil
	revise := func() store.Revision {
		t.Helper()
		rows, err := store.Prepare(*e)
		if err != nil {
			t.Fatal(err)
		}
		v, err := s.Revise(t.Context(), 1, rows)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	old[1].Kind = "actual"
	if v := revise(); len(v.Changed) != 1 || v.Same || fmt.Sprintf("%s", v.Changed[0].Fields()) != `[{kind "target" "actual"}]` {
		t.Errorf("%+v", v)
	}
	gone := old[2]
	e.Records.Figures = old[:2]
	for i, n := range e.Records.Numerals {
		if n.Record == &gone.Record {
			e.Records.Numerals[i].Record, e.Records.Numerals[i].Disposition = nil, "unexplained"
		}
	}
	if v := revise(); len(v.Removed) != 1 || v.Removed[0].Quote != "3" || len(v.Changed)+len(v.Added) != 0 {
		t.Errorf("%+v", v)
	}
	if v := revise(); !v.Same {
		t.Errorf("%+v", v)
	}
	for i := range e.Records.Numerals {
		if e.Records.Numerals[i].Disposition == "unexplained" {
			e.Records.Numerals[i].Disposition, e.Records.Numerals[i].Reason = "set_aside", "ordinal"
		}
	}
	if v := revise(); v.Same || len(v.Added)+len(v.Removed)+len(v.Changed) != 0 {
		t.Errorf("the ledger alone has changed: %+v", v)
	}
}

// A document that was forgotten meanwhile, before it is read or before it is written,
// is passed over and leaves no failure.
func TestReextractForgottenMeanwhile(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "到2025年，高新技术企业达到600家。", "b.txt": "到2026年，专利达到800件。"})
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, dir)
	s := open(t, db)
	defer s.Close()
	var notes []string
	o := batch.Options{Lexicon: otherRules(t), Jobs: 1, Progress: func(step batch.Step) {
		if step.Note != nil {
			notes = append(notes, filepath.Base(step.Note.Path)+" "+step.Note.Message)
		}
		if step.Done == 1 {
			if _, err := s.Forget(t.Context(), filepath.Join(dir, "b.txt")); err != nil {
				t.Error(err)
			}
		}
	}}
	r, err := batch.Reextract(t.Context(), s, []int64{1, 2, 99}, o)
	if err != nil || r.Failed != 0 || r.Skipped != 2 || len(stored(t, s)) != 0 {
		t.Errorf("%v, %+v, %q", err, r, stored(t, s))
	}
	if want := []string{"b.txt was forgotten or replaced meanwhile", "document 99 was forgotten or replaced meanwhile"}; !slices.Equal(notes, want) {
		t.Errorf("%q", notes)
	}
}
