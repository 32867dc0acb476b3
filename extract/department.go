package extract

var departmentRules = []Rule{}

func (r *reading) departments() {}
