package main

import (
	"os/exec"
	"strings"
	"testing"
)

// rooms is the order of docs/ARCHITECTURE.md, numbered from the right: a room
// imports only rooms of a smaller number.
var rooms = map[string]int{"docs": 0, "source": 0, "segment": 1, "extract": 2, "intake": 3, "parquet": 4, "store": 4, "audit": 5, "batch": 6, "eval": 6, "export": 6, "terminal": 6, "merge": 6, "web": 6, "cmd/suyuan": 7}

// apart are packages that are no room: they are programs of their own, each with
// the room that it may import.
var apart = map[string]string{"bench": "store", "segment/internal/dictionary": ""}

func TestRooms(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}{{range .Imports}} {{.}}{{end}}", "suyuan/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		paths := strings.Fields(line)
		name := strings.TrimPrefix(paths[0], "suyuan/")
		room, isRoom := rooms[name]
		may, isApart := apart[name]
		if !isRoom && !isApart {
			t.Errorf("%s is not in docs/ARCHITECTURE.md", name)
		}
		seen++
		for _, path := range paths[1:] {
			other, own := strings.CutPrefix(path, "suyuan/")
			if own && (isRoom && rooms[other] >= room || !isRoom && other != may) {
				t.Errorf("%s imports %s, which does not lie to its right", name, other)
			}
		}
	}
	if seen != len(rooms)+len(apart) {
		t.Errorf("%d packages, expected %d", seen, len(rooms)+len(apart))
	}
}

// The folder beam is a module of its own: who builds suyuan downloads none of
// Apache Beam.
func TestBeamIsApart(t *testing.T) {
	out, err := exec.Command("go", "mod", "graph").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "apache/beam") || !strings.Contains(string(out), "parquet-go") {
		t.Error("the module suyuan needs Apache Beam")
	}
}
