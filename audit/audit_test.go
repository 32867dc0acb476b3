package audit_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"suyuan/audit"
	"suyuan/batch"
	"suyuan/extract"
	"suyuan/store"
)

var ctx = context.Background()

func words(t testing.TB) *extract.Lexicon {
	t.Helper()
	l, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// ingested stores the files under a folder and returns the database.
func ingested(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "audit.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	report, err := batch.Run(ctx, s, batch.Find([]string{dir}, s.Path(), batch.Patterns{}), batch.Options{Lexicon: words(t)})
	if err != nil || report.Failed > 0 {
		t.Fatal(err, report)
	}
	return s
}

// audited returns the findings of every document by the name of its file.
func audited(t testing.TB, s *store.Store) map[string][]audit.Shown {
	t.Helper()
	all := map[string][]audit.Shown{}
	_, err := audit.New(words(t)).Run(ctx, s, func(audit.Finding) bool { return true }, func(f audit.Shown) error {
		name := filepath.Base(f.Path)
		all[name] = append(all[name], f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// folder writes texts to files.
func folder(t testing.TB, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// unmarked takes the marks «…» off a text and returns where they stood, in bytes.
func unmarked(text string) (plain string, places []string) {
	for {
		before, rest, ok := strings.Cut(text, "«")
		plain += before
		if !ok {
			return plain, places
		}
		quote, after, _ := strings.Cut(rest, "»")
		places = append(places, fmt.Sprintf("%d-%d %s", len(plain), len(plain)+len(quote), quote))
		plain += quote
		text = after
	}
}

// Every check finds what its examples mark, exactly, and nothing in those that it
// must not match.
func TestExamples(t *testing.T) {
	texts := map[string]string{}
	want := map[string][]string{}
	kinds := map[string]string{}
	add := func(check audit.Check, which string, list []string) {
		for i, text := range list {
			name := fmt.Sprintf("%s-%s-%d.txt", check.Name, which, i)
			// A title of its own keeps examples that are alike apart.
			plain, places := unmarked(text + "\n\n" + name + "\n")
			texts[name], want[name], kinds[name] = plain, places, check.Name
		}
	}
	for _, c := range audit.Checks() {
		if len(c.Match) == 0 || len(c.Reject) == 0 || c.Doc == "" {
			t.Errorf("%s lacks a doc or examples", c.Name)
		}
		add(c, "match", c.Match)
		add(c, "reject", c.Reject)
	}
	got := audited(t, ingested(t, folder(t, texts)))
	for name, places := range want {
		var found []string
		for _, f := range got[name] {
			if f.Kind != kinds[name] {
				continue
			}
			for _, r := range f.Records {
				found = append(found, fmt.Sprintf("%d-%d %s", r.ByteStart, r.ByteEnd, r.Quote))
			}
		}
		sort.Strings(places)
		sort.Strings(found)
		found = slices.Compact(found)
		if !slices.Equal(found, places) {
			t.Errorf("%s: %s\nfinds %q\nwants %q", name, texts[name], found, places)
		}
	}
}

// A document that another process forgets while the audit is under way is none, one
// that it stores anew is left without findings, and the others are audited.
func TestChangedMeanwhile(t *testing.T) {
	texts := map[string]string{}
	for _, name := range []string{"a", "b", "c", "d"} {
		texts[name+".txt"] = "高新技术企业由2015年的100家增加到2020年的150家，增长40%。" + name
	}
	dir := folder(t, texts)
	s := ingested(t, dir)
	others, err := extract.LoadLexicon(fstest.MapFS{"units.tsv": {Data: []byte("unit\tbase\tfactor\tdimension\tnot_before\n家\t户\t1\tcount\t\n")}})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	counts, err := audit.New(words(t)).Run(ctx, s, func(audit.Finding) bool { return true }, func(f audit.Shown) error {
		told = append(told, filepath.Base(f.Path))
		if len(told) > 1 {
			return nil
		}
		if _, err := s.Forget(ctx, filepath.Join(dir, "b.txt")); err != nil {
			return err
		}
		c, err := s.Document(ctx, filepath.Join(dir, "c.txt"))
		if err == nil {
			_, err = batch.Reextract(ctx, s, []int64{c.ID}, batch.Options{Lexicon: others})
		}
		return err
	})
	if err != nil || counts.Documents != 2 || counts.Meanwhile != 1 || !slices.Equal(told, []string{"a.txt", "d.txt"}) {
		t.Errorf("%v: %+v, told of %v", err, counts, told)
	}
}

func TestNamesOfChecks(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range audit.Checks() {
		if seen[c.Name] || strings.ToLower(c.Name) != c.Name {
			t.Errorf("%q is there twice or no name", c.Name)
		}
		seen[c.Name] = true
	}
}
