package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/docker/go-units"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"suyuan/batch"
	"suyuan/store"
)

// size is a number of bytes as a flag: 500KB, 64 MB, 1GB.
type size int64

func (n *size) String() string {
	return units.CustomSize("%.4g%s", float64(*n), 1024, []string{"B", "KB", "MB", "GB", "TB"})
}
func (n *size) Type() string { return "size" }

func (n *size) Set(text string) error {
	bytes, err := units.RAMInBytes(text)
	if err != nil || bytes <= 0 {
		return fmt.Errorf("give a number with KB, MB or GB, such as 64MB")
	}
	*n = size(bytes)
	return nil
}

// listed puts the paths of lists in the place of - among the paths and of
// --files-from.
func listed(in io.Reader, paths []string, file string) (all []string, err error) {
	if file != "" {
		paths = append(slices.Clone(paths), file)
	}
	for i, path := range paths {
		isFile := file != "" && i == len(paths)-1
		if path != "-" && !isFile {
			all = append(all, path)
			continue
		}
		from, err := readList(in, path)
		if err != nil {
			return nil, err
		}
		all = append(all, from...)
	}
	return all, nil
}

func readList(in io.Reader, file string) ([]string, error) {
	if file == "-" {
		return batch.ReadList(in)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read the list of files: %w", err)
	}
	defer f.Close()
	return batch.ReadList(f)
}

// runNote is what the table of runs says of this one.
func runNote(c *cobra.Command, args []string) store.Run {
	note := store.Run{Program: version}
	note.Folder, _ = os.Getwd()
	c.Flags().Visit(func(f *pflag.Flag) {
		if f.Name == "db" {
			return
		}
		values := []string{f.Value.String()}
		if list, ok := f.Value.(pflag.SliceValue); ok {
			values = list.GetSlice()
		}
		for _, value := range values {
			note.Asked = append(note.Asked, "--"+f.Name+"="+value)
		}
	})
	note.Asked = append(note.Asked, args...)
	return note
}
