package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// library fills a folder with documents as vary does, four of five of them as
// long as two seeds together: 1 000 give about 300 000 records, which is what the
// page and the search are measured on. The same number gives the same documents.
func library(dir string, documents int) error {
	seeds, err := seedTexts()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for n := range documents {
		text := newAuthor(n).rewrite(seeds[n%len(seeds)])
		if n%5 != 3 {
			text += "\n" + newAuthor(documents+n).rewrite(seeds[(n+2)%len(seeds)])
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.txt", n)), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
