package parquet_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/intake"
	"suyuan/parquet"
	"suyuan/store"
)

const seeds = "../seeds"

// ingested returns a database of the seeds, one of them under two paths, and of a
// file that fails.
func ingested(t *testing.T) *store.Store {
	t.Helper()
	dir := t.TempDir()
	copied, err := os.ReadFile(seeds + "/001_e5ee640610a49a2c.txt")
	if err := errors.Join(err, os.WriteFile(dir+"/copy.txt", copied, 0o600), os.WriteFile(dir+"/zero.bin", []byte{0}, 0o600)); err != nil {
		t.Fatal(err)
	}
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := fresh(t)
	if _, err := batch.Run(t.Context(), s, batch.Find([]string{seeds, dir}, s.Path(), batch.Patterns{}), batch.Options{Lexicon: lexicon}); err != nil {
		t.Fatal(err)
	}
	return s
}

func fresh(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "t.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// written writes what a database holds as one shard.
func written(t *testing.T, s *store.Store) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "out")
	w, err := parquet.Create(folder)
	if err != nil {
		t.Fatal(err)
	}
	for e, err := range s.Entries(t.Context()) {
		if err := errors.Join(err, w.Add(e)); err != nil {
			t.Fatal(err)
		}
	}
	failed := intake.Failure{Path: "broken.txt", Stage: "read", Message: "是空的", At: time.Unix(1e9, 0), Sum: [32]byte{7}}
	if err := errors.Join(w.Fail(failed), w.Close()); err != nil {
		t.Fatal(err)
	}
	return folder
}

func open(t *testing.T, folder string) (*parquet.Reader, error) {
	t.Helper()
	x, err := parquet.ReadIndex(folder)
	if err != nil {
		return nil, err
	}
	return x.OpenShard(folder, x.Shards[0])
}

// What comes back is what the database was given: saved again, every row of every
// view is there, save failures, which the shard keeps apart.
func TestShardIsTheDatabase(t *testing.T) {
	s, again := ingested(t), fresh(t)
	r, err := open(t, written(t, s))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for e, err := range r.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		rows, err := store.Prepare(*e)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := again.Save(t.Context(), rows); err != nil {
			t.Fatal(err)
		}
	}
	for f, err := range r.Failures() {
		if err != nil || f.Path != "broken.txt" || f.Message != "是空的" || f.Sum != [32]byte{7} || f.At.Unix() != 1e9 {
			t.Errorf("failure %+v, %v", f, err)
		}
	}
	if want, got := dump(t, s), dump(t, again); got != want || !strings.Contains(got, "v_figures ") {
		t.Errorf("%d bytes of rows, want %d", len(got), len(want))
	}
}

// dump returns the rows of all views but v_failures.
func dump(t *testing.T, s *store.Store) string {
	t.Helper()
	var out bytes.Buffer
	if err := s.Dump(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "v_failures ") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// The same documents give the same bytes.
func TestShardIsTheSameTwice(t *testing.T) {
	s := ingested(t)
	one, two := written(t, s), written(t, s)
	for _, table := range parquet.Tables {
		a, err := os.ReadFile(filepath.Join(one, table+".parquet"))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(two, table+".parquet"))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: %d bytes and %d, %v", table, len(a), len(b), err)
		}
	}
}

func TestDamageIsNamed(t *testing.T) {
	s := ingested(t)
	whole := written(t, s)
	cases := []struct {
		name, says string
		do         func(folder string) error
	}{
		{"no index", "has not ended", func(f string) error { return os.Remove(f + "/" + parquet.IndexName) }},
		{"newer schema", "version 999", func(f string) error {
			return os.WriteFile(f+"/"+parquet.IndexName, []byte(`{"version":999,"shards":[0],"of":1}`), 0o600)
		}},
		{"a table is missing", "links.parquet", func(f string) error { return os.Remove(f + "/links.parquet") }},
		{"a table is cut short", "evidence.parquet", func(f string) error { return os.Truncate(f+"/evidence.parquet", 1000) }},
		{"another table in its place", "no column", func(f string) error {
			data, err := os.ReadFile(f + "/texts.parquet")
			return errors.Join(err, os.WriteFile(f+"/numerals.parquet", data, 0o600))
		}},
		{"another text", "", func(f string) error { return flip(f+"/texts.parquet", 3) }},
		{"other records", "", func(f string) error { return flip(f+"/records.parquet", 2) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			if err := errors.Join(os.CopyFS(folder, os.DirFS(whole)), c.do(folder)); err != nil {
				t.Fatal(err)
			}
			r, err := open(t, folder)
			if err == nil {
				defer r.Close()
				for _, err = range r.Entries() {
					if err != nil {
						break
					}
				}
			}
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), folder) {
				t.Errorf("error %v", err)
			}
		})
	}
}

// flip changes a byte in a file, at the n-th part of its length.
func flip(path string, n int) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data[len(data)/n] ^= 0xff
	return os.WriteFile(path, data, 0o600)
}

func TestCreateRefusesWhatIsNotItsOwn(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(folder+"/letters.doc", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := parquet.Create(folder); err == nil || !strings.Contains(err.Error(), "letters.doc") {
		t.Errorf("error %v", err)
	}
}
