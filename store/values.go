package store

// values are the values of rows one after the other, each in the order of the
// columns: nil, or of a type that the driver takes or that stands for an id.
//
// A value that is the same as the one above it is taken from there: most columns of
// kinds, units and lines have few, and a string or a number that the driver is to take
// is an allocation of its own.
type values struct {
	all     []any
	columns int // of the table whose rows are added
}

// id adds what stands for an id, nil for none.
func (v *values) id(one any) { v.all = append(v.all, one) }

// text adds texts.
func (v *values) text(all ...string) {
	for _, s := range all {
		if above, ok := v.above().(string); ok && above == s {
			v.again()
		} else {
			v.all = append(v.all, s)
		}
	}
}

// known adds texts, NULL for "".
func (v *values) known(all ...string) {
	for _, s := range all {
		if s == "" {
			v.all = append(v.all, nil)
		} else {
			v.text(s)
		}
	}
}

// number adds whole numbers.
func (v *values) number(all ...int) {
	for _, n := range all {
		if above, ok := v.above().(int64); ok && above == int64(n) {
			v.again()
		} else {
			v.all = append(v.all, int64(n))
		}
	}
}

// year adds years, NULL for 0.
func (v *values) year(all ...int) {
	for _, n := range all {
		if n == 0 {
			v.all = append(v.all, nil)
		} else {
			v.number(n)
		}
	}
}

// decimal adds a number that need not be whole.
func (v *values) decimal(f float64) {
	if above, ok := v.above().(float64); ok && above == f {
		v.again()
	} else {
		v.all = append(v.all, f)
	}
}

// limit adds such a number, NULL for nil.
func (v *values) limit(f *float64) {
	if f == nil {
		v.all = append(v.all, nil)
	} else {
		v.decimal(*f)
	}
}

// above is the value of the same column in the row before. In the first row of a
// table it is a value of another one.
func (v *values) above() any {
	if i := len(v.all) - v.columns; i >= 0 {
		return v.all[i]
	}
	return nil
}

func (v *values) again() { v.all = append(v.all, v.above()) }
