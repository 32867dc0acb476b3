package source_test

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"suyuan/source"
)

func TestReadKeepsEveryByte(t *testing.T) {
	for name, text := range map[string]string{
		"byte order mark":   "\ufeff到2025年",
		"carriage returns":  "一、目标\r\n到2025年\r\n",
		"full width":        "达到２０２５家，占３．０％",
		"beyond the plane":  "𠮷林省达到600家",
		"ideographic space": "　　到2025年\u3000达到",
		"no final newline":  "甲\n乙",
	} {
		d, err := source.ReadBytes("a.txt", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d.Text != text || d.Size != int64(len(text)) || d.Encoding != "utf-8" || d.Reader != "text/1" {
			t.Errorf("%s: read %q as %+v", name, text, d)
		}
	}
}

func TestMediaTypeComesFromTheContent(t *testing.T) {
	for text, want := range map[string]string{
		"# 规划\n正文":               "text/markdown",
		"前言\n### 一、目标\n":         "text/markdown",
		"|指标|2025年|\n|---|---:|": "text/markdown",
		"#1 号楼改造":                "text/plain",
		"一、目标\n- 到2025年":         "text/plain",
		"｜指标｜\n|甲|乙|":            "text/plain",
		"####### 七个":             "text/plain",
	} {
		d, err := source.ReadBytes("a.md", []byte(text))
		if err != nil || d.MediaType != want {
			t.Errorf("%q is %s (%v), want %s", text, d.MediaType, err, want)
		}
	}
}

func TestReadFaults(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	missing, pipe := filepath.Join(dir, "missing.txt"), filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path    string
		is      error
		message string
	}{
		{missing, fs.ErrNotExist, "no such file or directory; check the path"},
		{dir, source.ErrFolder, "is a folder; name a file in it, or give the folder to suyuan ingest"},
		{pipe, source.ErrNoFile, "is no file, but a pipe; save what it gives as a file"},
		{os.DevNull, source.ErrNoFile, "is no file, but a device; save what it gives as a file"},
		{write("empty.txt", ""), source.ErrEmpty, "is empty; fetch it again or leave it out"},
		{write("zeros.docx", strings.Repeat("\x00", 3000)), source.ErrZeros, "holds nothing but zeros; it was never written to its end: fetch it again"},
		{write("blank.txt", "\ufeff \r\n　\t\n"), source.ErrBlank, "holds nothing but white space; fetch it again or leave it out"},
		{write("nul.txt", "\x00\x00\x00\x00一"), source.ErrBinary, "is not a text: NUL character at byte 0 (line 1); save it as UTF-8 text"},
		{write("packed.txt", "Rar!\x1a\x07\x01"), source.ErrForeign, "is of a format that is not read, RAR; unpack it"},
		{write("old.txt", "\xd0\xcf\x11\xe0\xa1\xb1"), source.ErrForeign, "is of a format that is not read, an old office program's file, neither a document nor a workbook, or a damaged one; save it as .docx or as text"},
		{write("archive.txt", "PK\x03\x04\x00"), source.ErrForeign, "is of a format that is not read, a zip, or one that is damaged; unpack it, or fetch it again"},
		{write("binary.txt", "一\n二\n\x00三"), source.ErrBinary, "is not a text: NUL character at byte 8 (line 3); save it as UTF-8 text"},
		{write("middle.txt", "到2025年\n达到\xb4\xef600家"), source.ErrEncoding, "invalid UTF-8 at byte 17 (line 2), bytes b4 ef 36 30; mend it there, or fetch the file again"},
		{write("surrogate.txt", "达到\xed\xa0\x80家"), source.ErrEncoding, "invalid UTF-8 at byte 6 (line 1), bytes ed a0 80 e5; mend it there, or fetch the file again"},
		{write("cut.txt", "达到600家\xe4\xbb"), source.ErrEncoding, "invalid UTF-8 at byte 12 (line 1), bytes e4 bb; mend it there, or fetch the file again"},
	} {
		_, err := source.Read(c.path)
		if !errors.Is(err, c.is) {
			t.Errorf("%s: %v is not %v", c.path, err, c.is)
			continue
		}
		if want := "read " + c.path + ": " + c.message; err.Error() != want {
			t.Errorf("got  %s\nwant %s", err, want)
		}
	}
}

// U+FFFD is a character like any other: a text that was damaged elsewhere is
// still a text.
func TestReplacementCharacterIsValid(t *testing.T) {
	if _, err := source.ReadBytes("a.txt", []byte("达到\ufffd家")); err != nil {
		t.Error(err)
	}
}

func TestLimit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("长", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := source.Open(path, 300); err != nil {
		t.Errorf("a file of the limit's size: %v", err)
	}
	_, err := source.Open(path, 299)
	if !errors.Is(err, source.ErrTooLarge) || err.Error() != "read "+path+": is too large; the limit is 299 bytes: split the file or raise the limit with --max-size" {
		t.Errorf("a file over the limit: %v", err)
	}
	if err := os.Truncate(path, 1<<42); err != nil { // a hole, for which no room is made
		t.Fatal(err)
	}
	if _, err := source.Open(path, 0); !errors.Is(err, source.ErrTooLarge) {
		t.Errorf("a file of 4 TB: %v", err)
	}
	_, err = source.ReadFrom("pipe", endless{})
	if !errors.Is(err, source.ErrTooLarge) || !strings.Contains(err.Error(), "the limit is 64 MB") {
		t.Errorf("an endless pipe: %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// The text's sum is the file's where the text is the file, and is computed where not.
func TestTextSum(t *testing.T) {
	for data, same := range map[string]bool{"\ufeff高新技术企业达到600家\r\n": true, "<!DOCTYPE html><html><body><p>高新技术企业达到600家</p></body></html>": false, "\xb8\xdf\xd0\xc2\xbc\xbc\xca\xf5\xc6\xf3\xd2\xb5": false} {
		d, err := source.ReadBytes("a.txt", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		if d.TextSum() != sha256.Sum256([]byte(d.Text)) || (d.TextSum() == d.Sum) != same {
			t.Errorf("%q of %s: %x", d.Text, d.Encoding, d.TextSum())
		}
	}
}
