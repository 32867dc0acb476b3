package extract

// Rule is one way in which a record is made, named in every record it makes.
type Rule struct {
	Name       string   // lower_snake; stored with each record, never reused
	Makes      string   // figure, date, department, project, document
	Doc        string   // first line is its title
	Match      []string // marked-up examples that must match, see testdata/marked/README.md
	Reject     []string // texts that must give no record of this rule
	Confidence float64  // precision measured on gold
}

// Rules lists every rule, by what it makes and then in the order in which they are tried.
func Rules() []Rule {
	var all []Rule
	for _, list := range [][]Rule{figureRules, grantRules, tableRules, dateRules, departmentRules, projectRules, documentRules} {
		all = append(all, list...)
	}
	return all
}

var confidences = func() map[string]float64 {
	m := map[string]float64{}
	for _, r := range Rules() {
		m[r.Name] = r.Confidence
	}
	return m
}()

// confidence returns the measured precision of a rule.
func confidence(rule string) float64 {
	c, ok := confidences[rule]
	if !ok {
		panic("extract: no rule named " + rule)
	}
	return c
}
