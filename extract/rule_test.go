package extract_test

import (
	"slices"
	"testing"

	"suyuan/eval"
	"suyuan/extract"
)

// TestRules tries every rule on its own examples. In those that must match, each
// marked record is made, at the marked place and with the fields that the mark
// states, at least one of them by the rule, which makes nothing that is not
// marked; in those it must reject it makes nothing. What other rules make besides
// does not matter.
func TestRules(t *testing.T) {
	lexicon := loadLexicon(t)
	for _, rule := range extract.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			for _, example := range rule.Match {
				m, err := readMarks("example", example)
				if err != nil {
					t.Errorf("%s: %v", example, err)
					continue
				}
				if len(m.marks) == 0 {
					t.Errorf("%s: nothing is marked", example)
				}
				checkMatch(t, rule, m, run(t, lexicon, m.name, m.text))
			}
			for _, example := range rule.Reject {
				for _, r := range run(t, lexicon, "example", example).Records {
					if r.Rule == rule.Name {
						t.Errorf("%s: must be rejected, gave %s", example, r)
					}
				}
			}
		})
	}
}

func checkMatch(t *testing.T, rule extract.Rule, m marked, got eval.Document) {
	t.Helper()
	made := rule.Makes == "document"
	for _, want := range m.marks {
		if want.Type == "document" {
			checkAbout(t, m.text, want, got.About)
			continue
		}
		i := slices.IndexFunc(got.Records, func(r eval.Record) bool { return samePlace(want.Record, r) })
		switch {
		case i < 0 && !want.Optional:
			t.Errorf("%s: missed %s, have %v", m.text, want.Record, got.Records)
		case i >= 0:
			checkFields(t, m.text, want, got.Records[i])
			made = made || got.Records[i].Rule == rule.Name
		}
	}
	if !made {
		t.Errorf("%s: nothing is made by this rule, have %v", m.text, got.Records)
	}
	for _, r := range got.Records {
		if r.Rule == rule.Name && !slices.ContainsFunc(m.marks, func(want mark) bool { return samePlace(want.Record, r) }) {
			t.Errorf("%s: not marked: %s", m.text, r)
		}
	}
}

func samePlace(a, b eval.Record) bool {
	return a.Type == b.Type && a.Start == b.Start && a.End == b.End
}

func checkFields(t *testing.T, text string, want mark, got eval.Record) {
	t.Helper()
	for _, f := range eval.Compare(want.Record, got) {
		if !f.Right && slices.Contains(want.stated, f.Name) {
			t.Errorf("%s: %s is wrong\n want %s\n got  %s", text, f.Name, want.Record, got)
		}
	}
}

// checkAbout compares the stated fields of the document's own record.
func checkAbout(t *testing.T, text string, want mark, got *eval.About) {
	t.Helper()
	have := map[string]string{"title": got.Title, "region": got.Region, "issuer": got.Issuer,
		"doc_number": got.DocNumber, "issued_on": got.IssuedOn, "period": got.Period}
	for name, value := range want.about {
		if have[name] != value {
			t.Errorf("%s: %s is %q, want %q", text, name, have[name], value)
		}
	}
}
