package parquet

import (
	"runtime"
	"strings"
	"testing"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/segment"
	"suyuan/source"
)

// A folder takes no more memory the more is written into it, but for the buffers of a
// row group: with small pages it keeps 70 MB here, which are texts.
func TestFolderDoesNotGrow(t *testing.T) {
	folder, err := Create(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d := &source.Document{Name: "a.txt", Text: strings.Repeat("到2025年，高新技术企业达到600家以上。", 2000)}
	e := &intake.Entry{Document: d, Outline: &segment.Outline{Document: d}, Records: &extract.Records{}}
	live := func() int64 {
		runtime.GC()
		runtime.GC() // what lies in pools goes with the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	var begin int64
	for group := range 14 {
		for range groupBytes/len(d.Text) + 1 {
			if err := folder.Add(e); err != nil {
				t.Fatal(err)
			}
		}
		if group == 1 {
			begin = live()
		}
	}
	if grown := live() - begin; grown > 30<<20 {
		t.Errorf("12 row groups keep %d bytes of memory", grown)
	}
	if err := folder.Close(); err != nil {
		t.Fatal(err)
	}
}
