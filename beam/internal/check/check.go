// Package check holds what the tests of the module compare: folders of documents, and
// the rows that suyuan ingest and suyuan merge make of them.
package check

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/merge"
	"suyuan/store"
)

// Corpus makes a folder of the seeds, of generated documents, of a copy and of
// Failing files that fail. SUYUAN_CORPUS is the size of the generated ones in bytes:
// 94000000 makes 2000 of them, without it there are some 40. Root is that of the
// repository.
func Corpus(t *testing.T, root string) string {
	t.Helper()
	size := os.Getenv("SUYUAN_CORPUS")
	if size == "" {
		size = "2000000"
	}
	dir := t.TempDir()
	c := exec.CommandContext(t.Context(), "go", "run", "./bench", "vary", filepath.Join(dir, "made"), size)
	c.Dir = root
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	seeds := filepath.Join(root, "seeds")
	if err := os.CopyFS(filepath.Join(dir, "seeds"), os.DirFS(seeds)); err != nil {
		t.Fatal(err)
	}
	copied, err := os.ReadFile(filepath.Join(seeds, "001_e5ee640610a49a2c.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"copies/另一份.txt": string(copied), "broken/empty.txt": "", "broken/zeros.bin": "\x00\x00", "broken/cut.docx": "PK\x03\x04 is no archive", ".hidden.txt": "到2025年。"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Failing is how many files of a corpus fail.
const Failing = 3

// Ingested returns a file of the rows that suyuan ingest makes of a folder.
func Ingested(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ingest.db")
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Run(t.Context(), s, batch.Find([]string{dir}, path, batch.Patterns{}), batch.Options{Lexicon: rules(t)}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	return dump(t, path)
}

// Merged returns a file of the rows of a folder of Parquet files, once it is a
// database. A document that this program would have read otherwise fails the test.
func Merged(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "merged.db")
	_, err := merge.Run(t.Context(), path, []string{folder}, merge.Options{Lexicon: rules(t), SameRules: true, Tell: func(line string) { t.Log(line) }})
	if err != nil {
		t.Fatal(err)
	}
	return dump(t, path)
}

// Unfinished checks that a folder is refused of which the job has not ended.
func Unfinished(t *testing.T, folder string) {
	t.Helper()
	var told strings.Builder
	_, err := merge.Run(t.Context(), filepath.Join(t.TempDir(), "merged.db"), []string{folder}, merge.Options{Lexicon: rules(t), Tell: func(line string) { told.WriteString(line) }})
	if err != merge.ErrNone || !strings.Contains(told.String(), "has not ended") {
		t.Errorf("a folder that is not whole is merged: %v %s", err, told.String())
	}
}

func rules(t *testing.T) *extract.Lexicon {
	t.Helper()
	l, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func dump(t *testing.T, database string) string {
	t.Helper()
	s, err := store.OpenReadOnly(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	out, err := os.Create(database + ".rows")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Dump(t.Context(), out), out.Close(), os.Remove(database)); err != nil {
		t.Fatal(err)
	}
	return out.Name()
}

// Same compares two files of rows and shows where they begin to differ; the first is
// then taken away. It returns how many rows each view has.
func Same(t *testing.T, name, got, want string) map[string]int {
	t.Helper()
	a, b := lines(t, got), lines(t, want)
	defer os.Remove(got)
	views := map[string]int{}
	for a.Scan() {
		if !b.Scan() || a.Text() != b.Text() {
			t.Fatalf("%s: the first row that differs is\n%.300s\nwant\n%.300s", name, a.Text(), b.Text())
		}
		view, _, _ := strings.Cut(a.Text(), " ")
		views[view]++
	}
	if b.Scan() || a.Err() != nil || b.Err() != nil {
		t.Fatalf("%s: the first row that is missing is\n%.300s\n%v %v", name, b.Text(), a.Err(), b.Err())
	}
	return views
}

func lines(t *testing.T, path string) *bufio.Scanner {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<30)
	return s
}
