package source

// upright turns the words of a page whose text lies on its side, as that of a wide
// table on a narrow page may: most words are higher than they are wide. Where no blank shows whether it is to be
// read upwards or downwards, it is as on the page before.
func (l *layout) upright(words []word) []word {
	lying, standing, down, up := 0, 0, 0, 0
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
	if lying <= standing {
		return words
	}
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
