package extract

import "suyuan/segment"

// tableFigures binds the numbers of a table's cells.
func (r *reading) tableFigures(t *segment.Table, c *context) {}
