package segment

import "strings"

// FindWord is strings.Index for words in Chinese characters. Nearly all of these begin
// with one of six bytes: the third, which tells most, is looked for instead.
func FindWord(text, word string) int {
	if len(word) < 3 || len(text) <= 64 { // which a processor compares at once
		return strings.Index(text, word)
	}
	for at := 0; at+2 < len(text); at++ {
		i := strings.IndexByte(text[at+2:], word[2])
		if i < 0 {
			break
		}
		at += i
		if strings.HasPrefix(text[at:], word) {
			return at
		}
	}
	return -1
}

// FindLastWord is strings.LastIndex, which adds a hash up from byte to byte.
func FindLastWord(text, word string) int {
	if word == "" {
		return len(text)
	}
	for end := len(text); end >= len(word); {
		end = strings.LastIndexByte(text[:end], word[len(word)-1])
		if at := end + 1 - len(word); at >= 0 && text[at:end+1] == word {
			return at
		}
	}
	return -1
}
