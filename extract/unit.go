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
	one := u.at(text[i:])
	if one == nil {
		return stated{}, false
	}
	s := stated{base: one.base, factor: new(big.Rat).Set(one.factor), dimension: one.dimension, end: i + len(one.name)}
	s.factor.Mul(s.factor, multiple(multiplier))
	if rest := text[s.end:]; strings.HasPrefix(rest, "/") {
		m := multiplierAt(rest, 1)
		if strings.HasPrefix(rest[1:], "千") || strings.HasPrefix(rest[1:], "百") {
			m = rest[1:4] + multiplierAt(rest, 4)
			if u.at(rest[1:]) != nil {
				m = ""
			}
		}
		if below := u.at(rest[1+len(m):]); below != nil {
			s.end += 1 + len(m) + len(below.name)
			s.base += "/" + below.base
			s.factor.Quo(s.factor, new(big.Rat).Mul(below.factor, multiple(m)))
			if s.dimension != "share" {
				s.dimension = "other"
			}
		}
	} else if strings.HasPrefix(rest, "(") {
		if other := u.at(rest[1:]); other != nil && strings.HasPrefix(rest[1+len(other.name):], ")") {
			s.end += len(other.name) + 2
		}
	}
	s.text = multiplier + text[i:s.end]
	return s, true
}

// multiple gives the value of 万, 亿, 万亿 …, one for none.
func multiple(words string) *big.Rat {
	v := big.NewRat(1, 1)
	for _, r := range words {
		if p := chinesePower(r); p > 0 {
			v.Mul(v, new(big.Rat).SetInt64(p))
		}
	}
	return v
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, suffixes ...string) string {
	longest := ""
	for _, x := range suffixes {
		if len(x) > len(longest) && strings.HasSuffix(s, x) {
			longest = x
		}
	}
	return longest
}
