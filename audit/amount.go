package audit

import (
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// amount is all that a printed number can stand for: the range from lo to hi,
// nil where it has no end. Decimals are kept as fractions, so nothing is lost.
type amount struct{ lo, hi *big.Rat }

// rat returns a stored number as the decimal it was written as.
func rat(v float64) *big.Rat {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(v, 'f', -1, 64))
	return r
}

func whole(n int64) *big.Rat { return big.NewRat(n, 1) }

func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

// quo returns nil for a division by zero.
func quo(a, b *big.Rat) *big.Rat {
	if b.Sign() == 0 {
		return nil
	}
	return new(big.Rat).Quo(a, b)
}

func less(a, b *big.Rat) bool { return a.Cmp(b) < 0 }

// power returns a to the n-th power, n not negative.
func power(a *big.Rat, n int) *big.Rat {
	p := whole(1)
	for range n {
		p.Mul(p, a)
	}
	return p
}

// meets reports whether two amounts can be the same.
func (a amount) meets(b amount) bool {
	return !(a.hi != nil && b.lo != nil && less(a.hi, b.lo)) && !(b.hi != nil && a.lo != nil && less(b.hi, a.lo))
}

// overlaps reports whether two amounts have more in common than an end: 41 and 40
// are rounded from different numbers, though 40.5 lies at the end of both.
func (a amount) overlaps(b amount) bool {
	return !(a.hi != nil && b.lo != nil && !less(b.lo, a.hi)) && !(b.hi != nil && a.lo != nil && !less(a.lo, b.hi))
}

// exactly is the amount of one number.
func exactly(r *big.Rat) amount { return amount{r, r} }

// around widens an amount on both sides.
func (a amount) around(by *big.Rat) amount {
	if a.lo != nil {
		a.lo = sub(a.lo, by)
	}
	if a.hi != nil {
		a.hi = add(a.hi, by)
	}
	return a
}

// over divides positive amounts; an end that is unknown stays so.
func (a amount) over(b amount) amount {
	var q amount
	if a.lo != nil && b.hi != nil {
		q.lo = quo(a.lo, b.hi)
	}
	if a.hi != nil && b.lo != nil {
		q.hi = quo(a.hi, b.lo)
	}
	return q
}

// plus adds amounts.
func (a amount) plus(b amount) amount {
	var s amount
	if a.lo != nil && b.lo != nil {
		s.lo = add(a.lo, b.lo)
	}
	if a.hi != nil && b.hi != nil {
		s.hi = add(a.hi, b.hi)
	}
	return s
}

// minus subtracts amounts.
func (a amount) minus(b amount) amount {
	return a.plus(b.by(whole(-1)))
}

// by multiplies with one number.
func (a amount) by(n *big.Rat) amount {
	var p amount
	if a.lo != nil {
		p.lo = mul(a.lo, n)
	}
	if a.hi != nil {
		p.hi = mul(a.hi, n)
	}
	if n.Sign() < 0 {
		p.lo, p.hi = p.hi, p.lo
	}
	return p
}

var digits = expression(`[0-9][0-9,，]*(?:\.([0-9]+))?`)

// printedStep returns the worth of the last digit that a quote prints, in the
// unit as stated: 0.01 of 47.62, 1 of 128; 0 where it prints no digits (翻一番).
func printedStep(quote string) *big.Rat {
	m := digits().FindStringSubmatch(width.Fold.String(quote))
	if m == nil {
		return new(big.Rat)
	}
	return quo(whole(1), power(whole(10), len(m[1])))
}

// decimal writes a number with at most places decimals and no trailing zeros.
func decimal(r *big.Rat, places int) string {
	s := r.FloatString(places)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
