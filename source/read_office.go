package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// office is a file of an office program: XML in a zip.
type office struct {
	file  *File
	parts map[string]*zip.File
}

// isOffice returns a test for a zip that has the named part.
func isOffice(part string) func(string) bool {
	return func(data string) bool {
		if !strings.HasPrefix(data, "PK\x03\x04") {
			return false
		}
		z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
		if err != nil {
			return false
		}
		for _, f := range z.File {
			if f.Name == part {
				return true
			}
		}
		return false
	}
}

// openOffice opens the zip.
func openOffice(f *File) (*office, error) {
	z, err := zip.NewReader(strings.NewReader(f.Data), int64(len(f.Data)))
	if err != nil {
		return nil, err
	}
	o := &office{file: f, parts: map[string]*zip.File{}}
	for _, part := range z.File {
		o.parts[part.Name] = part
	}
	return o, nil
}

// maxPart is the greatest size of a part once it is unpacked, maxDepth how deep its
// elements may lie in each other, maxToken the greatest distance from one < to the
// next, for a decoder holds that in memory, maxMade the greatest text, and maxRows how many rows a table has: beyond
// them the file is not what an office program writes.
const (
	maxPart  = 128 << 20
	maxDepth = 1000
	maxToken = 4 << 20
	maxMade  = 16 << 20
	maxRows  = 300_000
)

var errHostile = errors.New("a part that unpacks to more than 128 MB, elements more than 1000 deep, 4 MB without a tag, 16 MB of text, or a table of 300000 rows")

// part returns a decoder for a part and what closes it; nil if there is none.
func (o *office) part(name string) (*xml.Decoder, io.Closer, error) {
	p, ok := o.parts[name]
	if !ok {
		return nil, nil, nil
	}
	if p.UncompressedSize64 > maxPart {
		return nil, nil, errHostile
	}
	r, err := p.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	x := xml.NewDecoder(&bounded{Reader: r})
	x.CharsetReader = charset.NewReaderLabel
	return x, r, nil
}

// bounded ends a reader with errHostile after so many bytes without a <. More than the
// zip says that a part has no reader gets.
type bounded struct {
	io.Reader
	since int // bytes behind the last <
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if at := bytes.LastIndexByte(p[:n], '<'); at >= 0 {
		b.since = n - at
	} else {
		b.since += n
	}
	if b.since > maxToken {
		return n, errHostile
	}
	return n, err
}

// attr returns an attribute by its local name, "" if it is not there.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// damaged is the *Error of an office file that cannot be read.
func (f *File) damaged(err error) *Error {
	return &Error{Path: f.Name, Err: ErrFormat, Detail: err.Error(), Next: "open it in an office program and save it again, or save it as text"}
}
