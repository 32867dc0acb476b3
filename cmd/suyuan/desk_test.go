package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// desk is a folder with a database of two documents.
func desk(t *testing.T) string {
	t.Helper()
	dir := folder(t, map[string]string{"a.txt": strings.Replace(goodText, "某市", "潮州市", 1), "b.txt": reportText})
	suyuan(t, dir, "", "ingest", "a.txt", "b.txt").expect(t, 0)
	return dir
}

const reportText = "揭阳市政府工作报告\n一、回顾\n2020年，高新技术企业达到400家。\n二、目标\n到2025年，高新技术企业达到800家，研发投入强度达到2.5%。\n"

// has demands texts of the output, in this order.
func (r result) has(t *testing.T, texts ...string) {
	t.Helper()
	rest := r.out
	for _, text := range texts {
		_, behind, ok := strings.Cut(rest, text)
		if !ok {
			t.Errorf("the output lacks %q behind what came before:\n%s%s", text, r.out, r.messages)
			return
		}
		rest = behind
	}
}

func TestShow(t *testing.T) {
	dir := desk(t)
	r := suyuan(t, dir, "", "show", "a.txt")
	r.expect(t, 0)
	r.has(t, "document a.txt", "title", "region", "潮州市", "records", "1 figures (1 targets)", "figure", "600", "高新技术企业 >=600家 2025 target")
	key := ""
	for line := range strings.Lines(r.out) {
		if words := strings.Fields(line); len(words) > 3 && words[2] == "figure" {
			key = words[0]
		}
	}
	r = suyuan(t, dir, "", "show", key)
	r.expect(t, 0)
	r.has(t, "figure "+key, "document", "a.txt", "section", "发展目标", "sentence", "高新技术企业达到«600»家以上", "indicator_id high_tech_firms", "comparator   >=", "time         2025", "unit", "家")
	if strings.Contains(r.out, "\x1b") {
		t.Error("colours where there is no terminal")
	}
	var line map[string]any
	if err := json.Unmarshal([]byte(suyuan(t, dir, "", "show", "--json", key).out), &line); err != nil || line["quote"] != "600" || line["review"] != nil {
		t.Errorf("%v, %v", line, err)
	}
	suyuan(t, dir, "", "show", "--doc", "2").has(t, "document b.txt")
	suyuan(t, dir, "", "show", "b.txt", "--kind", "target", "--json").has(t, `"800"`, `"2.5"`)
	suyuan(t, dir, "", "show", "nowhere.txt").expect(t, 1, "no such record", "a document is named by its path")
	suyuan(t, dir, "", "show", "--doc", "9").expect(t, 1, "no such document")
	suyuan(t, dir, "", "show").expect(t, 2)
}

func TestSearchCommand(t *testing.T) {
	dir := desk(t)
	r := suyuan(t, dir, "", "search", "高新技术企业", "800")
	r.expect(t, 0)
	r.has(t, "b.txt:5", "揭阳市", "目标", "«高新技术企业»达到«800»家", "1 place in 1 document")
	suyuan(t, dir, "", "search", "企业", "--limit", "1").has(t, "a.txt:3", "1 of 3 places in 2 documents")
	suyuan(t, dir, "", "search", "企业", "--region", "揭阳市", "--offset", "1").has(t, "b.txt:5", "1 of 2 places")
	suyuan(t, dir, "", "search", "没有的词").expect(t, 1, "nothing found")
	suyuan(t, dir, "", "search", "“”").expect(t, 2, "no words to search for")
	var found struct {
		Places int
		Hits   []struct {
			Path  string
			Spans []struct {
				ByteStart int `json:"byte_start"`
				ByteEnd   int `json:"byte_end"`
				Quote     string
			}
		}
	}
	if err := json.Unmarshal([]byte(suyuan(t, dir, "", "search", "--json", "研发投入").out), &found); err != nil || found.Places != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	span := found.Hits[0].Spans[0]
	if got := reportText[span.ByteStart:span.ByteEnd]; got != "研发投入" || span.Quote != got {
		t.Errorf("%q at its bytes", got)
	}
	// A database that may not be written is searched as well.
	db := filepath.Join(dir, "suyuan.db")
	if err := os.Chmod(db, 0o444); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "search", "研发").has(t, "b.txt:5")
}

func TestCompareCommand(t *testing.T) {
	dir := desk(t)
	r := suyuan(t, dir, "", "compare", "高企数量")
	r.expect(t, 0)
	r.has(t, "高新技术企业数  揭阳市", "400家  2020", "800家  2025", "+400 (+100.0%)", "b.txt:5, :3", "潮州市", ">=600家  2025")
	suyuan(t, dir, "", "compare", "high_tech_firms", "--region", "潮州").has(t, ">=600家")
	suyuan(t, dir, "", "compare", "high_tech_firms", "--year", "2031").expect(t, 1, "nothing found")
	suyuan(t, dir, "", "compare", "high_tech_firms", "--json", "--csv").expect(t, 2)
	suyuan(t, dir, "", "compare", "不存在", "high_tech_firms", "无此指标").expect(t, 1, "nothing found of 不存在, 无此指标: no target and no fact of such an indicator")
	suyuan(t, dir, "", "compare", "high_tech_firms", "高企数量").expect(t, 0)
	suyuan(t, dir, "", "compare", "high_tech_firms", "--year", "2030,abcd").expect(t, 2, `invalid argument "2030,abcd" for "--year" flag: give a year, such as 2025, or several with commas`)
	suyuan(t, dir, "", "compare", "").expect(t, 2, "an indicator is empty")
	csv := suyuan(t, dir, "", "compare", "high_tech_firms", "--csv").out
	if !strings.HasPrefix(csv, "\ufeffindicator_id,indicator,region,") || !strings.Contains(csv, "high_tech_firms,高新技术企业数,揭阳市,level,,家,400,") || !strings.HasSuffix(csv, "\n") {
		t.Errorf("%s", csv)
	}
	var one struct {
		Baseline, Target struct{ Value float64 }
		Change           float64
	}
	line, _, _ := strings.Cut(suyuan(t, dir, "", "compare", "high_tech_firms", "--json").out, "\n")
	if err := json.Unmarshal([]byte(line), &one); err != nil || one.Baseline.Value != 400 || one.Target.Value != 800 || one.Change != 400 {
		t.Errorf("%+v, %v", one, err)
	}
}

// figures of the report in their order: 400, 800, 2.5.
var ofReport = []string{"--reviewer", "王", "--document", "b.txt", "--type", "figure"}

func TestReviewCommand(t *testing.T) {
	dir := desk(t)
	review := func(keys string, args ...string) result {
		return suyuan(t, dir, keys, append(append([]string{"review"}, ofReport...), args...)...)
	}
	r := review("c 看过原文\ny\nx\nn\nu\n?\ne\nunit=万家\nfoo=1\nvalue=3\n\ny\nk\n")
	r.expect(t, 0)
	r.has(t, "«400»", "right 正确", "«800»", "y 正确 right", "wrong 错误", "«2.5»", "undone 撤销", "«800»", "doubtful 存疑", "«2.5»", "foo is no field", "is it your own value?", "corrected 修正", "no more records")
	verdicts := suyuan(t, dir, "", "export", "--format", "reviews").out
	if n := strings.Count(verdicts, "\n"); n != 5 || !strings.Contains(verdicts, "看过原文") {
		t.Errorf("%d reviews:\n%s", n, verdicts)
	}
	review("q").expect(t, 1, "nothing found") // all are judged
	review("q", "--verdict", "corrected").has(t, "record 1", "«2.5»", "verdict", "corrected 修正 by 王", "unit = 万家", "the value is the reviewer's own")
	review("j k j u q", "--verdict", "reviewed").has(t, "record 1", "record 2", "record 1", "record 2", "undone 撤销")
	suyuan(t, dir, "", "compare", "研发强度").has(t, "3万家", "corrected")
	sample := review("ynn", "--sample", "3", "--seed", "7")
	sample.expect(t, 0, "a sample of 3 records, seed 7")
	sample.has(t, "1 right, 2 wrong, 0 corrected, 0 doubtful, 0 not judged: precision 0.333, with 95 % confidence 0.061 to 0.792")
	suyuan(t, dir, "", "review", "--rules").has(t, "rule", "figure_level")
	suyuan(t, dir, "", "review", "--gone").expect(t, 0)
	suyuan(t, dir, "", "review", "--reviewer", "").expect(t, 2, "needs the name of its reviewer")
	suyuan(t, dir, "", "review", "--db", "missing.db", "--reviewer", "王").expect(t, 2, "file does not exist")
	for _, left := range []string{"suyuan.db-wal", "suyuan.db-shm", "missing.db"} {
		if _, err := os.Stat(filepath.Join(dir, left)); err == nil {
			t.Errorf("%s was left", left)
		}
	}
}

// A verdict outlives a second ingest, an extraction with other rules and a rebuilt
// database; one whose record is gone is listed, and is not moved.
func TestVerdictsSurvive(t *testing.T) {
	dir := desk(t)
	suyuan(t, dir, "yn?q", append([]string{"review"}, ofReport...)...).expect(t, 0)
	verdicts := func(db string) string {
		var b strings.Builder
		for line := range strings.Lines(suyuan(t, dir, "", "export", "--db", db, "--format", "jsonl", "--verdict", "reviewed", "--document", "b.txt").out) {
			var r struct {
				Quote  string
				Review struct {
					Verdict string
					Stale   bool
				}
			}
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			b.WriteString(r.Quote + " " + r.Review.Verdict)
			if r.Review.Stale {
				b.WriteString(" stale")
			}
			b.WriteString("; ")
		}
		return b.String()
	}
	const given = "400 right; 800 wrong; 2.5 doubtful; "
	ingest := func(args ...string) { suyuan(t, dir, "", append([]string{"ingest"}, args...)...).expect(t, 0) }

	ingest("a.txt", "b.txt")
	if got := verdicts("suyuan.db"); got != given {
		t.Errorf("after a second ingest: %s", got)
	}
	// Other rules: an indicator has another id.
	if err := os.Mkdir(filepath.Join(dir, "words"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "words", "indicators.tsv"), "id\tname\taliases\tbase\tdimension\nour_firms\t高新技术企业\t\t家\tcount\n")
	ingest("--lexicon", "words", "a.txt", "b.txt")
	if got := verdicts("suyuan.db"); got != "400 right stale; 800 wrong stale; 2.5 doubtful; " {
		t.Errorf("after an extraction with other rules: %s", got)
	}
	ingest("a.txt", "b.txt")
	if got := verdicts("suyuan.db"); got != given {
		t.Errorf("back with the first rules: %s", got)
	}

	suyuan(t, dir, "", "reextract", "--lexicon", "words")
	if got := verdicts("suyuan.db"); got != "400 right stale; 800 wrong stale; 2.5 doubtful; " {
		t.Errorf("after suyuan reextract with other rules: %s", got)
	}
	suyuan(t, dir, "", "reextract")
	if got := verdicts("suyuan.db"); got != given {
		t.Errorf("after suyuan reextract with the first rules: %s", got)
	}

	suyuan(t, dir, "", "export", "--format", "reviews", "-o", "reviews.jsonl").expect(t, 0)
	ingest("--db", "new.db", "b.txt")
	for range 2 {
		suyuan(t, dir, "", "import-reviews", "--db", "new.db", "reviews.jsonl").expect(t, 0)
	}
	if got := verdicts("new.db"); got != given {
		t.Errorf("in a rebuilt database: %s", got)
	}
	one, other := suyuan(t, dir, "", "export", "--format", "reviews").out, suyuan(t, dir, "", "export", "--format", "reviews", "--db", "new.db").out
	if one != other {
		t.Errorf("the history is\n%s\nand in the rebuilt database\n%s", one, other)
	}

	// The file changes by a word: the text is another, its records are others.
	write(t, filepath.Join(dir, "b.txt"), strings.Replace(reportText, "回顾", "回头看", 1))
	ingest("b.txt")
	if got := verdicts("suyuan.db"); got != "" {
		t.Errorf("verdicts have moved to look-alikes: %s", got)
	}
	gone := suyuan(t, dir, "", "review", "--gone")
	gone.expect(t, 1)
	gone.has(t, "400", "高新技术企业达到400家", "right 正确 by 王", "gone", "800", "2.5")
	for line := range strings.Lines(gone.out) {
		if words := strings.Fields(line); words[0] == "figure" { // its key still leads to its verdicts
			suyuan(t, dir, "", "show", strings.TrimSuffix(words[1], ":")).has(t, words[1], "verdict", "gone")
		}
	}
	ingest("--db", "other.db", "a.txt")
	imported := suyuan(t, dir, "", "import-reviews", "--db", "other.db", "reviews.jsonl")
	imported.expect(t, 1)
	imported.has(t, "gone: figure", "400", "3 reviews added, 0 known already, 3 of what is not in this database")
	suyuan(t, dir, "", "verify").expect(t, 0)
}

// Nothing of a document speaks to the terminal.
func TestHostileText(t *testing.T) {
	name := "坏\x1b]0;x\x07.txt"
	text := "某市\x1b[2J规划\n一、目标\x1b[31m\n到2025年，高新\x1b[5m技术企业\u202e达到600家以上。\n"
	dir := folder(t, map[string]string{name: text})
	suyuan(t, dir, "", "ingest", name)
	key := strings.TrimSpace(suyuan(t, dir, "", "export", "--format", "jsonl", "--contains", "600").out)
	var line struct {
		RecordKey string `json:"record_key"`
	}
	if err := json.Unmarshal([]byte(key), &line); err != nil {
		t.Fatal(err, key)
	}
	for _, args := range [][]string{{"show", name}, {"show", line.RecordKey}, {"search", "达到600家"}, {"compare", "技术企业"}, {"compare", "企业"}, {"review", "--contains", "600", "--reviewer", "王\x1b[31m"}, {"review", "--gone"}} {
		r := suyuan(t, dir, "c \x1b[31m\nyq", args...)
		if strings.ContainsAny(r.out+r.messages, "\x1b\x07\u202e") {
			t.Errorf("%v: %q", args, r.out+r.messages)
		}
	}
	// What adds up nowhere, what two documents differ in, and what was stored otherwise.
	for i, place := range []string{"150", "180"} {
		text := "某市规划\n高新\x1b[5m技术\u009b31m企业\u202e由2015年的100家增加到2020年的" + place + "家，增长40%。\n二、目标\n到2025年，高新\x1b[5m技术\u009b31m企业\u202e达到" + place + "0家。\n"
		if err := os.WriteFile(filepath.Join(dir, []string{"c.txt", "d.txt"}[i]), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	suyuan(t, dir, "", "ingest", "c.txt", "d.txt").expect(t, 0)
	for _, args := range [][]string{{"audit"}, {"diff", "c.txt", "d.txt"}, {"verify", "--rules"}, {"reextract", "--all", "--diff"}} {
		if args[0] == "verify" {
			db := openSQL(t, filepath.Join(dir, "suyuan.db"))
			if _, err := db.Exec("UPDATE figures SET indicator = indicator || char(27) || '[31m' || char(155) || char(8238)"); err != nil {
				t.Fatal(err)
			}
			db.Close()
		}
		r := suyuan(t, dir, "", args...)
		if !strings.Contains(r.out, "技术") || strings.ContainsAny(r.out+r.messages, "\x1b\x07\u009b\u202e") {
			t.Errorf("%v: %q", args, r.out+r.messages)
		}
	}
	suyuan(t, dir, "", "show", line.RecordKey).has(t, `\u001b[31m`, "«600»", `note`, `\u001b[31m`)
}

// On a terminal: colours unless NO_COLOR, and keys without a line break.
func TestTerminal(t *testing.T) {
	dir := desk(t)
	shown := onTerminal(t, dir, nil, "", "search", "研发")
	if !strings.Contains(shown, "\x1b[30;43m研发\x1b[0m") {
		t.Errorf("no colours: %q", shown)
	}
	if shown = onTerminal(t, dir, []string{"NO_COLOR=1"}, "", "search", "研发"); strings.Contains(shown, "\x1b") || !strings.Contains(shown, "«研发»") {
		t.Errorf("colours: %q", shown)
	}
	shown = onTerminal(t, dir, nil, "y\x1b[Bkn\x04", append([]string{"review"}, ofReport...)...)
	if !strings.Contains(shown, "right 正确") || !strings.Contains(shown, "wrong 错误") {
		t.Errorf("%q", shown)
	}
	got := suyuan(t, dir, "", "export", "--format", "reviews").out
	if strings.Count(got, `"verdict":"right"`) != 1 || strings.Count(got, `"verdict":"wrong"`) != 1 || !strings.Contains(got, `"quote":"800"`) {
		t.Errorf("%s", got)
	}
	if shown = onTerminal(t, dir, nil, "\x03", append([]string{"review"}, ofReport...)...); !strings.Contains(shown, "status 130") {
		t.Errorf("Ctrl-C: %q", shown)
	}
}

// onTerminal runs the program on a terminal of its own, types, and returns what is
// shown, with the exit status where that is not 0.
func onTerminal(t *testing.T, dir string, env []string, keys string, args ...string) string {
	t.Helper()
	c := exec.Command(binary, args...)
	c.Dir = dir
	c.Env = append(append(os.Environ(), "TERM=xterm", "NO_COLOR="), env...)
	terminal, err := pty.Start(c)
	if err != nil {
		t.Skipf("no terminal can be made here: %v", err)
	}
	defer terminal.Close()
	time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
	typed := make(chan bool)
	var shown bytes.Buffer
	go func() { // a key is typed when the prompt is there
		defer close(typed)
		part := make([]byte, 4096)
		for {
			n, err := terminal.Read(part)
			shown.Write(part[:n])
			if err != nil {
				return
			}
			if strings.HasSuffix(strings.TrimSuffix(shown.String(), "\x1b[0m"), "k q > ") && keys != "" {
				key := keys[:1]
				if strings.HasPrefix(keys, "\x1b") {
					key = keys[:3]
				}
				keys = keys[len(key):]
				time.Sleep(50 * time.Millisecond) // until the terminal hands over single keys
				io.WriteString(terminal, key)
			}
		}
	}()
	err = c.Wait()
	<-typed
	if err != nil {
		return shown.String() + " status " + strings.TrimPrefix(err.Error(), "exit status ")
	}
	return shown.String()
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
