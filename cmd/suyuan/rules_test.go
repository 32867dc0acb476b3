package main

import (
	"encoding/json"
	"strings"
	"testing"

	"suyuan/extract"
)

func TestRules(t *testing.T) {
	rules := extract.Rules()
	r := suyuan(t, t.TempDir(), "", "rules")
	r.expect(t, 0)
	if n := strings.Count(r.out, "\n"); n != len(rules)+1 {
		t.Errorf("%d lines for %d rules:\n%s", n, len(rules), r.out)
	}
	for _, rule := range rules {
		if title(rule) == "" || !strings.Contains(r.out, title(rule)) {
			t.Errorf("%s is not listed with its doc line %q", rule.Name, title(rule))
		}
	}
	r = suyuan(t, t.TempDir(), "", "rules", "--json")
	for i, line := range strings.Split(strings.TrimSpace(r.out), "\n") {
		var rule struct{ Name string }
		if err := json.Unmarshal([]byte(line), &rule); err != nil || rule.Name != rules[i].Name {
			t.Fatalf("line %d: %v, %+v", i+1, err, rule)
		}
	}
}

func TestOneRule(t *testing.T) {
	for _, rule := range extract.Rules() {
		if len(rule.Match) == 0 || len(rule.Reject) == 0 {
			continue
		}
		r := suyuan(t, t.TempDir(), "", "rules", rule.Name)
		r.expect(t, 0)
		for _, part := range []string{rule.Name + " makes a " + rule.Makes, title(rule), "\nmatches\n  ", "\ndoes not match\n  "} {
			if !strings.Contains(r.out, part) {
				t.Errorf("%s is shown without %q:\n%s", rule.Name, part, r.out)
			}
		}
		break
	}
	suyuan(t, t.TempDir(), "", "rules", "no_such").expect(t, 2, `suyuan: no rule is named "no_such"; suyuan rules lists them`+"\n")
}
