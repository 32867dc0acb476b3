package extract_test

import (
	"os"
	"path/filepath"
	"testing"

	"suyuan/eval"
)

// TestGold reads the seed texts. What the rules make of them must not fall below
// the floors.
func TestGold(t *testing.T) {
	gold, err := eval.ReadGold("../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	lexicon := loadLexicon(t)
	var predicted []eval.Document
	for _, g := range gold {
		text, err := os.ReadFile(filepath.Join("../seeds", g.Name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		predicted = append(predicted, run(t, lexicon, g.Name, string(text)))
	}
	r := eval.Score(gold, predicted)
	report(t, "seeds", r)
	floors.check(t, "seeds", r)
}
