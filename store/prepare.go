package store

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"sync"

	"suyuan/extract"
	"suyuan/segment"
)

// Rows are the rows of one document, finished but for the ids, which only the
// transaction knows that writes them.
type Rows struct {
	Entry
	*places
	counts  Summary
	records []filed
	ids     map[*extract.Record]int // places in records
	sheets  []sheet
	roles   roles
	room    *room
	column  []byte // room for one column of evidence
}

// filed is a record with its type.
type filed struct {
	*extract.Record
	kind string
}

// What stands in the values of a row for an id.
type (
	recordAt   int      // of a record: its place in Rows.records
	blockAt    int      // of a block: its place in the outline
	documentID struct{} // of the document
)

// sheet is the rows that a document has in one table.
type sheet struct {
	*table
	rows int
	row  func(i int, to *values) error // gives the values of row i
	made []any                         // values of the first rows
}

// madeAhead is how many values of one document Prepare makes: those of about 1 MB of
// text. Save makes the others as it comes to them, so that a document of 64 MB does not
// lie in memory twice.
var madeAhead = 150_000 // less in a test

// Prepare makes the rows of a document, and refuses one whose places do not lie in its
// text. It needs no database, so that whoever has extracted the document does this part
// of the work, and the one writer is left with less.
func Prepare(e Entry) (*Rows, error) {
	r := &Rows{Entry: e, counts: count(e), roles: roles{}}
	var err error
	if r.places, err = newPlaces(e.Outline); err == nil {
		r.list()
		err = r.make()
	}
	if err != nil {
		return nil, fmt.Errorf("save %s: %w", e.Document.Name, err)
	}
	return r, nil
}

// list lists the records and the rows.
func (r *Rows) list() {
	all := r.Records
	n := len(all.Figures) + len(all.Dates) + len(all.Departments) + len(all.Projects) + 1
	r.records, r.ids = make([]filed, 0, n), make(map[*extract.Record]int, n)
	for kind, one := range all.All() {
		r.ids[one] = len(r.records)
		r.records = append(r.records, filed{one, kind})
	}
	r.sheets = []sheet{
		{table: &pageTable, rows: len(r.Document.Pages), row: r.page},
		{table: &blockTable, rows: len(r.Outline.Blocks), row: r.block},
		{table: &recordTable, rows: len(r.records), row: r.record},
		{table: &figureTable, rows: len(all.Figures), row: r.figure},
		{table: &dateTable, rows: len(all.Dates), row: r.date},
		{table: &departmentTable, rows: len(all.Departments), row: r.department},
		{table: &projectTable, rows: len(all.Projects), row: r.project},
		{table: &numeralTable, rows: len(all.Numerals), row: r.numeral},
		{table: &linkTable, rows: len(all.Links), row: r.link},
	}
}

// make makes rows as far as madeAhead reaches.
func (r *Rows) make() error {
	n := 0
	for _, s := range r.sheets {
		n += s.rows * s.columns
	}
	r.room = rooms.Get().(*room)
	r.room.grow(len(r.Outline.Blocks), len(r.records))
	made := values{all: slices.Grow(r.room.made, min(n, madeAhead))}
	for i := range r.sheets {
		s, from := &r.sheets[i], len(made.all)
		if err := s.add(0, min(s.rows, (madeAhead-from)/s.columns), &made); err != nil {
			return err
		}
		s.made = made.all[from:]
	}
	r.room.made = made.all
	return nil
}

// room is where values lie until they are written.
type room struct {
	made            []any
	arguments       []driver.NamedValue // of one INSERT
	blocks, records []any               // blockAt and recordAt 0, 1, 2 …: the same for every document
}

// grow makes what stands for the ids of so many blocks and records.
func (r *room) grow(blocks, records int) {
	for i := len(r.blocks); i < blocks; i++ {
		r.blocks = append(r.blocks, blockAt(i))
	}
	for i := len(r.records); i < records; i++ {
		r.records = append(r.records, recordAt(i))
	}
}

// rooms are the rooms of rows that were written.
var rooms = sync.Pool{New: func() any { return new(room) }}

// release gives the room of the rows to other ones. What is to be written once more is
// made anew.
func (r *Rows) release() {
	clear(r.room.made)
	clear(r.room.arguments[:cap(r.room.arguments)])
	r.room.made = r.room.made[:0]
	rooms.Put(r.room)
	r.room = new(room)
	for i := range r.sheets {
		r.sheets[i].made = nil
	}
}

// add adds the values of rows to others.
func (s *sheet) add(first, n int, to *values) error {
	to.columns = s.columns
	for i := first; i < first+n; i++ {
		if err := s.row(i, to); err != nil {
			return err
		}
	}
	return nil
}

// recordID stands for the id of a record, nil for none.
func (r *Rows) recordID(one *extract.Record) (any, error) {
	if one == nil {
		return nil, nil
	}
	at, ok := r.ids[one]
	if !ok {
		return nil, fmt.Errorf("it names a record of the rule %s at byte %d that is none of the document's", one.Rule, one.Span.Start)
	}
	return r.room.records[at], nil
}

// headingID stands for the id of a heading, nil for none.
func (r *Rows) headingID(b *segment.Block) (any, error) {
	if b == nil {
		return nil, nil
	}
	at, ok := r.number(b)
	if !ok {
		return nil, fmt.Errorf("the heading at bytes %d to %d is no block of the document", b.Span.Start, b.Span.End)
	}
	return r.room.blocks[at], nil
}
