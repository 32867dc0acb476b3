// Command dictionary writes the dictionary that package segment embeds, and its
// index, from the one of gse: its simplified Chinese words in byte order, ASCII letters in lower
// case as gse compares them, and of several equal words the first, which is the
// one that gse keeps. It runs by go generate in segment.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

func main() {
	if err := write("dictionary.txt", "dictionary.index"); err != nil {
		fmt.Fprintln(os.Stderr, "write the dictionary:", err)
		os.Exit(1)
	}
}

func write(words, index string) error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		return fmt.Errorf("find gse in the module cache: %w", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data/dict/zh/s_1.txt"))
	if err != nil {
		return err
	}
	lines := sorted(data)
	if err := os.WriteFile(words, []byte(strings.Join(lines, "")), 0o644); err != nil {
		return err
	}
	places, err := indexOf(lines)
	if err != nil {
		return err
	}
	return os.WriteFile(index, places, 0o644)
}

// indexOf makes the index of the lines' first and second characters. Package
// segment says how it is laid out.
func indexOf(lines []string) (out []byte, err error) {
	number := func(n int) uint16 {
		if n > math.MaxUint16 {
			err = fmt.Errorf("%d has no room in the index", n)
		}
		return uint16(n)
	}
	for len(lines) > 0 {
		a, n := leading(lines, 0)
		group, size := lines[:n], length(lines[:n])
		var pairs []byte
		for len(group) > 0 {
			b, n := leading(group, utf8.RuneLen(a))
			pairs = binary.LittleEndian.AppendUint16(pairs, number(int(b)))
			pairs = binary.LittleEndian.AppendUint16(pairs, number(length(group[:n])))
			group = group[n:]
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(a))
		out = binary.LittleEndian.AppendUint16(out, number(len(pairs)/4))
		out = binary.LittleEndian.AppendUint16(out, number(size))
		out = append(out, pairs...)
		lines = lines[n:]
	}
	return out, err
}

// leading returns the character at a byte of the first line, 0 for the space
// behind the word, and the number of lines that have the same one.
func leading(lines []string, at int) (rune, int) {
	first, size := utf8.DecodeRuneInString(lines[0][at:])
	n := 1
	for n < len(lines) && strings.HasPrefix(lines[n][at:], lines[0][at:at+size]) {
		n++
	}
	if first == ' ' {
		first = 0
	}
	return first, n
}

// length returns the bytes of all lines together.
func length(lines []string) int {
	n := 0
	for _, line := range lines {
		n += len(line)
	}
	return n
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
			lines = append(lines, word+" "+rest+"\n")
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
