package source

import (
	"encoding/xml"
	"io"
	"strings"
)

// style is a paragraph style: what a paragraph begins with unless it says otherwise.
type style struct {
	based string // id of the style that it builds on
	props paragraphProps
}

// styles reads the paragraph styles, each with what it has from those it builds on.
func (o *office) styles() (map[string]style, error) {
	all := map[string]style{}
	x, closer, err := o.part("word/styles.xml")
	if x == nil || err != nil {
		return all, err
	}
	defer closer.Close()
	w := &wordReader{xml: x}
	var read func() error
	read = func() error {
		return w.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "style":
				id := attr(e, "styleId")
				s, err := w.style()
				all[id] = s
				return err
			case "styles":
				return read()
			}
			return x.Skip()
		})
	}
	if err := read(); err != nil && err != io.EOF {
		return nil, err
	}
	for id, s := range all {
		all[id] = s.inherit(all, 0)
	}
	return all, nil
}

// style reads one style.
func (w *wordReader) style() (s style, err error) {
	s.props = paragraphProps{outline: -1, list: -1}
	name := ""
	err = w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			name = strings.ToLower(attr(e, "val"))
		case "basedOn":
			s.based = attr(e, "val")
		case "pPr":
			return s.props.read(w.xml, w.each, func(string) {})
		}
		return w.xml.Skip()
	})
	if level, found := strings.CutPrefix(name, "heading "); found && s.props.outline < 0 {
		s.props.outline = max(number(level), 1) - 1
	}
	if name == "title" {
		s.props.outline = 0
	}
	return s, err
}

// inherit fills in what a style leaves to the one that it builds on.
func (s style) inherit(all map[string]style, depth int) style {
	base, ok := all[s.based]
	if !ok || depth > 20 {
		return s
	}
	base = base.inherit(all, depth+1)
	if s.props.outline < 0 {
		s.props.outline = base.props.outline
	}
	if s.props.list < 0 {
		s.props.list, s.props.level = base.props.list, max(s.props.level, base.props.level)
	}
	return s
}
