// Package extract finds every numeral, quantity, calendar expression and name in
// a document and binds them into records with evidence.
//
// It has two floors. On the lower one recognisers mark places in a passage:
// numerals, quantities, calendar expressions, names of units, names of
// undertakings. On the upper one the clause, the list, the heading and the table
// decide what a quantity measures, when, and whether it is a target or a fact.
package extract

import (
	"suyuan/segment"
	"suyuan/source"
)

// Role says what a piece of evidence shows.
type Role string

// The roles of evidence.
const (
	RoleValue      Role = "value"      // the number
	RoleComparator Role = "comparator" // 以上, 超过, 约 …
	RoleUnit       Role = "unit"
	RoleIndicator  Role = "indicator" // one piece of the indicator's name; several in their order
	RoleMeasure    Role = "measure"   // 新增, 增长, 年均 …: what makes it a change, a growth, a rank
	RoleTime       Role = "time"      // the calendar expression the time is read from
	RoleBaseline   Role = "baseline"  // the earlier end of a change or growth
	RoleKind       Role = "kind"      // the words that make it a target, a fact, a criterion, a provision
	RoleScope      Role = "scope"     // whose figure it is
	RoleNature     Role = "nature"    // 预期性, 约束性
	RoleHead       Role = "head"      // the cell of a table's head that a cell's reading rests on
	RoleName       Role = "name"      // the name of a unit or an undertaking
	RoleRole       Role = "role"      // 牵头单位, 配合 …: the words that give a unit its role
	RoleTask       Role = "task"      // what a unit answers for
	RoleCategory   Role = "category"  // the class word of an undertaking
	RoleStatus     Role = "status"    // the words that give an undertaking its status
	RoleTitle      Role = "title"     // the fields of the document's own record, by their names
	RoleRegion     Role = "region"
	RoleIssuer     Role = "issuer"
	RoleDocNumber  Role = "doc_number"
	RoleIssuedOn   Role = "issued_on"
	RolePeriod     Role = "period"
)

// Evidence is a place that a record rests on.
type Evidence struct {
	Role Role
	Span source.Span
}

// Record is what every record has.
type Record struct {
	Span       source.Span    // the number, the expression or the name
	Statement  source.Span    // the sentence or the table row
	Section    *segment.Block // the heading above, nil where none
	Rule       string         // name of the rule that made it
	Confidence float64        // precision the rule was measured at, lowered where a field comes from afar
	Evidence   []Evidence     // ordered by place, then by role
}

// Figure is a quantity stated for a named indicator.
type Figure struct {
	Record
	Indicator    string
	IndicatorID  string   // "" where unknown
	Value        float64  // as stated; a decrease is negative
	ValueMax     *float64 // of a range, else nil
	Comparator   string   // = >= > <= < ~
	Unit         string   // as stated, "" where none is
	ValueBase    float64  // in UnitBase
	ValueBaseMax *float64
	UnitBase     string
	Measure      string // level, change, growth, multiple, rank
	Per          string // year, or ""
	Kind         string // target, actual, criterion, provision
	Scope        string // "" for the document's own region
	Time         string // EDTF at year level, "" where unknown
	TimeFirst    int    // years, 0 where unknown
	TimeLast     int
	Nature       string // 预期性, 约束性, or ""
}

// Date is a calendar expression.
type Date struct {
	Record
	EDTF     string
	FirstDay string // ISO date, "" where open or unknown
	LastDay  string // the same, inclusive
}

// Department is a unit that the document gives a responsibility.
type Department struct {
	Record
	Name          string // as written
	CanonicalName string // with the region's own name and the short form spelt out
	Role          string // lead, support, issuer, recipient
	Task          string // the heading or item it answers for, "" where unknown
}

// Project is a named undertaking.
type Project struct {
	Record
	Name     string
	Category string // its class word: 工程, 行动, 计划, 平台 …
	Status   string // done, ongoing, planned
}

// About is the document's own record.
type About struct {
	Title, Region, Issuer, DocNumber string
	IssuedOn, Period                 string // EDTF
	Status                           string // draft, final, or ""
	Evidence                         []Evidence
}

// Numeral is a line of the ledger: one numeral of the text and what became of it.
type Numeral struct {
	Span        source.Span
	Disposition string  // figure, date, department, project, set_aside, unexplained
	Record      *Record // the record that takes it, nil if none does
	Reason      string  // why it was set aside
}

// Link ties two records of one document.
type Link struct {
	From, To *Record
	Role     string // figure, department, baseline, end …: what To is to From
}

// Records is all that one document gives. Every list is ordered by place.
type Records struct {
	About       About
	Figures     []*Figure
	Dates       []*Date
	Departments []*Department
	Projects    []*Project
	Numerals    []Numeral
	Links       []Link
	own         *Record // see Own
}
