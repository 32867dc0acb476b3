// Command suyuan (溯源, to trace to the source) turns raw Chinese policy
// documents into one SQLite file of figures, targets, dates, departments and
// projects, each with the exact place in the source that shows it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"suyuan/source"
)

// The exit statuses, as every help text states them.
const (
	statusReport      = 1
	statusNothingDone = 2
	statusInterrupted = 130
)

const exitStatuses = `
Exit status:
  0    all went well
  1    the command ran and has something to report: an input failed, a span no
       longer holds, a finding, nothing found
  2    wrong usage, or nothing could be done: no such path, the database cannot be
       opened
  130  interrupted; what was committed stays
`

func main() {
	// A run's heap is small and short-lived: collecting it half as often costs a few
	// MB and saves a tenth of the time; the first time while the first words are loaded,
	// when a processor is free. GOGC in the environment wins.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(350) // the first time at 14 MB
		runtime.AddCleanup(new(*byte), func(percent int) { debug.SetGCPercent(percent) }, 200)
	}
	// Where a heap does grow, in a text of nothing but numbers, it is collected in
	// time. GOMEMLIMIT in the environment wins.
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(160 << 20)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs one command and returns its exit status.
func run(args []string, in io.Reader, out, messages io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(messages)
	err := root.ExecuteContext(context.Background())
	if open := source.Unconfined(); open != "" {
		fmt.Fprintf(messages, "suyuan: %s\n", open)
	}
	if err == nil {
		return 0
	}
	var s *statusError
	if !errors.As(err, &s) {
		s = &statusError{statusNothingDone, err}
	}
	if s.err != nil {
		fmt.Fprintf(messages, "suyuan: %v\n", s.err)
	}
	return s.status
}

// statusError ends the program with a status; err is nil where all has been said.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string { return fmt.Sprintf("status %d: %v", e.status, e.err) }

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "suyuan",
		Short: "Figures, targets, dates, departments and projects of Chinese policy documents, each with its place in the source",
		Long: `suyuan (溯源, to trace to the source) turns raw Chinese policy documents into one
SQLite file: figures and targets, dates, responsible departments and projects,
each with the exact place in the source that shows it.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(ingestCommand(), forgetCommand(), reextractCommand(), extractCommand(), verifyCommand(), auditCommand(), diffCommand(), serveCommand(), evalCommand(), showCommand(), searchCommand(), compareCommand(), reviewCommand(), exportCommand(), importReviewsCommand(), mergeCommand(), upgradeCommand(), rulesCommand(), versionCommand())
	root.SetHelpTemplate(root.HelpTemplate() + exitStatuses)
	return root
}
