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
	for _, jobs := range []int{1, 2, 7, 300} {
		var all []string
		for _, chunk := range chunks(files, jobs) {
			if len(chunk) == 0 || len(chunk) > chunkFiles {
				t.Errorf("%d jobs: a chunk of %d files", jobs, len(chunk))
			}
			all = append(all, chunk...)
		}
		if !slices.Equal(all, files) {
			t.Errorf("%d jobs: the chunks do not join to the files", jobs)
		}
	}
	if n := len(chunks(files[100:104], 2)); n != 2 {
		t.Errorf("four files for two workers make %d chunks", n)
	}
}

func TestInOrder(t *testing.T) {
	items := []int{9, 1, 8, 2, 7, 3, 6, 4, 5, 0}
	sleep := func(i int) int { time.Sleep(time.Duration(i) * time.Millisecond); return -i }
	var got []int
	for v := range inOrder(context.Background(), 3, items, sleep) {
		got = append(got, -v)
	}
	if !slices.Equal(got, items) {
		t.Errorf("got %v, want %v", got, items)
	}
}

func TestInOrderEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	started := make(chan int, 1000)
	n := 0
	for range inOrder(ctx, 2, make([]int, 1000), func(int) int { started <- 1; return 0 }) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n > 20 || len(started) > 20 {
		t.Errorf("%d results and %d calls after the third", n, len(started))
	}
}
