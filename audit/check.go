package audit

// Check is one way in which a document can fail to add up.
type Check struct {
	Name   string   // lower_snake; the kind of its findings, never reused
	Doc    string   // first line is its title
	Match  []string // texts in which it must find exactly what rests on the numbers marked «…»
	Reject []string // texts in which it must find nothing
	find   func(*document) []report
}

// Checks lists every check.
func Checks() []Check {
	return []Check{
		rateCheck, multipleCheck, changeCheck, roundingCheck,
		partsCheck,
		twoValuesCheck, textTableCheck, targetConflictCheck,
		baselineCheck, feasibilityCheck, ratioCheck,
		unitCheck, timeCheck, nameCheck,
	}
}
