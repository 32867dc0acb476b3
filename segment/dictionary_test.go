package segment

import (
	"testing"

	"suyuan/source"
)

// everyMark returns the marks of a text that holds everything.
func everyMark() *marks {
	m := newMarks(textLines)
	for i := range m.lines {
		for word := range m.lines[i] {
			m.lines[i][word] = ^uint64(0)
		}
	}
	for i := range m.alone {
		m.alone[i] = ^uint64(0)
	}
	return m
}

// Every line of the dictionary is reached through the index, in order, and the
// frequencies are those that gse counts.
func TestDictionaryIndex(t *testing.T) {
	m := everyMark()
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
	m := newMarks(textLines)
	m.add("发展（Ｒ＆D）经\r\n　　费，二○二五")
	m.add("支**出**")
	for word, want := range map[string]bool{"发": true, "r": true, "发展": true, "r&d": true, "经费": true, "支出": true, "二〇二五": true,
		"费支": false, "展发": false, "发费": false, "出": true, "入": false, "发展经": false, "展经": false} {
		if got := m.has(word); got != want {
			t.Errorf("has(%s) = %v", word, got)
		}
	}
	for text, want := range map[string]bool{"发展(R&D)经费，二〇二五": true, "支出": true, "经 费": true, "": true,
		"发展经费": false, "支出发": false} {
		if got := m.covers(text); got != want {
			t.Errorf("covers(%s) = %v", text, got)
		}
	}
}

// The index is searched by what characters count as, so all must count.
func TestDictionaryHasNothingUnseen(t *testing.T) {
	for at, c := range dictionary {
		if c != ' ' && c != '\n' && letter(c) == absent {
			t.Fatalf("the dictionary has %q at byte %d", c, at)
		}
	}
}

// What documents are read as is covered by the documents themselves: only that
// is cut fast.
func TestMarksOfDocumentsCoverTheirFlows(t *testing.T) {
	m := newMarks(textLines)
	for _, text := range seedTexts(t) {
		m.add(text)
	}
	pieces, missed := 0, 0
	for _, text := range seedTexts(t) {
		for _, b := range Split(&source.Document{Text: text}).Blocks {
			f := NewFlow(text, b.Body, b.Skips)
			for _, s := range f.Sentences() {
				pieces++
				if !m.covers(f.Text[s.Start:s.End]) {
					missed++
				}
			}
		}
	}
	if missed*50 > pieces {
		t.Errorf("%d of %d sentences need a dictionary of their own", missed, pieces)
	}
	t.Logf("%d of %d sentences need a dictionary of their own", missed, pieces)
}
