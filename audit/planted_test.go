package audit_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// A planted error is one number, unit or year changed in a paragraph in which all
// adds up; its twin is the paragraph unchanged. The templates were written before
// the checks were tried on them, and no check knows of them.

// each is how many documents are made of a template, at most ten.
var each = flag.Int("each", 3, "planted errors a template, at most ten")

// template makes paragraphs of one make.
type template struct {
	name, class string // rate, parts, conflict, unit, year
	text        string // with {slots}
	fill        func(*dice) values
	spoil       func(*dice, values)
}

type values map[string]string

// dice throws the same numbers in every run.
type dice struct{ *rand.Rand }

// between returns a number of a range, with some decimals.
func (d *dice) between(low, high float64, places int) float64 {
	return cut(low+d.Float64()*(high-low), places)
}

// cut rounds to some decimals.
func cut(v float64, places int) float64 {
	p := math.Pow(10, float64(places))
	return math.Round(v*p) / p
}

func text(v float64, places int) string { return strconv.FormatFloat(v, 'f', places, 64) }

// worse changes the number in a slot by an amount, up or down, and keeps it above
// nothing.
func worse(slot string, least, most float64) func(*dice, values) {
	return func(d *dice, v values) {
		old, places := number(v[slot])
		by := d.between(least, most, max(places, 1))
		if d.IntN(2) == 0 && old-by > old/3 {
			by = -by
		}
		v[slot] = text(cut(old+by, places), places)
	}
}

// more does so upward.
func more(slot string, least, most float64) func(*dice, values) {
	return func(d *dice, v values) {
		old, places := number(v[slot])
		v[slot] = text(cut(old+d.between(least, most, max(places, 1)), places), places)
	}
}

// below puts into a slot a number below that of another.
func below(slot, other string) func(*dice, values) {
	return func(d *dice, v values) {
		old, places := number(v[other])
		v[slot] = text(cut(old*d.between(0.6, 0.95, 3), places), places)
	}
}

// put puts other words into a slot, either one of several.
func put(slot, word string) func(*dice, values) { return either(slot, word) }

func either(slot string, words ...string) func(*dice, values) {
	return func(d *dice, v values) { v[slot] = words[d.IntN(len(words))] }
}

// exchange puts each of two slots' words into the other.
func exchange(x, y string) func(*dice, values) {
	return func(_ *dice, v values) { v[x], v[y] = v[y], v[x] }
}

func number(s string) (float64, int) {
	v, _ := strconv.ParseFloat(s, 64)
	_, decimals, _ := strings.Cut(s, ".")
	return v, len(decimals)
}

func (t template) write(v values) string {
	s := t.text
	for slot, word := range v {
		s = strings.ReplaceAll(s, "{"+slot+"}", word)
	}
	return s
}

// context returns paragraphs to stand before a text, unless it begins with a title,
// and behind it.
func (d *dice) context(before bool) (front, back string) {
	order := d.Perm(len(around))
	if before {
		front = around[order[0]] + "\n\n"
	}
	return front, "\n\n" + around[order[1]] + "\n\n" + around[order[2]] + "\n"
}

// documents makes n documents of a template, each with an error, and their twins.
func (t template) documents(n int) (planted, clean map[string]string) {
	planted, clean = map[string]string{}, map[string]string{}
	seed := uint64(0)
	for _, r := range t.class + t.name {
		seed = seed*31 + uint64(r)
	}
	d := &dice{rand.New(rand.NewPCG(seed, 7))}
	for i := range n {
		v := t.fill(d)
		name := fmt.Sprintf("%s-%s-%02d", t.class, strings.ReplaceAll(t.name, " ", "_"), i)
		front, back := d.context(t.class != "year")
		right := t.write(v)
		for t.write(v) == right {
			t.spoil(d, v)
		}
		clean[name+"-clean.txt"] = front + right + back
		planted[name+"-planted.txt"] = front + t.write(v) + back
	}
	return planted, clean
}

// Of errors planted in paragraphs of many makes at least 95 in 100 are reported, of
// their clean twins at most 2 in 100 have a finding. Notes count in both: a growth
// of GDP a little below that of its levels may be one in constant prices.
func TestPlantedErrors(t *testing.T) {
	texts := map[string]string{}
	templates := 0
	for _, list := range [][]template{plantedRates, plantedParts, plantedConflicts, plantedUnits, plantedYears, plantedSecond, plantedThird} {
		for _, one := range list {
			templates++
			planted, clean := one.documents(min(*each, 10))
			for name, text := range planted {
				texts[name] = text
			}
			for name, text := range clean {
				texts[name] = text
			}
		}
	}
	found := audited(t, ingested(t, folder(t, texts)))
	total, hits, alarms := 0, 0, 0
	byClass := map[string][2]int{}
	for name, text := range texts {
		findings := found[name]
		if strings.HasSuffix(name, "-clean.txt") {
			if len(findings) > 0 {
				alarms++
				t.Logf("false alarm: %s: %s\n%s", name, findings[0].Message, text)
			}
			continue
		}
		class, _, _ := strings.Cut(name, "-")
		total++
		n := byClass[class]
		n[1]++
		if len(findings) > 0 {
			hits++
			n[0]++
		} else {
			t.Logf("missed: %s\n%s", name, text)
		}
		byClass[class] = n
	}
	t.Logf("%d templates, %d planted errors, %d reported, %d of as many twins with an alarm: %v", templates, total, hits, alarms, byClass)
	if total < 300 || templates*10 < total {
		t.Errorf("%d planted errors on %d templates", total, templates)
	}
	if hits*100 < total*95 || alarms*100 > total*2 {
		t.Errorf("of %d planted errors %d are reported, of as many twins %d have an alarm", total, hits, alarms)
	}
}
