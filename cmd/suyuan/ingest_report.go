package main

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/terminal"
)

// tellFound says what was passed over.
func tellFound(w io.Writer, f *batch.Found) {
	for n := range f.Notes() {
		fmt.Fprintf(w, "%s: %s\n", legible(n.Path), n.Message)
	}
	if f.LeftOut > 0 {
		fmt.Fprintf(w, "left out by --include and --exclude: %d files and folders\n", f.LeftOut)
	}
}

// tellNothing tells of a run that nothing comes of: which paths lead nowhere.
func tellNothing(c *cobra.Command, db string, found *batch.Found, asJSON bool) error {
	var r *reportJSON
	if asJSON {
		r = newReportJSON(c.OutOrStdout(), db, found)
	}
	for n := range found.Failures() {
		f := batch.Failure{Path: n.Path, Stage: string(batch.StageFind), Message: n.Message}
		fmt.Fprintf(c.ErrOrStderr(), "%s: failed (%s): %s\n", legible(f.Path), f.Stage, f.Message)
		if asJSON {
			r.step(batch.Step{Failure: &f})
		}
	}
	if !asJSON {
		return nil
	}
	return r.end(&batch.Report{})
}

// report writes what became of each document, as it comes, and how it all ended.
type report interface {
	step(batch.Step)
	end(*batch.Report) error
}

func newReport(c *cobra.Command, db string, found *batch.Found, dry, asJSON bool) report {
	if asJSON {
		return newReportJSON(c.OutOrStdout(), db, found)
	}
	return &reportTable{out: c.OutOrStdout(), messages: c.ErrOrStderr(), db: db, dry: dry}
}

// tableRows is how many documents the table shows at most: the run of a large
// batch is not to grow with it.
const tableRows = 1000

// reportTable is the table of a run on standard output, and its sum on standard error.
type reportTable struct {
	out, messages io.Writer
	db            string
	dry           bool
	rows          [][]string
	more          int // documents that the table does not show
}

func (t *reportTable) step(s batch.Step) {
	switch d := s.Row; {
	case d == nil:
	case len(t.rows) == tableRows:
		t.more++
	default:
		row := []string{legible(d.Path), d.Region}
		for _, n := range []int{d.Figures, d.Targets, d.Dates, d.Departments, d.Projects, d.Unexplained} {
			if extracted(d) {
				row = append(row, strconv.Itoa(n))
			} else {
				row = append(row, "–")
			}
		}
		t.rows = append(t.rows, append(row, d.Time.Round(time.Millisecond).String(), string(d.State)))
	}
}

// extracted reports whether it is known what a document gave: a dry run extracts
// nothing of one that is not stored as it is.
func extracted(d *batch.Row) bool { return d.DocumentID != 0 }

func (t *reportTable) end(r *batch.Report) (err error) {
	if len(t.rows) > 0 {
		head := []string{"document", "region", "figures", "targets", "dates", "departments", "projects", "unexplained", "time", "state"}
		err = terminal.WriteTable(t.out, append([][]string{head}, t.rows...), "llrrrrrrrl")
	}
	if t.more > 0 {
		fmt.Fprintf(t.messages, "the table shows the first %d documents; %d more are in the view v_documents, and --json prints all\n", tableRows, t.more)
	}
	if err == nil {
		fmt.Fprintf(t.messages, "%s: %s%s\n", t.db, sum(r), t.nothingWritten(r))
		tellFindings(t.messages, t.db, r.Findings)
	}
	return err
}

// tellFindings says what the audit has to find anew.
func tellFindings(w io.Writer, db string, gone int) {
	if gone > 0 {
		fmt.Fprintf(w, "%s: %d findings went with the records they rested on: suyuan audit finds those that still hold\n", db, gone)
	}
}

// sum says in one line what a run did.
func sum(r *batch.Report) string {
	line := fmt.Sprintf("%d added, %d changed, ", r.Added, r.Changed)
	if r.Moved > 0 {
		line += fmt.Sprintf("%d moved, ", r.Moved)
	}
	line += fmt.Sprintf("%d unchanged, %d failed", r.Unchanged, r.Failed)
	if r.Skipped > 0 {
		line += fmt.Sprintf(", %d skipped", r.Skipped)
	}
	return line
}

func (t *reportTable) nothingWritten(r *batch.Report) string {
	switch {
	case t.dry:
		return "; this was a dry run, nothing was written"
	case r.Unchanged == r.Files && r.Failed == 0:
		return "; everything was stored already, nothing was written"
	}
	return ""
}

// reportJSON prints one object: the documents as they come, what is less at the end.
type reportJSON struct {
	out      *objectWriter
	failures []failureJSON
	notes    []noteJSON
}

// stateJSON is what is known of a document of which nothing was extracted.
type stateJSON struct {
	Path      string `json:"path"`
	MovedFrom string `json:"moved_from,omitempty"`
	State     string `json:"state"`
}

type rowJSON struct {
	stateJSON
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

func newReportJSON(w io.Writer, db string, found *batch.Found) *reportJSON {
	r := &reportJSON{out: &objectWriter{to: w}, failures: []failureJSON{}, notes: []noteJSON{}}
	for n := range found.Notes() {
		r.notes = append(r.notes, noteJSON{n.Path, n.Message})
	}
	r.out.field("database", db)
	r.out.field("files", found.Files)
	r.out.list("documents")
	return r
}

func (r *reportJSON) step(s batch.Step) {
	switch {
	case s.Failure != nil:
		r.failures = append(r.failures, failureJSON{s.Failure.Path, s.Failure.Stage, s.Failure.Message})
	case s.Note != nil:
		r.notes = append(r.notes, noteJSON{s.Note.Path, s.Note.Message})
	default:
		d := s.Row
		state := stateJSON{d.Path, d.From, string(d.State)}
		if !extracted(d) {
			r.out.item(state)
			return
		}
		r.out.item(rowJSON{state, d.DocumentID, d.Title, d.Region, d.Figures, d.Targets, d.Dates, d.Departments, d.Projects, d.Numerals, d.Unexplained, d.Time.Milliseconds()})
	}
}

func (r *reportJSON) end(report *batch.Report) error {
	r.out.endList()
	r.out.field("failures", r.failures)
	r.out.field("passed_over", r.notes)
	r.out.field("findings_gone", report.Findings)
	r.out.field("interrupted", report.Interrupted)
	return r.out.end()
}
