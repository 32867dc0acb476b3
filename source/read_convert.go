package source

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// oldOffice makes a text of what other office programs write, and older ones
// wrote: LibreOffice makes a Word document or a workbook of it, which is read as
// such.
var oldOffice = reader{
	name:  "office/1",
	knows: func(data string) bool { return formatOf(data) != nil },
	read:  readConverted,
}

// format is a kind of file that LibreOffice converts.
type format struct {
	is        string // its name in messages
	ending    string // of its file name, by which LibreOffice knows it
	mediaType string
	sheets    bool // it is a workbook
}

var (
	docFile  = format{"a Word 97 or WPS document", "doc", "application/msword", false}
	worksDoc = format{"a Works document", "wps", "application/vnd.ms-works", false}
	xlsFile  = format{"an Excel 97 workbook", "xls", "application/vnd.ms-excel", true}
	rtfFile  = format{"RTF", "rtf", "application/rtf", false}
	odtFile  = format{"an OpenDocument text", "odt", "application/vnd.oasis.opendocument.text", false}
	fodtFile = format{"an OpenDocument text", "fodt", "application/vnd.oasis.opendocument.text-flat-xml", false}
	odsFile  = format{"an OpenDocument workbook", "ods", "application/vnd.oasis.opendocument.spreadsheet", true}
)

// formatOf returns the kind of a file that LibreOffice converts, nil for others.
func formatOf(data string) *format {
	switch {
	case strings.HasPrefix(data, oleMark):
		return oleFormat(data)
	case strings.HasPrefix(data, `{\rtf`):
		return &rtfFile
	case strings.HasPrefix(data, "PK\x03\x04"):
		// the first part of an OpenDocument is its media type, not compressed
		switch head := data[:min(200, len(data))]; {
		case strings.Contains(head, "mimetype"+odsFile.mediaType):
			return &odsFile
		case strings.Contains(head, "mimetype"+odtFile.mediaType):
			return &odtFile
		}
	case strings.HasPrefix(data, "<?xml"):
		if head := data[:min(8<<10, len(data))]; strings.Contains(head, "<office:document") && strings.Contains(head, odtFile.mediaType) || strings.Contains(head, `office:mimetype="application/vnd.oasis.opendocument.text"`) {
			return &fodtFile
		}
	}
	return nil
}

var libreOffice = tool{
	name: "LibreOffice", path: sofficePath,
	install: "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui, or brew install --cask libreoffice",
	time:    3 * time.Minute, memory: 4 << 30, file: MaxSize,
}

// sofficePath returns the program that the script soffice starts: no reader runs a
// shell. On macOS soffice is the program itself.
func sofficePath() string {
	for _, path := range []string{lookUp("soffice")(), lookUp("libreoffice")(), "/Applications/LibreOffice.app/Contents/MacOS/soffice"} {
		path, err := filepath.EvalSymlinks(path)
		if err != nil {
			continue
		}
		if program := filepath.Join(filepath.Dir(path), "soffice.bin"); isProgram(program) {
			return program
		}
		if isProgram(path) {
			return path
		}
	}
	return ""
}

// isProgram reports whether a file can be run and is no script.
func isProgram(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [2]byte
	stat, err := f.Stat()
	if err != nil || stat.Mode()&0o111 == 0 {
		return false
	}
	_, err = io.ReadFull(f, head[:])
	return err == nil && string(head[:]) != "#!"
}

// officeVersion asks LibreOffice for its version, once.
var officeVersion = sync.OnceValue(func() string {
	var said strings.Builder
	_ = inFolder("none", "", func(folder string) error {
		_, err := libreOffice.run(context.Background(), folder, func(r io.Reader) error {
			_, err := io.Copy(&said, io.LimitReader(r, 1<<10))
			return err
		}, "-env:UserInstallation=file://"+folder+"/profile", "--version")
		return err
	})
	if fields := strings.Fields(said.String()); len(fields) > 1 {
		return fields[1]
	}
	return "unknown"
})

func readConverted(ctx context.Context, f *File, d *Document) *Error {
	kind := formatOf(f.Data)
	if isLocked(f.Data) {
		return &Error{Path: f.Name, Err: ErrLocked, Next: "open it in an office program and save it without a password"}
	}
	if libreOffice.path() == "" {
		return libreOffice.missing(f, kind.is)
	}
	ending, inner, textOf := "docx", wordFile.name, wordText
	if kind.sheets {
		ending, inner, textOf = "xlsx", workbook.name, func(f *File) (string, error) { return workbookText(f, d) }
	}
	d.Reader += " libreoffice " + officeVersion() + " " + inner
	made, err := convert(ctx, f, kind.ending, ending)
	if err != nil {
		return convertFault(f, err)
	}
	text, err := textOf(&File{Name: f.Name, Data: made})
	if err != nil {
		return f.damaged(err)
	}
	d.Text, d.Encoding, d.MediaType = text, "utf-8", kind.mediaType
	return nil
}

// errUnloaded is what LibreOffice says nothing about: it made no file.
var errUnloaded = errors.New("LibreOffice cannot load it")

// convert returns a file as LibreOffice writes it in another format.
func convert(ctx context.Context, f *File, from, to string) (made string, err error) {
	err = inFolder("in."+from, f.Data, func(folder string) error {
		for range 2 { // with a new profile it ends at once, and asks to be started again
			_, err := libreOffice.run(ctx, folder, func(r io.Reader) error {
				_, err := io.Copy(io.Discard, r)
				return err
			}, "-env:UserInstallation=file://"+folder+"/profile", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
				"--convert-to", to, "--outdir", folder+"/out", folder+"/in."+from)
			if ctx.Err() != nil || errors.Is(err, errToolTime) {
				return err
			}
			if data, err := os.ReadFile(folder + "/out/in." + to); err == nil {
				made = string(data)
				return nil
			}
		}
		return errUnloaded
	})
	return made, err
}

// convertFault says in words of the format why LibreOffice made nothing of a file.
func convertFault(f *File, err error) *Error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return &Error{Path: f.Name, Err: err}
	case errors.Is(err, errToolTime):
		return &Error{Path: f.Name, Err: ErrHostile, Detail: "LibreOffice " + err.Error(), Next: "save it as .docx or as text"}
	}
	return f.damaged(err)
}
