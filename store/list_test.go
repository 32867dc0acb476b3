package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A list gives each path once, in byte order, however many there are.
func TestList(t *testing.T) {
	l := NewList()
	defer l.Close()
	var want []string
	for i := range 3 * listPage {
		path := fmt.Sprintf("%d/规划\xff%03d", i%7, i)
		want = append(want, path)
		l.Add(Listed{Path: path, Kind: 1, Size: 2})
		l.Add(Listed{Path: path, Kind: 2, Message: "less"})
	}
	want = append(want, "", "a", "a.b", "a/b")
	for _, path := range []string{"a/b", "a", "", "a.b"} {
		l.Add(Listed{Path: path, Kind: 3})
		l.Add(Listed{Path: path, Kind: 1, Message: "more"})
	}
	l.Add(Listed{Path: "other", Kind: 3})
	slices.Sort(want)
	var got []string
	for p := range l.Each(1) {
		got = append(got, p.Path)
		if strings.Contains(p.Path, "规划") != (p.Size == 2) || (p.Message == "more") == (p.Size == 2) {
			t.Errorf("%+v", p)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if n := l.Count(1); n != len(want) || l.Count(2) != 0 || !l.Has("other") || l.Has("nowhere") {
		t.Errorf("%d paths", n)
	}
	if err := l.Err(); err != nil {
		t.Error(err)
	}
}

// A list that is closed has given its connection back, and with it its memory and its
// temporary file.
func TestListCloses(t *testing.T) {
	l := NewList()
	l.Add(Listed{Path: "a"})
	if err := l.Close(); err != nil || l.db.Stats().OpenConnections != 0 {
		t.Errorf("%v, %d connections are open", err, l.db.Stats().OpenConnections)
	}
}
