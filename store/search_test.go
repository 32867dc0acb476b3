package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// hitsOf says where a search finds the words: path:line and the words as they stand.
func hitsOf(t testing.TB, s *Store, words string, f Filter) string {
	t.Helper()
	found, err := s.Search(ctx, words, f)
	if err != nil {
		t.Fatalf("%s: %v", words, err)
	}
	var out []string
	for _, h := range found.Hits {
		at := fmt.Sprint(h.Path, ":", h.Line)
		for _, span := range h.Spans {
			at += " " + h.Text[span.Start:span.End]
		}
		out = append(out, at)
	}
	if f.Limit == 0 && len(out)+f.Offset != max(found.Blocks, f.Offset) {
		t.Errorf("%s: %d hits shown, %d counted", words, len(out), found.Blocks)
	}
	return strings.Join(out, "; ")
}

// The same is found by reading through, by the index, and by both.
func TestSearch(t *testing.T) {
	for name, indexed := range map[string]int{"read through": 0, "half indexed": 1, "indexed": 2} {
		t.Run(name, func(t *testing.T) {
			s := fresh(t)
			texts := []string{plan, "# 一、回顾\r\n某市科技创新“十四五”规划：Ｒ＆Ｄ 投入\r\n达到 1.5 亿元，AI企业（含Ａ股）12家。\r\n\r\n尾\n臺北与台北的發展規劃\n"}
			for i, text := range texts {
				saved(t, s, entry(fmt.Sprintf("%d.txt", i), text))
				if i+1 == indexed || i+1 == 2 && indexed == 2 {
					if more, err := s.Index(ctx, 1); more || err != nil {
						t.Fatal(more, err)
					}
				}
			}
			for words, want := range map[string]string{
				"企业":          "0.txt:2 企业; 0.txt:3 企业; 1.txt:3 企业",
				"高新技术企业达到600": "0.txt:2 高新技术企业达到600; 0.txt:3 高新技术企业达到600",
				"企业 600":      "0.txt:2 企业 600; 0.txt:3 企业 600",
				"600 企业":      "0.txt:2 企业 600; 0.txt:3 企业 600",
				"企业 企业业":      "",
				"科技创新十四五规划":   "1.txt:2 科技创新“十四五”规划",
				"r&d投入":       "1.txt:2 Ｒ＆Ｄ 投入",
				"R&D":         "1.txt:2 Ｒ＆Ｄ",
				"ai企业(含a股)":   "1.txt:3 AI企业（含Ａ股）",
				"1.5":         "0.txt:2 1.5; 0.txt:3 1.5; 1.txt:3 1.5",
				"15":          "",
				"12家":         "1.txt:3 12家",
				"１２亿":         "0.txt:5 １２亿",
				"尾":           "1.txt:5 尾",
				"台北":          "1.txt:6 臺北 台北",
				"臺北":          "1.txt:6 臺北 台北",
				"发展规划 臺":      "1.txt:6 臺 台 發展規劃",
				"𠮷林":          "0.txt:5 𠮷林",
				"。":           "0.txt:2 。; 0.txt:3 。; 0.txt:5 。; 1.txt:3 。",
				"600家以上，研发":   "0.txt:2 600家以上，\u3000研发; 0.txt:3 600家以上，\u3000研发",
				"发展目标":        "0.txt:1 发展目标",
				"没有的词":        "",
				"-\" OR *":    "",
			} {
				if got := hitsOf(t, s, words, Filter{}); got != want {
					t.Errorf("%s:\ngot  %s\nwant %s", words, got, want)
				}
			}
			if got := hitsOf(t, s, "企业", Filter{Limit: 1, Offset: 1}); got != "0.txt:3 企业" {
				t.Errorf("the second: %s", got)
			}
			if got := hitsOf(t, s, "企业", Filter{Paths: []string{"1.txt"}}); got != "1.txt:3 企业" {
				t.Errorf("in one document: %s", got)
			}
			for _, words := range []string{"", " ", "“”"} {
				if _, err := s.Search(ctx, words, Filter{}); !errors.Is(err, ErrNoWords) {
					t.Errorf("%q: %v", words, err)
				}
			}
		})
	}
}

// Documents come, go and are extracted again: the index never leads to what is not
// there, nor past what is.
func TestIndexFollows(t *testing.T) {
	s := fresh(t)
	random := rand.New(rand.NewPCG(1, 2))
	stands := map[string]string{}
	for step := range 60 {
		name := fmt.Sprintf("%d.txt", random.IntN(6))
		switch random.IntN(4) {
		case 0:
			if _, err := s.Forget(ctx, name); err != nil {
				t.Fatal(err)
			}
			delete(stands, name)
		case 1:
			if _, err := s.Index(ctx, 1); err != nil {
				t.Fatal(err)
			}
		default:
			word := []string{"甲乙", "丙丁"}[random.IntN(2)]
			e := entry(name, strings.Repeat("前文。\n", random.IntN(4))+fmt.Sprintf("第%d步%s。\n", step, word))
			e.Ruleset = fmt.Sprint(step)
			saved(t, s, e)
			stands[name] = word
		}
		for _, word := range []string{"甲乙", "丙丁"} {
			var want []string
			for i := range 6 {
				if name := fmt.Sprintf("%d.txt", i); stands[name] == word {
					want = append(want, name)
				}
			}
			found, err := s.Search(ctx, word, Filter{})
			var got []string
			for _, h := range found.Hits {
				got = append(got, h.Path)
			}
			if err != nil || fmt.Sprint(got) != fmt.Sprint(want) || found.Blocks != len(want) {
				t.Fatalf("step %d, %s: %v (%d), want %v (%v)", step, word, got, found.Blocks, want, err)
			}
		}
	}
	if left, err := s.Unindexed(ctx); err != nil {
		t.Error(left, err)
	}
	if _, r := verified(t, s); r.Faults > 0 {
		t.Errorf("%+v", r)
	}
}

// An index most of which leads nowhere is made anew.
func TestRenew(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	if _, err := s.db.Exec("INSERT INTO search (docid, characters) VALUES (?, '企 业')", muchGone+10); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Index(ctx, 1); err != nil {
		t.Fatal(err)
	}
	if got := value(t, s, "SELECT max(docid) FROM search_docsize"); got != int64(5) {
		t.Errorf("%v rows", got)
	}
	if got := hitsOf(t, s, "企业", Filter{}); !strings.HasPrefix(got, "a.txt:2 企业") {
		t.Errorf("%s", got)
	}
	if _, r := verified(t, s); r.Faults > 0 {
		t.Errorf("%+v", r)
	}
}

func FuzzSpansOf(f *testing.F) {
	for _, text := range []string{plan, "Ｒ＆Ｄ 投入", "\xff企业\xe4", "İ企业", "“”企业", "ﬁ企", "㎡企业"} {
		f.Add(text, "企业")
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, text, words string) {
		end := 0
		for _, s := range spansOf(text, wordsOf(words)) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%v in %q", s, text)
			}
			if got := foldText(text[s.Start:s.End]); got == "" {
				t.Errorf("%q is found as nothing", text[s.Start:s.End])
			}
			end = s.End
		}
	})
}

// Any stretch of a text is found, the same by the index as by reading through.
func TestSearchEitherWay(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	signs := []rune("企业研发投入aAbＡ１1 2，,。.“”-&$\"*\u3000达到𠮷ÄäＢß")
	read, indexed := fresh(t), fresh(t)
	var texts []string
	for i := range 8 {
		var b strings.Builder
		for range 30 {
			for range random.IntN(20) {
				b.WriteRune(signs[random.IntN(len(signs))])
			}
			b.WriteByte('\n')
		}
		texts = append(texts, b.String())
		saved(t, read, entry(fmt.Sprintf("%d.txt", i), b.String()))
		saved(t, indexed, entry(fmt.Sprintf("%d.txt", i), b.String()))
	}
	if more, err := indexed.Index(ctx, 1<<30); more || err != nil {
		t.Fatal(more, err)
	}
	tried := 0
	for range 120 {
		lines := strings.Split(texts[random.IntN(len(texts))], "\n")
		line := []rune(lines[random.IntN(len(lines))])
		if len(line) == 0 {
			continue
		}
		from := random.IntN(len(line))
		words := string(line[from:min(len(line), from+2+random.IntN(5))])
		if len(wordsOf(words)) == 0 {
			continue
		}
		tried++
		one, other := hitsOf(t, read, words, Filter{}), hitsOf(t, indexed, words, Filter{})
		if one != other || one == "" {
			t.Errorf("%q: read through\n%s\nindexed\n%s", words, one, other)
		}
	}
	if tried < 60 {
		t.Errorf("only %d tried", tried)
	}
}

// An index that was made before traditional characters were searched as simplified
// ones is made anew.
func TestUpgradeEmptiesTheIndex(t *testing.T) {
	path := thaw(t, "testdata/schema_009.db.gz")
	run(t, path, `INSERT INTO search_documents SELECT document_id, min(id), min(id), max(id) - min(id) + 1 FROM blocks GROUP BY document_id`)
	s := opened(t, path)
	if got := hitsOf(t, s, "达到700家", Filter{}); got != "in/page.html:2 達到700家" {
		t.Errorf("%q", got)
	}
	if _, err := s.Index(ctx, 1); err != nil {
		t.Fatal(err)
	}
	if got := hitsOf(t, s, "达到700家", Filter{}); got != "in/page.html:2 達到700家" {
		t.Errorf("indexed: %q", got)
	}
}

// A region is found in traditional and in simplified characters, whichever it is stored in.
func TestRegionsInBothCharacters(t *testing.T) {
	s := fresh(t)
	for i, region := range []string{"臺北市", "台北市", "潮州市"} {
		e := entry(fmt.Sprintf("%d.txt", i), fmt.Sprint(i, plan))
		e.Records.About.Region = region
		saved(t, s, e)
	}
	for region, want := range map[string]int{"台北": 2, "臺北": 2, "臺北市": 2, "潮州": 1, "北": 0, "": 3} {
		if all, err := s.Documents(ctx, Filter{Regions: []string{region}}); err != nil || len(all) != want {
			t.Errorf("%q: %d documents, %v", region, len(all), err)
		}
	}
}
