package source_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"suyuan/source"
)

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(formats + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What LibreOffice makes of an old document is the Word document of the same text.
func TestOldOffice(t *testing.T) {
	needs(t, "soffice")
	t.Setenv("TMPDIR", t.TempDir())
	want := strings.Join(sampleLines(t), "\n") + "\n"
	d, err := source.ReadBytes("a.wps", sample(t, "plan.doc"))
	if err != nil || d.Text != want {
		t.Fatalf("%v, got\n%s\nwant\n%s", err, d.Text, want)
	}
	if !strings.HasPrefix(d.Reader, "office/1 libreoffice ") || !strings.HasSuffix(d.Reader, " docx/2") || d.MediaType != "application/msword" {
		t.Errorf("%s, %s", d.Reader, d.MediaType)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestDamagedOldOffice(t *testing.T) {
	needs(t, "soffice")
	doc := string(sample(t, "plan.doc"))
	locked := []byte(doc)
	at := strings.Index(doc, "\xec\xa5\x01\x01") // the head of the part WordDocument
	locked[at+11] |= 1
	encrypted, err := excelize.Encrypt(sample(t, "plan.docx"), &excelize.Options{Password: "x"})
	if err != nil {
		t.Fatal(err)
	}
	odt := lockedText(t)
	for name, c := range map[string]struct {
		data    string
		is      error
		message string
	}{
		"locked docx":   {string(encrypted), source.ErrLocked, "save it without a password"},
		"locked odt":    {odt, source.ErrLocked, "save it without a password"},
		"locked":        {string(locked), source.ErrLocked, "save it without a password"},
		"cut":           {doc[:600], source.ErrForeign, "an old office program's file"},
		"mark alone":    {doc[:8], source.ErrForeign, "an old office program's file"},
		"no OpenOffice": {"PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.text", source.ErrFormat, "LibreOffice cannot load it"},
		"no RTF":        {`{\rtf`, source.ErrFormat, "LibreOffice cannot load it"},
	} {
		_, err := source.ReadBytes(name, []byte(c.data))
		var fault *source.Error
		if !errors.As(err, &fault) || !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%s: %v, want %v", name, err, c.is)
		}
	}
}

// lockedText returns the frame of an OpenDocument text that is encrypted.
func lockedText(t *testing.T) string {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", "\x8f\x02"},
		{"META-INF/manifest.xml", `<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>`},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0]})
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Without LibreOffice the message names the command that installs it.
func TestOldOfficeWithoutItsProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := os.Stat("/Applications/LibreOffice.app"); err == nil {
		t.Skip("it is installed where macOS has its programs")
	}
	for name, is := range map[string]string{"plan.doc": "a Word 97 or WPS document", "plan.xls": "an Excel 97 workbook", "plan.rtf": "RTF", "plan.odt": "an OpenDocument text", "plan.fodt": "an OpenDocument text"} {
		_, err := source.ReadBytes(name, sample(t, name))
		if want := is + " is read with LibreOffice; install it: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui, or brew install --cask libreoffice"; !errors.Is(err, source.ErrTool) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
