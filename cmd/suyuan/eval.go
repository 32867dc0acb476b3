package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/eval"
	"suyuan/store"
)

// misses are the values of --misses.
var misses = append(slices.Clone(eval.Types), "document", "all")

func evalCommand() *cobra.Command {
	var db, gold, kind string
	var asJSON bool
	c := &cobra.Command{
		Use:   "eval [--db FILE] --gold DIR",
		Short: "Score a database against gold files: precision, recall and F1",
		Long: `Score a database against the gold files (NAME.gold.jsonl) of a folder. A record is
found when its place and type are right, right when its fields are right as well.`,
		Example: `  suyuan eval --gold testdata/gold
  suyuan eval --gold testdata/gold --misses figure`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if kind != "" && !slices.Contains(misses, kind) {
				return fmt.Errorf("--misses %s: give one of %s", kind, strings.Join(misses, ", "))
			}
			result, err := score(c.Context(), db, gold)
			if err != nil {
				return err
			}
			if asJSON {
				return result.WriteJSON(c.OutOrStdout(), kind)
			}
			if err := result.WriteTable(c.OutOrStdout()); err != nil || kind == "" {
				return err
			}
			return result.WriteMisses(c.OutOrStdout(), strings.TrimPrefix(kind, "all"))
		},
	}
	databaseFlag(c, &db)
	c.Flags().StringVar(&gold, "gold", "", "folder of the gold files")
	c.Flags().StringVar(&kind, "misses", "", "list what is wrong, missed or false too, for "+strings.Join(misses, ", "))
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	_ = c.MarkFlagRequired("gold")
	_ = c.MarkFlagDirname("gold")
	_ = c.RegisterFlagCompletionFunc("misses", cobra.FixedCompletions(misses, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func score(ctx context.Context, db, gold string) (*eval.Result, error) {
	right, err := eval.ReadGold(gold)
	if err != nil {
		return nil, err
	}
	s, err := store.OpenReadOnly(ctx, db) // says what is wrong with it
	if err != nil {
		return nil, err
	}
	defer s.Close()
	predicted, err := eval.FromDatabase(db)
	if err != nil {
		return nil, err
	}
	return eval.Score(right, predicted), nil
}
