package web

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"suyuan/store"
)

// Every word that a template asks for is in the list, in both languages.
func TestWords(t *testing.T) {
	all, err := dictionaries()
	if err != nil {
		t.Fatal(err)
	}
	for key, zh := range all["zh"] {
		if zh == "" || all["en"][key] == "" {
			t.Errorf("%s has no word in one of the languages", key)
		}
	}
	paths, err := filepath.Glob("template/*.html")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d templates: %v", len(paths), err)
	}
	asked := regexp.MustCompile(`\{\{(?:or \.\w+ \()?t "([a-z_]+)"|\{\{template "tab" tab \. "[^"]*" "([a-z_]+)"`)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(text), -1) {
			if key := m[1] + m[2]; all["zh"][key] == "" {
				t.Errorf("%s asks for %q, which words.tsv lacks", path, key)
			}
		}
	}
	for _, keys := range [][]string{recordTypes, figureKinds, standings, documentColumns} {
		for _, key := range keys {
			if all["zh"][key] == "" {
				t.Errorf("words.tsv lacks %q", key)
			}
		}
	}
	for _, names := range fieldNames {
		for _, key := range names {
			if all["zh"][key] == "" {
				t.Errorf("words.tsv lacks the field %q", key)
			}
		}
	}
}

// However long a sentence is, the record in it is seen, in whole characters.
func TestStatementIsCut(t *testing.T) {
	sentence := strings.Repeat("甲乙<", 200) + "600" + strings.Repeat("丙丁", 200)
	r := store.Record{Statement: sentence, StatementStart: 7, ByteStart: 7 + len("甲乙<")*200, Quote: "600"}
	r.ByteEnd = r.ByteStart + 3
	got := string(statement(r))
	if !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") || !strings.Contains(got, "甲乙&lt;<mark>600</mark>丙丁") || !utf8.ValidString(got) || len(got) > 900 {
		t.Errorf("%s", got)
	}
	r.Statement, r.StatementStart, r.ByteStart, r.ByteEnd = "达到600家。", 0, 6, 9
	if got := string(statement(r)); got != "达到<mark>600</mark>家。" {
		t.Errorf("%s", got)
	}
}
