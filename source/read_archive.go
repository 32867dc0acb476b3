package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// IsArchive reports whether f is a folder of files in one: a zip, a tar, either
// of them or a single file under gzip. The files of office programs are none.
func (f *File) IsArchive() bool {
	return isArchive(strings.NewReader(f.Data), int64(len(f.Data)))
}

// IsArchive is File.IsArchive of the file at path, of which it reads no more than
// that takes. What cannot be read is none.
func IsArchive(path string) bool {
	stat, err := os.Stat(path) // before a pipe is opened, which waits
	if err != nil || !stat.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	return isArchive(f, stat.Size())
}

func isArchive(r io.ReaderAt, size int64) bool {
	var head [headBytes]byte
	n, _ := r.ReadAt(head[:], 0)
	begins := string(head[:n])
	return isGzip(begins) || isTar(begins) || (strings.HasPrefix(begins, "PK\x03\x04") || strings.HasPrefix(begins, "PK\x05\x06")) && isZip(r, size)
}

// headBytes is how much of a file shows whether it is a tar or gzip.
const headBytes = 1024

func isGzip(data string) bool { return strings.HasPrefix(data, "\x1f\x8b") }

// isTar looks for the mark of a tar, which stands at byte 257.
func isTar(data string) bool { return len(data) > 512 && data[257:262] == "ustar" }

func isZip(r io.ReaderAt, size int64) bool {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	return !slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "mimetype" || f.Name == "OFD.xml"
	})
}

// Unpack returns the files in an archive, in byte order of their names, each
// named as if the archive were a folder. Nothing is written to the disk. Together
// they may have up to limit bytes, 0 for MaxSize. Hidden files are left out, and
// those whose names wanted does not let through; nil stands for all. The error is an
// *Error.
func (f *File) Unpack(limit int64, wanted func(name string) bool) ([]*File, error) {
	if limit <= 0 {
		limit = MaxSize
	}
	u := &unpacking{archive: f, wanted: wanted, limit: limit, left: limit}
	var err error
	switch {
	case isTar(f.Data):
		err = u.tar(strings.NewReader(f.Data))
	case isGzip(f.Data):
		err = u.gzip()
	default:
		err = u.zip()
	}
	var known *Error
	if err != nil && !errors.As(err, &known) {
		err = &Error{Path: f.Name, Err: ErrFormat, Detail: err.Error(), Next: "unpack it, and ingest the folder"}
	}
	slices.SortFunc(u.files, func(a, b *File) int { return strings.Compare(a.Name, b.Name) })
	return u.files, err
}

// unpacking is an archive on its way into files.
type unpacking struct {
	archive *File
	files   []*File
	wanted  func(string) bool
	limit   int64
	left    int64 // bytes that may still be unpacked
}

func (u *unpacking) zip() error {
	z, err := zip.NewReader(strings.NewReader(u.archive.Data), int64(len(u.archive.Data)))
	if err != nil {
		return err
	}
	for _, m := range z.File {
		if !m.Mode().IsRegular() {
			continue
		}
		if m.Flags&1 != 0 {
			return errors.New("it is encrypted")
		}
		r, err := m.Open()
		if err != nil {
			return fmt.Errorf("%s: %w", m.Name, err)
		}
		if err := u.add(m.Name, r); err != nil {
			return err
		}
		r.Close()
	}
	return nil
}

func (u *unpacking) tar(r io.Reader) error {
	t := tar.NewReader(r)
	for {
		head, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if head.Typeflag != tar.TypeReg {
			continue
		}
		if err := u.add(head.Name, t); err != nil {
			return err
		}
	}
}

// gzip unpacks what is one tar or one file.
func (u *unpacking) gzip() error {
	z, err := gzip.NewReader(strings.NewReader(u.archive.Data))
	if err != nil {
		return err
	}
	r := bufio.NewReaderSize(z, headBytes)
	if head, _ := r.Peek(headBytes); isTar(string(head)) {
		return u.tar(r)
	}
	return u.add(strings.TrimSuffix(path.Base(u.archive.Name), ".gz"), r)
}

// add takes in one file, whose name may not lead out of the archive.
func (u *unpacking) add(name string, r io.Reader) error {
	if !utf8.ValidString(name) { // by a Chinese Windows
		name, _ = simplifiedchinese.GB18030.NewDecoder().String(name) // what it has not becomes U+FFFD
	}
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return nil
		}
	}
	if name = u.archive.Name + "/" + name; u.wanted != nil && !u.wanted(name) {
		return nil
	}
	f, err := take(name, r, 0, u.left)
	if errors.Is(err, ErrTooLarge) {
		return &Error{Path: u.archive.Name, Err: ErrTooLarge, Detail: "its files have more than " + megabytes(u.limit) + " together", Next: "unpack it, and ingest the folder"}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", strings.TrimPrefix(name, u.archive.Name+"/"), errors.Unwrap(err))
	}
	u.left -= int64(len(f.Data))
	u.files = append(u.files, f)
	return nil
}
