package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"math/rand/v2"
)

// Sample returns n of the records that the filter wants, drawn at random: fewer
// where there are not so many. The same seed draws the same from the same records,
// whatever their ids; the Limit and Offset of the filter do not count.
//
// A record's key is a hash, so that the keys in their order are the records in
// random order: the n that follow a random point are a random sample.
func (s *Store) Sample(ctx context.Context, f Filter, n int, seed uint64) ([]Record, error) {
	c, ofFigures, err := s.records(&f)
	if err != nil {
		return nil, err
	}
	from := "FROM records r"
	if ofFigures {
		from += " JOIN figures f ON f.record_id = r.id"
	}
	if f.Narrow() {
		where, args := f.documents().where()
		c.add("r.document_id IN (SELECT d.id FROM documents d"+where+")", args...)
	}
	random := rand.New(rand.NewPCG(seed, 0))
	point := fmt.Sprintf("%016x", random.Uint64())
	var ids []int64
	for _, side := range []string{"r.key >= ?", "r.key < ?"} { // behind the last key comes the first
		if len(ids) == n {
			break
		}
		where, args := append(c[:len(c):len(c)], condition{side, []any{point}}).where()
		more, err := ask(ctx, s.db, fmt.Sprintf("SELECT min(r.id) %s%s GROUP BY r.key ORDER BY r.key LIMIT %d", from, where, n-len(ids)), scanInt, args...)
		if err != nil {
			return nil, s.explain("read", err)
		}
		ids = append(ids, more...)
	}
	all, err := s.loadNow(ctx, ids)
	return all, s.explain("read", err)
}

// Precision counts the verdicts on records: how many of those that were judged
// are right.
type Precision struct {
	Right, Wrong, Corrected, Doubtful int
	Unjudged                          int // those whose verdict is stale among them
}

// PrecisionOf counts the verdicts that stand on records.
func PrecisionOf(records []Record) (p Precision) {
	for _, r := range records {
		switch {
		case r.Review == nil || r.Review.Stale:
			p.Unjudged++
		case r.Review.Verdict == Right:
			p.Right++
		case r.Review.Verdict == Wrong:
			p.Wrong++
		case r.Review.Verdict == Corrected:
			p.Corrected++
		case r.Review.Verdict == Doubtful:
			p.Doubtful++
		default:
			p.Unjudged++
		}
	}
	return p
}

// Judged is how many are right, wrong or corrected: the doubtful decide nothing.
func (p Precision) Judged() int { return p.Right + p.Wrong + p.Corrected }

// Share is the part of the judged that is right, 0 where none is judged.
func (p Precision) Share() float64 {
	if p.Judged() == 0 {
		return 0
	}
	return float64(p.Right) / float64(p.Judged())
}

// Interval is Wilson's interval, which holds the share of all records from which
// the sample was drawn in 95 of 100 samples; 0 to 1 where none is judged.
func (p Precision) Interval() (low, high float64) {
	n := float64(p.Judged())
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964 // of 95 %, two-sided
	share := p.Share()
	middle := share + z*z/(2*n)
	reach := z * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	whole := 1 + z*z/n
	return math.Max(0, (middle-reach)/whole), math.Min(1, (middle+reach)/whole)
}

// RulePrecision is the precision of one rule over all verdicts on its records.
type RulePrecision struct {
	Rule string
	Precision
}

// PrecisionByRule counts the verdicts that stand on the records of each rule.
func (s *Store) PrecisionByRule(ctx context.Context) ([]RulePrecision, error) {
	all, err := ask(ctx, s.db, `SELECT r.rule, sum(v.verdict = 'right' AND NOT v.stale), sum(v.verdict = 'wrong' AND NOT v.stale),
			sum(v.verdict = 'corrected' AND NOT v.stale), sum(v.verdict = 'doubtful' AND NOT v.stale), sum(v.stale)
		FROM reviews v JOIN documents d ON d.text_sha256 = v.text_sha256 JOIN records r ON r.document_id = d.id AND r.key = v.record_key
		WHERE v.stands GROUP BY r.rule ORDER BY r.rule`, func(r *sql.Rows, p *RulePrecision) error {
		return r.Scan(&p.Rule, &p.Right, &p.Wrong, &p.Corrected, &p.Doubtful, &p.Unjudged)
	})
	return all, s.explain("read", err)
}
