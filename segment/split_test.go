package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"unicode/utf8"

	"suyuan/source"
)

// check returns what is wrong with an outline, "" where nothing is.
func check(o *Outline) string {
	text, at := o.Document.Text, 0
	valid := utf8.ValidString(text)
	for i, b := range o.Blocks {
		if wrong := checkBlock(text, valid, at, b); wrong != "" {
			return fmt.Sprintf("block %d at %v %.60q: %s", i, b.Span, text[max(0, b.Span.Start):min(len(text), max(b.Span.Start, b.Span.End))], wrong)
		}
		at = b.Span.End
	}
	if at != len(text) {
		return fmt.Sprintf("the blocks end at %d of %d", at, len(text))
	}
	return ""
}

// checkBlock returns what is wrong with a block that should begin at the byte at.
func checkBlock(text string, valid bool, at int, b *Block) string {
	switch {
	case b.Span.Start != at || b.Span.End < at:
		return fmt.Sprintf("begins at %d, the one before ends at %d", b.Span.Start, at)
	case b.Span.Len() > MaxBlock:
		return "too long"
	case !b.Span.Contains(b.Body) || b.Body.Len() < 0:
		return fmt.Sprintf("body %v is outside", b.Body)
	case !b.Span.Contains(b.Number) || b.Number.Len() < 0 || b.Number.End > b.Body.Start:
		return fmt.Sprintf("number %v is outside, body %v", b.Number, b.Body)
	case b.Kind == Row && (b.Table == nil || len(b.Cells) == 0):
		return "a row without table or cells"
	case b.Kind != Row && (b.Table != nil || b.Cells != nil):
		return "cells outside a row"
	}
	spans := []source.Span{b.Span, b.Body, b.Number}
	last := b.Body.Start
	for _, s := range b.Skips {
		if s.Start < last || s.Len() <= 0 || s.End > b.Body.End {
			return fmt.Sprintf("skip %v in body %v", s, b.Body)
		}
		last = s.End
		spans = append(spans, s)
	}
	last, column := b.Body.Start, -1
	for _, c := range b.Cells {
		if c.Span.Start < last || c.Span.Len() < 0 || c.Span.End > b.Body.End || c.Column < column || c.Column >= b.Table.Columns {
			return fmt.Sprintf("cell %v in column %d in body %v", c.Span, c.Column, b.Body)
		}
		last, column = c.Span.End, c.Column
		spans = append(spans, c.Span)
	}
	for _, s := range spans {
		if valid && !utf8.ValidString(text[s.Start:s.End]) {
			return fmt.Sprintf("span %v cuts a character", s)
		}
	}
	return ""
}

// TestPartition holds the shape of every outline: the blocks join to the text
// and what they point at lies inside them.
func TestPartition(t *testing.T) {
	for name, text := range seeds(t) {
		if wrong := check(Split(&source.Document{Name: name, Text: text})); wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

func seeds(t testing.TB) map[string]string {
	t.Helper()
	names, _ := filepath.Glob("../seeds/*.txt")
	if len(names) != 5 {
		t.Fatalf("found %d seed texts, want 5", len(names))
	}
	out := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = string(text)
	}
	return out
}

// FuzzSplit holds the same for any bytes, and that two runs are equal.
func FuzzSplit(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text[:min(len(text), 3000)])
	}
	for _, text := range []string{"", "\n", "\ufeff一、总则\r\n\r\n（一）目标", "序号\n指标\n2020年\n1\n粮食产量\n5\n2\n面积\n6\n", "<table><tr><td>a", "| a | b |\n|---|---|\n| 1 | 2 |", "目录\n一、a....1\n", "专栏1\n\n\xff\xfe", "—12—", "****", "|a|b|\n|1|2|\n|\n", "<b></b>", "第一章",
		"单位  2022年  2023年\n一、财政\n税收收入  亿元  59.5  60.1\n二、工业\n用电量  亿元  9.5  6.1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := &source.Document{Text: text}
		o := Split(d)
		if wrong := check(o); wrong != "" {
			t.Fatal(wrong)
		}
		if !reflect.DeepEqual(drawing(o, 1<<20), drawing(Split(d), 1<<20)) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	texts := seeds(b)
	total := 0
	for _, text := range texts {
		total += len(text)
	}
	b.SetBytes(int64(total))
	for b.Loop() {
		for name, text := range texts {
			Split(&source.Document{Name: name, Text: text})
		}
	}
}
