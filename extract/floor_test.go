package extract_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"suyuan/eval"
)

var raiseFlag = flag.Bool("raise", false, "raise the floors to what is measured")

// floorFile holds the floors: set, type, found F1, right F1. It only rises.
const floorFile = "../testdata/floors.tsv"

// floor is what found F1 and right F1 of one type must not fall below; of a
// document's own record both are the share of right fields.
type floor struct{ found, right float64 }

// floorTable is the floors by set and type, parted by a tab.
type floorTable map[string]floor

var floors = floorTable{}

func TestMain(m *testing.M) {
	if err := floors.read(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	flag.Parse()
	status := m.Run()
	if *raiseFlag {
		if err := floors.write(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			status = 1
		}
	}
	os.Exit(status)
}

func (f floorTable) read() error {
	data, err := os.ReadFile(floorFile)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var set, kind string
		var one floor
		if _, err := fmt.Sscanf(line, "%s\t%s\t%f\t%f", &set, &kind, &one.found, &one.right); err != nil {
			return fmt.Errorf("%s line %d: %w", floorFile, i+1, err)
		}
		f[set+"\t"+kind] = one
	}
	return nil
}

func (f floorTable) write() error {
	var lines []string
	for key, one := range f {
		lines = append(lines, fmt.Sprintf("%s\t%.3f\t%.3f\n", key, one.found, one.right))
	}
	slices.Sort(lines)
	return os.WriteFile(floorFile, []byte(strings.Join(lines, "")), 0o644)
}

// check fails where a measure lies below its floor. With -raise it lifts the
// floors to the measures instead.
func (f floorTable) check(t *testing.T, set string, r *eval.Result) {
	t.Helper()
	for _, kind := range r.Types {
		if kind.Gold+kind.Pred > 0 {
			f.checkOne(t, set+"\t"+kind.Type, floor{kind.FoundF1(), kind.RightF1()})
		}
	}
	if r.About.Of > 0 {
		f.checkOne(t, set+"\tdocument", floor{r.About.Share(), r.About.Share()})
	}
}

func (f floorTable) checkOne(t *testing.T, key string, got floor) {
	t.Helper()
	want := f[key]
	got = floor{cut(got.found), cut(got.right)}
	if *raiseFlag {
		f[key] = floor{max(want.found, got.found), max(want.right, got.right)}
		return
	}
	if got.found < want.found || got.right < want.right {
		t.Errorf("%s: found %.3f right %.3f, the floor is %.3f and %.3f", key, got.found, got.right, want.found, want.right)
	}
}

// cut drops what stands behind the third decimal.
func cut(v float64) float64 { return math.Floor(v*1000+1e-9) / 1000 }
