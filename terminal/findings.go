package terminal

import (
	"fmt"
	"io"
	"strings"

	"suyuan/audit"
)

// ShowFinding writes a finding: what it is, how it was computed, and the numbers in
// their sentences.
func ShowFinding(w io.Writer, f audit.Shown) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s %s %s\n  %s\n", Clean(f.Path), f.Severity, f.Kind, f.Key, Clean(f.Message))
	if f.Arithmetic != "" {
		fmt.Fprintf(&b, "  计算：%s\n", Clean(f.Arithmetic))
	}
	if f.Verdict != "" {
		fmt.Fprintf(&b, "  已判：%s\n", Chinese(f.Verdict))
	}
	for _, r := range f.Records {
		fmt.Fprintf(&b, "  第%d行 %s\n", r.Line, inSentence(&r))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ShowDifference writes in what a target of two documents differs, with both places.
func ShowDifference(w io.Writer, d audit.Difference) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", d.Turn, Clean(d.Message))
	for i, r := range []*audit.ShownRecord{d.A, d.B} {
		if r != nil {
			fmt.Fprintf(&b, "  %c 第%d行 %s\n", 'A'+i, r.Line, inSentence(r))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// inSentence shows a record's quote with some of its sentence around it.
func inSentence(r *audit.ShownRecord) string {
	const around = 28
	noBreaks := strings.NewReplacer("\r", "", "\n", "")
	before, behind := noBreaks.Replace(r.Statement[:r.Offset]), noBreaks.Replace(r.Statement[r.Offset+len(r.Quote):])
	left, right := "", ""
	if from := back(before, len(before), around); from > 0 {
		before, left = before[from:], "…"
	}
	if to := ahead(behind, 0, around); to < len(behind) {
		behind, right = behind[:to], "…"
	}
	return left + Clean(before) + "【" + Clean(r.Quote) + "】" + Clean(behind) + right
}
