package extract

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"suyuan/segment"
)

// spelled is an amount in base units as a text may write it, its unit included.
type spelled struct {
	text   string
	amount *big.Rat
}

var hanDigits = strings.Split("零一二三四五六七八九", "")

// inHan writes a number below 10000 in Chinese numerals.
func inHan(n int64) string {
	var b strings.Builder
	gap := false
	for i, power := range []int64{1000, 100, 10, 1} {
		d := n / power % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString("零")
			gap = false
		}
		b.WriteString(hanDigits[d] + []string{"千", "百", "十", ""}[i])
	}
	return b.String()
}

// wide writes digits in full width, commas between thousands.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' {
			return r + 0xfee0
		}
		return r
	}, s)
}

func commas(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// spellings writes an amount of at least one 万 in the ways that texts do, unit behind.
func spellings(r *rand.Rand, unit string) []spelled {
	high, low := 1+r.Int64N(99), 100*(1+r.Int64N(99)) // 亿, and 万 below it
	d, e := 1+r.Int64N(9), 1+r.Int64N(9)
	of := func(n int64, power float64) *big.Rat {
		return new(big.Rat).Mul(big.NewRat(n, 1), new(big.Rat).SetFloat64(power))
	}
	sum := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
	list := []spelled{
		{fmt.Sprintf("%d", high), of(high, 1)},
		{fmt.Sprintf("%d千", d), of(d, 1e3)},
		{fmt.Sprintf("%d百", d), of(d, 100)},
		{fmt.Sprintf("%d千%d百", d, e), of(10*d+e, 100)},
		{fmt.Sprintf("%d万", high), of(high, 1e4)},
		{fmt.Sprintf("%d千万", d), of(d, 1e7)},
		{fmt.Sprintf("%d.%d亿", high, d), of(10*high+d, 1e7)},
		{fmt.Sprintf("%d·%d亿", high, d), of(10*high+d, 1e7)},
		{fmt.Sprintf("%d万亿", d), of(d, 1e12)},
		{fmt.Sprintf("%d亿%d万", high, low), sum(of(high, 1e8), of(low, 1e4))},
		{fmt.Sprintf("%d亿%s万", high, commas(low)), sum(of(high, 1e8), of(low, 1e4))},
		{fmt.Sprintf("%d亿%d千万", high, d), sum(of(high, 1e8), of(d, 1e7))},
		{fmt.Sprintf("%d亿零%d万", high, e), sum(of(high, 1e8), of(e, 1e4))},
		{fmt.Sprintf("%d万零%d", high, 10*d+e), sum(of(high, 1e4), of(10*d+e, 1))},
		{fmt.Sprintf("%d亿%d千%d百万", high, d, e), sum(of(high, 1e8), of(10*d+e, 1e6))},
		{fmt.Sprintf("%d亿%d.%d万", high, low, e), sum(of(high, 1e8), of(10*low+e, 1e3))},
		{fmt.Sprintf("%d万%d千", high, d), sum(of(high, 1e4), of(d, 1e3))},
		{fmt.Sprintf("%d万%d千%d百", high, d, e), sum(of(high, 1e4), of(10*d+e, 100))},
		{fmt.Sprintf("%d万%d", high, low), sum(of(high, 1e4), of(low, 1))},
		{fmt.Sprintf("%s万", commas(1000+low)), of(1000+low, 1e4)},
		{fmt.Sprintf("%d %03d", high, d), of(1000*high+d, 1)},
		{inHan(low) + "万", of(low, 1e4)},
		{inHan(high) + "亿" + inHan(low%9000+1000) + "万", sum(of(high, 1e8), of(low%9000+1000, 1e4))},
		{inHan(high) + "万" + inHan(low%9000+1000), sum(of(high, 1e4), of(low%9000+1000, 1))},
		{inHan(high) + "点" + hanDigits[d] + "亿", of(10*high+d, 1e7)},
	}
	var all []spelled
	for _, s := range list {
		all = append(all, spelled{s.text + unit, s.amount})
		if strings.ContainsAny(s.text, "0123456789") && !strings.Contains(s.text, " ") {
			all = append(all, spelled{wide(s.text) + unit, s.amount})
		}
	}
	return all
}

// An amount has the value it was written for, in whatever way it is written, and so have
// both ends of a range. What is read again from the quote is the same, and is not with a
// digit altered.
func TestSpelledAmounts(t *testing.T) {
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		for _, unit := range []string{"元", "人", "亩"} {
			list := spellings(r, unit)
			for i, s := range list {
				checkAmount(t, lexicon, s.text, s.amount, nil)
				last := list[r.IntN(len(list))]
				if s.arabic() != last.arabic() || s.amount.Cmp(last.amount) >= 0 || s.powers() && !last.powers() {
					continue
				}
				for _, mark := range []string{"至", "—", "-", "~"} {
					checkAmount(t, lexicon, s.text+mark+last.text, s.amount, last.amount)
				}
				bound := []string{"（含）至", "（不含）—", "左右至"}[i%3]
				checkAmount(t, lexicon, s.text+bound+last.text, s.amount, last.amount)
			}
		}
	}
}

func (s spelled) arabic() bool { return strings.ContainsAny(segment.Read(s.text), "0123456789") }

// powers reports whether a 万 or 亿 stands directly in front of the unit.
func (s spelled) powers() bool {
	head := strings.TrimRight(s.text, "元人亩")
	return strings.HasSuffix(head, "万") || strings.HasSuffix(head, "亿")
}

// checkAmount reads text, one amount or a range, as an amount and again from its quote.
func checkAmount(t *testing.T, lexicon *Lexicon, text string, first, last *big.Rat) {
	t.Helper()
	s := scanner{text: segment.Read("达到" + text + "。"), units: lexicon.units()}
	list := s.scan()
	if len(list) != 1 || list[0].aside != "" {
		t.Errorf("%s: %d quantities, want one amount", text, len(list))
		return
	}
	q := &list[0]
	f := &Figure{}
	f.setValues(q, false)
	base := func(v *big.Rat) *big.Rat { return new(big.Rat).Mul(v, q.factor) }
	if base(q.value).Cmp(first) != 0 || (q.max == nil) != (last == nil) || last != nil && base(q.max).Cmp(last) != 0 {
		t.Errorf("%s: %v to %v %s, want %v to %v", text, q.value, q.max, q.unit, first, last)
		return
	}
	quote := s.text[q.Start:q.End]
	if !readSame(f, quote, q.unit) {
		t.Errorf("%s: %q in %s is read again otherwise than as %v %v", text, quote, q.unit, f.Value, f.ValueMax)
	}
	for i := range quote {
		if c := quote[i]; isDigit(c) {
			if altered := quote[:i] + string('0'+(c-'0'+1)%10) + quote[i+1:]; readSame(f, altered, q.unit) {
				t.Errorf("%s: %q is read again as %q", text, altered, quote)
			}
		}
	}
}

// readSame reports whether a quote is the value of a figure.
func readSame(f *Figure, quote, unit string) bool {
	value, last, ok := ReadValue(quote, unit)
	return ok && value == f.Value && (last == nil) == (f.ValueMax == nil) && (last == nil || *last == *f.ValueMax)
}
