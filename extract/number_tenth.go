package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// tenthsAt returns the digit behind the 成 at text[i] and where it ends, 5 of 九成五 and 九成半;
// nil for none.
func tenthsAt(text string, i int) (tenths *big.Rat, end int) {
	rest, ok := strings.CutPrefix(text[i:], "成")
	if !ok {
		return nil, 0
	}
	r, size := utf8.DecodeRuneInString(rest)
	d := chineseDigit(r)
	if r == '半' {
		d = 5
	}
	if d <= 0 {
		return nil, 0
	}
	return new(big.Rat).SetInt64(d), i + len("成") + size
}

// tensAt returns the percentage that n states with the 成 behind it, and where that ends: 60 of
// 六成, 95 of 九成五, 60 of the 六 of 六至七成.
func tensAt(text string, n number) (*big.Rat, int) {
	value := tenfold(n.value)
	if tenths, end := tenthsAt(text, n.end); end > 0 {
		return tenths.Add(tenths, value), end
	}
	return value, n.end + len(prefixOf(text[n.end:], []string{"成"}))
}
