package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// paragraph is a paragraph of a Word document on its way into the text.
type paragraph struct {
	*wordReader
	line
	props paragraphProps
	boxes strings.Builder // text boxes that hang on it
}

// paragraphProps is what decides how a paragraph begins. Numbers are Word's own,
// from 0; -1 stands for none.
type paragraphProps struct {
	outline int  // level of a heading
	list    int  // numId of its numbering
	level   int  // in that numbering
	joined  bool // its end was deleted: the next one goes on with it
}

// paragraph writes a paragraph, and behind it the text boxes that hang on it.
func (w *wordReader) paragraph() error {
	p := &paragraph{wordReader: w, props: paragraphProps{outline: -1, list: -1}}
	err := p.runs()
	label := ""
	if p.text.Len() > 0 && p.props.list > 0 {
		label = w.numbers.next(p.props.list, p.props.level)
	}
	going := w.going()
	if p.props.outline >= 0 {
		p.mark = strings.Repeat("#", min(p.props.outline, 5)+1) + " "
	}
	if p.mark != "" || label != "" {
		p.bold, p.mark = 0, p.mark+label
	}
	if going {
		p.bold, p.mark = 0, ""
	}
	text := p.take()
	if p.props.joined {
		text = strings.TrimSuffix(text, "\n")
	}
	w.out.WriteString(text)
	if p.boxes.Len() > 0 {
		w.endLine()
		w.out.WriteString(p.boxes.String())
	}
	return err
}

// going reports whether what was written last goes on.
func (w *wordReader) going() bool {
	return w.out.Len() > 0 && !strings.HasSuffix(w.out.String(), "\n")
}

// endLine ends what was written last.
func (w *wordReader) endLine() {
	if w.going() {
		w.out.WriteByte('\n')
	}
}

// runs reads the paragraph's properties and its text.
func (p *paragraph) runs() error {
	return p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pPr":
			return p.readProps()
		case "r":
			return p.run()
		case "del", "moveFrom", "Fallback":
			return p.xml.Skip()
		}
		return p.runs() // links, insertions, fields, content controls …
	})
}

// readProps reads the style, and what the paragraph sets beside it.
func (p *paragraph) readProps() error {
	return p.props.read(p.wordReader.xml, p.each, func(id string) {
		if s, ok := p.styles[id]; ok {
			p.props = s.props
		}
	})
}

// read reads <w:pPr>; styled is given the id of the style, which stands first.
func (q *paragraphProps) read(x *xml.Decoder, each func(func(xml.StartElement) error) error, styled func(id string)) error {
	return each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			styled(attr(e, "val"))
		case "outlineLvl":
			if q.outline = number(attr(e, "val")); q.outline > 8 {
				q.outline = -1 // 9 is body text
			}
		case "rPr": // of the paragraph's end
			return each(func(e xml.StartElement) error {
				q.joined = q.joined || e.Name.Local == "del"
				return x.Skip()
			})
		case "numPr":
			return each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "ilvl":
					q.level = min(max(number(attr(e, "val")), 0), 8)
				case "numId":
					q.list = number(attr(e, "val"))
				}
				return x.Skip()
			})
		}
		return x.Skip()
	})
}

// run reads a stretch of text of one look.
func (p *paragraph) run() error {
	bold, hidden := false, false
	return p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			return p.each(func(e xml.StartElement) error {
				bold = bold || e.Name.Local == "b" && on(e)
				hidden = hidden || e.Name.Local == "vanish" && on(e)
				return p.xml.Skip()
			})
		case "t":
			text, err := p.chars()
			switch {
			case hidden:
			case bold:
				p.strongly(func() { p.write(text) })
			default:
				p.write(text)
			}
			return err
		case "tab", "br", "cr", "ptab":
			p.write(" ")
		case "noBreakHyphen":
			p.write("-")
		case "ruby":
			return p.run()
		case "rubyBase":
			return p.runs()
		case "txbxContent":
			inside := &wordReader{xml: p.xml, styles: p.styles, numbers: p.numbers, depth: p.depth}
			err := inside.blocks()
			p.boxes.WriteString(inside.out.String())
			return err
		case "pict", "drawing", "AlternateContent", "Choice", "object", "inline", "anchor", "graphic", "graphicData", "wsp", "txbx", "wgp", "shape", "textbox", "rect", "group":
			return p.run()
		}
		return p.xml.Skip()
	})
}

// chars returns the text of the element that was opened last, and reads it to its end.
func (w *wordReader) chars() (string, error) {
	var text strings.Builder
	for {
		t, err := w.xml.Token()
		if err != nil {
			return text.String(), err
		}
		switch e := t.(type) {
		case xml.CharData:
			text.Write(e)
		case xml.StartElement:
			if err := w.xml.Skip(); err != nil {
				return text.String(), err
			}
		case xml.EndElement:
			return text.String(), nil
		}
	}
}

// on reports whether a property that is there is set: <w:b/> is, <w:b w:val="0"/> is not.
func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// number reads one of Word's numbers, 0 where it is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
