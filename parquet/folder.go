package parquet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// IndexName is the file that is written last into a folder of shards: without it
// the folder is not whole.
const IndexName = "suyuan.json"

// version is the version of the schema that the files of a folder follow.
const version = 1

// Index says which files of a folder belong together.
type Index struct {
	Version int   `json:"version"`
	Shards  []int `json:"shards"` // their numbers, from 0
	Of      int   `json:"of"`     // how many there might be
}

// NewIndex returns the index of these shards of so many.
func NewIndex(shards []int, of int) Index {
	return Index{version, shards, of}
}

// FileName names the file of a table of the n-th shard of so many. The only one
// goes without a number.
func FileName(table string, n, of int) string {
	if of == 1 {
		return table + ".parquet"
	}
	return fmt.Sprintf("%s-%05d-of-%05d.parquet", table, n, of)
}

// Files returns the names of all files that the index speaks of.
func (x Index) Files() []string {
	var names []string
	for _, n := range x.Shards {
		for _, table := range Tables {
			names = append(names, FileName(table, n, x.Of))
		}
	}
	return names
}

// ErrUnfinished is a folder that has no index.
var ErrUnfinished = errors.New("it has no " + IndexName + ", which is written last: the export or the job that makes it has not ended; run it again")

// ReadIndex reads the index of a folder.
func ReadIndex(folder string) (x Index, err error) {
	data, err := os.ReadFile(filepath.Join(folder, IndexName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return x, fmt.Errorf("read folder %s: %w", folder, ErrUnfinished)
	case err != nil:
		return x, fmt.Errorf("read folder %s: %w", folder, err)
	}
	if err := json.Unmarshal(data, &x); err != nil {
		return x, fmt.Errorf("read %s: %w", filepath.Join(folder, IndexName), err)
	}
	if x.Version != version {
		return x, fmt.Errorf("read folder %s: its schema is version %d, this program's %d: use the suyuan that wrote it, or make it again", folder, x.Version, version)
	}
	return x, nil
}

// OpenShard opens the n-th shard of a folder for reading.
func (x Index) OpenShard(folder string, n int) (*Reader, error) {
	return openReader(func(table string) string { return filepath.Join(folder, FileName(table, n, x.Of)) })
}

// Folder is a folder of the local disk that one shard is written into.
type Folder struct {
	*Writer
	path string
}

// Create begins the one shard of a folder, which is made where there is none. A
// folder that holds something else is refused.
func Create(folder string) (*Folder, error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	if err := foreign(folder); err != nil {
		return nil, err
	}
	if err := os.Remove(filepath.Join(folder, IndexName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	w, err := newWriter(func(table string) (io.WriteCloser, error) {
		return os.Create(filepath.Join(folder, FileName(table, 0, 1)))
	}, groupBytes)
	return &Folder{w, folder}, err
}

// foreign reports a file that no earlier export has left.
func foreign(folder string) error {
	own := map[string]bool{IndexName: true}
	for _, name := range NewIndex([]int{0}, 1).Files() {
		own[name] = true
	}
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		if !own[e.Name()] {
			return fmt.Errorf("write folder %s: it holds %s already, which is none of this export's: name an empty folder", folder, e.Name())
		}
	}
	return err
}

// Close ends the shard and writes the index.
func (f *Folder) Close() error {
	if err := f.Writer.Close(); err != nil {
		return err
	}
	data, err := json.Marshal(NewIndex([]int{0}, 1))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(f.path, IndexName), append(data, '\n'), 0o666)
}

// Abandon closes the files without an index: the folder is not whole.
func (f *Folder) Abandon() error { return f.closeFiles() }
