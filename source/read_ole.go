package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// oleMark is what the files of Office 97 and of WPS begin with: a file system in a
// file, whose entries say which program wrote it.
const oleMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// oleFormat returns the kind of such a file, nil where it is none that is read.
func oleFormat(data string) *format {
	for _, e := range oleEntries(data) {
		switch e.Name {
		case "WordDocument", "EncryptedPackage":
			return &docFile
		case "Workbook", "Book":
			return &xlsFile
		case "MatOST", "CONTENTS":
			return &worksDoc
		}
	}
	return nil
}

// oleEntries returns the entries of the file system, as far as it is sound.
func oleEntries(data string) (entries []*mscfb.File) {
	if !soundHead(data) {
		return nil
	}
	defer func() { _ = recover() }() // a file that the library did not expect
	r, err := mscfb.New(strings.NewReader(data))
	if err != nil {
		return nil
	}
	return r.File
}

// soundHead reports whether the head of the file system says no more than the file
// can hold: the library makes room for as many sectors as are named there.
func soundHead(data string) bool {
	if len(data) < 512 {
		return false
	}
	shift := binary.LittleEndian.Uint16([]byte(data[30:32]))
	if shift != 9 && shift != 12 { // sectors of 512 or 4096 bytes
		return false
	}
	for _, at := range []int{40, 44, 64, 72} { // sectors of the folder, of the table, of the small table, of the table's table
		if int64(binary.LittleEndian.Uint32([]byte(data[at:at+4])))<<shift > int64(len(data)) {
			return false
		}
	}
	return true
}

// isLocked reports whether a file that LibreOffice reads is encrypted: as a whole, by
// the flag in the head of a Word document, or, of OpenDocument, as its manifest says.
func isLocked(data string) (locked bool) {
	if !strings.HasPrefix(data, oleMark) {
		return lockedManifest(data)
	}
	defer func() { _ = recover() }()
	for _, e := range oleEntries(data) {
		if e.Name == "EncryptedPackage" {
			return true
		}
		var head [12]byte
		if e.Name == "WordDocument" {
			if _, err := io.ReadFull(e, head[:]); err == nil {
				return binary.LittleEndian.Uint16(head[10:])&0x100 != 0
			}
		}
	}
	return false
}

// lockedManifest reports whether the manifest of an OpenDocument file names keys.
func lockedManifest(data string) bool {
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	r, err := z.Open("META-INF/manifest.xml")
	if err != nil {
		return false
	}
	defer r.Close()
	manifest, _ := io.ReadAll(io.LimitReader(r, maxToken))
	return bytes.Contains(manifest, []byte(":encryption-data"))
}
