package source

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// ofdFile makes a text of an OFD document (GB/T 33190), by the places of its
// texts: as of a PDF, a line for each paragraph, tables in Markdown.
var ofdFile = reader{
	name:  "ofd/4",
	knows: isOffice("OFD.xml"),
	read:  readOFD,
}

// errLocked is what stands in the way of reading an encrypted part.
var errLocked = errors.New("encrypted")

func readOFD(ctx context.Context, f *File, d *Document) *Error {
	o, err := openOffice(f)
	if err != nil {
		return f.damaged(err)
	}
	r := &ofd{office: o, ctx: ctx, templates: map[string]string{}}
	err = r.documents()
	switch {
	case ctx.Err() != nil:
		return &Error{Path: f.Name, Err: ctx.Err()}
	case errors.Is(err, errLocked):
		return &Error{Path: f.Name, Err: ErrLocked, Next: "save it without a password"}
	case err != nil:
		return f.damaged(err)
	case r.words == 0 && r.images > 0:
		return &Error{Path: f.Name, Err: ErrScan, Detail: fmt.Sprintf("%d pictures on %d pages", r.images, len(r.layout.pages)), Next: "make a text of it by character recognition"}
	}
	d.Text, d.Pages, d.Encoding, d.MediaType = r.layout.text(), r.layout.pages, "utf-8", "application/ofd"
	for name := range o.parts {
		if path.Base(name) == "Attachments.xml" {
			d.Doubt = "what is attached to it is not read: save it from an OFD reader as files"
		}
	}
	return nil
}

// ofd is an OFD document on its way into the text.
type ofd struct {
	*office
	ctx       context.Context
	layout    layout
	templates map[string]string // the parts that pages of the document in hand lie upon, by their ids
	words     int
	images    int
	bytes     int64 // of all that was unpacked, a part as often as it was read
}

// mostObjects is how many texts the pages of a document have together at most, and
// mostUnpacked how many bytes: many pages may name one part.
const (
	mostObjects  = 2_000_000
	mostUnpacked = 4 * maxPart
)

var errUnpacked = errors.New("pages that unpack to more than 1 GB together")

// documents reads the documents that OFD.xml names, mostly one.
func (r *ofd) documents() error {
	if _, ok := r.parts["Encryptions.xml"]; ok {
		return errLocked
	}
	var roots []string
	if err := r.elements("OFD.xml", func(x *xml.Decoder, e xml.StartElement) (bool, error) {
		if e.Name.Local != "DocRoot" {
			return false, nil
		}
		var at string
		err := x.DecodeElement(&at, &e)
		roots = append(roots, beside("OFD.xml", at))
		return true, err
	}); err != nil {
		return err
	}
	for _, root := range roots {
		if err := r.document(root); err != nil {
			return err
		}
	}
	return nil
}

// document reads the pages of a document in their order.
func (r *ofd) document(root string) error {
	clear(r.templates)
	var pages []string
	if err := r.elements(root, func(_ *xml.Decoder, e xml.StartElement) (bool, error) {
		switch at := beside(root, attr(e, "BaseLoc")); e.Name.Local {
		case "TemplatePage":
			r.templates[attr(e, "ID")] = at
		case "Page":
			pages = append(pages, at)
		}
		return false, nil
	}); err != nil {
		return err
	}
	for _, page := range pages {
		if r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		words, err := r.page(page, true)
		if err != nil {
			return err
		}
		r.layout.page(words)
	}
	return nil
}

// page returns the texts of a page, those of the templates under it included.
func (r *ofd) page(part string, templates bool) (words []word, err error) {
	err = r.elements(part, func(x *xml.Decoder, e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "Template":
			if under, ok := r.templates[attr(e, "TemplateID")]; ok && templates {
				more, err := r.page(under, false)
				words = append(words, more...)
				return false, err
			}
		case "ImageObject":
			r.images++
		case "TextObject":
			more, err := readTextObject(x, e)
			words = append(words, more...)
			if r.words += len(more); r.words > mostObjects || len(words) > mostWords {
				return true, errHostile
			}
			return true, err
		}
		return false, nil
	})
	return words, err
}

// elements calls do for every element of a part; do says whether it has read it
// to its end, else what is in it comes next.
func (r *ofd) elements(part string, do func(*xml.Decoder, xml.StartElement) (read bool, err error)) (err error) {
	x, closer, err := r.part(part)
	if err != nil {
		return err
	}
	if x == nil {
		return fmt.Errorf("%s is not in it", part)
	}
	defer closer.Close()
	defer func() {
		if r.bytes += x.InputOffset(); r.bytes > mostUnpacked && err == nil {
			err = errUnpacked
		}
	}()
	for depth := 0; ; {
		t, err := x.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
		switch e := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errHostile
			}
			read, err := do(x, e)
			if err != nil {
				return err
			}
			if read {
				depth--
			}
		case xml.EndElement:
			depth--
		}
	}
}

// beside returns the name of the part that another one names: from its own
// folder, or from the root.
func beside(part, location string) string {
	location = strings.ReplaceAll(strings.TrimSpace(location), `\`, "/")
	if !strings.HasPrefix(location, "/") {
		location = path.Dir(part) + "/" + location
	}
	return strings.TrimPrefix(path.Clean("/"+location), "/")
}
