package extract

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"path"
	"slices"
	"sort"
	"strings"

	"suyuan/segment"
)

//go:embed lexicon/*.tsv
var builtin embed.FS

// Lexicon is the word lists that the rules use. A list is a file of
// tab-separated columns, one entry a line, # for a comment; its first line names
// the columns. A user's folder adds lines to lists of the same name.
type Lexicon struct {
	lists    map[string][][]string // by file name without ending
	heads    map[string]string     // of the built-in lists, which a user's have, too
	sealed   bool                  // the built-in lists are read
	ruleset  string
	words    *segment.Domain
	allUnits *units
	places   *regions

	figureWords *figureWords
	tables      tableWords
	tableVerbs  *wordSet // of tables, in front of what a row counts
	indicators  *indicators
	bureaus     *offices
	projects    *projectWords
	grantWords  *grantWords
}

// LoadLexicon reads the built-in lists and, where extra is not nil, those of a
// user's folder behind them: a user's entry wins over a built-in one of the same
// first column. A list that no rule reads, one with another head than the built-in
// list of its name, and a line with another number of columns than the head are
// errors that name the file and the line.
func LoadLexicon(extra fs.FS) (*Lexicon, error) {
	l := &Lexicon{lists: map[string][][]string{}, heads: map[string]string{}}
	hash := sha256.New()
	read := func(fsys fs.FS, dir string) error {
		names, err := fs.Glob(fsys, path.Join(dir, "*.tsv"))
		if err != nil {
			return err
		}
		sort.Strings(names)
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				return fmt.Errorf("read word list %s: %w", name, err)
			}
			fmt.Fprintf(hash, "%s\x00%d\x00", path.Base(name), len(data))
			hash.Write(data)
			if err := l.add(name, string(data)); err != nil {
				return err
			}
		}
		return nil
	}
	if err := read(builtin, "lexicon"); err != nil {
		return nil, err
	}
	l.sealed = true
	if extra != nil {
		if err := read(extra, "."); err != nil {
			return nil, err
		}
	}
	l.ruleset = ruleset(hash.Sum(nil))
	var words []string
	for _, entry := range l.list("words") {
		words = append(words, entry[0])
	}
	l.words = segment.NewDomain(words)
	l.allUnits = newUnits(l.list("units"))
	l.places = newRegions(l.list("regions"))
	l.indicators = newIndicators(l.list("indicators"), l.list("indicator_words"), l.allUnits)
	l.figureWords = newFigureWords(l.list("figure_words"), l.list("figure_guards"))
	l.tables = newTableWords(l.list("table_words"))
	l.tableVerbs = newWordSet(l.tables["verb"]...)
	l.bureaus = newOffices(l.list("departments"))
	l.projects = newProjectWords(l.list("project_class"), l.list("project_verb"), l.list("project_word"))
	l.grantWords = newGrantWords(l.list("grant_words"), l.allUnits)
	return l, nil
}

func (l *Lexicon) add(name, data string) error {
	list := strings.TrimSuffix(path.Base(name), ".tsv")
	columns, rows := 0, slices.Grow(l.lists[list], strings.Count(data, "\n"))
	data = strings.TrimPrefix(data, "\ufeff") // as Windows' editors begin a file
	for i, line := range strings.Split(strings.ReplaceAll(data, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		if columns == 0 {
			columns = len(cells)
			if err := l.head(list, strings.Join(cells, " ")); err != nil {
				return fmt.Errorf("word list %s line %d: %w", name, i+1, err)
			}
			continue
		}
		if len(cells) != columns {
			return fmt.Errorf("word list %s line %d has %d columns, its head has %d: separate them by one tab each", name, i+1, len(cells), columns)
		}
		if list == "units" {
			if _, ok := new(big.Rat).SetString(cells[2]); !ok {
				return fmt.Errorf("word list %s line %d: the factor is %q, not a number", name, i+1, cells[2])
			}
		}
		rows = append(rows, cells)
	}
	l.lists[list] = rows
	return nil
}

// head takes the names of the columns of a built-in list, and proves that those of
// a user's are the same.
func (l *Lexicon) head(list, given string) error {
	want, known := l.heads[list]
	switch {
	case l.sealed && !known:
		return fmt.Errorf("no rule reads a list of this name: give it one of %s", strings.Join(slices.Sorted(maps.Keys(l.heads)), ", "))
	case l.sealed && given != want:
		return fmt.Errorf("its first line names the columns %q: the list has %q, with a tab between two", given, want)
	}
	l.heads[list] = given
	return nil
}

// list returns the entries of a word list, each with the columns its head names.
func (l *Lexicon) list(name string) [][]string { return l.lists[name] }

// Words returns the words of the domain that the general dictionary lacks, in
// the order of the list.
func (l *Lexicon) Words() *segment.Domain { return l.words }

func (l *Lexicon) units() *units { return l.allUnits }
