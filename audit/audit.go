// Package audit compares the figures of a document with each other: rates with
// their ends, parts with their total, the text with the table, targets with what
// is reached already. It finds what does not add up and says how it was computed.
//
// A check that lacks a number says nothing. A figure stands for all that its
// digits can stand for: 3.4倍 for 3.35 to 3.45 (amount.go). Two figures speak of
// the same thing where their indicator_id is one, or their names are (name.go).
package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"suyuan/extract"
)

// Severity says how much a finding weighs.
type Severity int

// The severities, in their order.
const (
	Note    Severity = iota // worth a look: a way of rounding, a name that varies, what a number implies
	Warning                 // two places disagree, or a target makes no sense; a definition may explain it
	Error                   // the numbers as printed cannot all hold
)

var severities = []string{"note", "warning", "error"}

// String returns the severity as it is stored.
func (s Severity) String() string { return severities[s] }

// ReadSeverity returns the severity of that name.
func ReadSeverity(name string) (Severity, error) {
	if i := slices.Index(severities, name); i >= 0 {
		return Severity(i), nil
	}
	return 0, fmt.Errorf("no severity is named %q: give one of %s", name, strings.Join(severities, ", "))
}

// Finding is something that does not add up.
type Finding struct {
	Key        string // hash of the kind and the records' keys: the same after a new run
	Kind       string // the check's name
	Severity   Severity
	Message    string // in Chinese
	MessageEN  string // in English
	Arithmetic string // the calculation with the numbers put in, "" for none
	Records    []int64
}

// Auditor holds what the checks need beside a document.
type Auditor struct {
	lexicon *extract.Lexicon
	blotted map[string]string // names of indicators with one character blotted out
}

// New returns an Auditor that knows indicators and units by lexicon.
func New(lexicon *extract.Lexicon) *Auditor {
	return &Auditor{lexicon, blottedNames(lexicon.Names())}
}

// Findings runs every check over one document. The findings are in the order of
// the checks and then of the text.
func (a *Auditor) Findings(m *Material) []Finding {
	d := a.read(m)
	var all []Finding
	seen := map[string]bool{}
	for _, c := range Checks() {
		for _, f := range c.find(d) {
			one := f.finding(c.Name)
			if !seen[one.Key] && len(one.Records) > 0 {
				seen[one.Key] = true
				all = append(all, one)
			}
		}
	}
	return all
}

// report is a finding as a check makes it.
type report struct {
	severity   Severity
	figures    []*figure
	records    []record // others, or those where no figure is there
	zh, en     string
	arithmetic string
}

// record names a record that is no figure.
type record struct {
	id  int64
	key string
}

// finding gives a report its key. The order in which a check names the records
// does not matter to it.
func (r report) finding(kind string) Finding {
	f := Finding{Kind: kind, Severity: r.severity, Message: r.zh, MessageEN: r.en, Arithmetic: r.arithmetic}
	var keys []string
	add := func(id int64, key string) {
		if id != 0 && !slices.Contains(f.Records, id) {
			f.Records, keys = append(f.Records, id), append(keys, key)
		}
	}
	for _, one := range r.figures {
		add(one.ID, one.Key)
	}
	for _, one := range r.records {
		add(one.id, one.key)
	}
	slices.Sort(keys)
	sum := sha256.Sum256([]byte(kind + "\x00" + strings.Join(keys, "\x00")))
	f.Key = hex.EncodeToString(sum[:])[:20]
	return f
}
