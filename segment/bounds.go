package segment

import (
	"fmt"
	"strings"

	"suyuan/source"
)

// MaxLines is the greatest number of lines of a document: what is known of each
// is held in memory until the document is stored.
const MaxLines = 300_000

// MaxDigits is the greatest number of runs of digits: of a document with so many
// numbers nothing would be extracted in the end, after a long time.
const MaxDigits = 4_000_000

// Check refuses a document that cannot be split within bounded memory.
func Check(d *source.Document) error {
	if n := strings.Count(d.Text, "\n"); n > MaxLines {
		return fmt.Errorf("it has %d lines, which is more than %d: split it into several files", n, MaxLines)
	}
	if line := beyond(d.Text, MaxDigits); line > 0 {
		return fmt.Errorf("it has more than %d runs of digits, line %d the first beyond that: split it into several files", MaxDigits, line)
	}
	return nil
}

// beyond returns the line in which a text has more than so many runs of digits, 0 where
// it nowhere does.
func beyond(text string, most int) int {
	runs, inside := 0, false
	for i := 0; i < len(text) && len(text)/2 >= most; i++ {
		is := text[i] >= '0' && text[i] <= '9'
		if is && !inside {
			if runs++; runs > most {
				return 1 + strings.Count(text[:i], "\n")
			}
		}
		inside = is
	}
	return 0
}
