package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestChunksHoldEveryFileOnce(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for i := range 200 {
		path := filepath.Join(dir, fmt.Sprintf("%03d.txt", i))
		if err := os.WriteFile(path, []byte(strings.Repeat("x", i*977%5000)), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	var all []string
	for _, chunk := range chunks(files) {
		if len(chunk) == 0 || len(chunk) > chunkFiles {
			t.Errorf("a chunk of %d files", len(chunk))
		}
		all = append(all, chunk...)
	}
	if !slices.Equal(all, files) {
		t.Error("the chunks do not join to the files")
	}
}

func TestInOrder(t *testing.T) {
	items := []int{9, 1, 8, 2, 7, 3, 6, 4, 5, 0}
	sleep := func(i int, out func(int)) {
		for range i % 3 {
			time.Sleep(time.Duration(i) * time.Millisecond)
			out(i)
		}
	}
	var got []int
	for v := range inOrder(context.Background(), 3, items, sleep) {
		got = append(got, v)
	}
	if want := []int{1, 8, 8, 2, 2, 7, 4, 5, 5}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// What the first item gives comes while that is still at work.
func TestInOrderDoesNotWaitForTheItem(t *testing.T) {
	taken := make(chan struct{})
	for v := range inOrder(context.Background(), 1, []int{0}, func(_ int, out func(int)) {
		out(1)
		<-taken
		out(2)
	}) {
		if v == 1 {
			close(taken)
		}
	}
}

// A chunk holds about chunkBytes.
func TestChunksAreBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(path, make([]byte, 500<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, chunk := range chunks(slices.Repeat([]string{path}, 20)) {
		if len(chunk) != 4 {
			t.Errorf("%d files of 500 KB in a chunk", len(chunk))
		}
	}
}

func TestInOrderEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	started := make(chan int, 1000)
	n := 0
	for range inOrder(ctx, 2, make([]int, 1000), func(_ int, out func(int)) { started <- 1; out(0) }) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n > 20 || len(started) > 20 {
		t.Errorf("%d results and %d calls after the third", n, len(started))
	}
}
