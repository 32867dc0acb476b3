package beam

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"   // gs://
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local" // paths
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"    // s3://

	"suyuan/source"
)

// remote reports whether a path is that of an object store.
func remote(path string) bool { return strings.Contains(path, "://") }

// List returns the files that a glob matches, on any of Beam's filesystems, in byte
// order. A local folder stands for all files below it but the hidden ones, as for
// suyuan ingest.
func List(ctx context.Context, glob string) (paths []string, err error) {
	if err := deep(glob); err != nil {
		return nil, err
	}
	if !remote(glob) {
		return listLocal(glob)
	}
	disk, err := diskOf(ctx, glob)
	if err == nil {
		paths, err = disk.List(ctx, glob)
	}
	slices.Sort(paths)
	return paths, err
}

// deep refuses ** where it would mean no more than *: files further down would be
// passed over without a word.
func deep(glob string) error {
	if !strings.Contains(glob, "**") || strings.HasPrefix(glob, "gs://") {
		return nil
	}
	if remote(glob) {
		return errors.New("** is known to Google Cloud Storage alone: give a glob for each depth")
	}
	if _, err := os.Stat(glob); err == nil {
		return nil // it is a name
	}
	return errors.New("** is known to Google Cloud Storage alone: name the folder, which stands for all files below it")
}

func listLocal(glob string) (paths []string, err error) {
	found, err := filepath.Glob(glob)
	if stat, failed := os.Stat(glob); failed == nil && stat.IsDir() {
		found = []string{glob} // whatever signs its name has
	}
	for _, path := range found {
		root := filepath.Clean(path)
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case path != root && strings.HasPrefix(entry.Name(), "."):
				if entry.IsDir() {
					return fs.SkipDir
				}
			case entry.Type().IsRegular() || entry.Type()&fs.ModeSymlink != 0 && leadsToFile(path):
				paths = append(paths, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths), err
}

func leadsToFile(link string) bool {
	stat, err := os.Stat(link)
	return err == nil && stat.Mode().IsRegular()
}

// open takes a file in, as suyuan ingest does.
func open(ctx context.Context, path string, limit int64) (*source.File, error) {
	if !remote(path) {
		return source.Open(path, limit)
	}
	disk, err := diskOf(ctx, path)
	if err != nil {
		return nil, err
	}
	in, err := disk.OpenRead(ctx, path)
	if err != nil {
		return nil, &source.Error{Path: path, Err: err, Next: "check the path and who may read it"}
	}
	defer in.Close()
	return source.Take(path, in, limit)
}

// disks are the filesystems that this process has opened. They stay open: each
// bundle would have to prove who it is once more.
var disks sync.Map

// diskOf returns the filesystem that a path lies on.
func diskOf(ctx context.Context, path string) (filesystem.Interface, error) {
	scheme, _, found := strings.Cut(path, "://")
	if !found {
		scheme = ""
	}
	open, _ := disks.LoadOrStore(scheme, sync.OnceValues(func() (disk filesystem.Interface, err error) {
		defer func() {
			if p := recover(); p != nil { // as they do where there are no credentials
				err = fmt.Errorf("open the filesystem of %s: %v", path, p)
			}
		}()
		return filesystem.New(context.WithoutCancel(ctx), path)
	}))
	return open.(func() (filesystem.Interface, error))()
}

// output is a file on its way to its place. On a local disk it stands under
// another name until it is whole; an object store shows it when it is whole.
type output struct {
	io.WriteCloser
	ctx        context.Context // where it has ended, the file is not whole
	path, rest string          // rest is the name under which it grows, "" for its own
}

// partMark is in the names of files that grow.
const partMark = ".part-"

func create(ctx context.Context, path, attempt string) (*output, error) {
	disk, err := diskOf(ctx, path)
	if err != nil {
		return nil, err
	}
	o := &output{ctx: ctx, path: path}
	name := path
	if !remote(path) {
		name = path + partMark + attempt
		o.rest = name
	}
	if o.WriteCloser, err = disk.OpenWrite(ctx, name); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return o, nil
}

// Close puts the file in its place, unless the context has ended.
func (o *output) Close() error {
	err := o.WriteCloser.Close()
	switch {
	case o.rest != "" && o.ctx.Err() != nil:
		err = os.Remove(o.rest)
	case o.rest != "" && err == nil:
		err = os.Rename(o.rest, o.path)
	}
	if err != nil {
		err = fmt.Errorf("write %s: %w", o.path, err)
	}
	return err
}

// remove removes a file if it is there and the filesystem can.
func remove(ctx context.Context, path string) error {
	disk, err := diskOf(ctx, path)
	if err != nil {
		return err
	}
	found, err := disk.List(ctx, path)
	if err != nil || len(found) == 0 {
		return err
	}
	if r, ok := disk.(filesystem.Remover); ok {
		err = r.Remove(ctx, path)
	}
	return err
}

// join puts a file's name behind a folder's, on any filesystem.
func join(folder, name string) string { return strings.TrimRight(folder, "/") + "/" + name }
