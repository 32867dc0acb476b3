package extract

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A user's list that would do nothing, or break a rule, is refused with its name.
func TestWrongListOfUser(t *testing.T) {
	for _, c := range []struct{ file, text, says string }{
		{"units.tsv", "unit\n脾\n", `units.tsv line 1: its first line names the columns "unit": the list has "unit base factor dimension not_before"`},
		{"indicators.tsv", "# mine\nname\tid\taliases\tbase\tdimension\n", `line 2: its first line names the columns "name id`},
		{"unit.tsv", "unit\tbase\tfactor\tdimension\tnot_before\n", "unit.tsv line 1: no rule reads a list of this name: give it one of departments, figure_guards"},
		{"units.tsv", "unit\tbase\tfactor\tdimension\tnot_before\n脾\t脾\ttwo\tcount\t\n", `line 2: the factor is "two"`},
		{"units.tsv", "unit\tbase\tfactor\tdimension\tnot_before\n脾\t脾\t1\tcount\n", "line 2 has 4 columns, its head has 5"},
	} {
		_, err := LoadLexicon(fstest.MapFS{c.file: {Data: []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %q: %v, want %s", c.file, c.text, err, c.says)
		}
	}
	l, err := LoadLexicon(fstest.MapFS{"units.tsv": {Data: []byte("\ufeffunit\tbase\tfactor\tdimension\tnot_before\r\n脾\t脾\t1\tcount\t\r\n")}})
	if err != nil || l.allUnits.byName["脾"] == nil {
		t.Errorf("a list as Windows writes it: %v", err)
	}
}

// A run asks for each document, and verify for each figure.
func TestRulesetIsMadeOnce(t *testing.T) {
	l, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(10, func() { _ = l.Ruleset() }); n > 0 {
		t.Errorf("it is made anew, with %g allocations", n)
	}
}
