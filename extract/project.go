package extract

var projectRules = []Rule{}

func (r *reading) projects() {}
