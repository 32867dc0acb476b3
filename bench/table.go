package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// printTable prints the goals as a table of Markdown.
func printTable(w io.Writer, goals []goal, slack float64) {
	slices.SortStableFunc(goals, func(a, b goal) int { return strings.Compare(a.number, b.number) })
	rows := [][]string{{"#", "ratio", "goal", "measured", "median", "processor", ""}}
	for _, g := range goals {
		verdict := "reached"
		switch {
		case g.aim:
			verdict = "an aim"
		case g.behind(slack):
			verdict = "BEHIND"
		case g.behind(1):
			verdict = "within the slack"
		case g.measured > g.most:
			verdict = "reached but for the clock"
		}
		share := ""
		if g.processor > 0 {
			share = show(g.processor)
		}
		rows = append(rows, []string{g.number, g.what, show(g.most), show(g.measured), g.figures, share, verdict})
	}
	for i, row := range rows {
		fmt.Fprintf(w, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			fmt.Fprintln(w, "| --- | --- | --- | --- | --- | --- | --- |")
		}
	}
}

// show writes small ratios as 1/12.3.
func show(ratio float64) string {
	switch {
	case ratio == 0 || ratio >= 10:
		return fmt.Sprintf("%.0f", ratio)
	case ratio < 0.4:
		return fmt.Sprintf("1/%.3g", 1/ratio)
	}
	return fmt.Sprintf("%.2f", ratio)
}
