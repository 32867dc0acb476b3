package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"suyuan/extract"
)

// lexiconFlag adds --lexicon and returns what loads the word lists it names.
func lexiconFlag(c *cobra.Command) func() (*extract.Lexicon, error) {
	folder := c.Flags().String("lexicon", "", "folder of further word lists (*.tsv), laid over the built-in ones")
	_ = c.MarkFlagDirname("lexicon")
	return func() (*extract.Lexicon, error) {
		if *folder == "" {
			return extract.LoadLexicon(nil)
		}
		extra := os.DirFS(*folder)
		if _, err := fs.ReadDir(extra, "."); err != nil {
			return nil, fmt.Errorf("read word lists: %w", err)
		}
		return extract.LoadLexicon(extra)
	}
}
