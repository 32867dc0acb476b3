package source

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// MaxSize is the greatest size in bytes of a source file, unless a caller sets
// another: beyond it a file is refused before it can fill the memory.
const MaxSize = 64 << 20

// File is a source file as it was found, before a reader has made a text of it.
type File struct {
	Name string   // the path as it was given
	Data string   // its bytes; a string, because nothing may alter them
	Sum  [32]byte // their SHA-256
}

// Open takes in the file at path, which may have up to limit bytes; 0 stands for
// MaxSize. The error is an *Error.
func Open(path string, limit int64) (*File, error) {
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, openError(path, err)
	case stat.IsDir():
		return nil, &Error{Path: path, Err: ErrFolder, Next: "name a file in it, or give the folder to suyuan ingest"}
	case !stat.Mode().IsRegular(): // before it is opened, which waits
		return nil, &Error{Path: path, Err: ErrNoFile, Detail: "but a " + sort(stat.Mode()), Next: "save what it gives as a file"}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	defer f.Close()
	if limit <= 0 {
		limit = MaxSize
	}
	if stat.Size() > limit {
		return nil, tooLarge(path, limit)
	}
	return take(path, f, stat.Size(), limit)
}

// sort says what stands at a path that is neither a file nor a folder.
func sort(mode os.FileMode) string {
	switch {
	case mode&os.ModeNamedPipe != 0:
		return "pipe"
	case mode&os.ModeSocket != 0:
		return "socket"
	}
	return "device"
}

// buffers are what files are read by.
var buffers = sync.Pool{New: func() any { return new([32 << 10]byte) }}

// take reads r to its end, hashing as it goes. Size is what is expected, limit
// what is allowed: a file may grow, and a pipe has no size.
func take(name string, r io.Reader, size, limit int64) (*File, error) {
	var data strings.Builder
	data.Grow(int(size))
	hash := sha256.New()
	buffer := buffers.Get().(*[32 << 10]byte)
	defer buffers.Put(buffer)
	n, err := io.CopyBuffer(io.MultiWriter(&data, hash), io.LimitReader(r, limit+1), buffer[:])
	if err != nil {
		return nil, openError(name, err)
	}
	if n > limit {
		return nil, tooLarge(name, limit)
	}
	f := &File{Name: name, Data: data.String()}
	hash.Sum(f.Sum[:0])
	return f, nil
}

// Document has the first reader that knows the content make its text. It ends
// with ctx where a program of somebody else's has to read the file. The error is
// an *Error.
func (f *File) Document(ctx context.Context) (*Document, error) {
	if len(f.Data) == 0 {
		return nil, &Error{Path: f.Name, Err: ErrEmpty, Next: "fetch it again or leave it out"}
	}
	if f.Data[0] == 0 && strings.Trim(f.Data, "\x00") == "" {
		return nil, &Error{Path: f.Name, Err: ErrZeros, Next: "it was never written to its end: fetch it again"}
	}
	d := &Document{Name: f.Name, Sum: f.Sum, Size: int64(len(f.Data))}
	for _, r := range readers {
		if !r.knows(f.Data) {
			continue
		}
		d.Reader = r.name
		if err := r.read(ctx, f, d); err != nil {
			return nil, err
		}
		if strings.Trim(d.Text, "\ufeff \t\r\n\v\f\u00a0\u3000") == "" {
			return nil, &Error{Path: f.Name, Err: ErrBlank, Next: "fetch it again or leave it out"}
		}
		d.verbatim = d.Text == f.Data
		return d, nil
	}
	panic("source: no reader takes " + f.Name)
}

// Read reads the document at path. The error is an *Error.
func Read(path string) (*Document, error) {
	f, err := Open(path, MaxSize)
	if err != nil {
		return nil, err
	}
	return f.Document(context.Background())
}

// ReadFrom reads a document from r; name stands for its path.
func ReadFrom(name string, r io.Reader) (*Document, error) {
	f, err := take(name, r, 0, MaxSize)
	if err != nil {
		return nil, err
	}
	return f.Document(context.Background())
}

// ReadBytes reads a document from data; name stands for its path.
func ReadBytes(name string, data []byte) (*Document, error) {
	return ReadFrom(name, bytes.NewReader(data))
}

func tooLarge(path string, limit int64) *Error {
	return &Error{Path: path, Err: ErrTooLarge,
		Next: fmt.Sprintf("the limit is %s: split the file or raise the limit with --max-size", megabytes(limit))}
}

func megabytes(n int64) string {
	if n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	if n%(1<<10) == 0 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
