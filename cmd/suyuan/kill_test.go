package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

var kills = flag.Int("kills", 5, "how often TestKill kills each kind of run")

// scene is a kind of run that is to be killed, in a folder of its own.
type scene struct {
	name   string
	make   func(t *testing.T, dir string) // makes the files, and first.db if the run begins with a database
	args   []string
	status int // of a run that nobody disturbs
}

var scenes = []scene{
	{"ingest into a new database", makeNew, []string{"ingest", "--jobs", "8", "in"}, 1},
	{"ingest of files that changed, moved, changed places and broke", makeChanged, []string{"ingest", "--jobs", "8", "in"}, 1},
	{"other rules over stored texts", makeStale, []string{"reextract", "--lexicon", "words", "--jobs", "8"}, 0},
	{"ingest into a database of an earlier schema", makeOld, []string{"ingest", "--jobs", "8", "in"}, 1},
}

// A process that is killed at any moment leaves whole documents: everything that it
// said was stored is, verify finds no fault, and the same command once more gives
// the rows of a run that nobody disturbed.
func TestKill(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			k := newKilling(t, s)
			for k.killed < *kills && k.tried < 20*(*kills) && !t.Failed() {
				k.try(t)
			}
			if t.Failed() {
				return
			}
			if k.killed < *kills {
				t.Errorf("only %d of %d runs were still at work when they were to be killed", k.killed, k.tried)
			}
			t.Logf("%d kills in runs of %v: %d before the first document, %d amid them, %d after the last; %d runs had %d killed before them in a row; %d documents had been told of as stored, none was lost",
				k.killed, k.duration.Round(time.Millisecond), k.moments[0], k.moments[1], k.moments[2], k.tried, k.chained, k.told)
		})
	}
}

// killing is a scene that is played over and over.
type killing struct {
	scene
	dir      string
	want     string        // the rows that a run gives that nobody disturbs
	duration time.Duration // of it
	files    int
	random   *rand.Rand
	tried    int
	killed   int
	chained  int // kills on a database that a killed run had left
	told     int
	moments  [3]int
}

func newKilling(t *testing.T, s scene) *killing {
	k := &killing{scene: s, dir: t.TempDir(), random: rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))}
	s.make(t, k.dir)
	k.begin(t, "undisturbed.db")
	begun := time.Now()
	r := suyuan(t, k.dir, "", k.on("undisturbed.db")...)
	k.duration = time.Since(begun)
	r.expect(t, s.status)
	k.files = len(toldOf.FindAllString(r.messages, -1))
	k.want = dump(t, filepath.Join(k.dir, "undisturbed.db"))
	return k
}

// on returns the command on a database.
func (k *killing) on(db string) []string {
	return append([]string{k.args[0], "--db", db}, k.args[1:]...)
}

// begin puts the database in its place that a run begins with.
func (k *killing) begin(t *testing.T, db string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(k.dir, "first.db"))
	if os.IsNotExist(err) {
		return
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(k.dir, db), data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// try kills up to three runs on one database, and then lets one end.
func (k *killing) try(t *testing.T) {
	db := fmt.Sprintf("%d.db", k.tried)
	defer func() {
		left, _ := filepath.Glob(filepath.Join(k.dir, db+"*"))
		for _, file := range left {
			os.Remove(file)
		}
	}()
	k.begin(t, db)
	for i := range 1 + k.random.IntN(3) {
		k.tried++
		if !k.kill(t, db) && i == 0 {
			return
		}
		k.chained += min(i, 1)
		k.examine(t, db)
	}
	r := suyuan(t, k.dir, "", k.on(db)...)
	r.expect(t, k.status)
	if got := dump(t, filepath.Join(k.dir, db)); got != k.want {
		t.Errorf("after a kill, the same command gives other rows than a run that nobody disturbed:\n%s", differences(got, k.want))
	}
	if left, _ := filepath.Glob(filepath.Join(k.dir, db+"-*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// kill kills a run at a random moment, and reports whether it was still at work.
// Three of four moments come shortly after a line of its messages, because most of
// a run's time passes before it writes. Whatever it had told of by then has to be there.
func (k *killing) kill(t *testing.T, db string) bool {
	t.Helper()
	c := program(k.dir, k.on(db)...)
	messages := &watched{awaited: 1 + k.random.IntN(k.files), reached: make(chan bool)}
	longest := 2 * time.Millisecond
	if k.random.IntN(4) == 0 {
		messages.awaited, longest = 0, k.duration
	}
	c.Stderr = messages
	begun := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, c.Process.Pid, 10) // so that the one that kills is not late
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	if messages.awaited > 0 {
		select {
		case <-messages.reached:
		case err := <-ended:
			ended <- err
		}
	}
	time.Sleep(time.Duration(k.random.Float64() * float64(longest)))
	_ = c.Process.Kill()
	<-ended
	if c.ProcessState.Exited() {
		k.duration = time.Since(begun)
		return false
	}
	k.killed++
	stored := k.stored(t, messages.text.String(), db)
	k.told += stored
	switch {
	case stored == 0:
		k.moments[0]++
	case stored < k.files:
		k.moments[1]++
	default:
		k.moments[2]++
	}
	return true
}

// watched takes messages, and says when there are as many lines of them as are awaited.
type watched struct {
	text           bytes.Buffer
	awaited, lines int
	reached        chan bool
}

func (w *watched) Write(p []byte) (int, error) {
	before := w.lines
	w.lines += bytes.Count(p, []byte("\n"))
	if before < w.awaited && w.lines >= w.awaited {
		close(w.reached)
	}
	return w.text.Write(p)
}

var toldOf = regexp.MustCompile(`(?m)^\[\d+/\d+\] (.+?): (added|changed|moved|failed|unchanged).*$`)

// stored counts the files that a run told of, each of which is in the database
// with the content that it has.
func (k *killing) stored(t *testing.T, messages, db string) int {
	t.Helper()
	all := toldOf.FindAllStringSubmatch(messages, -1)
	if len(all) == 0 {
		return 0
	}
	q := openSQL(t, filepath.Join(k.dir, db))
	defer q.Close()
	for _, m := range all {
		query := "SELECT count(*) FROM v_paths JOIN v_documents USING (document_id) WHERE v_paths.path = ?1 AND sha256 IS coalesce(?2, sha256)"
		if m[2] == "failed" {
			query = "SELECT count(*) FROM v_failures WHERE path = ?1 AND sha256 IS coalesce(?2, sha256)"
		}
		var n int
		if err := q.QueryRow(query, m[1], k.sum(m[1])).Scan(&n); err != nil || n != 1 {
			t.Errorf("it was told of as stored and is lost: %s, %v", m[0], err)
		}
	}
	return len(all)
}

// sum returns the hash of a file, nil for one in an archive.
func (k *killing) sum(path string) any {
	data, err := os.ReadFile(filepath.Join(k.dir, path))
	if err != nil {
		return nil
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// examine verifies a database that a killed run left. A file whose document was
// not read anew yet has another hash, which is no fault of the database.
func (k *killing) examine(t *testing.T, db string) {
	t.Helper()
	r := suyuan(t, k.dir, "", "verify", "--json", "--db", db)
	if r.status == 2 && regexp.MustCompile("file does not exist|it is empty|written by an older suyuan").MatchString(r.messages) {
		return
	}
	if r.status == 2 {
		t.Fatalf("after a kill: %s", r.messages)
	}
	var report verifyJSON
	if err := json.Unmarshal([]byte(r.out), &report); err != nil {
		t.Fatalf("verify: %v, %s", err, r.messages)
	}
	for _, f := range report.Faults {
		if f.Check != "file" {
			t.Errorf("after a kill: %+v", f)
		}
	}
}

// differences returns the first lines that only one of two dumps has.
func differences(got, want string) string {
	var out []string
	for _, side := range []struct{ mark, a, b string }{{"+ ", got, want}, {"- ", want, got}} {
		has := map[string]bool{}
		for line := range strings.Lines(side.b) {
			has[line] = true
		}
		for line := range strings.Lines(side.a) {
			if !has[line] && len(out) < 20 {
				out = append(out, side.mark+line[:min(len(line), 300)])
			}
		}
	}
	return strings.Join(out, "\n")
}

// makeNew makes a batch with everything that takes a way of its own: two plans,
// short texts, a copy, an archive, and files that fail.
func makeNew(t *testing.T, dir string) {
	t.Helper()
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, "in", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"001_e5ee640610a49a2c.txt", "004_2bdc0bcdbbb894b5.txt"} {
		text, err := os.ReadFile(filepath.Join(seeds(t), name))
		if err != nil {
			t.Fatal(err)
		}
		put(name, string(text))
	}
	for i := range 60 {
		put(fmt.Sprintf("short/%02d.txt", i), fmt.Sprintf("第%d份\n%s", i, goodText))
	}
	put("copy.txt", "第3份\n"+goodText)
	put("bad.txt", "到2025年\n达到\xb4\xef600家")
	put("empty.txt", "")
	if err := os.Symlink("nowhere", filepath.Join(dir, "in", "dangling")); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for _, name := range []string{"a.txt", "b.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, name, "\n", goodText)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	put("pack.zip", data.String())
}

// makeChanged ingests the same batch, and has then changed it: every document has
// a new content or a new place.
func makeChanged(t *testing.T, dir string) {
	t.Helper()
	makeNew(t, dir)
	suyuan(t, dir, "", "ingest", "--db", "first.db", "in").expect(t, 1)
	in := func(name string) string { return filepath.Join(dir, "in", name) }
	for _, names := range [][2]string{
		{"short/00.txt", "x"}, {"short/01.txt", "short/00.txt"}, {"x", "short/01.txt"}, // change places
		{"short/02.txt", "short/renamed.txt"}, {"001_e5ee640610a49a2c.txt", "moved.txt"},
		{"copy.txt", "short/05.txt"},
	} {
		if err := os.Rename(in(names[0]), in(names[1])); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{"short/06.txt": goodText + "改", "short/07.txt": "", "bad.txt": goodText + "好", "short/new.txt": goodText + "新"} {
		if err := os.WriteFile(in(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(in("004_2bdc0bcdbbb894b5.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in("004_2bdc0bcdbbb894b5.txt"), append(text, "\n到2025年，专利达到600件。\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
}

// makeStale ingests the batch, and has other word lists for it then.
func makeStale(t *testing.T, dir string) {
	t.Helper()
	makeNew(t, dir)
	suyuan(t, dir, "", "ingest", "--db", "first.db", "in").expect(t, 1)
	if err := os.Mkdir(filepath.Join(dir, "words"), 0o755); err != nil {
		t.Fatal(err)
	}
	words := "unit\tbase\tfactor\tdimension\tnot_before\n家\t户\t1\tcount\t\n"
	if err := os.WriteFile(filepath.Join(dir, "words/units.tsv"), []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
}

// makeOld has a database as an earlier program left it, which the run brings up to
// this one's schema.
func makeOld(t *testing.T, dir string) {
	t.Helper()
	makeNew(t, dir)
	if err := os.WriteFile(filepath.Join(dir, "first.db"), thawed(t), 0o644); err != nil {
		t.Fatal(err)
	}
}

// thawed returns a database as an earlier program left it, with much that this
// one's schema has no use for.
func thawed(t *testing.T) []byte {
	t.Helper()
	f, err := os.Open("../../store/testdata/schema_003.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	q := openSQL(t, path)
	_, err = q.Exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
		INSERT INTO evidence SELECT record_id, number + 1000 * i, role, block_id, byte_start, char_start, line, quote FROM evidence, n`)
	if err = errors.Join(err, q.Close()); err != nil {
		t.Fatal(err)
	}
	if data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return data
}
