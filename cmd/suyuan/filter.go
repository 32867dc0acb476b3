package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/store"
)

// The words that the filters take.
var (
	recordTypes      = []string{"figure", "date", "department", "project", "document"}
	figureKinds      = store.FieldWords("kind")
	documentStatuses = []string{"draft", "final"}
	verdictWords     = append(slices.Clone(store.RecordVerdicts), "unreviewed", "reviewed", "stale")
)

// documentFlags adds the flags that say which documents are wanted. The function
// that it returns reads them.
func documentFlags(c *cobra.Command) func() (store.Filter, error) {
	f := &store.Filter{}
	ofDocuments(c, f)
	return func() (store.Filter, error) { return checked(f) }
}

func ofDocuments(c *cobra.Command, f *store.Filter) {
	flags := c.Flags()
	flags.StringSliceVar(&f.Paths, "document", nil, "documents with this path, or below this folder")
	flags.StringSliceVar(&f.Regions, "region", nil, "documents of this region: 潮州市, or 潮州")
	flags.StringSliceVar(&f.Statuses, "status", nil, "documents that are draft or final")
	_ = c.RegisterFlagCompletionFunc("status", cobra.FixedCompletions(documentStatuses, cobra.ShellCompDirectiveNoFileComp))
}

// filterFlags does the same for records.
func filterFlags(c *cobra.Command) func() (store.Filter, error) {
	f := &store.Filter{}
	ofDocuments(c, f)
	flags := c.Flags()
	flags.StringSliceVar(&f.Types, "type", nil, "records of a type: "+strings.Join(recordTypes, ", "))
	flags.StringSliceVar(&f.Kinds, "kind", nil, "figures of a kind: "+strings.Join(figureKinds, ", "))
	flags.StringSliceVar(&f.Indicators, "indicator", nil, "figures of an indicator: its indicator_id, a name or an alias of it, or a part of the name")
	flags.Var((*yearList)(&f.Years), "year", "figures and dates of this `YEAR`")
	flags.StringSliceVar(&f.Rules, "rule", nil, "records that this rule made")
	flags.StringSliceVar(&f.Verdicts, "verdict", nil, "records with a verdict: "+strings.Join(verdictWords, ", "))
	flags.StringVar(&f.Contains, "contains", "", "records with these words in the quote, the indicator or the name")
	for name, words := range map[string][]string{"type": recordTypes, "kind": figureKinds, "verdict": verdictWords} {
		_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
	return func() (store.Filter, error) { return checked(f) }
}

// checked proves the words of the filters that take only some.
func checked(f *store.Filter) (store.Filter, error) {
	for _, check := range []struct {
		flag         string
		given, words []string
	}{{"type", f.Types, recordTypes}, {"kind", f.Kinds, figureKinds}, {"verdict", f.Verdicts, verdictWords}, {"status", f.Statuses, documentStatuses}} {
		for _, word := range check.given {
			if !slices.Contains(check.words, word) {
				return *f, fmt.Errorf("--%s %s: give one of %s", check.flag, word, strings.Join(check.words, ", "))
			}
		}
	}
	return *f, nil
}

// yearList is years as a flag, which may be given several times.
type yearList []int

func (l *yearList) String() string { return strings.Trim(fmt.Sprint([]int(*l)), "[]") }
func (l *yearList) Type() string   { return "years" }

func (l *yearList) Set(text string) error {
	for year := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(year))
		if err != nil || n < 1 || n > 9999 {
			return errors.New("give a year, such as 2025, or several with commas")
		}
		*l = append(*l, n)
	}
	return nil
}
