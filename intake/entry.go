// Package intake holds a document with all that was extracted from it, as it goes
// from hand to hand: into the database, into Parquet files, and back. It knows no
// database, so that workers without cgo can build it.
package intake

import (
	"time"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

// Entry is one document with all that was extracted from it.
type Entry struct {
	Document *source.Document // stored under its Name
	Outline  *segment.Outline
	Records  *extract.Records
	Sections []string             // the section that each block begins, "" for none; nil to read them from the headings
	Paths    []string             // further paths of the same content
	Ruleset  string               // hash over the rules and word lists that made Records
	At       time.Time            // when it was read
	Found    map[string]time.Time // when the content was first found under a path; At for one that is not here
	Findings []Finding            // what does not add up in it, as far as that was computed
}

// Finding is something that does not add up in a document. Package audit makes
// findings; here they only travel with their document.
type Finding struct {
	Key        string // the same after a new run
	Kind       string // the check that found it
	Severity   string
	Message    string // in Chinese
	MessageEN  string // in English
	Arithmetic string // the calculation with the numbers put in, "" for none
	Records    []*extract.Record
}

// Failure is a file that could not be ingested.
type Failure struct {
	Path    string
	Sum     [32]byte // of the source file; zero where it could not be read
	Stage   string   // find, read, split, extract, save
	Message string
	At      time.Time
}

// Section returns the section that the i-th block begins: the titles of the
// headings down to it, joined by " > ", "" where it is no heading. A document that
// comes back from where it was stored has its blocks' places, but no longer what
// the titles were read from, and brings its sections along.
func (e *Entry) Section(i int) string {
	switch b := e.Outline.Blocks[i]; {
	case e.Sections != nil:
		return e.Sections[i]
	case b.Kind == segment.Heading:
		return extract.Section(e.Document, b)
	}
	return ""
}

// AllPaths returns the document's name and its further paths.
func (e *Entry) AllPaths() []string {
	return append([]string{e.Document.Name}, e.Paths...)
}

// FoundAt returns when the content was first found under the path.
func (e *Entry) FoundAt(path string) time.Time {
	if at, ok := e.Found[path]; ok {
		return at
	}
	return e.At
}
