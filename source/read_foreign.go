package source

import (
	"context"
	"strings"
)

// foreign are formats that no reader makes a text of, by the bytes that they
// begin with, and what to do with such a file.
var foreign = [...]struct{ begins, is, next string }{
	{"\xd0\xcf\x11\xe0", "an old office program's file, neither a document nor a workbook, or a damaged one", "save it as .docx or as text"},
	{"PK\x03\x04", "a zip, or one that is damaged", "unpack it, or fetch it again"},
	{"\x1f\x8b", "gzip", "unpack it"},
	{"Rar!", "RAR", "unpack it"},
	{"7z\xbc\xaf", "7-Zip", "unpack it"},
	{"\x89PNG", "an image", "make a text of it by character recognition"},
	{"\xff\xd8\xff", "an image", "make a text of it by character recognition"},
	{"SQLite format 3\x00", "an SQLite database", "leave it out"},
}

// foreignFile refuses what is foreign, with its name.
var foreignFile = reader{
	knows: func(data string) bool { return foreignIndex(data) >= 0 },
	read: func(_ context.Context, f *File, d *Document) *Error {
		k := foreign[foreignIndex(f.Data)]
		return &Error{Path: f.Name, Err: ErrForeign, Detail: k.is, Next: k.next}
	},
}

func foreignIndex(data string) int {
	for i, k := range foreign {
		if strings.HasPrefix(data, k.begins) {
			return i
		}
	}
	return -1
}
