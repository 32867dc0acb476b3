package extract

var documentRules = []Rule{}

func (r *reading) about() {}
