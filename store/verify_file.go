package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"suyuan/source"
)

// files compares the source files that are still there with what was read, and
// reads one of them again.
func (d *inspection) files() error {
	paths, err := d.paths()
	if err != nil {
		return err
	}
	read := false
	for _, path := range paths {
		file, sum, err := d.open(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			d.fault(Fault{Check: "file", Note: true, Path: path, Message: "the file is not there any more, its hash was not compared"})
		case err != nil:
			d.fault(Fault{Check: "file", Note: true, Path: path, Message: fmt.Sprintf("the file cannot be read, its hash was not compared: %v", err)})
		case sum != d.sum:
			d.report.Files++
			d.fault(Fault{Check: "file", Path: path, Message: "the file has changed since it was read: ingest it again"})
		default:
			d.report.Files++
			if file != nil && !read {
				read = true
				d.readAgain(file)
			}
		}
	}
	return d.ctx.Err()
}

// open returns the file at a path, which may be one in an archive, and its hash;
// of one that is too large to be read again the hash alone.
func (v *verification) open(path string) (*source.File, string, error) {
	file, err := v.archives.Open(path)
	if errors.Is(err, source.ErrTooLarge) {
		sum, err := hashFile(path)
		return nil, sum, err
	}
	if err != nil {
		return nil, "", err
	}
	return file, hex.EncodeToString(file.Sum[:]), nil
}

// readAgain has the reader of today make the text of a file: another text is a
// fault, unless it is by another version of the reader.
func (d *inspection) readAgain(file *source.File) {
	read, err := file.Document(d.ctx)
	if err != nil {
		if d.ctx.Err() == nil {
			d.fault(Fault{Check: "file", Note: true, Path: file.Name, Message: fmt.Sprintf("the file was not read again: %v", err)})
		}
		return
	}
	sum := sha256.Sum256([]byte(read.Text))
	switch {
	case hex.EncodeToString(sum[:]) == d.textSum:
	case read.Reader != d.reader:
		d.fault(Fault{Check: "file", Note: true, Path: file.Name, Message: fmt.Sprintf("%s gives another text than %s did, of which the stored one is", read.Reader, d.reader)})
	default:
		d.fault(Fault{Check: "file", Path: file.Name, Message: "the file gives another text than the one that is stored: ingest it again into a new database"})
	}
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
