package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"suyuan/batch"
)

// progress shows a run on its way: a bar on a terminal, plain lines elsewhere.
type progress struct {
	to  io.Writer
	bar *progressbar.ProgressBar // nil without a terminal
}

func newProgress(to io.Writer, total int) *progress {
	p := &progress{to: to}
	if file, ok := to.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(to),
			progressbar.OptionSetDescription("ingest"),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("files"),
			progressbar.OptionThrottle(50*time.Millisecond),
			progressbar.OptionClearOnFinish())
		_ = p.bar.RenderBlank()
	}
	return p
}

// step tells of one file that is done. A failure gets a line of its own in
// either case.
func (p *progress) step(s batch.Step) {
	switch {
	case p.bar != nil:
		p.advance(s)
	case s.Failure != nil:
		fmt.Fprintf(p.to, "[%d/%d] %s: failed (%s): %s\n", s.Done, s.Total, legible(s.Failure.Path), s.Failure.Stage, s.Failure.Message)
	case s.Note != nil:
		fmt.Fprintf(p.to, "[%d/%d] %s: %s\n", s.Done, s.Total, legible(s.Note.Path), s.Note.Message)
	case s.Row.State == batch.Unchanged:
		fmt.Fprintf(p.to, "[%d/%d] %s: unchanged\n", s.Done, s.Total, legible(s.Row.Path))
	default:
		fmt.Fprintf(p.to, "[%d/%d] %s: %s, %d figures, %d dates, %d departments, %d projects\n", s.Done, s.Total,
			legible(s.Row.Path), s.Row.State, s.Row.Figures, s.Row.Dates, s.Row.Departments, s.Row.Projects)
		if s.Row.Doubt != "" {
			fmt.Fprintf(p.to, "%s: %s\n", legible(s.Row.Path), s.Row.Doubt)
		}
	}
}

func (p *progress) advance(s batch.Step) {
	switch {
	case s.Failure != nil:
		_ = p.bar.Clear()
		fmt.Fprintf(p.to, "%s: failed (%s): %s\n", legible(s.Failure.Path), s.Failure.Stage, s.Failure.Message)
	case s.Row != nil && s.Row.Doubt != "":
		_ = p.bar.Clear()
		fmt.Fprintf(p.to, "%s: %s\n", legible(s.Row.Path), s.Row.Doubt)
	}
	_ = p.bar.Set(s.Done)
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
