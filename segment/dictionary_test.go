package segment

import "testing"

// Every line of the dictionary is reached through the index, in order, and the
// frequencies are those that gse counts.
func TestDictionaryIndex(t *testing.T) {
	m := newMarks()
	for i := range m.bits {
		m.bits[i] = ^uint64(0)
	}
	at, total := 0, 0
	for line, word := range possible(m) {
		if dictionary[at:at+len(line)] != line {
			t.Fatalf("the index gives %q where the dictionary has %q: run go generate", line, dictionary[at:at+len(line)])
		}
		at += len(line)
		total += frequency(line, word)
	}
	if at != len(dictionary) {
		t.Errorf("the index ends at byte %d of %d: run go generate", at, len(dictionary))
	}
	if total != dictionaryTotal {
		t.Errorf("dictionaryTotal is %d, the sum is %d", dictionaryTotal, total)
	}
}

func TestMarks(t *testing.T) {
	m := newMarks()
	m.add("发展R&D经费")
	m.add("支出")
	for word, want := range map[string]bool{"发": true, "r": true, "发展": true, "r&d": true, "d经费": true, "支出": true,
		"费支": false, "展发": false, "发费": false, "出": true, "入": false, "发展经": false} {
		if got := m.has(word); got != want {
			t.Errorf("has(%s) = %v", word, got)
		}
	}
	for text, want := range map[string]bool{"发展R&D": true, "展r&d经费": true, "": true, "发展经费": false, "支出发": false} {
		if got := m.covers(text); got != want {
			t.Errorf("covers(%s) = %v", text, got)
		}
	}
}
