package batch_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/source"
)

const formats = "../testdata/formats/"

// needs skips a test where a program is not installed, unless the tests are
// required to have them all.
func needs(t testing.TB, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("SUYUAN_REQUIRE_TOOLS") != "" {
				t.Fatalf("%s is not installed, and SUYUAN_REQUIRE_TOOLS is set", name)
			}
			t.Skipf("%s is not installed", name)
		}
	}
}

// figures returns the figures of a document as the lines of figures.tsv, in the
// order of the text, and the document's own fields.
func figures(t *testing.T, path string) (lines []string, about string) {
	t.Helper()
	d, err := source.Read(path)
	if err != nil {
		t.Error(err)
		return nil, ""
	}
	r, err := batch.Extract(d, lexicon(t))
	if err != nil {
		t.Error(err)
		return nil, ""
	}
	for i := range r.Figures {
		f := r.Figures[i]
		lines = append(lines, fmt.Sprintf("%s\t%s\t%v\t%s\t%s\t%s", f.Indicator, f.Comparator, f.Value, f.Unit, f.Time, f.Kind))
	}
	a := &r.About
	return lines, strings.Join([]string{a.Title, a.Issuer, a.DocNumber, a.IssuedOn, a.Status, a.Region}, " ")
}

// sameFigures demands what the samples say.
func sameFigures(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(formats + "figures.tsv")
	if err != nil {
		t.Fatal(err)
	}
	_, want, _ := strings.Cut(strings.TrimSpace(string(data)), "\n")
	lines, about := figures(t, path)
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", filepath.Base(path), got, want)
	}
	if want := "临江市人民政府办公室关于印发临江市水利发展规划的通知 临江市人民政府办公室 临政办发〔2022〕18号 2022-03-15 final 临江市"; about != want {
		t.Errorf("%s: got %s, want %s", filepath.Base(path), about, want)
	}
}

// One text in every format gives the same figures.
func TestFormats(t *testing.T) {
	for name, program := range map[string]string{
		"plan.txt": "", "plan.gb18030.txt": "", "plan.utf16.txt": "", "plan.html": "", "plan.gb2312.html": "", "plan.docx": "", "plan.xlsx": "", "plan.ofd": "",
		"plan.pdf": "pdftotext", "plan.doc": "soffice", "plan.rtf": "soffice", "plan.odt": "soffice", "plan.fodt": "soffice", "plan.xls": "soffice",
	} {
		t.Run(name, func(t *testing.T) {
			if program != "" {
				needs(t, program)
				t.Parallel()
			}
			sameFigures(t, formats+name)
		})
	}
}

// made runs a program that makes a file, and returns the file.
func made(t *testing.T, dir, name, program string, args ...string) string {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// What LibreOffice of today makes of the text is read like the samples.
func TestFormatsMadeByLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes seconds for each format")
	}
	needs(t, "soffice", "pdftotext")
	t.Parallel()
	dir := t.TempDir()
	for _, ending := range []string{"pdf", "docx", "doc", "rtf", "odt"} {
		sameFigures(t, made(t, dir, "plan."+ending, "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", ending, "--outdir", dir, formats+"plan.fodt"))
	}
	if err := os.Rename(dir+"/plan.doc", dir+"/plan.wps"); err != nil {
		t.Fatal(err)
	}
	sameFigures(t, dir+"/plan.wps")
}

// What Chromium prints of the page is read like the page, its own heads and feet aside.
func TestFormatsPrintedByChromium(t *testing.T) {
	needs(t, "chromium", "pdftotext")
	t.Parallel()
	dir := t.TempDir()
	page, err := filepath.Abs(formats + "plan.html")
	if err != nil {
		t.Fatal(err)
	}
	sameFigures(t, made(t, dir, "plan.pdf", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+dir+"/profile", "--print-to-pdf="+dir+"/plan.pdf", "file://"+page))
}

// What iconv writes is read like the text.
func TestFormatsMadeByIconv(t *testing.T) {
	needs(t, "iconv")
	dir := t.TempDir()
	for _, encoding := range []string{"GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-8"} {
		out, err := exec.Command("iconv", "-f", "UTF-8", "-t", encoding, formats+"plan.txt").Output()
		if err != nil {
			t.Fatal(err)
		}
		if encoding == "UTF-16LE" {
			out = append([]byte("\xff\xfe"), out...)
		}
		path := filepath.Join(dir, encoding+".txt")
		if err := os.WriteFile(path, out, 0o600); err != nil {
			t.Fatal(err)
		}
		sameFigures(t, path)
	}
}
