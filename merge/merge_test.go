package merge_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/merge"
	"suyuan/parquet"
	"suyuan/store"
)

func lexicon(t *testing.T, extra fs.FS) *extract.Lexicon {
	t.Helper()
	l, err := extract.LoadLexicon(extra)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// bees are word lists that give 蜂群 a unit of its own.
var bees = fstest.MapFS{"units.tsv": {Data: []byte("unit\tbase\tfactor\tdimension\tnot_before\n脾\t脾\t1\tcount\t脏|胃\n")}}

// ingested makes a database of texts by their paths, which are below the current
// folder: two databases may have the same one.
func ingested(t *testing.T, words *extract.Lexicon, texts map[string]string) (path string) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range texts {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	path = filepath.Join(t.TempDir(), "t.db")
	s := open(t, path)
	if _, err := batch.Run(t.Context(), s, batch.Find([]string{"."}, path, batch.Patterns{}), batch.Options{Lexicon: words}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// execute changes a database behind the program's back.
func execute(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// aged dates all that is in a database.
func aged(t *testing.T, path, day string) string {
	t.Helper()
	at := "'" + day + "T08:00:00Z'"
	execute(t, path, "UPDATE documents SET ingested_at = "+at, "UPDATE paths SET found_at = "+at, "UPDATE failures SET at = "+at, "UPDATE runs SET begun_at = "+at)
	return path
}

func dump(t *testing.T, path string) string {
	t.Helper()
	s, err := store.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out bytes.Buffer
	if err := s.Dump(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// merged merges into a new database.
func merged(t *testing.T, words *extract.Lexicon, inputs ...string) (out string, r *merge.Report, told string) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "out.db")
	r, told = into(t, out, words, inputs...)
	return out, r, told
}

func into(t *testing.T, out string, words *extract.Lexicon, inputs ...string) (*merge.Report, string) {
	t.Helper()
	var told strings.Builder
	r, err := merge.Run(t.Context(), out, inputs, merge.Options{Lexicon: words, Tell: func(line string) { told.WriteString(line + "\n") }})
	if err != nil {
		t.Fatal(err)
	}
	return r, told.String()
}

const (
	patents = "到2025年，专利达到600件。\n"
	parks   = "到2026年，科技园区达到7个。\n"
	firms   = "到2027年，高新技术企业达到300家以上，（市科技局牵头）。\n"
	later   = "到2027年，高新技术企业达到350家以上。\n"
)

// offices are three databases that share contents and disagree about paths.
func offices(t *testing.T, words *extract.Lexicon) []string {
	t.Helper()
	north := aged(t, ingested(t, words, map[string]string{"a.txt": patents, "plan.txt": firms, "bad.txt": "\x00", "was.txt": parks}), "2024-01-01")
	south := aged(t, ingested(t, words, map[string]string{"copy/a.txt": patents, "plan.txt": later, "b.txt": parks, "bad.txt": "\x00"}), "2024-02-01")
	west := aged(t, ingested(t, words, map[string]string{"a.txt": patents, "plan.txt": patents, "bad.txt": parks, "was.txt": "\x00"}), "2024-01-15")
	for i, path := range []string{north, south} {
		s := open(t, path)
		for key := range keys(t, s, "SELECT record_key FROM v_figures WHERE quote = '600'") {
			for j, verdict := range []string{"doubtful", "right"} {
				_, err := s.Judge(t.Context(), store.Judgement{RecordKey: key, Verdict: verdict, Reviewer: fmt.Sprint("reviewer ", i), At: time.Date(2024, 3, 1+j, i, 0, 0, 0, time.UTC)})
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	execute(t, south, `INSERT INTO findings (id, key, document_id, kind, severity, message, message_en)
		SELECT 1, 'k1', id, 'sum', 'error', '合计不符', 'the sum differs' FROM documents WHERE text_sha256 IN (SELECT text_sha256 FROM documents d JOIN paths p ON p.document_id = d.id WHERE p.path = 'copy/a.txt')`,
		"INSERT INTO finding_records SELECT 1, 1, id FROM records WHERE quote = '600'")
	return []string{north, south, west}
}

func keys(t *testing.T, s *store.Store, query string) map[string]bool {
	t.Helper()
	rows, err := s.Query(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[string]bool{}
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			t.Fatal(err)
		}
		all[key] = true
	}
	return all
}

// The order of the inputs, in one merge or in several, does not matter, and once
// more changes not a byte.
func TestOrderDoesNotMatter(t *testing.T) {
	words := lexicon(t, nil)
	in := offices(t, words)
	out, r, told := merged(t, words, in...)
	want := dump(t, out)
	if r.Inputs != 3 || r.Broken+r.Failed != 0 || r.Reviews != 4 || r.Findings != 1 || !strings.Contains(told, "plan.txt has other content") && !strings.Contains(told, "plan.txt had other content") {
		t.Errorf("%+v\n%s", r, told)
	}
	for _, order := range [][]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		if got, _, _ := merged(t, words, in[order[0]], in[order[1]], in[order[2]]); dump(t, got) != want {
			t.Errorf("order %v gives\n%s\nwant\n%s", order, dump(t, got), want)
		}
		one := filepath.Join(t.TempDir(), "one.db")
		for _, i := range order {
			into(t, one, words, in[i])
		}
		if dump(t, one) != want {
			t.Errorf("one after the other in the order %v gives\n%s\nwant\n%s", order, dump(t, one), want)
		}
	}
	before, _ := os.ReadFile(out)
	r, _ = into(t, out, words, in[2], in[0], in[1], in[0])
	if after, _ := os.ReadFile(out); !bytes.Equal(before, after) || r.Added+r.Paths+r.Failures+r.Reviews+r.Findings != 0 {
		t.Errorf("again: %+v", r)
	}
	s := open(t, out)
	defer s.Close()
	for query, want := range map[string]string{
		"SELECT group_concat(path, ' ') FROM (SELECT p.path FROM v_paths p JOIN v_figures f USING (document_id) WHERE f.quote = '600' ORDER BY 1)": "a.txt copy/a.txt",
		"SELECT quote FROM v_figures WHERE path = 'plan.txt'":                                                                 "350", // of February
		"SELECT group_concat(path, ' ') FROM (SELECT path FROM v_failures ORDER BY 1)":                                        "bad.txt was.txt",
		"SELECT count(*) FROM v_paths WHERE path IN ('bad.txt', 'was.txt')":                                                   "0",
		"SELECT verdict || ' ' || reviewer FROM v_reviews":                                                                    "right reviewer 1",
		"SELECT count(*) FROM reviews":                                                                                        "4",
		"SELECT finding_key || ' ' || record_ids = 'k1 [' || record_id || ']' FROM v_findings, v_figures WHERE quote = '600'": "1",
		"SELECT count(*) FROM v_runs":                                                                                         "4",
	} {
		if got := keys(t, s, query); !got[want] || len(got) != 1 {
			t.Errorf("%s: %v, want %s", query, got, want)
		}
	}
	holds(t, s)
}

// What another process finds later, while a document is on its way, stays.
func TestWrittenToMeanwhile(t *testing.T) {
	words := lexicon(t, nil)
	in := aged(t, ingested(t, words, map[string]string{"a.txt": patents, "b.txt": patents, "c.txt": patents}), "2024-01-01")
	out := aged(t, ingested(t, words, map[string]string{"a.txt": parks}), "2024-02-01")
	told := 0
	r, err := merge.Run(t.Context(), out, []string{in}, merge.Options{Lexicon: words, Tell: func(line string) {
		if told++; told == 1 {
			execute(t, out, "INSERT INTO paths (path, document_id, found_at) SELECT 'b.txt', document_id, found_at FROM paths WHERE path = 'a.txt'")
		}
	}})
	if err != nil || r.Added != 1 || r.Failed != 0 || told != 3 {
		t.Fatalf("%v: %+v, told %d lines", err, r, told)
	}
	s := open(t, out)
	defer s.Close()
	if got := keys(t, s, "SELECT p.path || ' ' || f.quote FROM v_paths p JOIN v_figures f USING (document_id)"); !got["a.txt 7"] || !got["b.txt 7"] || !got["c.txt 600"] || len(got) != 3 {
		t.Errorf("%v", got)
	}
	holds(t, s)
}

// holds verifies a database, in a folder without its source files.
func holds(t *testing.T, s *store.Store) {
	t.Helper()
	t.Chdir(t.TempDir())
	report, err := s.Verify(t.Context(), func(f store.Fault) {
		if !strings.Contains(f.Message, "not there any more") {
			t.Errorf("%+v", f)
		}
	})
	if err != nil || report.Faults != 0 {
		t.Errorf("%v, %+v", err, report)
	}
}

// Merged shards are what one ingest of all files gives.
func TestShardsAreOneIngest(t *testing.T) {
	words := lexicon(t, nil)
	texts := map[string]string{"bad.bin": "\x00", "empty.txt": ""}
	seeds, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(seeds) != 5 {
		t.Fatal(seeds, err)
	}
	for _, path := range seeds {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts["seeds/"+filepath.Base(path)] = string(text)
		texts["copies/"+filepath.Base(path)] = string(text)
	}
	var names []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	shards := make([]map[string]string, 3)
	for i, name := range names {
		if shards[i%3] == nil {
			shards[i%3] = map[string]string{}
		}
		shards[i%3][name] = texts[name]
	}
	want := dump(t, ingested(t, words, texts))
	var in, folders []string
	for _, shard := range shards {
		path := ingested(t, words, shard)
		in, folders = append(in, path), append(folders, written(t, path))
	}
	for name, in := range map[string][]string{"databases": in, "folders": folders, "both": append(slices.Clone(in), folders...)} {
		if out, _, _ := merged(t, words, in...); dump(t, out) != want {
			t.Errorf("%s: other rows", name)
		}
	}
}

// written exports a database as Parquet files.
func written(t *testing.T, path string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	w, err := parquet.Create(folder)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	defer s.Close()
	for e, err := range s.Entries(t.Context()) {
		if err := errors.Join(err, w.Add(e)); err != nil {
			t.Fatal(err)
		}
	}
	for f, err := range s.Failures(t.Context()) {
		if err := errors.Join(err, w.Fail(f)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return folder
}

// What other rules have made is brought to the rules of the merge, or refused.
func TestOtherRules(t *testing.T) {
	words, other := lexicon(t, nil), lexicon(t, bees)
	texts := map[string]string{"a.txt": patents, "b.txt": "到2027年，全县蜜蜂养殖规模达到5万脾。\n"}
	old, want := ingested(t, words, texts), ingested(t, other, texts)
	more := ingested(t, other, map[string]string{"c.txt": parks})
	both := ingested(t, other, map[string]string{"a.txt": texts["a.txt"], "b.txt": texts["b.txt"], "c.txt": parks})

	out, r, _ := merged(t, other, old)
	if dump(t, out) != dump(t, want) || dump(t, out) == dump(t, old) || r.Extracted != 2 {
		t.Errorf("%+v: an input of other rules gives\n%s", r, dump(t, out))
	}
	// The database that is written to is brought along.
	r, _ = into(t, old, other, more)
	if dump(t, old) != dump(t, both) || r.Extracted != 2 || r.Added != 1 {
		t.Errorf("%+v: into a database of other rules gives\n%s", r, dump(t, old))
	}

	old = ingested(t, words, texts)
	refused := filepath.Join(t.TempDir(), "refused.db")
	_, err := merge.Run(t.Context(), refused, []string{old, more}, merge.Options{Lexicon: words, SameRules: true})
	if !errors.Is(err, merge.ErrRules) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(refused); err == nil {
		t.Error("a merge that was refused has made a database")
	}
	before := dump(t, more)
	if _, err := merge.Run(t.Context(), more, []string{written(t, old)}, merge.Options{Lexicon: words, SameRules: true}); !errors.Is(err, merge.ErrRules) || dump(t, more) != before {
		t.Errorf("%v", err)
	}
	// All of one kind are merged as they are, whatever the rules of this program.
	if _, err := merge.Run(t.Context(), refused, []string{want, more}, merge.Options{Lexicon: words, SameRules: true}); err != nil || dump(t, refused) != dump(t, both) {
		t.Errorf("%v", err)
	}
}

// An input that cannot be read is said, and the others are merged.
func TestBrokenInputs(t *testing.T) {
	words := lexicon(t, nil)
	good := ingested(t, words, map[string]string{"a.txt": patents})
	damaged := ingested(t, words, map[string]string{"b.txt": parks, "c.txt": firms})
	execute(t, damaged, "DROP TRIGGER blocks_text_update", "UPDATE blocks SET text = replace(text, '7个', '8个')")
	newer := ingested(t, words, map[string]string{"d.txt": later})
	execute(t, newer, "PRAGMA user_version = 999")
	unfinished := written(t, good)
	cut := written(t, good)
	text := filepath.Join(t.TempDir(), "notes.db")
	if err := errors.Join(os.Remove(unfinished+"/"+parquet.IndexName), os.Truncate(cut+"/records.parquet", 500), os.WriteFile(text, bytes.Repeat([]byte("no database"), 100), 0o600)); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(t.TempDir(), "missing.db")
	out, r, told := merged(t, words, damaged, newer, unfinished, cut, text, missing, good)
	for path, says := range map[string]string{damaged: "is not the one that was read", newer: "newer suyuan", unfinished: "has not ended", cut: "records.parquet", text: "not a suyuan database", missing: "does not exist"} {
		if !strings.Contains(told, path+": failed") || !strings.Contains(told, says) {
			t.Errorf("%s is not said: %s", says, told)
		}
	}
	got := dump(t, out)
	if r.Inputs != 1 || r.Broken != 6 || !strings.Contains(got, "600") || !strings.Contains(got, "300") || strings.Contains(got, "科技园区") {
		t.Errorf("%+v\n%s", r, got)
	}
	none := filepath.Join(t.TempDir(), "none.db")
	if _, err := merge.Run(t.Context(), none, []string{text, missing}, merge.Options{Lexicon: words}); !errors.Is(err, merge.ErrNone) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("a merge of nothing has made a database")
	}
	r, told = into(t, good, words, good, unfinished, out)
	if !strings.Contains(told, "is the database that is written to") || r.Inputs != 1 || r.Added != 1 || dump(t, good) != got {
		t.Errorf("%+v %s", r, told)
	}
}

// Evidence that somebody has moved out of its block is damage of its document alone,
// however far it reaches.
func TestTamperedEvidence(t *testing.T) {
	words := lexicon(t, nil)
	for _, piece := range []string{`["value",0,0,9223372036854775807]`, `["value",0,9223372036854775807,1]`, `["value",0,-9,3]`, `["value",-9223372036854775808,0,3]`, `"value"`} {
		in := ingested(t, words, map[string]string{"a.txt": patents, "b.txt": parks})
		execute(t, in, "UPDATE records SET evidence = '["+piece+"]' WHERE id = (SELECT min(record_id) FROM v_figures WHERE path LIKE '%b.txt')")
		done := make(chan string, 1)
		go func() {
			out := filepath.Join(t.TempDir(), "out.db")
			r, err := merge.Run(context.Background(), out, []string{in}, merge.Options{Lexicon: words, Tell: func(string) {}})
			done <- fmt.Sprint(r.Added, r.Broken, err)
		}()
		select {
		case got := <-done:
			if got != "1 1 <nil>" {
				t.Errorf("%s: %s", piece, got)
			}
		case <-time.After(30 * time.Second):
			t.Fatalf("%s: it does not end", piece)
		}
	}
}

// An older database is read, and stays as it is.
func TestOlderInput(t *testing.T) {
	words := lexicon(t, nil)
	old := filepath.Join(t.TempDir(), "old.db")
	var tables []string
	for _, name := range []string{"0001_tables", "0002_triggers", "0003_views"} {
		text, err := os.ReadFile("../store/migrations/" + name + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, string(text))
	}
	execute(t, old, append(tables, "PRAGMA application_id = 0x73757975", "PRAGMA user_version = 3",
		"INSERT INTO failures VALUES ('x.txt', NULL, 'read', 'is empty', '2024-01-01T00:00:00Z')")...)
	before, _ := os.ReadFile(old)
	out, r, told := merged(t, words, old)
	after, _ := os.ReadFile(old)
	if r.Inputs != 1 || !strings.Contains(dump(t, out), "x.txt") || !bytes.Equal(before, after) {
		t.Errorf("%+v %s\n%s", r, told, dump(t, out))
	}
}

// Of an older database whose process was killed, what stands in its log is read too.
func TestOlderInputWithLog(t *testing.T) {
	words := lexicon(t, nil)
	folder := t.TempDir()
	old := filepath.Join(folder, "old.db")
	db, err := sql.Open("sqlite3", old+"?_journal_mode=WAL")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, name := range []string{"0001_tables", "0002_triggers", "0003_views"} {
		text, err := os.ReadFile("../store/migrations/" + name + ".sql")
		if err == nil {
			_, err = db.Exec(string(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec(`PRAGMA application_id = 0x73757975; PRAGMA user_version = 3; PRAGMA wal_checkpoint(TRUNCATE);
		INSERT INTO failures VALUES ('x.txt', NULL, 'read', 'is empty', '2024-01-01T00:00:00Z')`); err != nil {
		t.Fatal(err)
	}
	killed := filepath.Join(t.TempDir(), "old.db")
	for _, beside := range []string{"", "-wal"} {
		data, err := os.ReadFile(old + beside)
		if err == nil {
			err = os.WriteFile(killed+beside, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	out, r, told := merged(t, words, killed)
	if r.Inputs != 1 || !strings.Contains(dump(t, out), "x.txt") {
		t.Errorf("%+v %s\n%s", r, told, dump(t, out))
	}
}

// A merge that is cut short leaves whole documents, and is run again.
func TestCutShort(t *testing.T) {
	words := lexicon(t, nil)
	in := offices(t, words)
	want, _, _ := merged(t, words, in...)
	out := filepath.Join(t.TempDir(), "out.db")
	for n := 1; n < 4; n++ {
		ctx, cancel := context.WithCancel(t.Context())
		lines := 0
		r, err := merge.Run(ctx, out, in, merge.Options{Lexicon: words, Tell: func(string) {
			if lines++; lines == n {
				cancel()
			}
		}})
		cancel()
		if err != nil || !r.Interrupted {
			t.Fatalf("%+v, %v", r, err)
		}
		s := open(t, out)
		holds(t, s)
		s.Close()
	}
	into(t, out, words, in...)
	if dump(t, out) != dump(t, want) {
		t.Error("other rows after a merge in pieces")
	}
}
