package source

import "context"

// reader makes the text of one kind of file. It is chosen by the content, never
// by the file's name, and gives the same text every time: a reader that gives
// another text than before has another version.
type reader struct {
	name  string                                                 // name and version, stored with the document: "text/1"
	knows func(data string) bool                                 // whether the content is of its kind
	read  func(ctx context.Context, f *File, d *Document) *Error // sets Text, MediaType, Encoding and Pages of d, and adds to Reader the version of a program that it uses
}

// readers is tried from top to bottom; the last one knows everything. A further
// format is one more file and one more line here.
var readers = []reader{
	webPage,
	wordFile,
	workbook,
	pdfFile,
	oldOffice,
	ofdFile,
	foreignFile,
	plainText,
}
