package audit_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"suyuan/audit"
)

// careful is a place that a careful reader found.
type careful struct {
	Document   string `json:"document"`
	Kind       string `json:"kind"`
	CharStarts []int  `json:"char_starts"`
	What       string `json:"what"`
}

func seedFindings(t testing.TB) map[string][]audit.Shown {
	t.Helper()
	return audited(t, ingested(t, "../seeds"))
}

// Of what careful readers found in the five seeds at least nine in ten is reported:
// a finding names a number of it, and where it lists several at least two.
func TestSeedsRecall(t *testing.T) {
	file, err := os.Open("../testdata/findings/seeds.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	got := seedFindings(t)
	total, found := 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var one careful
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		total++
		if slices.ContainsFunc(got[one.Document+".txt"], one.reported) {
			found++
		} else {
			t.Logf("not reported: %s: %s", one.Document, one.What)
		}
	}
	t.Logf("%d of %d reported", found, total)
	if total < 30 || found*10 < total*9 {
		t.Errorf("%d of %d reported", found, total)
	}
}

func (c careful) reported(f audit.Shown) bool {
	common := 0
	for _, r := range f.Records {
		if slices.Contains(c.CharStarts, r.CharStart) {
			common++
		}
	}
	return common >= min(2, len(c.CharStarts))
}

// docs/AUDIT.md lists every finding on the seeds with the verdict of a reading by
// hand. Of those at warning or above at least nine in ten are true.
func TestSeedsList(t *testing.T) {
	page, err := os.ReadFile("../docs/AUDIT.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{} // verdict by the rest of the row
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) == 5 && strings.HasPrefix(strings.TrimSpace(cells[0]), "00") {
			listed[strings.TrimSpace(strings.Join(cells[:4], " | "))] = strings.TrimSpace(cells[4])
		}
	}
	weighty, truths := 0, 0
	for _, findings := range seedFindings(t) {
		for _, f := range findings {
			row := strings.Join([]string{strings.TrimPrefix(f.Path, "../seeds/")[:3], f.Kind, f.Severity, f.Message}, " | ")
			verdict, ok := listed[row]
			delete(listed, row)
			switch {
			case !ok:
				t.Errorf("docs/AUDIT.md lacks the row\n| %s | 真问题 |", row)
			case !slices.Contains([]string{"真问题", "误报", "可解释"}, verdict):
				t.Errorf("%s: the verdict %q is none of 真问题, 误报, 可解释", row, verdict)
			case f.Severity != "note":
				weighty++
				if verdict == "真问题" {
					truths++
				}
			}
		}
	}
	for row := range listed {
		t.Errorf("docs/AUDIT.md lists what is not found any more: %s", row)
	}
	if truths*10 < weighty*9 {
		t.Errorf("%d of %d findings at warning or above are true", truths, weighty)
	}
}

// docs/AUDIT.md has a heading for every check.
func TestChecksExplained(t *testing.T) {
	page, err := os.ReadFile("../docs/AUDIT.md")
	if err != nil {
		t.Fatal(err)
	}
	var heads string
	for line := range strings.Lines(string(page)) {
		if strings.HasPrefix(line, "### ") {
			heads += line
		}
	}
	for _, c := range audit.Checks() {
		if !strings.Contains(heads, c.Name) {
			t.Errorf("docs/AUDIT.md does not explain %s", c.Name)
		}
	}
}
