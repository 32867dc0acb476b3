package extract

import (
	"math/big"
	"sort"
	"strings"
	"unicode/utf8"
)

// unit is an entry of the list of units.
type unit struct {
	name      string
	base      string
	factor    *big.Rat
	dimension string
	not       []string // what must not follow it: 3部门 is no 3 部
}

// units finds the unit that a text begins with.
type units struct {
	byName  map[string]*unit
	byFirst map[rune][]*unit // longest first
}

func newUnits(rows [][]string) *units {
	u := &units{byName: map[string]*unit{}, byFirst: map[rune][]*unit{}}
	for _, row := range rows {
		factor, ok := new(big.Rat).SetString(row[2])
		if !ok || row[0] == "" {
			continue
		}
		one := &unit{name: row[0], base: row[1], factor: factor, dimension: row[3]}
		if row[4] != "" {
			one.not = strings.Split(row[4], "|")
		}
		u.byName[row[0]] = one
	}
	for name, one := range u.byName {
		r, _ := utf8.DecodeRuneInString(name)
		u.byFirst[r] = append(u.byFirst[r], one)
	}
	for _, list := range u.byFirst {
		sort.Slice(list, func(i, j int) bool {
			if len(list[i].name) != len(list[j].name) {
				return len(list[i].name) > len(list[j].name)
			}
			return list[i].name < list[j].name
		})
	}
	return u
}

// at returns the unit that text begins with, nil for none.
func (u *units) at(text string) *unit {
	r, _ := utf8.DecodeRuneInString(text)
	for _, one := range u.byFirst[r] {
		if !strings.HasPrefix(text, one.name) {
			continue
		}
		rest := text[len(one.name):]
		if hasAnyPrefix(rest, one.not...) {
			continue
		}
		if last := one.name[len(one.name)-1]; isLetter(last) && rest != "" && (isLetter(rest[0]) || isDigit(rest[0])) {
			continue // m of mm, P of PM2.5
		}
		return one
	}
	return nil
}

// stated is a unit as a text writes it: its words, what one of it is in the base
// unit, and the place where it stands.
type stated struct {
	text      string
	base      string
	factor    *big.Rat
	dimension string
	end       int
}

// read reads the unit at text[i], with the multiplier (already found, it lies
// directly before), a second unit behind / and one in brackets: 件/万人, 名(个).
func (u *units) read(text string, i int, multiplier string) (stated, bool) {
	first := u.at(text[i:])
	if first == nil {
		return stated{}, false
	}
	s := stated{base: first.base, factor: first.factor, dimension: first.dimension, end: i + len(first.name)}
	if multiplier != "" {
		s.factor = new(big.Rat).Mul(s.factor, multiple(multiplier))
	}
	if u.below(text, &s, "/") {
		for u.below(text, &s, "/") || u.below(text, &s, "·") { // 元/亩/次, 元/人·月
		}
	} else if rest := text[s.end:]; strings.HasPrefix(rest, "(") {
		if other := u.at(rest[1:]); other != nil && strings.HasPrefix(rest[1+len(other.name):], ")") {
			s.end += len(other.name) + 2
		}
	}
	s.text = text[i:s.end]
	if strings.HasSuffix(text[:i], multiplier) {
		s.text = text[i-len(multiplier) : s.end]
	} else {
		s.text = multiplier + s.text
	}
	return s, true
}

// below reads a unit behind mark, of which s is an amount for each: 件/万人.
func (u *units) below(text string, s *stated, mark string) bool {
	rest, ok := strings.CutPrefix(text[s.end:], mark)
	if !ok {
		return false
	}
	m := multiplierAt(rest, 0)
	if strings.HasPrefix(rest, "千") || strings.HasPrefix(rest, "百") {
		m = rest[:len("千")] + multiplierAt(rest, len("千"))
		if u.at(rest) != nil {
			m = ""
		}
	}
	one := u.at(rest[len(m):])
	if one == nil {
		return false
	}
	s.end += len(mark) + len(m) + len(one.name)
	s.base += "/" + one.base
	s.factor = new(big.Rat).Quo(s.factor, new(big.Rat).Mul(one.factor, multiple(m)))
	if s.dimension != "share" {
		s.dimension = "other"
	}
	return true
}

// one is the factor of what is counted in its base unit. Nothing may alter it,
// nor any other factor.
var one = big.NewRat(1, 1)

// multiple gives the value of 万, 亿, 万亿 …, one for none.
func multiple(words string) *big.Rat {
	if words == "" {
		return one
	}
	v := big.NewRat(1, 1)
	for _, r := range words {
		if p := chinesePower(r); p > 0 {
			v.Mul(v, new(big.Rat).SetInt64(p))
		}
	}
	return v
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
