package segment

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What is said of bytes holds for every character.
func TestCharacters(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		want := unicode.IsSpace(r) || strings.ContainsRune("\ufeff\u200b\u200c\u200d\u200e\u200f\u00ad", r)
		if unseen(r) != want || spaceAt(s) > 0 != want {
			t.Fatalf("%U: unseen %v, %d bytes of white space", r, unseen(r), spaceAt(s))
		}
		if hanAt(s, 0) != (r >= 0x4000 && r <= 0x9fff) {
			t.Fatalf("%U: hanAt", r)
		}
		if c, i := nextLetter(s, 0); c != letter(r) || i != len(s) {
			t.Fatalf("%U: nextLetter gives %U, %d", r, c, i)
		}
	}
	if hanAt("\xe4\xb8x", 0) || hanAt("\xe4\xb8", 0) || hanAt("\xe5国", 0) {
		t.Error("hanAt takes bytes that are no character")
	}
}
