// Command dictionary writes the dictionary that package segment embeds: the
// simplified Chinese words of gse with their frequencies and parts of speech,
// ASCII letters in lower case as gse compares them, and of several equal words the
// first, which is the one that gse keeps. It runs by go generate in segment.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

func main() {
	if err := write("dictionary.trie"); err != nil {
		fmt.Fprintln(os.Stderr, "write the dictionary:", err)
		os.Exit(1)
	}
}

func write(path string) error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		return fmt.Errorf("find gse in the module cache: %w", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data/dict/zh/s_1.txt"))
	if err != nil {
		return err
	}
	words, err := read(data)
	if err != nil {
		return err
	}
	return os.WriteFile(path, encode(words), 0o644)
}

// word is a word of the dictionary.
type word struct {
	text  string
	entry entry
}

// entry is what the dictionary says of a word.
type entry struct {
	frequency int
	pos       string
}

// read returns the words of gse's file, each once.
func read(data []byte) ([]word, error) {
	var words []word
	seen := map[string]bool{}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		fields := strings.Split(s.Text(), " ")
		if len(fields) != 3 {
			return nil, fmt.Errorf("the line %q has not three fields", s.Text())
		}
		text := lower(fields[0])
		if seen[text] {
			continue
		}
		seen[text] = true
		frequency, err := strconv.Atoi(fields[1])
		if err != nil || frequency < 2 || strings.ContainsRune(text, utf8.RuneError) {
			return nil, fmt.Errorf("the line %q is not as expected", s.Text())
		}
		if utf8.RuneCountInString(text) == 1 {
			frequency = 2 // as gse counts it
		}
		words = append(words, word{text, entry{frequency, fields[2]}})
	}
	return words, nil
}

// lower puts the letters A to Z into lower case and leaves every other character alone, as gse does.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
