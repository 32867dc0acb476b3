package extract_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

// Sentences that stopped the program once.
func TestSentencesThatStoppedIt(t *testing.T) {
	lexicon := loadLexicon(t)
	for _, text := range []string{
		"建成5家在2025年建成的产业集群。", // a name that goes on behind a date
		"建成5家较2020年增长的产业园区,增长10%的企业",
		"对企业按15%的优惠税率执行。",
		"奖励资金分3年按4:3:3兑付。",       // a threshold before the name of what follows
		"会展面积每增加1000平方米20万元奖励。",  // a step in front of the second number
		"高龄津贴100元、80-89岁、90岁以上。", // a name that the text implies
	} {
		run(t, lexicon, "sentence", text)
	}
}

// A number that no float can hold, or only as none, is no figure.
func TestAmountsBeyondCounting(t *testing.T) {
	lexicon := loadLexicon(t)
	figures := func(amount string) (n int) {
		for _, r := range run(t, lexicon, "sentence", "2024年利润总额达到"+amount+"。").Records {
			if r.Type == "figure" {
				n++
			}
		}
		return n
	}
	for _, amount := range []string{"1" + strings.Repeat("亿", 40) + "元", strings.Repeat("9", 350) + "%", "1/" + strings.Repeat("9", 350)} {
		if n := figures(amount); n > 0 {
			t.Errorf("%.20q… gives %d figures", amount, n)
		}
	}
	if n := figures("3万亿元"); n != 1 {
		t.Errorf("3万亿元 gives %d figures", n)
	}
}

// Pieces of the seed texts in an order that no author wrote stop nothing.
func TestShuffledTexts(t *testing.T) {
	lexicon := loadLexicon(t)
	paths, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no seed texts")
	}
	var all strings.Builder
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	runes := []rune(all.String())
	for n := range 40 {
		random := rand.New(rand.NewPCG(7, uint64(n)))
		var text strings.Builder
		for text.Len() < 20<<10 {
			at := random.IntN(len(runes) - 40)
			text.WriteString(string(runes[at : at+1+random.IntN(1+n)]))
		}
		run(t, lexicon, fmt.Sprintf("shuffled %d", n), text.String())
	}
}

// Clauses of the marked texts and the seeds, put together as no author would, stop
// nothing. SUYUAN_CLAUSES says how many texts are made of them, otherwise 30.
func TestClausesPutTogether(t *testing.T) {
	lexicon := loadLexicon(t)
	var clauses []string
	for _, pattern := range []string{"../seeds/*.txt", "../testdata/marked/*.txt"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no texts %s", pattern)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clauses = slices.AppendSeq(clauses, strings.SplitAfterSeq(string(data), "，"))
		}
	}
	texts := 30
	if n, err := strconv.Atoi(os.Getenv("SUYUAN_CLAUSES")); err == nil {
		texts = n
	}
	for n := range texts {
		random := rand.New(rand.NewPCG(11, uint64(n)))
		var text strings.Builder
		for text.Len() < 4<<10 {
			clause := []rune(clauses[random.IntN(len(clauses))])
			from := random.IntN(len(clause))
			text.WriteString(string(clause[from : from+1+random.IntN(min(40, len(clause)-from))]))
		}
		run(t, lexicon, fmt.Sprintf("clauses %d", n), text.String())
	}
}

// A text of more numerals than can be held, or of more places at which it is read
// otherwise than it stands, ends with an error that names the line.
func TestTooMany(t *testing.T) {
	lexicon := loadLexicon(t)
	for _, c := range []struct{ text, want string }{
		{strings.Repeat("2025年", extract.MaxFinds+1), "more than 200000 numerals, line 2"},
		{strings.Repeat("甲  ", extract.MaxRuns+1), "more than 4000000 blanks amid words and signs in full width, line 2"},
	} {
		text := "第一行\n" + c.text
		words, err := segment.NewWords(lexicon.Words(), slices.Values([]string{text}))
		if err != nil {
			t.Fatal(err)
		}
		_, err = extract.Extract(segment.Split(&source.Document{Text: text}), words, lexicon)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v", err)
		}
	}
}
