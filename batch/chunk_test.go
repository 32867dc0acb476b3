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

// The last chunks are smaller than the first, so that the workers end together.
func TestLastChunksAreSmall(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(path, make([]byte, 50<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	all := chunks(slices.Repeat([]string{path}, 200), 2)
	if first, last := len(all[0]), len(all[len(all)-1]); first < 18 || last > 6 {
		t.Errorf("10 MB: %d files in the first chunk, %d in the last", first, last)
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
