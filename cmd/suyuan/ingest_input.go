package main

import (
	"fmt"
	"io"
	"iter"
	"os"

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

// listed yields the paths, those of a list in the place of - and of --files-from.
// An error comes last.
func listed(in io.Reader, paths []string, file string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		on := true
		take := func(list io.Reader) {
			for path, err := range batch.ReadList(list) {
				if on = yield(path, err); !on {
					return
				}
			}
		}
		for _, path := range paths {
			if path == "-" {
				take(in)
			} else {
				on = yield(path, nil)
			}
			if !on {
				return
			}
		}
		switch file {
		case "":
		case "-":
			take(in)
		default:
			list, err := os.Open(file)
			if err != nil {
				yield("", fmt.Errorf("read the list of files: %w", err))
				return
			}
			defer list.Close()
			take(list)
		}
	}
}

// all gathers what listed yields.
func all(paths iter.Seq2[string, error]) (list []string, err error) {
	for path, err := range paths {
		if err != nil {
			return nil, err
		}
		list = append(list, path)
	}
	return list, nil
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
