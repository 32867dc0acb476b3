package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/export"
	"suyuan/source"
)

func extractCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "extract [FILE|-]",
		Short: "Print the records of one text as JSON Lines, without a database",
		Long: `Print the records of one text as JSON Lines on standard output: a filter for
trying rules and for other tools. Without FILE, or with -, the text is read from
standard input. The fields are those of the database's views, with a type
(document, figure, date, department, project) and an evidence list.`,
		Example: `  echo '到2025年，全市高新技术企业达到600家以上。' | suyuan extract
  suyuan extract seeds/000_19c786fe24189706.txt | jq 'select(.kind == "target")'`,
		Args: cobra.MaximumNArgs(1),
	}
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		words, err := lexicon()
		if err != nil {
			return err
		}
		document, err := readArgument(c, args)
		if err != nil {
			return err
		}
		if document.Doubt != "" {
			fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", document.Name, document.Doubt)
		}
		records, err := batch.Extract(document, words)
		if err != nil {
			return &statusError{statusReport, err}
		}
		return export.WriteJSON(c.OutOrStdout(), document, records, words.Ruleset())
	}
	return c
}

// readArgument reads the file that is named, or standard input.
func readArgument(c *cobra.Command, args []string) (document *source.Document, err error) {
	if len(args) == 0 || args[0] == "-" {
		document, err = source.ReadFrom("-", c.InOrStdin())
	} else if document, err = source.Read(args[0]); errors.Is(err, source.ErrNoFile) {
		document, err = readPipe(args[0]) // /dev/stdin, <(…)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, source.ErrFolder) {
		err = &statusError{statusReport, err}
	}
	return document, err
}

// readPipe reads what a pipe gives, to its end.
func readPipe(path string) (*source.Document, error) {
	pipe, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer pipe.Close()
	return source.ReadFrom(path, pipe)
}
