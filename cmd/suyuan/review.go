package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"suyuan/store"
	"suyuan/terminal"
)

// round is what suyuan review is asked for.
type round struct {
	db, reviewer string
	sample       int
	seed         uint64
	gone, rules  bool
	add          string // the document that a figure is missed in
}

func reviewCommand() *cobra.Command {
	var r round
	c := &cobra.Command{
		Use:   "review [--db FILE]",
		Short: "Judge records one after the other, by keyboard",
		Long: `Judge records one after the other, those that the filters want, without --verdict
those without a verdict. A key judges the record on the screen and goes on:

  y right 正确      n wrong 错误      e correct 修正     ? doubtful 存疑
  a add a figure that was missed 补录   c a note to the next verdict
  u take back 撤销    j next    k back    q quit

Keys may come from a file or a pipe as well. What was extracted is never altered: a
verdict is kept beside it with its history, and v_figures_reviewed has the figures
as the reviewers left them. The same sample is drawn again by the same seed.

--add asks for figures that were missed in a document, named by its path or id: first
for the number, or words around it, as they stand in the text, with the line in front
where they stand in many (103: 500); then for its fields, a line each. An empty line
ends the fields, another one the session.`,
		Example: `  suyuan review --region 潮州 --kind target
  suyuan review --sample 50 --rule figure_level
  suyuan review --add plans/2025.txt
  suyuan review --gone`,
		Args: cobra.NoArgs,
	}
	databaseFlag(c, &r.db)
	c.Flags().StringVar(&r.reviewer, "reviewer", os.Getenv("USER"), "your name")
	c.Flags().IntVar(&r.sample, "sample", 0, "judge so many, drawn at random, and compute the precision")
	c.Flags().Uint64Var(&r.seed, "seed", 1, "by which the sample is drawn")
	c.Flags().BoolVar(&r.gone, "gone", false, "list the verdicts whose record is not in the database, and judge nothing")
	c.Flags().BoolVar(&r.rules, "rules", false, "list what the verdicts say of each rule, and judge nothing")
	c.Flags().StringVar(&r.add, "add", "", "add figures that were missed in `DOCUMENT`, and judge nothing")
	c.MarkFlagsMutuallyExclusive("gone", "rules", "sample", "add")
	filter := filterFlags(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		f, err := filter()
		switch {
		case err != nil:
			return err
		case r.sample < 0:
			return fmt.Errorf("--sample %d: give the number of records to draw", r.sample)
		case r.gone || r.rules:
			return r.list(c)
		case r.reviewer == "":
			return errors.New("a verdict needs the name of its reviewer: give --reviewer")
		}
		return r.judge(c, f)
	}
	return c
}

// list lists what there is of verdicts.
func (r *round) list(c *cobra.Command) error {
	s, err := store.OpenReadOnly(c.Context(), r.db)
	if err != nil {
		return err
	}
	defer s.Close()
	out := c.OutOrStdout()
	if r.rules {
		rules, err := s.PrecisionByRule(c.Context())
		if err == nil && len(rules) > 0 {
			err = terminal.ShowPrecisionByRule(out, rules)
		}
		return found(err, len(rules))
	}
	gone, err := s.Gone(c.Context())
	if err != nil {
		return &statusError{statusReport, err}
	}
	terminal.NewPaint(out).ShowReviews(out, gone)
	if len(gone) > 0 {
		return &statusError{status: statusReport}
	}
	return nil
}

// judge holds the session.
func (r *round) judge(c *cobra.Command, f store.Filter) error {
	ctx, stop := untilInterrupted(c.Context())
	defer stop()
	s, err := store.OpenExisting(ctx, r.db)
	if err != nil {
		return err
	}
	defer s.Close()
	session := &terminal.Session{Store: s, Reviewer: r.reviewer, In: c.InOrStdin(), Out: c.OutOrStdout(), Paint: terminal.NewPaint(c.OutOrStdout())}
	told := context.AfterFunc(ctx, func() { // while it waits for a key
		session.Restore()
		s.Close()
		os.Exit(statusInterrupted)
	})
	defer told()
	if r.add != "" {
		return r.put(ctx, session)
	}
	records, keys, err := r.choose(c, s, f)
	if err != nil {
		return &statusError{statusReport, err}
	}
	shown, err := session.Run(ctx, records)
	told()
	if errors.Is(err, terminal.ErrInterrupted) {
		return &statusError{statusInterrupted, err}
	}
	if err == nil && len(keys) > 0 {
		err = tellPrecision(c, s, keys)
	}
	return found(err, shown)
}

// put adds what was missed in a document.
func (r *round) put(ctx context.Context, session *terminal.Session) error {
	d, err := session.Store.Document(ctx, r.add)
	if err != nil {
		return &statusError{statusReport, err}
	}
	added, err := session.Add(ctx, d.ID)
	if err == nil && added == 0 {
		err = errors.New("nothing was added")
	}
	if err != nil {
		return &statusError{statusReport, err}
	}
	return nil
}

// choose returns the records to judge, with the keys of those that are a sample.
func (r *round) choose(c *cobra.Command, s *store.Store, f store.Filter) (iter.Seq2[store.Record, error], []string, error) {
	if r.sample == 0 {
		if len(f.Verdicts) == 0 {
			f.Verdicts = []string{"unreviewed"}
		}
		return s.Records(c.Context(), f), nil, nil
	}
	drawn, err := s.Sample(c.Context(), f, r.sample, r.seed)
	if err != nil {
		return nil, nil, err
	}
	var keys []string
	for _, one := range drawn {
		keys = append(keys, one.Key)
	}
	fmt.Fprintf(c.ErrOrStderr(), "a sample of %d records, seed %d\n", len(drawn), r.seed)
	return each(drawn), keys, nil
}

// each yields records that are there already.
func each(records []store.Record) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// tellPrecision computes the precision of a sample from the verdicts that stand now.
func tellPrecision(c *cobra.Command, s *store.Store, keys []string) error {
	var records []store.Record
	for _, key := range keys {
		r, err := s.Record(c.Context(), key)
		if err != nil {
			return err
		}
		records = append(records, r)
	}
	terminal.ShowPrecision(c.OutOrStdout(), store.PrecisionOf(records))
	return nil
}
