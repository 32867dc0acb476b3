package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// objectWriter writes one JSON object field by field, and a list in it item by
// item, so that none of it has to be held. The first error is kept for end.
type objectWriter struct {
	to     io.Writer
	fields int
	items  int
	err    error
}

// field writes a field.
func (o *objectWriter) field(name string, value any) {
	o.name(name)
	o.value(value, "  ")
}

// list begins a field that is a list.
func (o *objectWriter) list(name string) {
	o.name(name)
	o.write("[")
	o.items = 0
}

// item writes an item of the list.
func (o *objectWriter) item(value any) {
	o.write([]string{"\n    ", ",\n    "}[min(o.items, 1)])
	o.items++
	o.value(value, "    ")
}

// endList ends the list.
func (o *objectWriter) endList() { o.write([]string{"]", "\n  ]"}[min(o.items, 1)]) }

// end ends the object and returns the first error.
func (o *objectWriter) end() error {
	o.write("\n}\n")
	return o.err
}

func (o *objectWriter) name(name string) {
	o.write([]string{"{\n  ", ",\n  "}[min(o.fields, 1)])
	o.fields++
	o.write(`"` + name + `": `)
}

func (o *objectWriter) value(value any, indent string) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(indent, "  ")
	if err := e.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
	o.write(strings.TrimSuffix(b.String(), "\n"))
}

func (o *objectWriter) write(text string) {
	if o.err == nil {
		_, o.err = io.WriteString(o.to, text)
	}
}
