package main

import (
	"cmp"
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/source"
)

var hostile = flag.Bool("hostile", false, "ingest the hostile texts at 10 MB each: several minutes")

// hostileTexts are what no author writes, each repeated up to the size asked for.
var hostileTexts = map[string]func(size int) string{
	"a line without a mark":     again("推进高新技术企业培育和创新平台建设发展壮大战略性新兴产业集群"),
	"a line of figures":         again("新增企业35家完成投资2.6亿元"),
	"digits":                    again("1234567890"),
	"opening brackets":          again("("),
	"pairs of brackets":         again("（）"),
	"numbers in brackets":       again("(1"),
	"牵头单位":                      again("牵头单位"),
	"labelled lists":            again("牵头单位：市科技局、"),
	"1%":                        again("1%"),
	"1%，":                       again("1%，"),
	"2025年":                     again("2025年"),
	"2025年、":                    again("2025年、"),
	"亿":                         again("亿"),
	"1万":                        again("1万"),
	"一":                         again("一"),
	"第一":                        again("第一"),
	"、":                         again("、"),
	"，":                         again("，"),
	"。":                         again("。"),
	"opening quotes":            again("“"),
	"opening quotes and titles": again("“《"),
	"nested quotes":             func(size int) string { return strings.Repeat("“", size/6) + strings.Repeat("”", size/6) },
	"headings":                  again("第一章\n"),
	"numbered headings":         again("一、\n"),
	"decimal headings":          again("1.1 标题\n"),
	"headings of Markdown":      again("#\n"),
	"bars":                      again("|"),
	"cells":                     again("|1"),
	"rows":                      again("|1|2|3|\n"),
	"tabs":                      again("1\t"),
	"blanks":                    again("1 "),
	"columns of blanks":         again("甲  "),
	"rows of HTML":              again("<tr><td>1"),
	"tags":                      again("<b>"),
	"<":                         again("<"),
	"entities":                  again("&nbsp;甲"),
	"stars":                     again("**"),
	"由市财政局":                     again("由市财政局"),
	"市财政局、":                     again("市财政局、"),
	"建设平台的":                     again("建设平台的"),
	"工程建设":                      again("工程建设"),
	"grants":                    again("给予企业50万元奖励"),
	"lists of sums":             again("1万元、2万元、"),
	"parts":                     again("其中1个"),
	"分别为":                       again("分别为1、"),
	"达到":                        again("达到"),
	"ratios":                    again("1:"),
	"sections":                  again("1."),
	"ranges":                    again("1-"),
	"fractions":                 again("1/"),
	"regions":                   again("广东省"),
	"signs and words at random": shuffledSigns,
	"characters at random":      anyCharacters,
}

// again repeats a text up to a size.
func again(s string) func(int) string {
	return func(size int) string { return strings.Repeat(s, size/len(s)+1) }
}

func shuffledSigns(size int) string {
	parts := []rune("，。、；：（）“”《》0123456789%年月日亿万元家个的和及等由在达到一二三十第\n牵头单位局平台工程项目")
	random := rand.New(rand.NewPCG(1, 9))
	var b strings.Builder
	for b.Len() < size {
		b.WriteRune(parts[random.IntN(len(parts))])
	}
	return b.String()
}

func anyCharacters(size int) string {
	random := rand.New(rand.NewPCG(2, 9))
	var b strings.Builder
	for b.Len() < size {
		b.WriteRune(rune(0x20 + random.IntN(0xd7e0)))
	}
	return b.String()
}

// What twice a hostile text costs is at most 2.6 times what the text costs, in
// memory that is allocated, memory that is kept and time of the processor.
func TestHostileTextsAreLinear(t *testing.T) {
	if raceDetector {
		t.Skip("it takes ten times as long under the race detector, which has one goroutine to watch")
	}
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	const size, most = 32 << 10, 2.6
	for name, text := range hostileTexts {
		extractCost(t, lexicon, text(size/8)) // what is made once
		one, two := extractCost(t, lexicon, text(size)), extractCost(t, lexicon, text(2*size))
		const slack = 1 << 20
		slow := func() bool { return two.time > 30*time.Millisecond && float64(two.time) > most*float64(one.time) }
		for n := 0; n < 3 && slow(); n++ { // the processor's time is a matter of luck
			one, two = extractCost(t, lexicon, text(size)), extractCost(t, lexicon, text(2*size))
		}
		if float64(two.allocated) > most*float64(one.allocated)+slack {
			t.Errorf("%s: %d KB are allocated for %d KB, %d KB for twice the text", name, one.allocated>>10, size>>10, two.allocated>>10)
		}
		if slow() {
			t.Errorf("%s: %s for %d KB, %s for twice the text", name, one.time, size>>10, two.time)
		}
		if two.kept > 2*size*300+8<<20 {
			t.Errorf("%s: %d KB are kept of %d KB of text", name, two.kept>>10, 2*size>>10)
		}
	}
}

type cost struct {
	allocated, kept uint64
	time            time.Duration
}

// extractCost extracts a text, which may fail but not by a fault of the program.
func extractCost(t *testing.T, lexicon *extract.Lexicon, text string) cost {
	t.Helper()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := processorTime()
	records, err := batch.Extract(&source.Document{Name: "hostile", Text: text}, lexicon)
	if err != nil && strings.Contains(err.Error(), "fault of the program") {
		t.Errorf("%.20q: %v", text, err)
	}
	c := cost{time: processorTime() - begin}
	runtime.ReadMemStats(&after)
	c.allocated = after.TotalAlloc - before.TotalAlloc
	runtime.GC()
	runtime.ReadMemStats(&after)
	if after.HeapAlloc > before.HeapAlloc {
		c.kept = after.HeapAlloc - before.HeapAlloc
	}
	runtime.KeepAlive(records)
	return c
}

// processorTime is what this process has used, in the program itself.
func processorTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano())
}

// Each hostile text ends, at 10 MB, in a document, a failure that says why, or
// both, within 300 MB. It prints the table of docs/RELIABILITY.md.
func TestHostileFiles(t *testing.T) {
	if !*hostile {
		t.Skip("takes minutes: go test ./cmd/suyuan -run TestHostileFiles -hostile -timeout 1h -v")
	}
	for name, text := range hostileTexts {
		dir := t.TempDir()
		file := filepath.Join(dir, "hostile.txt")
		if err := os.WriteFile(file, []byte(text(10<<20)), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Minute)
		c := exec.CommandContext(ctx, binary, "ingest", "--jobs", "1", "--db", filepath.Join(dir, "h.db"), file)
		out, err := c.CombinedOutput()
		stop()
		if c.ProcessState == nil {
			t.Fatal(err)
		}
		reason := "stored"
		switch c.ProcessState.ExitCode() {
		case 0:
		case 1:
			_, reason, _ = strings.Cut(string(out), "hostile.txt: ")
			reason, _, _ = strings.Cut(reason, "\n")
		default:
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if strings.Contains(string(out), "fault of the program") {
			t.Errorf("%s: %s", name, out)
		}
		used := c.ProcessState.SysUsage().(*syscall.Rusage)
		if used.Maxrss > 300<<10 {
			t.Errorf("%s: %d MB", name, used.Maxrss>>10)
		}
		t.Logf("| %s | %.1f | %d | %s |", strings.ReplaceAll(name, "|", "\\|"), c.ProcessState.UserTime().Seconds(), used.Maxrss>>10, cmp.Or(reason, "failed"))
		os.RemoveAll(dir)
	}
}
