package source

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// numbering is the automatic numbers of a Word document: they are part of what a
// reader sees, and no part of the paragraphs' own text.
type numbering struct {
	kinds  map[int]*[9]numberLevel // by abstractNumId
	lists  map[int]int             // numId: its abstractNumId
	counts map[int]*[9]int         // by abstractNumId: where it stands
}

// numberLevel is how the numbers of one level look.
type numberLevel struct {
	start  int
	format string // decimal, chineseCounting …
	text   string // "%1.%2、"
}

// numbering reads the numberings.
func (o *office) numbering() (*numbering, error) {
	n := &numbering{kinds: map[int]*[9]numberLevel{}, lists: map[int]int{}, counts: map[int]*[9]int{}}
	x, closer, err := o.part("word/numbering.xml")
	if x == nil || err != nil {
		return n, err
	}
	defer closer.Close()
	w := &wordReader{xml: x}
	var read func() error
	read = func() error {
		return w.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "numbering":
				return read()
			case "abstractNum":
				levels := &[9]numberLevel{}
				n.kinds[number(attr(e, "abstractNumId"))] = levels
				return w.levels(levels)
			case "num":
				id := number(attr(e, "numId"))
				return w.each(func(e xml.StartElement) error {
					if e.Name.Local == "abstractNumId" {
						n.lists[id] = number(attr(e, "val"))
					}
					return x.Skip()
				})
			}
			return x.Skip()
		})
	}
	if err := read(); err != nil && err != io.EOF {
		return nil, err
	}
	return n, nil
}

func (w *wordReader) levels(levels *[9]numberLevel) error {
	return w.each(func(e xml.StartElement) error {
		i := number(attr(e, "ilvl"))
		if e.Name.Local != "lvl" || i < 0 || i > 8 {
			return w.xml.Skip()
		}
		levels[i].start = 1
		return w.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "start":
				levels[i].start = number(attr(e, "val"))
			case "numFmt":
				levels[i].format = attr(e, "val")
			case "lvlText":
				levels[i].text = attr(e, "val")
			}
			return w.xml.Skip()
		})
	})
}

// next counts one further in a list and returns the number as it is shown, with
// a blank behind it where it does not end with a mark.
func (n *numbering) next(list, level int) string {
	id, ok := n.lists[list]
	kind := n.kinds[id]
	switch {
	case !ok || kind == nil:
		return ""
	case kind[level].format == "bullet":
		return "- "
	case kind[level].text == "":
		return ""
	}
	counts := n.counts[id]
	if counts == nil {
		counts = &[9]int{}
		n.counts[id] = counts
	}
	counts[level]++
	for deeper := level + 1; deeper < 9; deeper++ {
		counts[deeper] = 0
	}
	label := kind[level].text
	for i := range 9 {
		at := max(counts[i], 1) - 1 + kind[i].start
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), spell(at, kind[i].format))
	}
	if strings.TrimRight(label, "、）).．") != label {
		return label
	}
	return label + " "
}

// spell writes a number as one of Word's formats has it.
func spell(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital":
		return spellChinese(n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "upperLetter", "lowerLetter":
		if n >= 1 && n <= 26 {
			return string(rune(map[string]int{"upperLetter": 'A', "lowerLetter": 'a'}[format] + n - 1))
		}
	case "upperRoman", "lowerRoman":
		if roman := spellRoman(n); format == "upperRoman" {
			return roman
		} else {
			return strings.ToLower(roman)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// spellChinese writes 1 to 999 as 一 to 九百九十九.
func spellChinese(n int) string {
	digits := []rune("〇一二三四五六七八九")
	if n < 1 || n > 999 {
		return strconv.Itoa(n)
	}
	var out []rune
	if h := n / 100; h > 0 {
		out = append(out, digits[h], '百')
	}
	switch t := n / 10 % 10; {
	case t > 1 || t == 1 && n > 100:
		out = append(out, digits[t], '十')
	case t == 1:
		out = append(out, '十')
	case n > 100 && n%10 > 0:
		out = append(out, '零')
	}
	if u := n % 10; u > 0 {
		out = append(out, digits[u])
	}
	return string(out)
}

func spellRoman(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	tens := [...]string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}
	units := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return tens[n/10] + units[n%10]
}
