package beam

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"suyuan/parquet"
)

// finishFn ends the folder.
type finishFn struct {
	Out    string
	Shards int
}

// ProcessElement takes away what an earlier job with other shards has left, and
// writes the index.
func (f *finishFn) ProcessElement(ctx context.Context, _ int, next func(*int) bool) error {
	var shards []int
	for n := 0; next(&n); {
		shards = append(shards, n)
	}
	slices.Sort(shards)
	index := parquet.NewIndex(slices.Compact(shards), f.Shards)
	if err := f.clean(ctx, index); err != nil {
		return err
	}
	data, err := json.Marshal(index)
	if err != nil {
		return err
	}
	out, err := create(ctx, join(f.Out, parquet.IndexName), "index")
	if err != nil {
		return err
	}
	if _, err := out.Write(append(data, '\n')); err != nil {
		return err
	}
	return out.Close()
}

func (f *finishFn) clean(ctx context.Context, index parquet.Index) error {
	disk, err := diskOf(ctx, f.Out)
	if err != nil {
		return err
	}
	remover, ok := disk.(filesystem.Remover)
	if !ok {
		return nil
	}
	mine := index.Files()
	for _, table := range parquet.Tables {
		found, err := disk.List(ctx, join(f.Out, table+"*.parquet*")) // and what a killed worker has left half done
		if err != nil {
			return fmt.Errorf("list %s: %w", f.Out, err)
		}
		for _, file := range found {
			name := path.Base(strings.ReplaceAll(file, "\\", "/"))
			if slices.Contains(mine, name) || !madeByJob(table, name) {
				continue
			}
			if err := remover.Remove(ctx, file); err != nil {
				return fmt.Errorf("remove %s, which an earlier job left: %w", file, err)
			}
		}
	}
	return nil
}

// madeByJob reports whether a job gives a table's file such a name. What somebody
// else keeps in the folder, texts-2024.parquet or documents.parquet.bak, stays.
func madeByJob(table, name string) bool {
	name, _, _ = strings.Cut(name, partMark)
	if name == parquet.FileName(table, 0, 1) {
		return true
	}
	var n, of int
	_, err := fmt.Sscanf(strings.TrimPrefix(name, table), "-%d-of-%d.parquet", &n, &of)
	return err == nil && name == parquet.FileName(table, n, of)
}
