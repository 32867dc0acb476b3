package extract

func (r *reading) ledger() {}
