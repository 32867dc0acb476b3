package segment

import (
	"strings"
	"testing"
)

// FindWord and FindLastWord find what strings.Index and strings.LastIndex do.
func TestFindWord(t *testing.T) {
	long := strings.Repeat("到2025年，全市高新技术企业达到600家以上；", 3)
	for _, text := range []string{"", "家", "达到600家", long, long + "力争", "力争" + long, "\x89" + long, long[1:], "aab" + long + "aab"} {
		for _, word := range []string{"", "a", "aab", "ab", "家", "力争", "达到", "达到600家以上；", "高新技术企业达", "；到", "总投资", "\x89"} {
			if got, want := FindWord(text, word), strings.Index(text, word); got != want {
				t.Errorf("FindWord(%q, %q) = %d, want %d", text, word, got, want)
			}
			if got, want := FindLastWord(text, word), strings.LastIndex(text, word); got != want {
				t.Errorf("FindLastWord(%q, %q) = %d, want %d", text, word, got, want)
			}
		}
	}
}

func FuzzFindWord(f *testing.F) {
	f.Add("到2025年，全市高新技术企业达到600家以上", "达到")
	f.Fuzz(func(t *testing.T, text, word string) {
		text = strings.Repeat(text, 3)
		if got, want := FindWord(text, word), strings.Index(text, word); got != want {
			t.Errorf("FindWord(%q, %q) = %d, want %d", text, word, got, want)
		}
		if got, want := FindLastWord(text, word), strings.LastIndex(text, word); got != want {
			t.Errorf("FindLastWord(%q, %q) = %d, want %d", text, word, got, want)
		}
	})
}
