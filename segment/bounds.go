package segment

import (
	"fmt"
	"strings"

	"suyuan/source"
)

// MaxLines is the greatest number of lines of a document: what is known of each
// is held in memory until the document is stored.
const MaxLines = 300_000

// Check refuses a document that cannot be split within bounded memory.
func Check(d *source.Document) error {
	if n := strings.Count(d.Text, "\n"); n > MaxLines {
		return fmt.Errorf("it has %d lines, which is more than %d: split it into several files", n, MaxLines)
	}
	return nil
}
