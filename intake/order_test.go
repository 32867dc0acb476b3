package intake

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"
)

// What comes is in the order of the items, whoever is done first.
func TestInOrder(t *testing.T) {
	items := []int{9, 1, 8, 2, 7, 3, 6, 4, 5, 0}
	sleep := func(i int, out func(int)) {
		for range i % 3 {
			time.Sleep(time.Duration(i) * time.Millisecond)
			out(i)
		}
	}
	var got []int
	for v := range InOrder(context.Background(), 3, slices.Values(items), sleep) {
		got = append(got, v)
	}
	if want := []int{1, 8, 8, 2, 2, 7, 4, 5, 5}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// What the first item gives comes while that is still at work.
func TestInOrderDoesNotWaitForTheItem(t *testing.T) {
	taken := make(chan struct{})
	for v := range InOrder(context.Background(), 1, slices.Values([]int{0}), func(_ int, out func(int)) {
		out(1)
		<-taken
		out(2)
	}) {
		if v == 1 {
			close(taken)
		}
	}
}

func TestInOrderEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	started := make(chan int, 1000)
	n := 0
	for range InOrder(ctx, 2, slices.Values(make([]int, 1000)), func(_ int, out func(int)) { started <- 1; out(0) }) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n > 20 || len(started) > 20 {
		t.Errorf("%d results and %d calls after the third", n, len(started))
	}
}

// Nothing is begun once the context has ended: what another worker still has in hand
// is not touched.
func TestInOrderBeginsNothingAfterItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	begun := make(chan int, 1000)
	for range 200 {
		for range InOrder(ctx, 2, slices.Values([]int{0, 1}), func(_ int, out func(int)) { begun <- 1 }) {
			t.Error("a result")
		}
	}
	time.Sleep(time.Millisecond)
	if len(begun) > 0 {
		t.Errorf("%d items were begun", len(begun))
	}
}

// With one processor a result is taken before the item after the next is begun, and
// the items are done in their order: what waits to be stored is not kept waiting.
func TestInOrderTakesFirst(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var met []string
	var turn sync.Mutex
	meet := func(what string, n int) {
		turn.Lock()
		defer turn.Unlock()
		met = append(met, fmt.Sprint(what, " ", n))
	}
	for n := range InOrder(t.Context(), 2, slices.Values([]int{0, 1, 2, 3}), func(n int, done func(int)) {
		meet("begun", n)
		done(n)
	}) {
		meet("taken", n)
	}
	for n, before := range []string{"begun 2", "begun 3"} {
		if taken := fmt.Sprint("taken ", n); slices.Index(met, taken) > slices.Index(met, before) {
			t.Errorf("%s comes before %s: %q", before, taken, met)
		}
	}
}
