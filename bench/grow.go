package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// documentBytes is about how long a generated document is.
const documentBytes = 46 << 10

// afar is how many documents the table of growth is drawn on to.
const afar = 100_000

// grow ingests more and more documents and prints what ingest, the database and
// the questions of a page cost for each number, drawn on to 100 000 by the straight
// line through the last two.
func (b *bench) grow(out io.Writer, numbers []string) error {
	rows := [][]float64{} // per quantity, per number
	var names []string
	put := func(i int, name string, value float64) {
		if i == len(rows) {
			rows, names = append(rows, nil), append(names, name)
		}
		rows[i] = append(rows[i], value)
	}
	var counts []float64
	for _, text := range numbers {
		n, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		took, a, err := b.ingestAndAsk(n)
		if err != nil {
			return err
		}
		counts = append(counts, float64(a.Documents))
		put(0, "ingest, s of processor", processor(took)/1000)
		put(1, "peak memory, MB", peak(took))
		put(2, "database, MB", float64(a.Bytes)/(1<<20))
		put(3, "index of the texts, MB", float64(a.Indexed-a.Bytes)/(1<<20))
		for i, q := range a.Questions {
			put(4+i, q.What+", ms", q.MS)
		}
	}
	printGrowth(out, names, counts, rows)
	return nil
}

// ingestAndAsk makes a database of the first n generated documents and asks it.
func (b *bench) ingestAndAsk(n int) (took result, a answered, err error) {
	folder, _, err := b.varied(n * documentBytes)
	if err != nil {
		return took, a, err
	}
	database := filepath.Join(b.dir, fmt.Sprintf("%d.db", n))
	os.Remove(database)
	defer os.Remove(database)
	if took, err = once([]string{b.suyuan, "ingest", "--json", "--db", database, folder}); err != nil {
		return took, a, err
	}
	fmt.Fprintf(os.Stderr, "bench: %d documents, %.0f s of processor\n", n, processor(took)/1000)
	said, err := exec.Command(b.self, "ask", database).Output()
	if err != nil {
		return took, a, fmt.Errorf("ask %s: %w", database, err)
	}
	return took, a, json.Unmarshal(said, &a)
}

func printGrowth(out io.Writer, names []string, counts []float64, rows [][]float64) {
	head := []string{"documents"}
	for _, n := range counts {
		head = append(head, fmt.Sprint(n))
	}
	fmt.Fprintf(out, "| %s | %d, drawn on |\n|%s\n", strings.Join(head, " | "), afar, strings.Repeat(" --- |", len(counts)+2))
	for i, row := range rows {
		cells := []string{names[i]}
		for _, v := range row {
			cells = append(cells, short(v))
		}
		fmt.Fprintf(out, "| %s | %s |\n", strings.Join(cells, " | "), short(drawnOn(counts, row, afar)))
	}
}

// drawnOn is where the straight line through the last two points is at x.
func drawnOn(xs, ys []float64, x float64) float64 {
	last := len(xs) - 1
	if last == 0 {
		return ys[0] * x / xs[0]
	}
	return ys[last] + (ys[last]-ys[last-1])/(xs[last]-xs[last-1])*(x-xs[last])
}

// short writes a number with two or three digits.
func short(v float64) string {
	if v >= 10 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.1f", v)
}
