package source_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"suyuan/source"
)

func tarred(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: parts[i], Size: int64(len(parts[i+1])), Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, parts[i+1])
	}
	if err := w.WriteHeader(&tar.Header{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return out.Bytes()
}

func gzipped(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(data)
	w.Close()
	return out.Bytes()
}

// archive takes data in as the file a.x.
func archive(t testing.TB, name string, data []byte) *source.File {
	t.Helper()
	return &source.File{Name: name, Data: string(data)}
}

func TestUnpack(t *testing.T) {
	gbk := string(encode(t, simplifiedchinese.GB18030, "规划/目标.txt"))
	var windows bytes.Buffer
	z := zip.NewWriter(&windows)
	w, err := z.CreateHeader(&zip.FileHeader{Name: gbk, NonUTF8: true})
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, "甲")
	z.Close()
	var linked bytes.Buffer
	z = zip.NewWriter(&linked)
	head := &zip.FileHeader{Name: "link.txt"}
	head.SetMode(fs.ModeSymlink | 0o777)
	for _, h := range []*zip.FileHeader{head, {Name: "a.txt"}} {
		if w, err = z.CreateHeader(h); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, "/etc/passwd")
	}
	z.Close()
	tricks := []string{"../../etc/passwd", "1", "/abs.txt", "2", `..\..\win.txt`, "3", "a/./b//c.txt", "4", "__MACOSX/x", "5", ".git/x", "6", "dir/.DS_Store", "7"}
	const plain = "in/a/b/c.txt=4 in/abs.txt=2 in/etc/passwd=1 in/win.txt=3"
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"in", zipped(t, tricks...), plain},
		{"in", tarred(t, tricks...), plain},
		{"in", gzipped(tarred(t, tricks...)), plain},
		{"in", windows.Bytes(), "in/规划/目标.txt=甲"},
		{"in", linked.Bytes(), "in/a.txt=/etc/passwd"},
		{"plan.txt.gz", gzipped([]byte("乙")), "plan.txt.gz/plan.txt=乙"},
	} {
		f := archive(t, c.name, c.data)
		if !f.IsArchive() {
			t.Errorf("%.20q is no archive", c.data)
			continue
		}
		files, err := f.Unpack(0, nil)
		var got []string
		for _, m := range files {
			got = append(got, m.Name+"="+m.Data)
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%v: %q, want %s", err, got, c.want)
		}
	}
}

func TestWhatIsNoArchive(t *testing.T) {
	for name, data := range map[string][]byte{"text": []byte("到2025年"), "word": word(t, ""), "excel": excel(t, nil, nil), "odt": zipped(t, "mimetype", "x"), "cut": zipped(t, "a", "b")[:50]} {
		if archive(t, "a", data).IsArchive() {
			t.Errorf("%s is an archive", name)
		}
	}
}

func TestHostileArchives(t *testing.T) {
	zeros := make([]byte, 2<<20)
	var bomb []string
	for i := range 50 {
		bomb = append(bomb, fmt.Sprint(i), string(zeros))
	}
	var locked bytes.Buffer
	z := zip.NewWriter(&locked)
	if _, err := z.CreateHeader(&zip.FileHeader{Name: "a.txt", Flags: 1}); err != nil {
		t.Fatal(err)
	}
	z.Close()
	for name, c := range map[string]struct {
		data    []byte
		message string
		is      error
	}{
		"zip bomb":  {zipped(t, bomb...), "its files have more than 64 MB together; unpack it, and ingest the folder", source.ErrTooLarge},
		"gzip bomb": {gzipped(make([]byte, 65<<20)), "its files have more than 64 MB together; unpack it, and ingest the folder", source.ErrTooLarge},
		"locked":    {locked.Bytes(), "it is encrypted; unpack it, and ingest the folder", source.ErrFormat},
		"liar":      {claimed(t, "a.txt", 1<<40), "unpack it, and ingest the folder", source.ErrFormat},
		"cut":       {gzipped(tarred(t, "a.txt", strings.Repeat("到2025年", 1000)))[:60], "unpack it, and ingest the folder", source.ErrFormat},
	} {
		_, err := archive(t, "a.zip", c.data).Unpack(0, nil)
		var fault *source.Error
		if !errors.As(err, &fault) || !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
