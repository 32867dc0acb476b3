package store

import (
	"fmt"
	"math"
	"testing"
)

func TestSample(t *testing.T) {
	one, other := fresh(t), fresh(t)
	for i := range 20 {
		saved(t, one, entry(fmt.Sprintf("%d.txt", i), fmt.Sprintf("# 第%d号\n%s", i, plan)))
		saved(t, other, entry(fmt.Sprintf("%d.txt", i), fmt.Sprintf("# 第%d号\n%s", 19-i, plan)))
	}
	drawn := func(s *Store, f Filter, n int, seed uint64) (keys []string) {
		records, err := s.Sample(ctx, f, n, seed)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			keys = append(keys, r.Key)
		}
		return keys
	}
	figures := Filter{Types: []string{"figure"}}
	first := drawn(one, figures, 10, 7)
	if len(first) != 10 || fmt.Sprint(first) != fmt.Sprint(drawn(other, figures, 10, 7)) {
		t.Errorf("one seed draws %v and %v", first, drawn(other, figures, 10, 7))
	}
	if fmt.Sprint(first) == fmt.Sprint(drawn(one, figures, 10, 8)) {
		t.Error("another seed draws the same")
	}
	if n := len(drawn(one, figures, 1000, 7)); n != 120 {
		t.Errorf("%d of all 120", n)
	}
	if n := len(drawn(one, Filter{Kinds: []string{"actual"}, Paths: []string{"3.txt"}}, 5, 7)); n != 1 {
		t.Errorf("%d of one", n)
	}
	// Every record has its turn: over many seeds each is drawn about as often.
	times := map[string]int{}
	for seed := range uint64(600) {
		for _, key := range drawn(one, figures, 2, seed) {
			times[key]++
		}
	}
	if len(times) < 110 { // of 120, each 10 times on average, unevenly by the gaps between the keys
		t.Errorf("only %d records were ever drawn", len(times))
	}
}

func TestInterval(t *testing.T) {
	for _, c := range []struct {
		p         Precision
		low, high float64
	}{ // R: prop.test(x, n, correct = FALSE)
		{Precision{Right: 90, Wrong: 6, Corrected: 4}, 0.8256, 0.9448},
		{Precision{Right: 10, Doubtful: 3, Unjudged: 4}, 0.7225, 1},
		{Precision{Wrong: 5}, 0, 0.4345},
		{Precision{}, 0, 1},
	} {
		low, high := c.p.Interval()
		if math.Abs(low-c.low) > 1e-4 || math.Abs(high-c.high) > 1e-4 {
			t.Errorf("%+v: %.4f to %.4f, want %.4f to %.4f", c.p, low, high, c.low, c.high)
		}
	}
}

func TestPrecision(t *testing.T) {
	s := shelf(t)
	judged(t, s, "800", Right, "")
	judged(t, s, "1.8", Wrong, "")
	judged(t, s, "１２", Doubtful, "")
	judged(t, s, "市科技局", Right, "")
	records, err := s.Sample(ctx, Filter{Types: []string{"figure"}}, 100, 1)
	if p := PrecisionOf(records); err != nil || p != (Precision{Right: 1, Wrong: 1, Doubtful: 1, Unjudged: 5}) || p.Share() != 0.5 {
		t.Errorf("%+v, %v", p, err)
	}
	rules, err := s.PrecisionByRule(ctx)
	if err != nil || fmt.Sprint(rules) != "[{bureau {1 0 0 0 0}} {quantity {1 1 0 1 0}}]" {
		t.Errorf("%v, %v", rules, err)
	}
}
