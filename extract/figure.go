package extract

var figureRules = []Rule{}

func (r *reading) figures() {}
