package segment

import (
	"strings"
	"testing"

	"github.com/go-ego/gse"
)

// The embedded dictionary has the words of gse, with their frequencies and parts of
// speech, and no others.
func TestDictionaryIsThatOfGse(t *testing.T) {
	var full gse.Segmenter
	full.NotLoadHMM = true
	if err := full.LoadDictEmbed("zh_s"); err != nil {
		t.Fatal(err)
	}
	total := 0
	for i := range full.Dict.Tokens {
		token := &full.Dict.Tokens[i]
		node := int32(0)
		for _, r := range token.Text() {
			if node = dictionary.child(node, r); node < 0 {
				t.Fatalf("%s is not there: run go generate", token.Text())
			}
		}
		entry := dictionary.entry(node)
		if entry == 0 {
			t.Fatalf("%s is no word: run go generate", token.Text())
		}
		if dictionary.frequency(entry) != int(token.Freq()) || dictionary.speech(entry) != token.Pos() {
			t.Fatalf("%s has %d %s, gse has %.0f %s", token.Text(), dictionary.frequency(entry), dictionary.speech(entry), token.Freq(), token.Pos())
		}
		total += dictionary.frequency(entry)
	}
	if total != dictionaryTotal {
		t.Errorf("dictionaryTotal is %d, the sum is %d", dictionaryTotal, total)
	}
	words := 0
	for cell := range dictionary.count {
		if dictionary.entry(cell) > 0 {
			words++
		}
	}
	if words != full.Dict.NumTokens() {
		t.Errorf("%d words, gse has %d", words, full.Dict.NumTokens())
	}
}

// A lookup that finds nothing stays inside the dictionary, whatever it is asked.
func TestDictionaryLacks(t *testing.T) {
	for _, word := range []string{"", "\x00", "\xff", "\U0010ffff", "发展科技", "发\x00", strings.Repeat("发", 40)} {
		if f := dictionary.find(word); f != 0 {
			t.Errorf("%q has the frequency %d", word, f)
		}
	}
}
