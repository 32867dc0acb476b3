package beam

import (
	"archive/zip"
	"bytes"
	"os"
	"sync"

	"suyuan/extract"
)

// PackLexicon makes one piece of a folder of word lists, which travels to the
// workers with the job; "" stands for none.
func PackLexicon(folder string) ([]byte, error) {
	if folder == "" {
		return nil, nil
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if err := z.AddFS(os.DirFS(folder)); err != nil {
		return nil, err
	}
	err := z.Close()
	return out.Bytes(), err
}

// lexicons are the loaded rules of this worker: loaded when a bundle first asks
// for them, and shared by all that run in the process.
var lexicons sync.Map

// lexicon returns the rules with these word lists laid over the built-in ones.
func lexicon(packed []byte) (*extract.Lexicon, error) {
	load, _ := lexicons.LoadOrStore(string(packed), sync.OnceValues(func() (*extract.Lexicon, error) {
		if len(packed) == 0 {
			return extract.LoadLexicon(nil)
		}
		lists, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
		if err != nil {
			return nil, err
		}
		return extract.LoadLexicon(lists)
	}))
	return load.(func() (*extract.Lexicon, error))()
}
