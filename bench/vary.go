package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// vary fills a folder with size bytes of documents: the seed texts with other
// numbers, names, words and orders of sentences, so that no two are alike and the
// vocabulary of numbers and names grows as it does with real documents. The same
// size gives the same documents.
func vary(dir string, size int) error {
	seeds, err := seedTexts()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for n := 0; size > 0; n++ {
		text := newAuthor(n).rewrite(seeds[n%len(seeds)])
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.txt", n)), []byte(text), 0o644); err != nil {
			return err
		}
		size -= len(text)
	}
	return nil
}

func seedTexts() ([]string, error) {
	paths, err := filepath.Glob("seeds/*.txt")
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("read the seed texts: none in seeds, run bench in the repository's root")
	}
	var out []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		out = append(out, string(data))
	}
	return out, nil
}

// author writes one document.
type author struct {
	random *rand.Rand
	years  int               // all years are moved by this
	names  map[string]string // a name stays the same throughout a document
}

func newAuthor(n int) *author {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	return &author{random: random, years: random.IntN(11) - 5, names: map[string]string{}}
}

var (
	number = regexp.MustCompile(`[0-9]+`)
	name   = regexp.MustCompile(`(^|[^\p{Han}])(\p{Han}{2})(市|县|区|省|镇|乡|公司|集团|大学)`)
	verb   = regexp.MustCompile(strings.Join(slicesOf(verbs), "|"))
	verbs  = [][]string{{"推进", "加快", "推动", "促进"}, {"建设", "发展", "打造", "培育"}, {"支持", "鼓励", "引导"},
		{"提升", "增强", "提高"}, {"完善", "健全"}, {"开展", "组织", "实施"}}
)

const nameRunes = "安宝昌春丰富广贵海河和衡洪吉江金景康莱兰林龙明南宁平青清泉仁瑞山上石顺泰天通万文武西新兴阳宜永玉源云泽州"

func slicesOf(groups [][]string) []string {
	var out []string
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

func (a *author) rewrite(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		line = a.shuffle(line)
		line = name.ReplaceAllStringFunc(line, a.name)
		line = verb.ReplaceAllStringFunc(line, a.verb)
		out.WriteString(number.ReplaceAllStringFunc(line, a.number))
	}
	return out.String()
}

// shuffle puts the sentences between the first and the last of a line in another order.
func (a *author) shuffle(line string) string {
	s := strings.SplitAfter(line, "。")
	if len(s) > 3 {
		middle := s[1 : len(s)-1]
		a.random.Shuffle(len(middle), func(i, j int) { middle[i], middle[j] = middle[j], middle[i] })
	}
	return strings.Join(s, "")
}

func (a *author) name(s string) string {
	m := name.FindStringSubmatch(s)
	if a.names[m[2]] == "" {
		runes := []rune(nameRunes)
		a.names[m[2]] = string([]rune{runes[a.random.IntN(len(runes))], runes[a.random.IntN(len(runes))]})
	}
	return m[1] + a.names[m[2]] + m[3]
}

func (a *author) verb(s string) string {
	for _, group := range verbs {
		for _, v := range group {
			if v == s {
				return group[a.random.IntN(len(group))]
			}
		}
	}
	return s
}

// number gives another number of as many digits; a year stays a year, and what
// may be a month, a day or a heading's number stays small.
func (a *author) number(s string) string {
	n, err := strconv.Atoi(s)
	switch {
	case err != nil || s[0] == '0':
		return s
	case n >= 1949 && n <= 2060:
		return strconv.Itoa(n + a.years)
	case n <= 12:
		return strconv.Itoa(1 + a.random.IntN(12))
	}
	first := 1
	for range len(s) - 1 {
		first *= 10
	}
	return strconv.Itoa(first + a.random.IntN(9*first))
}

// unbroken writes one line of size bytes, Chinese characters and digits without
// any punctuation.
func unbroken(path string, size int) error {
	seeds, err := seedTexts()
	if err != nil {
		return err
	}
	keep := regexp.MustCompile(`[\p{Han}0-9]+`)
	var out strings.Builder
	for n := 0; out.Len() < size; n++ {
		for _, s := range keep.FindAllString(newAuthor(n).rewrite(seeds[n%len(seeds)]), -1) {
			out.WriteString(s)
		}
	}
	return os.WriteFile(path, []byte(strings.ToValidUTF8(out.String()[:size], "")), 0o644)
}
