package web

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
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
