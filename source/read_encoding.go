package source

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	encodings "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// writing is an encoding that is not UTF-8.
type writing struct {
	name        string
	encoding    encoding.Encoding
	replacement string // how it writes U+FFFD itself; "" where it cannot
}

// The encodings that Chinese documents come in. GB18030 holds GBK and GB2312.
var (
	utf16le = writing{"utf-16le", encodings.UTF16(encodings.LittleEndian, encodings.IgnoreBOM), "\xfd\xff"}
	utf16be = writing{"utf-16be", encodings.UTF16(encodings.BigEndian, encodings.IgnoreBOM), "\xff\xfd"}
	gb18030 = writing{"gb18030", simplifiedchinese.GB18030, "\x841\xa47"}
	big5    = writing{"big5", traditionalchinese.Big5, ""}
)

// decode makes UTF-8 of the file, sets Text, Encoding and Doubt of d, and nothing
// else. A UTF-8 text is its own, byte for byte. A byte that the encoding does not
// have is an *Error that names its place.
func (f *File) decode(d *Document) *Error {
	switch {
	case strings.HasPrefix(f.Data, "\xff\xfe"):
		return f.decodeAs(utf16le, 2, d)
	case strings.HasPrefix(f.Data, "\xfe\xff"):
		return f.decodeAs(utf16be, 2, d)
	}
	if i := strings.IndexByte(f.Data, 0); i >= 0 {
		for _, w := range []writing{utf16le, utf16be} {
			if w.fits(f.Data) {
				return f.decodeAs(w, 0, d)
			}
		}
		return f.fault(ErrBinary, i, f.Data[:i])
	}
	i := invalid(f.Data)
	if i < 0 {
		d.Text, d.Encoding = f.Data, "utf-8"
		return nil
	}
	broken := f.fault(fmt.Errorf("%w UTF-8", ErrEncoding), i, f.Data[:i])
	if mostlyUTF8(f.Data) {
		return broken
	}
	return f.decodeLegacy(broken, d)
}

// fits reports whether a text without a byte order mark is one in this kind of UTF-16:
// it has no NUL, and hardly any character that no Chinese text has.
func (w writing) fits(data string) bool {
	if len(data)%2 != 0 {
		return false
	}
	odd, all := 0, 0
	for _, r := range w.decoded(data[:min(sample, len(data))]) {
		all++
		switch {
		case r == 0:
			return false
		case !written(r) && !unicode.IsSpace(r):
			odd++
		}
	}
	return odd*20 < all
}

// decodeLegacy decodes a file that is not UTF-8 because of what broken says.
func (f *File) decodeLegacy(broken *Error, d *Document) *Error {
	w, sure := f.guess()
	err := f.decodeAs(w, 0, d)
	switch {
	case err != nil && err.Offset <= broken.Offset:
		return broken // what gets furthest is what was meant
	case err == nil && !sure:
		d.Doubt = "read as " + w.name + ", too short to be sure of its encoding"
	}
	return err
}

// sample is how much of a file is looked at to tell its encoding.
const sample = 64 << 10

// guess believes a page's own word for GB18030 or Big5, and else tells them apart
// by how often which characters stand in the text. Where that gives neither, as
// with a few words, it is GB18030, and not sure.
func (f *File) guess() (w writing, sure bool) {
	name := declared(f.Data)
	if name != "gb18030" && name != "gbk" && name != "big5" {
		name = strings.ToLower(chardet.Detect([]byte(f.Data[:min(sample, len(f.Data))])).Encoding)
	}
	switch name {
	case "big5":
		return big5, true
	case "gb2312", "gbk", "gb18030":
		return gb18030, true
	}
	return gb18030, false
}

// decodeAs decodes the file from its byte start on.
func (f *File) decodeAs(w writing, start int, d *Document) *Error {
	text := w.decoded(f.Data[start:])
	if at, before := w.broken(f.Data[start:], text); at >= 0 {
		return f.fault(fmt.Errorf("%w %s", ErrEncoding, w.name), start+at, before)
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return f.fault(ErrBinary, start+w.offset(f.Data[start:], i), text[:i])
	}
	d.Text, d.Encoding = text, w.name
	return nil
}

// decoded returns what data says. It is String of the decoder, which would have three
// texts in memory on its way.
func (w writing) decoded(data string) string {
	var text strings.Builder
	text.Grow(len(data) + len(data)/2) // two bytes give three
	if _, err := io.Copy(&text, transform.NewReader(strings.NewReader(data), w.encoding.NewDecoder())); err != nil {
		panic("source: the decoders put U+FFFD for what they cannot decode: " + err.Error())
	}
	return text.String()
}

// broken returns the first byte of data that stands for no character, and the
// text before it; -1 if there is none. The decoders put U+FFFD for such bytes,
// but a text may have that character itself.
func (w writing) broken(data, text string) (at int, before string) {
	pos, done := 0, 0
	for {
		k := strings.IndexRune(text[done:], utf8.RuneError)
		if k < 0 {
			return -1, ""
		}
		pos += w.offset(data[pos:], k)
		done += k
		if w.replacement == "" || !strings.HasPrefix(data[pos:], w.replacement) {
			return pos, text[:done]
		}
		pos += len(w.replacement)
		done += len("\ufffd")
	}
}

// offset returns the byte of data behind what gives the first n bytes of its text.
func (w writing) offset(data string, n int) int {
	_, at, _ := w.encoding.NewDecoder().Transform(make([]byte, n), []byte(data), true)
	return at
}

// mostlyUTF8 tells a damaged UTF-8 text from one in another encoding: more than
// half of what is not ASCII stands in sequences of three or four bytes, of which
// GB18030 and Big5 have few by chance.
func mostlyUTF8(s string) bool {
	inside, outside := 0, 0
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case n >= 3:
			inside += n
		case s[i] >= utf8.RuneSelf:
			outside += n
		}
		i += n
	}
	return inside > outside
}

// invalid returns the byte at which s stops being UTF-8, -1 if it nowhere does.
func invalid(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
			return i
		}
	}
	return -1
}
