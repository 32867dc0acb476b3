package export

import (
	"os"
	"strings"
	"testing"
)

// A column, a type and a verdict have one name in the workbook and on the page.
func TestWordsOfThePage(t *testing.T) {
	data, err := os.ReadFile("../web/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{"edtf": "EDTF"} // 日期 on the page, where it stands under the quote
	for line := range strings.Lines(string(data)) {
		if cells := strings.Split(line, "\t"); len(cells) > 1 && words[cells[0]] == "" {
			words[cells[0]] = cells[1]
		}
	}
	met := 0
	same := func(name, title string) {
		if word, ok := words[name]; ok {
			if met++; word != title {
				t.Errorf("%s is %s in the workbook and %s on the page", name, title, word)
			}
		}
	}
	for _, r := range recordTypes {
		same(r.name, r.title)
		for _, c := range r.columns {
			same(c.name, c.title)
		}
	}
	if met < 30 {
		t.Errorf("only %d words are on the page", met)
	}
}
