// Command dictionary writes the dictionary that package segment embeds, from the
// one of gse: its simplified Chinese words in byte order, ASCII letters in lower
// case as gse compares them, and of several equal words the first, which is the
// one that gse keeps. It runs by go generate in segment.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	if err := write("dictionary.txt"); err != nil {
		fmt.Fprintln(os.Stderr, "write the dictionary:", err)
		os.Exit(1)
	}
}

func write(name string) error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		return fmt.Errorf("find gse in the module cache: %w", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data/dict/zh/s_1.txt"))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, line := range sorted(data) {
		out.WriteString(line)
		out.WriteByte('\n')
	}
	return os.WriteFile(name, out.Bytes(), 0o644)
}

// sorted returns the lines of the dictionary by their words, each word once.
func sorted(data []byte) []string {
	var lines []string
	seen := map[string]bool{}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		word, rest, _ := strings.Cut(s.Text(), " ")
		word = lower(word)
		if !seen[word] {
			seen[word] = true
			lines = append(lines, word+" "+rest)
		}
	}
	sort.Strings(lines)
	return lines
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
