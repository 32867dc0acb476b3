package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"suyuan/source"
)

// A line without punctuation is cut hard, but not within a number: a numeral of
// the ledger lies in one block.
func TestHardCutsKeepNumbersWhole(t *testing.T) {
	for _, number := range []string{"2025", "１２０００", "1,234.5", "三千二百万", "GB50011"} {
		for shift := range 60 {
			text := strings.Repeat("长", shift) + strings.Repeat("完成投资"+number+"万元建成项目", 1500)
			for _, b := range Split(&source.Document{Text: text}).Blocks[1:] {
				before, _ := utf8.DecodeLastRuneInString(text[:b.Span.Start])
				after, _ := utf8.DecodeRuneInString(text[b.Span.Start:])
				if joined(before) && joined(after) {
					t.Fatalf("cut between %q and %q, shift %d", before, after, shift)
				}
			}
		}
	}
	digits := strings.Repeat("9", 3*MaxBlock)
	if n := len(Split(&source.Document{Text: digits}).Blocks); n < 3 {
		t.Errorf("%d blocks of nothing but digits, expected at least 3", n)
	}
}
