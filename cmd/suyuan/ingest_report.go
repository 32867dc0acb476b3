package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"suyuan/batch"
)

// tellFound says what was passed over and which paths lead nowhere.
func tellFound(w io.Writer, f *batch.Found) {
	for _, n := range f.Notes {
		fmt.Fprintf(w, "%s: %s\n", legible(n.Path), n.Message)
	}
	for _, x := range f.Failures {
		fmt.Fprintf(w, "%s: failed (%s): %s\n", legible(x.Path), x.Stage, x.Message)
	}
}

// tell writes the table of a run to standard output and its sum to standard error.
func tell(c *cobra.Command, r *batch.Report, db string, asJSON bool) error {
	if asJSON {
		return writeReportJSON(c.OutOrStdout(), r, db)
	}
	if err := writeReport(c.OutOrStdout(), r); err != nil {
		return err
	}
	n := map[batch.State]int{}
	for _, row := range r.Rows {
		n[row.State]++
	}
	fmt.Fprintf(c.ErrOrStderr(), "%s: %d added, %d changed, %d unchanged, %d failed%s\n", db,
		n[batch.Added], n[batch.Changed], n[batch.Unchanged], len(r.Failures), nothingWritten(r, n[batch.Unchanged]))
	return nil
}

func nothingWritten(r *batch.Report, unchanged int) string {
	if unchanged == r.Files {
		return "; everything was stored already, nothing was written"
	}
	return ""
}

func writeReport(w io.Writer, r *batch.Report) error {
	if len(r.Rows) == 0 {
		return nil
	}
	rows := [][]string{{"document", "region", "figures", "targets", "dates", "departments", "projects", "unexplained", "time", "state"}}
	for _, d := range r.Rows {
		rows = append(rows, []string{legible(d.Path), d.Region,
			strconv.Itoa(d.Figures), strconv.Itoa(d.Targets), strconv.Itoa(d.Dates), strconv.Itoa(d.Departments),
			strconv.Itoa(d.Projects), strconv.Itoa(d.Unexplained), d.Time.Round(time.Millisecond).String(), string(d.State)})
	}
	return writeTable(w, rows, "llrrrrrrrl")
}

type reportJSON struct {
	Database    string        `json:"database"`
	Files       int           `json:"files"`
	Interrupted bool          `json:"interrupted"`
	Documents   []rowJSON     `json:"documents"`
	Failures    []failureJSON `json:"failures"`
	PassedOver  []noteJSON    `json:"passed_over"`
}

type rowJSON struct {
	Path        string `json:"path"`
	State       string `json:"state"`
	DocumentID  int64  `json:"document_id"`
	Title       string `json:"title"`
	Region      string `json:"region"`
	Figures     int    `json:"figures"`
	Targets     int    `json:"targets"`
	Dates       int    `json:"dates"`
	Departments int    `json:"departments"`
	Projects    int    `json:"projects"`
	Numerals    int    `json:"numerals"`
	Unexplained int    `json:"unexplained"`
	Time        int64  `json:"time_ms"`
}

type failureJSON struct {
	Path    string `json:"path"`
	Stage   string `json:"stage"`
	Message string `json:"message"`
}

type noteJSON struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

func writeReportJSON(w io.Writer, r *batch.Report, db string) error {
	out := reportJSON{Database: db, Files: r.Files, Interrupted: r.Interrupted,
		Documents: []rowJSON{}, Failures: []failureJSON{}, PassedOver: []noteJSON{}}
	for _, d := range r.Rows {
		out.Documents = append(out.Documents, rowJSON{d.Path, string(d.State), d.DocumentID, d.Title, d.Region, d.Figures, d.Targets,
			d.Dates, d.Departments, d.Projects, d.Numerals, d.Unexplained, d.Time.Milliseconds()})
	}
	for _, f := range r.Failures {
		out.Failures = append(out.Failures, failureJSON{f.Path, string(f.Stage), f.Message})
	}
	for _, n := range r.Notes {
		out.PassedOver = append(out.PassedOver, noteJSON{n.Path, n.Message})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
