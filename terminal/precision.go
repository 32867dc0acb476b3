package terminal

import (
	"fmt"
	"io"

	"suyuan/store"
)

// ShowPrecision writes what the verdicts on a sample say.
func ShowPrecision(w io.Writer, p store.Precision) {
	fmt.Fprintf(w, "%d right, %d wrong, %d corrected, %d doubtful, %d not judged", p.Right, p.Wrong, p.Corrected, p.Doubtful, p.Unjudged)
	if p.Judged() > 0 {
		low, high := p.Interval()
		fmt.Fprintf(w, ": precision %.3f, with 95 %% confidence %.3f to %.3f", p.Share(), low, high)
	}
	fmt.Fprintln(w)
}

// ShowPrecisionByRule writes a table of what the verdicts say of each rule.
func ShowPrecisionByRule(w io.Writer, rules []store.RulePrecision) error {
	rows := [][]string{{"rule", "right", "wrong", "corrected", "doubtful", "precision", "95 % confidence"}}
	for _, r := range rules {
		share, interval := "–", ""
		if r.Judged() > 0 {
			low, high := r.Interval()
			share, interval = fmt.Sprintf("%.3f", r.Share()), fmt.Sprintf("%.3f to %.3f", low, high)
		}
		rows = append(rows, []string{r.Rule, fmt.Sprint(r.Right), fmt.Sprint(r.Wrong), fmt.Sprint(r.Corrected), fmt.Sprint(r.Doubtful), share, interval})
	}
	return WriteTable(w, rows, "lrrrrrl")
}

// ShowReviews writes verdicts with what they were given on, which need not be in the
// database.
func (p Paint) ShowReviews(w io.Writer, reviews []store.Review) {
	for _, v := range reviews {
		fmt.Fprintf(w, "%s %s: %s\n", p.in(bold, v.Type), v.RecordKey+v.FindingKey, p.in(bold, Clean(v.Quote)))
		p.field(w, "sentence", Clean(v.Statement))
		p.verdict(w, &v)
	}
}
