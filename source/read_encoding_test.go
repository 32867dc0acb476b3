package source_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"suyuan/source"
)

const (
	simplified  = "某市科技创新“十四五”规划\r\n到2025年，全社会研发投入占地区生产总值的比重达到３．０％以上，高新技术企业达到600家。\r\n"
	traditional = "某市科技創新計畫\r\n到2025年，全社會研發經費支出佔國內生產總值比重達到百分之三以上，高新技術企業達到600家。\r\n"
)

func encode(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var (
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	utf16be = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
)

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		encoding   encoding.Encoding
		doubt      string
	}{
		{"gb18030", simplified, simplifiedchinese.GB18030, ""},
		{"gb18030", simplified + "𠮷林路€\ufffd㐂", simplifiedchinese.GB18030, ""},
		{"gb18030", simplified, simplifiedchinese.GBK, ""},
		{"gb18030", strings.Repeat(simplified, 2000), simplifiedchinese.GB18030, ""},
		{"gb18030", "潮州市", simplifiedchinese.GB18030, "read as gb18030, too short to be sure of its encoding"},
		{"big5", traditional, traditionalchinese.Big5, ""},
		{"utf-16le", simplified + "𠮷\ufffd", utf16le, ""},
		{"utf-16be", simplified + traditional, utf16be, ""},
		{"utf-16le", simplified, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
		{"utf-16be", simplified, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), ""},
	} {
		d, err := source.ReadBytes("a.txt", encode(t, c.encoding, c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Text != c.text || d.Encoding != c.name || d.Doubt != c.doubt {
			t.Errorf("%s: read as %s (%s): %.80q", c.name, d.Encoding, d.Doubt, d.Text)
		}
	}
}

func TestEncodingFaults(t *testing.T) {
	gb := string(encode(t, simplifiedchinese.GB18030, simplified))
	le := string(encode(t, utf16le, simplified+"\ufffd"))
	be := string(encode(t, utf16be, simplified))
	at := func(message, before string) string { return fmt.Sprintf(message, len(before)) }
	for _, c := range []struct {
		name, data, message string
		is                  error
	}{
		{"a byte too many", gb + "\xff" + gb, at("invalid gb18030 at byte %d (line 3), bytes ff c4 b3 ca; mend it there, or fetch the file again", gb), source.ErrEncoding},
		{"cut in two", gb + "\xc4", at("invalid gb18030 at byte %d (line 3), bytes c4; mend it there, or fetch the file again", gb), source.ErrEncoding},
		{"half a unit", le + "A", at("invalid utf-16le at byte %d (line 3), bytes 41; mend it there, or fetch the file again", le), source.ErrEncoding},
		{"a lone surrogate", le + "\x00\xd8A\x00", at("invalid utf-16le at byte %d (line 3), bytes 00 d8 41 00; mend it there, or fetch the file again", le), source.ErrEncoding},
		{"bytes of no encoding", "plan \xff\xff", "invalid UTF-8 at byte 5 (line 1), bytes ff ff; mend it there, or fetch the file again", source.ErrEncoding},
		{"a NUL character", be + "\x00\x00\x00A", at("is not a text: NUL character at byte %d (line 3); save it as UTF-8 text", be), source.ErrBinary},
	} {
		_, err := source.ReadBytes("a.txt", []byte(c.data))
		if !errors.Is(err, c.is) || err.Error() != "read a.txt: "+c.message {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.message)
		}
	}
}

// Whatever the bytes are, they give a text in UTF-8 without NUL, or an error that
// names a place within them.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", simplified, "\xff\xfea", "\xfe\xff\xd8\x00", "\x841\xa47\xff", "\ufeff", "\xc4\xb3\x00"} {
		f.Add([]byte(seed))
	}
	f.Add(encode(f, simplifiedchinese.GB18030, simplified))
	f.Add(encode(f, traditionalchinese.Big5, traditional))
	f.Add([]byte(page))
	f.Add(encode(f, utf16le, page))
	f.Add([]byte("<html><table><tr><td colspan=3>1<td rowspan=2>2<tr><td><table><td>3"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := source.ReadBytes("a.txt", data)
		var fault *source.Error
		switch {
		case err == nil && (strings.ToValidUTF8(d.Text, "") != d.Text || strings.Contains(d.Text, "\x00")):
			t.Errorf("the text of %q is %q", data, d.Text)
		case err != nil && !errors.As(err, &fault):
			t.Errorf("%q: %v is no *Error", data, err)
		case err != nil && fault.Line > 0 && (fault.Offset < 0 || fault.Offset >= int64(len(data))):
			t.Errorf("%q: byte %d is outside", data, fault.Offset)
		}
	})
}

// What a page says of its encoding counts only where its bytes may be of it; one in
// UTF-16 without a mark at its front is a page as well.
func TestPagesInAnotherEncodingThanTheySay(t *testing.T) {
	page := func(says string) string {
		return `<html><head><meta charset="` + says + `"></head><body><p>` + strings.TrimSpace(simplified) + `</p></body></html>`
	}
	for name, c := range map[string]struct {
		data     []byte
		encoding string
	}{
		"gb2312, in UTF-8": {[]byte(page("gb2312")), "utf-8"},
		"utf-8, in GBK":    {encode(t, simplifiedchinese.GBK, page("utf-8")), "gb18030"},
		"utf-8, in UTF-16": {encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), page("utf-8")), "utf-16le"},
	} {
		d, err := source.ReadBytes("a.html", c.data)
		if err != nil || d.Encoding != c.encoding || d.MediaType != "text/html" || d.Text != strings.ReplaceAll(strings.TrimSpace(simplified), "\r\n", " ")+"\n" {
			t.Errorf("%s: %v, %+v", name, err, d)
		}
	}
}

// Bytes with a NUL that are no UTF-16 are no text.
func TestNoUTF16(t *testing.T) {
	for _, data := range []string{strings.Repeat("\x00\x01\x02\x03", 50), simplified + "\x00", simplified + "\x00 ", "\x00\x00\x4e\x00"} {
		if d, err := source.ReadBytes("a.txt", []byte(data)); !errors.Is(err, source.ErrBinary) {
			t.Errorf("%.20q: %v, %+v", data, err, d)
		}
	}
}
