package audit

import "suyuan/extract"

var expression = extract.Expression
