package segment

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-ego/gse"

	"suyuan/source"
)

// domainWords reads the project's own word list.
func domainWords(t testing.TB) []string {
	data, err := os.ReadFile("../extract/lexicon/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line != "word" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// seedTexts reads the five seed texts.
func seedTexts(t testing.TB) []string {
	paths, _ := filepath.Glob("../seeds/*.txt")
	if len(paths) == 0 {
		t.Fatal("no seed texts found")
	}
	var out []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// awkward are texts that a cutter may trip over.
var awkward = []string{
	"",
	"a",
	"R&D经费支出占GDP比重达到3.5%以上，5G基站2.1万个，4S店、C++与c++、江南Style。",
	"２０２０年全社会Ｒ＆Ｄ投入强度达到３．０％！高新技术企业达到2000家？“十四五”末。”）",
	"第一行\r\n第二行\r\n\r\n　　全角空格　与 半角 空格\t制表",
	"\ufeff𠀀𠀁𠮷野家，扩展区。😀",
	"invalid \xff\xfe\xe4\xb8 bytes\xc3，中\xe5国",
	"NUL\x00字\x00符",
	"ΑΒΓ αβγ Привет ñandú é，½Ⅳ①",
	"\ue000\ue001\ue002",
	strings.Repeat("科技创新平台建设与高新技术企业培育", 600),
	strings.Repeat("x", 10000),
	strings.Repeat("。", 1000),
}

// shuffled makes texts of parts of the seeds in an order that no author wrote.
func shuffled(seeds []string) []string {
	random := rand.New(rand.NewPCG(1, 2))
	runes := []rune(strings.Join(seeds, ""))
	var out []string
	for range 300 {
		var b strings.Builder
		for range 30 {
			at := random.IntN(len(runes) - 12)
			b.WriteString(string(runes[at : at+1+random.IntN(11)]))
		}
		out = append(out, b.String())
	}
	return out
}

// whole is the yardstick: gse with its whole dictionary and the same domain words.
func whole(t testing.TB, domain []string) *gse.Segmenter {
	s := &gse.Segmenter{NotLoadHMM: true}
	var first strings.Builder
	words, err := weigh(domain)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range words {
		fmt.Fprintln(&first, word.text, word.weight, "n")
	}
	if err := s.LoadDictStr(first.String()); err != nil {
		t.Fatal(err)
	}
	if err := s.LoadDictEmbed("zh_s"); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWordsAreThoseOfTheWholeDictionary(t *testing.T) {
	domain := append(domainWords(t), "R&D经费", "科技", "C++", "5G基站", "科技")
	dictionary := whole(t, domain)
	full := &Words{marks: everyMark(), load: func() *cutter { return &cutter{segment: dictionary.Segment} }} // made for any text
	if total := int(dictionary.Dict.TotalFreq()); total < dictionaryTotal {
		t.Fatalf("the whole dictionary counts %d, dictionaryTotal is %d", total, dictionaryTotal)
	}
	seeds := seedTexts(t)
	batches := [][]string{seeds, awkward, shuffled(seeds)}
	for _, text := range append(seeds, awkward...) {
		batches = append(batches, []string{text})
	}
	for _, batch := range batches {
		w, err := NewWords(NewDomain(domain), slices.Values(batch))
		if err != nil {
			t.Fatal(err)
		}
		part, _, err := newSegmenter(choose(w.domain, w.marks))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := part.Dict.TotalFreq(), dictionary.Dict.TotalFreq(); got != want {
			t.Errorf("total frequency %.0f, the whole dictionary has %.0f", got, want)
		}
		for _, text := range batch {
			compare(t, text, w.Cut(nil, text), full.Cut(nil, text))
		}
	}
	w, err := NewWords(NewDomain(domain), slices.Values(seeds[:1]))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range awkward { // none of which it was made for
		compare(t, text, w.Cut(nil, text), full.Cut(nil, text))
	}
}

// A word runs over a place where Cut has one there, in the texts that the words were made
// for and in others.
func TestOver(t *testing.T) {
	seeds := seedTexts(t)
	w, err := NewWords(NewDomain(domainWords(t)), slices.Values(seeds[:1]))
	if err != nil {
		t.Fatal(err)
	}
	over := 0
	check := func(text string) {
		words := w.Cut(nil, text)
		for i := range text {
			var want Word
			if k := slices.IndexFunc(words, func(x Word) bool { return x.Start < i && i < x.End }); k >= 0 {
				want = words[k]
				over++
			}
			if got, ok := w.Over(text, i); got != want || ok != (want != Word{}) {
				t.Errorf("%q, byte %d: %v %v, Cut has %v", text, i, got, ok, want)
			}
		}
	}
	for line := range strings.Lines(seeds[0]) {
		check(line[:pieceLen(line)])
	}
	for _, text := range append(awkward[:10:10], "第三产业增加值占地区生产总值比重", "上饶市鄱阳湖蠡县亳州") {
		check(text)
	}
	if over < 1000 {
		t.Errorf("only %d places that a word runs over", over)
	}
}

// compare demands equal words, which join to the text.
func compare(t *testing.T, text string, got, want []Word) {
	t.Helper()
	at := 0
	for i, word := range got {
		if word.Start != at || word.End <= at {
			t.Fatalf("word %d of %.20q is %v, expected to start at %d", i, text, word, at)
		}
		at = word.End
	}
	if at != len(text) {
		t.Fatalf("the words of %.20q end at %d of %d", text, at, len(text))
	}
	if !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("word %d is %v %q, with the whole dictionary %v %q", i, got[i], text[got[i].Start:got[i].End], want[i], text[want[i].Start:want[i].End])
			}
		}
		t.Fatalf("%d words, with the whole dictionary %d", len(got), len(want))
	}
}

// The frequency of a domain word follows gse's own suggestion.
func TestWeigh(t *testing.T) {
	var full gse.Segmenter
	full.NotLoadHMM = true
	if err := full.LoadDictEmbed("zh_s"); err != nil {
		t.Fatal(err)
	}
	if got := int(full.Dict.TotalFreq()); got != dictionaryTotal {
		t.Errorf("dictionaryTotal is %d, gse counts %d", dictionaryTotal, got)
	}
	words, err := weigh(append(domainWords(t), "科技", "创新", "的"))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range words {
		freq, _, _ := full.Dict.Find([]byte(word.text))
		if word.known != int(freq) {
			t.Errorf("%s is known with the frequency %d, gse has %.0f", word.text, word.known, freq)
		}
		want := max(10, min(3*int(full.SuggestFreq(word.text)), 1000), word.known)
		if word.weight != want && len(word.text) > len("的") {
			t.Errorf("%s weighs %d, gse suggests %d", word.text, word.weight, want)
		}
	}
}

func TestDomainWordsStayWhole(t *testing.T) {
	domain := domainWords(t)
	words, err := weigh(domain)
	if err != nil {
		t.Fatal(err)
	}
	if len(words) < len(domain) {
		t.Errorf("%d of the domain words stand in the list twice", len(domain)-len(words))
	}
	for _, word := range words {
		if word.known > 0 {
			t.Errorf("%s stands in the dictionary already", word.text)
		}
	}
	w, err := NewWords(NewDomain(domain), slices.Values(domain))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range domain {
		if got := w.Cut(nil, word); len(got) != 1 {
			t.Errorf("%s is cut into %d words", word, len(got))
		}
	}
}

func TestNewWordsRefusesBrokenWords(t *testing.T) {
	for _, word := range []string{"", "两 个", "分\t栏", "坏\xff字"} {
		if _, err := NewWords(NewDomain([]string{word}), slices.Values([]string{"两个"})); err == nil {
			t.Errorf("no error for the domain word %q", word)
		}
	}
}

func TestWordsShared(t *testing.T) {
	seeds := seedTexts(t)
	w, err := NewWords(NewDomain(nil), slices.Values(seeds))
	if err != nil {
		t.Fatal(err)
	}
	want := w.Cut(nil, seeds[1])
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if !slices.Equal(w.Cut(nil, seeds[1]), want) {
				t.Error("another result in another goroutine")
			}
		})
	}
	wait.Wait()
}

// Words that are sure of a document look through those of its flows alone that leave
// something out: 文 and 件 stand side by side where the advert between is skipped.
func TestSureWords(t *testing.T) {
	text := "印发＊文广告件，加快\n建设（２０２５年）"
	other := "印发*文件，加快建设(2025年)"
	w, err := NewWords(NewDomain(nil), slices.Values([]string{text}))
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text, "广告")
	for _, skips := range [][]source.Span{nil, {{Start: at, End: at + len("广告")}}} {
		f := NewFlow(text, source.Span{End: len(text)}, skips)
		if got := f.partial; got != (skips != nil) {
			t.Errorf("%q is partial: %t", f.Text, got)
		}
		if skips != nil && f.Text != other {
			t.Errorf("%q, want %q", f.Text, other)
		}
		all := Range{0, len(f.Text)}
		if got, want := w.Sure().CutFlow(nil, f, all), w.Cut(nil, f.Text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", f.Text, got, want)
		}
	}
}

func BenchmarkNewWords(b *testing.B) {
	domain, seeds := domainWords(b), seedTexts(b)
	for _, bench := range []struct {
		name  string
		texts []string
	}{{"20KB", seeds[1:2]}, {"234KB", seeds}, {"2MB", varied(seeds, 2<<20)}} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewWords(NewDomain(domain), slices.Values(bench.texts)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// varied repeats the texts up to size bytes, with other characters here and there
// so that the number of different words grows with the size.
func varied(texts []string, size int) []string {
	random := rand.New(rand.NewPCG(3, 4))
	runes := []rune(strings.Join(texts, ""))
	var out []string
	for n := 0; n < size; {
		var b strings.Builder
		for range 5000 {
			at := random.IntN(len(runes) - 20)
			b.WriteString(string(runes[at : at+20]))
		}
		out = append(out, b.String())
		n += b.Len()
	}
	return out
}

// BenchmarkChoose measures the choice of words alone, without gse's load.
func BenchmarkChoose(b *testing.B) {
	domain, seeds := domainWords(b), seedTexts(b)
	for b.Loop() {
		m := newMarks(textLines)
		for _, text := range seeds {
			m.add(text)
		}
		words, err := weigh(domain)
		if err != nil {
			b.Fatal(err)
		}
		choose(words, m)
	}
}

// BenchmarkCutOther cuts a sentence that the words were not made for.
func BenchmarkCutOther(b *testing.B) {
	w, err := NewWords(NewDomain(domainWords(b)), slices.Values([]string{"科技"}))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		w.Cut(nil, "到2025年，全社会研发经费支出占地区生产总值的比重达到3.5%以上，高新技术企业达到2000家。")
	}
}

func BenchmarkCut(b *testing.B) {
	seeds := seedTexts(b)
	w, err := NewWords(NewDomain(domainWords(b)), slices.Values(seeds))
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Join(seeds, "")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Cut(nil, text)
	}
}
