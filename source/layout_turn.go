package source

import "strings"

// upright turns the words of a page whose text lies on its side, as that of a wide
// table on a narrow page may, or stands on its head.
func (l *layout) upright(words []word) []word {
	switch {
	case lies(words):
		return l.turned(words)
	case l.inverted(words):
		out := make([]word, len(words))
		for i, w := range words {
			out[i] = word{w.text, -w.right, -w.bottom, -w.left, -w.top}
		}
		return out
	}
	return words
}

// lies reports whether most words are higher than they are wide.
func lies(words []word) bool {
	lying, standing := 0, 0
	for i := range words {
		w := &words[i]
		n := cells(w.text)
		if n < 4 {
			continue
		}
		if w.bottom-w.top > 1.5*(w.right-w.left) {
			lying += n
		} else {
			standing += n
		}
	}
	return lying > standing
}

// turned turns words that lie on their side. Where no blank shows whether the page is to
// be read upwards or downwards, it is as on the page before.
func (l *layout) turned(words []word) []word {
	down, up := 0, 0
	for i := 1; i < len(words); i++ { // words of one line, in the order in which they are read
		a, b := &words[i-1], &words[i]
		em := b.right - b.left
		switch {
		case a.left > b.left+0.5*em || b.left > a.left+0.5*em:
		case b.top >= a.bottom && b.top < a.bottom+em:
			down++
		case b.bottom <= a.top && b.bottom > a.top-em:
			up++
		}
	}
	if down != up {
		l.upward = up > down
	}
	turned := make([]word, len(words))
	for i, w := range words {
		if l.upward {
			turned[i] = word{w.text, -w.bottom, w.left, -w.top, w.right}
		} else {
			turned[i] = word{w.text, w.top, -w.right, w.bottom, -w.left}
		}
	}
	return turned
}

// inverted reports whether a page stands on its head: words that are read one behind the
// other go to the left and, where all come in the order in which they are read, upwards;
// where most do, but not all, as in a table, it is as on the page before; or, where each letter is a word, 年 and per cents stand in front of
// their numbers.
func (l *layout) inverted(words []word) bool {
	onward, backward, right, wrong := 0, 0, 0, 0
	for i := 1; i < len(words); i++ {
		a, b := &words[i-1], &words[i]
		em := min(a.bottom-a.top, b.bottom-b.top)
		switch {
		case a.top > b.top+0.5*em:
			if l.ordered {
				backward++
			}
		case b.top > a.top+0.5*em:
			if l.ordered {
				onward++
			}
		case b.left > a.right-0.2*em:
			onward++
			if b.left < a.right+0.5*em {
				right += measured(a.text, b.text)
				wrong += measured(b.text, a.text)
			}
		case b.right < a.left+0.2*em:
			backward++
		}
	}
	l.onHead = wrong > 2 && wrong > 5*right || backward > 3 && backward > 5*onward || l.onHead && backward > onward
	return l.onHead
}

// measured is 1 where a ends in a digit and b begins with what stands behind numbers: 5%.
func measured(a, b string) int {
	if a != "" && figure(a[len(a)-1]) && (strings.HasPrefix(b, "%") || strings.HasPrefix(b, "年")) {
		return 1
	}
	return 0
}

func figure(c byte) bool { return c >= '0' && c <= '9' }
