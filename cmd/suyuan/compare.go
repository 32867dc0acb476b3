package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/export"
	"suyuan/store"
	"suyuan/terminal"
)

func compareCommand() *cobra.Command {
	var db string
	var years []int
	var asJSON, asCSV bool
	c := &cobra.Command{
		Use:   "compare [--db FILE] INDICATOR…",
		Short: "Set an indicator of several regions side by side: baseline, target, change, source",
		Long: `Set indicators of several regions side by side: what is aimed at and for when, the
last fact before it, the change between the two, and where each stands. INDICATOR is
an indicator_id, a name or an alias of one, or a part of the name.

Values are in the base unit, the stated ones in brackets. Corrections and added
figures count, figures judged wrong do not; a draft counts for what no final document
of the region says. Figures of another scope than the document's own region are left
out.`,
		Example: `  suyuan compare 高新技术企业数 R&D经费投入强度
  suyuan compare rd_intensity --region 潮州 --region 揭阳 --year 2025 --csv`,
		Args: cobra.MinimumNArgs(1),
	}
	databaseFlag(c, &db)
	filter := documentFlags(c)
	c.Flags().Var((*yearList)(&years), "year", "targets of this `YEAR`")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, a comparison a line")
	c.Flags().BoolVar(&asCSV, "csv", false, "print comma-separated values for Excel and others")
	c.MarkFlagsMutuallyExclusive("json", "csv")
	c.RunE = func(c *cobra.Command, args []string) error {
		if slices.Contains(args, "") {
			return errors.New("an indicator is empty: name one, or a part of its name")
		}
		f, err := filter()
		if err != nil {
			return err
		}
		f.Indicators, f.Years = args, years
		s, err := store.OpenReadOnly(c.Context(), db)
		if err != nil {
			return err
		}
		defer s.Close()
		all, err := s.Compare(c.Context(), f)
		missing, failed := without(c.Context(), s, f)
		if err = errors.Join(err, failed); err == nil && len(all) == 0 {
			return &statusError{statusReport, errors.New("nothing found: no target and no fact of such an indicator")}
		}
		out := c.OutOrStdout()
		switch {
		case err != nil:
		case asJSON:
			err = export.WriteComparisonsJSON(out, all)
		case asCSV:
			err = export.WriteComparisonsCSV(out, all)
		default:
			err = terminal.NewPaint(out).ShowComparisons(out, all)
		}
		if err == nil && len(missing) > 0 {
			return &statusError{statusReport, fmt.Errorf("nothing found of %s: no target and no fact of such an indicator", strings.Join(missing, ", "))}
		}
		return found(err, len(all))
	}
	return c
}

// without returns those of several indicators that no figure is of.
func without(ctx context.Context, s *store.Store, f store.Filter) (missing []string, err error) {
	asked := f.Indicators
	for i := 0; i < len(asked) && len(asked) > 1 && err == nil; i++ {
		var of []store.Comparison
		f.Indicators = asked[i : i+1]
		if of, err = s.Compare(ctx, f); len(of) == 0 {
			missing = append(missing, asked[i])
		}
	}
	return missing, err
}
