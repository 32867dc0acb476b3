package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// What can be wrong with a source file, to be told apart by errors.Is; further
// ones come from the system, as fs.ErrNotExist and fs.ErrPermission.
var (
	ErrFolder   = errors.New("is a folder")
	ErrNoFile   = errors.New("is no file")
	ErrEmpty    = errors.New("is empty")
	ErrBlank    = errors.New("holds nothing but white space")
	ErrZeros    = errors.New("holds nothing but zeros")
	ErrBinary   = errors.New("is not a text: NUL character")
	ErrEncoding = errors.New("invalid") // followed by the name of the encoding
	ErrForeign  = errors.New("is of a format that is not read")
	ErrFormat   = errors.New("is damaged")
	ErrTooLarge = errors.New("is too large")
	ErrTool     = errors.New("needs a program that is not installed")
	ErrHostile  = errors.New("is not what its format is for") // nested, repeated or blown up beyond all use
	ErrLocked   = errors.New("is encrypted")
	ErrScan     = errors.New("holds pictures of text and no text: a scan")
	ErrUnmapped = errors.New("does not say which characters it shows")
)

// Error says which source file could not be read, why, where in it, and what to
// do about it.
type Error struct {
	Path   string
	Err    error  // one of those above, or what the system said
	Detail string // more about it, "" for nothing: "bytes c8 ab"
	Line   int    // 1-based line of the fault; 0 where it has no place
	Offset int64  // byte of the source file at which the fault starts, where Line is not 0
	Next   string // what to do
}

// Error puts it all on one line.
func (e *Error) Error() string { return fmt.Sprintf("read %s: %s", e.Path, e.Message()) }

// Message is the error without the path, for a list that has the path already.
func (e *Error) Message() string {
	var b strings.Builder
	b.WriteString(e.Err.Error())
	if e.Line > 0 {
		fmt.Fprintf(&b, " at byte %d (line %d)", e.Offset, e.Line)
	}
	if e.Detail != "" {
		b.WriteString(", " + e.Detail)
	}
	if e.Next != "" {
		b.WriteString("; " + e.Next)
	}
	return b.String()
}

// Unwrap returns what is wrong, without the place.
func (e *Error) Unwrap() error { return e.Err }

// fault is an Error at a byte of f; before is the text in front of it.
func (f *File) fault(err error, at int, before string) *Error {
	e := &Error{Path: f.Name, Err: err, Offset: int64(at), Line: 1 + strings.Count(before, "\n")}
	switch {
	case errors.Is(err, ErrBinary):
		e.Next = "save it as UTF-8 text"
	case errors.Is(err, ErrEncoding):
		e.Detail = fmt.Sprintf("bytes % x", f.Data[at:min(at+4, len(f.Data))])
		e.Next = "mend it there, or fetch the file again"
	}
	return e
}

// openError says what the system says, and what that asks for.
func openError(path string, err error) *Error {
	e := &Error{Path: path, Err: err}
	var system *fs.PathError
	if errors.As(err, &system) {
		e.Err = system.Err // without the path, which stands in front of it already
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Next = "check the path"
	case errors.Is(err, fs.ErrPermission):
		e.Next = "make it readable (chmod u+r) or run as its owner"
	}
	return e
}
