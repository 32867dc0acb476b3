package beam

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"suyuan/beam/internal/check"
	"suyuan/intake"
	"suyuan/parquet"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// planned returns a job over a folder.
func planned(t *testing.T, dir string, change func(*Job)) Job {
	t.Helper()
	j := Job{Globs: []string{dir}, Out: filepath.Join(t.TempDir(), "out"), Patience: 10 * time.Minute}
	change(&j)
	if _, err := j.Plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	return j
}

// run runs a job on Prism in this process.
func run(t *testing.T, j Job, times int) Total {
	t.Helper()
	p := sdk.NewPipeline()
	build(p, j, times)
	result, err := beamx.RunWithMetrics(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return Totals(result)
}

// However many work at once, into however many shards, and when every shard is made
// twice at the same time: merged, the rows are those of suyuan ingest.
func TestRowsAreThoseOfIngest(t *testing.T) {
	dir := check.Corpus(t, "..")
	want := check.Ingested(t, dir)
	for _, c := range []struct{ jobs, shards, times int }{{1, 1, 1}, {2, 0, 1}, {4, 7, 1}, {2, 5, 2}} {
		name := fmt.Sprintf("%d at once, %d shards, %d times", c.jobs, c.shards, c.times)
		j := planned(t, dir, func(j *Job) { j.Jobs, j.Shards = c.jobs, c.shards })
		total := run(t, j, c.times)
		views := check.Same(t, name, check.Merged(t, j.Out), want)
		documents := views["v_paths"] * c.times
		if total.Documents != int64(documents) || total.Failures != int64(check.Failing*c.times) || total.Records == 0 || total.Bytes == 0 || total.Extract == 0 || total.Write == 0 {
			t.Errorf("%s: %s, %d documents", name, total, documents)
		}
		for _, view := range []string{"v_documents", "v_paths", "v_texts", "blocks", "v_records", "v_figures", "v_dates", "v_departments", "v_projects", "v_evidence", "v_links", "v_numerals", "v_failures"} {
			if views[view] == 0 {
				t.Errorf("%s: the corpus shows nothing of %s: %v", name, view, views)
			}
		}
	}
}

// The same job once more makes the same bytes, and takes away what one with other
// shards has left; while it runs, the folder is not whole.
func TestJobOnceMore(t *testing.T) {
	dir := check.Corpus(t, "..")
	j := planned(t, dir, func(j *Job) { j.Shards, j.At = 3, time.Unix(1e9, 0) })
	run(t, j, 1)
	first := files(t, j.Out)
	other := j
	other.Shards = 5
	run(t, other, 1)
	if files(t, j.Out)["records-00000-of-00003.parquet"] != "" {
		t.Error("files of the earlier job are left")
	}
	if err := os.WriteFile(j.Out+"/records-00001-of-00003.parquet.part-killed", []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := parquet.ReadIndex(j.Out); !errors.Is(err, parquet.ErrUnfinished) {
		t.Errorf("a folder that is written to: %v", err)
	}
	run(t, j, 1)
	again := files(t, j.Out)
	if len(again) != len(first) {
		t.Errorf("%d files, at first %d", len(again), len(first))
	}
	for name, data := range first {
		if again[name] != data {
			t.Errorf("%s has other bytes", name)
		}
	}
}

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

// Whatever the number of bundles that the runner gives a process, it has one shard in
// memory for four documents that it extracts at once.
func TestOneShardIsOpen(t *testing.T) {
	j := planned(t, "../seeds", func(j *Job) { j.Jobs, j.Shards = 4, 5 })
	done, watched := make(chan bool), make(chan bool)
	go func() {
		defer close(watched)
		for {
			if growing, _ := filepath.Glob(j.Out + "/texts-*" + partMark + "*"); len(growing) > 1 {
				t.Errorf("open at once: %v", growing)
			}
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	run(t, j, 1)
	close(done)
	<-watched
}

// A document that fails costs only itself, at whichever step.
func TestPoison(t *testing.T) {
	j := planned(t, "../seeds", func(j *Job) { j.Patience = 1 })
	if total := run(t, j, 1); total.Failures != 5 || total.Documents != 0 {
		t.Errorf("%s", total)
	}
	x, err := parquet.ReadIndex(j.Out)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, shard := range x.Shards {
		r, err := x.OpenShard(j.Out, shard)
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range r.Failures() {
			if err != nil || f.Stage != "extract" || !strings.Contains(f.Message, intake.ErrPatience.Error()) {
				t.Errorf("%+v, %v", f, err)
			}
			n++
		}
		r.Close()
	}
	if n != 5 {
		t.Errorf("%d failures in the table", n)
	}
}

// Word lists travel with the job.
func TestLexiconTravels(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.WriteFile(dir+"/units.tsv", []byte("unit\tbase\tfactor\tdimension\tnot_before\n脾\t脾\t1\tcount\t\n"), 0o600), os.Mkdir(dir+"/in", 0o755),
		os.WriteFile(dir+"/in/a.txt", []byte("到2027年，全县蜜蜂养殖规模达到5万脾。\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	packed, err := PackLexicon(dir)
	if err != nil {
		t.Fatal(err)
	}
	j := planned(t, dir+"/in", func(j *Job) { j.Lexicon = packed })
	run(t, j, 1)
	index, err := parquet.ReadIndex(j.Out)
	if err != nil || len(index.Shards) != 1 {
		t.Fatalf("%v, %v", index, err)
	}
	r, err := index.OpenShard(j.Out, index.Shards[0])
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for e, err := range r.Entries() {
		if err != nil || len(e.Records.Figures) != 1 || e.Records.Figures[0].UnitBase != "脾" {
			t.Errorf("%+v, %v", e, err)
		}
	}
}

func TestNothingToRead(t *testing.T) {
	j := Job{Globs: []string{t.TempDir() + "/*.txt"}, Out: t.TempDir()}
	if n, err := j.Plan(context.Background()); n != 0 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	j = Job{Globs: []string{"nowhere://x"}, Out: j.Out}
	if _, err := j.Plan(context.Background()); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("%v", err)
	}
}

// What a glob matches on the local disk; ** is refused rather than taken for *.
func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "2024/b.txt", "2024/05/c.txt", "2024/05/.d.txt", "odd**/e.txt"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("到2025年。"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	for glob, want := range map[string]string{
		dir + "/2024":          "2024/05/c.txt 2024/b.txt",
		dir + "/*.txt":         "a.txt",
		dir + "/*/*.txt":       "2024/b.txt odd**/e.txt",
		dir + "/20??":          "2024/05/c.txt 2024/b.txt",
		dir + "/odd**":         "odd**/e.txt",
		dir + "/**/*.txt":      "stands for all files below it",
		"s3://bucket/**/*.txt": "a glob for each depth",
	} {
		paths, err := List(t.Context(), glob)
		for i := range paths {
			paths[i] = strings.TrimPrefix(paths[i], dir+"/")
		}
		got := strings.Join(paths, " ")
		if err != nil {
			got = err.Error()
		}
		if got != want && (err == nil || !strings.HasSuffix(got, want)) {
			t.Errorf("%s: %s, want %s", glob, got, want)
		}
	}
}
