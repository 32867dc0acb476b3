package extract

var departmentRules = []Rule{
	{Name: "department_issuer", Makes: "department", Doc: "Who issues the document: in its title or its signature.", Confidence: 0.97},
	{Name: "department_recipient", Makes: "department", Doc: "To whom the document is addressed.", Confidence: 0.95},
	{Name: "department_labelled", Makes: "department", Doc: "A list behind a label: 牵头单位：…, 责任单位：….", Confidence: 0.99},
	{Name: "department_bracket", Makes: "department", Doc: "Units in brackets at the end of a sentence, with or without the words of their role.", Confidence: 0.97},
	{Name: "department_column", Makes: "department", Doc: "Units in a table's column whose head announces them.", Confidence: 0.98},
	{Name: "department_prose", Makes: "department", Doc: "Units in front of 牵头, 负责, 会同, 配合, 要 …, behind 会同 and 由.", Confidence: 0.9},
	{Name: "department_founded", Makes: "department", Doc: "A body that is founded to take charge.", Confidence: 0.9},
}
