package extract

var dateRules = []Rule{}

func (r *reading) dates() {}
