package beam

import "testing"

// Only what a job makes is taken away from a folder.
func TestMadeByJob(t *testing.T) {
	for name, want := range map[string]bool{
		"texts.parquet": true, "texts-00003-of-00012.parquet": true, "texts-00003-of-00012.parquet.part-1x9": true, "texts.parquet.part-1x9": true,
		"texts-2024.parquet": false, "texts.parquet.bak": false, "texts_old.parquet": false, "texts-3-of-12.parquet": false, "texts-00003-of-00012.parquet.zip": false,
	} {
		if got := madeByJob("texts", name); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
