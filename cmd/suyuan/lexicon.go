package main

import (
	"fmt"
	"os"
	"sync"

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
		if _, err := os.ReadDir(*folder); err != nil {
			return nil, fmt.Errorf("read word lists: %w", err)
		}
		return extract.LoadLexicon(extra)
	}
}

// aside starts to load the built-in word lists, so that they are there when a
// database has been opened. A user's lists, which may be wrong, are loaded before
// anything is done.
func aside(load func() (*extract.Lexicon, error), users bool) (words func() (*extract.Lexicon, error), err error) {
	words = sync.OnceValues(load)
	if users {
		_, err = words()
		return words, err
	}
	go func() {
		if l, err := words(); err == nil {
			l.Words().Weigh()
		}
	}()
	return words, nil
}
