package source

import (
	"context"
	"encoding/xml"
	"io"
	"strings"
)

// wordFile makes a text of a Word document: a line for each paragraph with the
// number that Word shows before it, a mark before headings, tables in Markdown.
// What was deleted under track changes, hidden text, headers, footers and notes are
// left out.
var wordFile = reader{
	name:  "docx/2",
	knows: isOffice("word/document.xml"),
	read: func(_ context.Context, f *File, d *Document) *Error {
		text, err := wordText(f)
		if err != nil {
			return f.damaged(err)
		}
		d.Text, d.Encoding = text, "utf-8"
		d.MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		return nil
	},
}

func wordText(f *File) (string, error) {
	o, err := openOffice(f)
	if err != nil {
		return "", err
	}
	w := &wordReader{}
	if w.styles, err = o.styles(); err != nil {
		return "", err
	}
	if w.numbers, err = o.numbering(); err != nil {
		return "", err
	}
	x, closer, err := o.part("word/document.xml")
	if err != nil {
		return "", err
	}
	defer closer.Close()
	w.xml = x
	if err := w.blocks(); err != nil && err != io.EOF {
		return "", err
	}
	return w.out.String(), nil
}

// wordReader reads word/document.xml from its first byte to its last.
type wordReader struct {
	xml     *xml.Decoder
	styles  map[string]style
	numbers *numbering
	out     strings.Builder
	depth   int
}

// blocks reads paragraphs and tables up to the end of the element around them.
func (w *wordReader) blocks() error {
	return w.each(func(e xml.StartElement) error {
		if w.out.Len() > maxMade {
			return errHostile
		}
		switch e.Name.Local {
		case "p":
			return w.paragraph()
		case "tbl":
			return w.table()
		case "sectPr", "tblPr", "tcPr", "sdtPr", "del", "moveFrom", "Fallback":
			return w.xml.Skip()
		}
		return w.blocks() // body, content controls, insertions …
	})
}

// each calls do for every element within the one that was opened last; do reads
// the element to its end.
func (w *wordReader) each(do func(xml.StartElement) error) error {
	if w.depth++; w.depth > maxDepth {
		return errHostile
	}
	defer func() { w.depth-- }()
	for {
		t, err := w.xml.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if err := do(e); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// within is each, through what stands around rows and cells: content controls, insertions.
func (w *wordReader) within(do func(xml.StartElement) error) error {
	return w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return w.within(do)
		}
		return do(e)
	})
}

// table writes a table; one within a cell is part of the cell's text.
func (w *wordReader) table() error {
	s := &sheet{}
	narrow := true
	w.endLine()
	err := w.within(func(e xml.StartElement) error {
		if e.Name.Local != "tr" {
			return w.xml.Skip()
		}
		cells, err := w.row()
		if len(s.rows) > maxRows {
			return errHostile
		}
		if len(cells) > 0 {
			narrow = narrow && s.add(cells)
		}
		return err
	})
	if narrow && s.fits() {
		s.write(&w.out)
	} else {
		s.plain(&w.out)
	}
	return err
}

// row reads a table's row; one that was deleted has no cells.
func (w *wordReader) row() (cells []cell, err error) {
	head, deleted := false, false
	err = w.within(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return w.each(func(e xml.StartElement) error {
				head = head || e.Name.Local == "tblHeader" && on(e)
				deleted = deleted || e.Name.Local == "del"
				return w.xml.Skip()
			})
		case "tc":
			c, err := w.cell()
			c.head = head
			cells = append(cells, c)
			return err
		}
		return w.xml.Skip()
	})
	if deleted {
		cells = nil
	}
	return cells, err
}

// cell reads a cell: its paragraphs, one behind the other.
func (w *wordReader) cell() (c cell, err error) {
	c = cell{wide: 1, high: 1}
	inside := &wordReader{xml: w.xml, styles: w.styles, numbers: w.numbers, depth: w.depth}
	err = w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tcPr":
			return w.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "gridSpan":
					c.wide = min(max(number(attr(e, "val")), 1), sheetWidth)
				case "vMerge":
					c.merged = attr(e, "val") != "restart"
				}
				return w.xml.Skip()
			})
		case "p":
			return inside.paragraph()
		case "tbl":
			return inside.table()
		}
		return inside.blocks()
	})
	c.text = oneLine(unmarked(inside.out.String()))
	return c, err
}
