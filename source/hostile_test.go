package source_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"suyuan/source"
)

// swollen returns a zip of parts of which one unpacks to so many megabytes: before,
// then middle over and over, then behind.
func swollen(t testing.TB, name, before, middle, behind string, megabytes int, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if strings.HasPrefix(name, "word/") {
		parts = append(parts, "[Content_Types].xml", "<Types/>")
	}
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, parts[i+1])
	}
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, before)
	block := strings.Repeat(middle, max(1, 64<<10/len(middle)))
	for n := 0; n < megabytes<<20; n += len(block) {
		io.WriteString(w, block)
	}
	io.WriteString(w, behind)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	body  = `<w:document xmlns:w="w"><w:body>`
	types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
	books = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`
	rels  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
	roots = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
)

// hostile are files made to fill the memory or to take for ever, with what they end in; nil
// for a text.
var hostile = map[string]struct {
	make func(t testing.TB) []byte
	is   error
}{
	"docx of 1 GB": {func(t testing.TB) []byte {
		return swollen(t, "word/document.xml", body, "<w:p><w:r><w:t>到2025年</w:t></w:r></w:p>", "", 1<<10)
	}, source.ErrFormat},
	"docx of much text": {func(t testing.TB) []byte {
		return swollen(t, "word/document.xml", body, "<w:p><w:r><w:t>到2025年达到100家</w:t></w:r></w:p>", "</w:body></w:document>", 60)
	}, source.ErrFormat},
	"docx of one word": {func(t testing.TB) []byte {
		return swollen(t, "word/document.xml", body+"<w:p><w:r><w:t>", "到2025年", "", 120)
	}, source.ErrFormat},
	"docx of one attribute": {func(t testing.TB) []byte { return swollen(t, "word/document.xml", body+`<w:p a="`, "x", "", 120) }, source.ErrFormat},
	"docx of empty paragraphs": {func(t testing.TB) []byte {
		return swollen(t, "word/document.xml", body, "<w:p/>", "<w:p><w:r><w:t>到2025年</w:t></w:r></w:p></w:body></w:document>", 16)
	}, nil},
	"docx of a table": {func(t testing.TB) []byte {
		return swollen(t, "word/document.xml", body+"<w:tbl>", "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>", "", 120)
	}, source.ErrFormat},
	"docx of styles": {func(t testing.TB) []byte {
		return swollen(t, "word/styles.xml", "<w:styles>", `<w:style w:styleId="a"><w:name w:val="a"/></w:style>`, "", 200, "word/document.xml", body+"</w:body></w:document>")
	}, source.ErrFormat},
	"ofd of 200 MB": {func(t testing.TB) []byte {
		return swollen(t, "P.xml", "<P>", `<TextObject Boundary="1 1 1 1" Size="5"><TextCode X="0" Y="5">到2025年</TextCode></TextObject>`, "", 200,
			"OFD.xml", "<OFD><DocRoot>D.xml</DocRoot></OFD>", "D.xml", `<D><Page BaseLoc="P.xml"/></D>`)
	}, source.ErrFormat},
	"ofd of one page many times": {func(t testing.TB) []byte {
		return zipped(t, "OFD.xml", "<OFD><DocRoot>D.xml</DocRoot></OFD>", "D.xml", "<D>"+strings.Repeat(`<Page BaseLoc="P.xml"/>`, 100000)+"</D>",
			"P.xml", `<P><TextObject Boundary="1 1 1 1" Size="5">`+strings.Repeat(`<TextCode>年</TextCode>`, 1000)+"</TextObject></P>")
	}, source.ErrFormat},
	"xlsx of 200 MB": {func(t testing.TB) []byte {
		return swollen(t, "xl/worksheets/sheet1.xml", sheet, `<row><c><v>1</v></c></row>`, "", 200, "[Content_Types].xml", types, "_rels/.rels", roots, "xl/workbook.xml", books, "xl/_rels/workbook.xml.rels", rels)
	}, source.ErrFormat},
	"xlsx of the last column": {func(t testing.TB) []byte {
		return swollen(t, "xl/worksheets/sheet1.xml", sheet, `<row><c r="XFD1"><v>1</v></c></row>`, "</sheetData></worksheet>", 20, "[Content_Types].xml", types, "_rels/.rels", roots, "xl/workbook.xml", books, "xl/_rels/workbook.xml.rels", rels)
	}, source.ErrFormat},
	"xlsx of many cells": {func(t testing.TB) []byte {
		return swollen(t, "xl/worksheets/sheet1.xml", sheet, `<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`, "</sheetData></worksheet>", 5, "[Content_Types].xml", types, "_rels/.rels", roots, "xl/workbook.xml", books, "xl/_rels/workbook.xml.rels", rels)
	}, nil},
	"xlsx of merged cells": {func(t testing.TB) []byte {
		return swollen(t, "xl/worksheets/sheet1.xml", sheet, `<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`, `</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`, 5, "[Content_Types].xml", types, "_rels/.rels", roots, "xl/workbook.xml", books, "xl/_rels/workbook.xml.rels", rels)
	}, source.ErrFormat},
	"html of tags":     {func(testing.TB) []byte { return []byte("<html>" + strings.Repeat("<p>", 20<<20/3)) }, source.ErrHostile},
	"html left open":   {func(testing.TB) []byte { return []byte("<html><p>" + leftOpen(400) + strings.Repeat("<p>x", 1<<17)) }, source.ErrHostile},
	"html deep":        {func(testing.TB) []byte { return []byte("<html>" + strings.Repeat("<div>", 100000) + "到2025年。") }, source.ErrFormat},
	"html of one line": {func(testing.TB) []byte { return []byte("<html><p>" + strings.Repeat("到2025年，", 1<<20)) }, nil},
	"html of much text": {func(testing.TB) []byte {
		return []byte("<html>" + strings.Repeat("<p>"+strings.Repeat("到2025年，达到100家。", 10)+"</p>", 1<<16))
	}, source.ErrTooLarge},
	"html of pictures": {func(testing.TB) []byte {
		return []byte("<html>" + strings.Repeat(`<p class="MsoNormal" style="margin:0"><span>到2025年，达到100家。</span></p>`+"\n", 80_000) +
			strings.Repeat(`<img src="data:image/png;base64,`+strings.Repeat("A", 10<<10)+`">`, 5000))
	}, nil},
	"zip of zeros":       {func(t testing.TB) []byte { return swollen(t, "a.txt", "", "\x00", "", 200) }, source.ErrTooLarge},
	"tar.gz of zeros":    {func(testing.TB) []byte { return gzipped(make([]byte, 200<<20)) }, source.ErrTooLarge},
	"marks of the right": {func(testing.TB) []byte { return []byte(strings.Repeat("\u202e\u200f到2025年\u202c", 1<<18)) }, nil},
	"NUL at the end":     {func(testing.TB) []byte { return []byte(strings.Repeat("到2025年。\n", 1<<18) + "\x00") }, source.ErrBinary},
	"lone surrogates":    {func(testing.TB) []byte { return []byte("\xff\xfe" + strings.Repeat("\x00\xd8", 1<<20)) }, source.ErrEncoding},
}

// leftOpen returns so many tags of bold letters, no two alike.
func leftOpen(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b a=%d>", i)
	}
	return b.String()
}

// Each ends in a text or in a clear failure, in a process of its own that never
// has more than 300 MB.
func TestHostileFiles(t *testing.T) {
	if path := os.Getenv("SUYUAN_HOSTILE"); path != "" {
		readHostile(path)
		return
	}
	if testing.Short() || raceDetector {
		t.Skip("it makes files of gigabytes, and takes ten times as long under the race detector, which has one goroutine to watch")
	}
	for name, c := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, c.make(t), 0o600); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
			defer cancel()
			child := exec.CommandContext(ctx, os.Args[0], "-test.run", "^TestHostileFiles$")
			child.Env = append(os.Environ(), "SUYUAN_HOSTILE="+path)
			out, err := child.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%.2000s", err, out)
			}
			said, _, _ := strings.Cut(string(out), "\n")
			if want := fmt.Sprint(c.is); !strings.HasPrefix(said, want+" ") {
				t.Errorf("got %s, want %s", said, want)
			}
			if strings.Contains(said, "EOF") {
				t.Errorf("it was read to its end: %s", said)
			}
			peak := peakOf(t, string(out))
			t.Logf("%4d MB, %5.2f s: %s", peak>>10, child.ProcessState.UserTime().Seconds(), said)
			if peak > 300<<10 {
				t.Errorf("it took %d MB", peak>>10)
			}
		})
	}
}

// readHostile reads a file as ingest does, and prints what came of it and how much
// memory the process had at most.
func readHostile(path string) {
	f, err := source.Open(path, 0)
	if err == nil && f.IsArchive() {
		_, err = f.Unpack(0, nil)
	} else if err == nil {
		_, err = f.Document(context.Background())
	}
	var fault *source.Error
	if errors.As(err, &fault) {
		err = fault.Err
		for _, known := range []error{source.ErrEncoding} {
			if errors.Is(err, known) {
				err = known
			}
		}
		fmt.Println(err, fault.Message())
	} else {
		fmt.Println(err, "")
	}
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmHWM:" {
			fmt.Println("peak", fields[1])
		}
	}
}

// peakOf returns the KB that a child told, 0 where the system does not tell them.
func peakOf(t *testing.T, out string) int {
	t.Helper()
	_, rest, found := strings.Cut(out, "\npeak ")
	if !found {
		return 0
	}
	line, _, _ := strings.Cut(rest, "\n")
	n, err := strconv.Atoi(line)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
