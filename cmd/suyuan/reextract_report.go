package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/store"
	"suyuan/terminal"
)

// revised says in a line what a revision changed.
func revised(v *store.Revision) string {
	if len(v.Added)+len(v.Removed)+len(v.Changed) == 0 {
		return "blocks, ledger or links"
	}
	return fmt.Sprintf("%d records added, %d removed, %d changed, %d as before", len(v.Added), len(v.Removed), len(v.Changed), v.Kept)
}

// revisions writes what the rules changed, document by document, as it comes.
type revisions struct {
	c        *cobra.Command
	db       string
	diff     bool
	json     *objectWriter // nil for lines
	failures []failureJSON
}

func (t *revisions) begin(asJSON bool) {
	if asJSON {
		t.json, t.failures = &objectWriter{to: t.c.OutOrStdout()}, []failureJSON{}
		t.json.field("database", t.db)
		t.json.list("documents")
	}
}

func (t *revisions) step(s batch.Step) {
	switch {
	case s.Failure != nil:
		if t.json != nil {
			t.failures = append(t.failures, failureJSON{s.Failure.Path, string(s.Failure.Stage), s.Failure.Message})
		}
	case s.Row == nil || s.Row.State == batch.Unchanged:
	case t.json != nil:
		t.json.item(revisionOf(s.Row.Revision, t.diff))
	default:
		t.lines(s.Row.Revision)
	}
}

// lines prints a document: a line for each record, - before one that was removed,
// + before one that was added, ~ before one that changed, its fields under it.
func (t *revisions) lines(v *store.Revision) {
	out := t.c.OutOrStdout()
	fmt.Fprintf(out, "%s: %s\n", legible(v.Path), revised(v))
	if !t.diff {
		return
	}
	for _, r := range v.Removed {
		fmt.Fprintf(out, "  - %s\n", inLine(r))
	}
	for _, r := range v.Added {
		fmt.Fprintf(out, "  + %s\n", inLine(r))
	}
	for _, a := range v.Changed {
		fmt.Fprintf(out, "  ~ %s\n", inLine(a.Now))
		for _, f := range a.Fields() {
			fmt.Fprintf(out, "      %s: %s → %s\n", f.Name, terminal.Clean(string(f.Was)), terminal.Clean(string(f.Now)))
		}
	}
}

// inLine names a record: its place, its type, its quote, and the sentence it is in.
func inLine(r store.Record) string {
	return fmt.Sprintf("line %d, %s %q in %q", r.Line, r.Type, r.Quote, strings.TrimSpace(r.Statement))
}

func (t *revisions) end(r *batch.Report) error {
	if t.json != nil {
		t.json.endList()
		t.json.field("changed", r.Changed)
		t.json.field("unchanged", r.Unchanged)
		t.json.field("failures", t.failures)
		t.json.field("findings_gone", r.Findings)
		t.json.field("interrupted", r.Interrupted)
		return t.json.end()
	}
	what := fmt.Sprintf("%d changed, %d unchanged, %d failed", r.Changed, r.Unchanged, r.Failed)
	if r.Files == 0 {
		what = "no document that other rules have made; --all takes all"
	}
	fmt.Fprintf(t.c.ErrOrStderr(), "%s: %s\n", t.db, what)
	tellFindings(t.c.ErrOrStderr(), t.db, r.Findings)
	return nil
}

type revisionJSON struct {
	Path       string           `json:"path"`
	DocumentID int64            `json:"document_id"`
	Kept       int              `json:"kept"`
	Added      int              `json:"added"`
	Removed    int              `json:"removed"`
	Changed    int              `json:"changed"`
	Records    []revisedRecords `json:"records,omitempty"` // with --diff
}

type revisedRecords struct {
	State     string          `json:"state"` // added, removed, changed
	Type      string          `json:"type"`
	RecordID  int64           `json:"record_id"`
	RecordKey string          `json:"record_key"`
	Line      int             `json:"line"`
	ByteStart int             `json:"byte_start"`
	ByteEnd   int             `json:"byte_end"`
	Quote     string          `json:"quote"`
	Statement string          `json:"statement"`
	Fields    json.RawMessage `json:"fields,omitempty"` // of one that was added or removed
	Changes   []store.Field   `json:"changes,omitempty"`
}

func revisionOf(v *store.Revision, diff bool) revisionJSON {
	out := revisionJSON{Path: v.Path, DocumentID: v.DocumentID, Kept: v.Kept, Added: len(v.Added), Removed: len(v.Removed), Changed: len(v.Changed)}
	if !diff {
		return out
	}
	record := func(state string, r store.Record) revisedRecords {
		return revisedRecords{State: state, Type: r.Type, RecordID: r.ID, RecordKey: r.Key, Line: r.Line, ByteStart: r.ByteStart, ByteEnd: r.ByteEnd,
			Quote: r.Quote, Statement: r.Statement, Fields: r.Fields()}
	}
	for _, r := range v.Removed {
		out.Records = append(out.Records, record("removed", r))
	}
	for _, r := range v.Added {
		out.Records = append(out.Records, record("added", r))
	}
	for _, a := range v.Changed {
		r := record("changed", a.Now)
		r.Fields, r.Changes = nil, a.Fields()
		out.Records = append(out.Records, r)
	}
	return out
}
