package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"suyuan/segment"
	"suyuan/source"
)

// finder returns a projectFinder for one text that is a single passage.
func finder(tb testing.TB, text string) *projectFinder {
	tb.Helper()
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		tb.Fatal(err)
	}
	d := &source.Document{Name: "test", Text: text}
	words, err := segment.NewWords(lexicon.Words(), slices.Values([]string{text}))
	if err != nil {
		tb.Fatal(err)
	}
	r := &reading{outline: segment.Split(d), words: words, lexicon: lexicon, records: &Records{}}
	r.read()
	return &projectFinder{reading: r, words: lexicon.projects.of(""), seen: map[string]bool{}}
}

// TestProjectLists checks that the word lists keep to their kinds and do not
// say two things of one word.
func TestProjectLists(t *testing.T) {
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{
		"project_class": "action project facility park house zone works event paper other none",
		"project_verb":  "carry create push improve lean done other",
		"project_word":  "plural count lead praise stop tail phrase bare generic field",
	}
	for list, allowed := range kinds {
		seen := map[string]bool{}
		for _, row := range lexicon.list(list) {
			if !slices.Contains(strings.Fields(allowed), row[1]) {
				t.Errorf("%s: %s is of no known kind: %s", list, row[0], row[1])
			}
			if seen[row[0]] {
				t.Errorf("%s: %s stands there twice", list, row[0])
			}
			seen[row[0]] = true
		}
	}
}

func TestProjectClass(t *testing.T) {
	w := finder(t, "").words
	for text, want := range map[string]string{
		"平陆运河": "运河", "西宁至成都铁路": "铁路", "第二实验小学": "小学", "校园": "", "香港": "", "危桥": "", "重大专项": "重大专项", "工程师": "", "": "",
	} {
		if got, kind := w.class(text); kind != "other" && got != want {
			t.Errorf("class word of %s is %q, want %q", text, got, want)
		}
	}
}

func TestPlacesOf(t *testing.T) {
	got := placesOf("湖北省宜昌市")
	for _, place := range []string{"湖北省", "湖北", "宜昌市", "宜昌"} {
		if !got[place] {
			t.Errorf("%s is missing in %v", place, got)
		}
	}
	if len(got) != 4 {
		t.Errorf("too much in %v", got)
	}
}

// TestProjectsAreLinear reads runs that could make the search look ahead again
// and again: twice the text may take little more than twice the time.
func TestProjectsAreLinear(t *testing.T) {
	for _, piece := range []string{"推进", "工程", "“", "推进建设提升", "A、", "和工程", "(市水库", "建设平台的"} {
		linear(t, 8000, func(n int) string { return strings.Repeat(piece, n) })
	}
}

// TestProjectRowsAreLinear reads long tables, in which a row asks for the line of its group.
func TestProjectRowsAreLinear(t *testing.T) {
	linear(t, 4000, func(n int) string {
		return "| 项目名称 | 建设地点 | 总投资 |\n| --- | --- | --- |\n| 一、续建项目 | | |\n" + strings.Repeat("| 石桥村道路提升工程 | 大祥区 | 3200 |\n", n)
	})
}

// linear holds that projects takes no more than four times the time for four times the text.
func linear(t *testing.T, n int, text func(n int) string) {
	t.Helper()
	took := func(n int) time.Duration {
		r := finder(t, text(n)).reading
		best := time.Hour
		for range 3 {
			r.records.Projects = nil
			start := time.Now()
			r.projects()
			best = min(best, time.Since(start))
		}
		return best
	}
	var one, four time.Duration
	for range 4 { // a busy machine may disturb one measurement, not all
		if one, four = took(n), took(4*n); four <= 12*one+20*time.Millisecond {
			return
		}
	}
	t.Errorf("%.60q: %v for one text, %v for four times as much", text(1), one, four)
}

func BenchmarkProjects(b *testing.B) {
	files, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no seeds")
	}
	var text strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
	}
	r := finder(b, text.String()).reading
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		r.records.Projects = nil
		r.projects()
	}
}
