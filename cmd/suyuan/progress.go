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

// progress shows a run on its way: a bar with the rate and the time left on a
// terminal, plain lines elsewhere.
type progress struct {
	to    io.Writer
	bar   *progressbar.ProgressBar // nil without a terminal
	begun time.Time
	told  time.Time // when the rate was last told on a line
}

// pace is how often the plain lines tell the rate.
const pace = 10 * time.Second

func newProgress(to io.Writer, what string, total int) *progress {
	p := &progress{to: to, begun: time.Now(), told: time.Now()}
	if file, ok := to.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(to),
			progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("files"),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(50*time.Millisecond),
			progressbar.OptionClearOnFinish())
		_ = p.bar.RenderBlank()
	}
	return p
}

// step tells of one document that is done. A failure gets a line of its own in
// either case.
func (p *progress) step(s batch.Step) {
	if p.bar != nil {
		p.advance(s)
		return
	}
	at := fmt.Sprintf("[%d/%d] ", s.Done, s.Total)
	switch {
	case s.Failure != nil:
		p.failure(at, s.Failure)
	case s.Note != nil:
		fmt.Fprintf(p.to, "%s%s: %s\n", at, legible(s.Note.Path), s.Note.Message)
	default:
		fmt.Fprintf(p.to, "%s%s: %s\n", at, legible(s.Row.Path), became(s.Row))
		p.doubt(s.Row)
	}
	p.rate(s.Done, s.Total)
}

// became says what became of a document.
func became(r *batch.Row) string {
	switch {
	case r.State == batch.Moved:
		return "moved from " + legible(r.From)
	case r.State == batch.Unchanged || !extracted(r):
		return string(r.State)
	case r.Revision != nil:
		return string(r.State) + ", " + revised(r.Revision)
	}
	return fmt.Sprintf("%s, %d figures, %d dates, %d departments, %d projects", r.State, r.Figures, r.Dates, r.Departments, r.Projects)
}

func (p *progress) failure(at string, f *batch.Failure) {
	fmt.Fprintf(p.to, "%s%s: failed (%s): %s\n", at, legible(f.Path), f.Stage, f.Message)
}

func (p *progress) doubt(r *batch.Row) {
	if r.Doubt != "" {
		fmt.Fprintf(p.to, "%s: %s\n", legible(r.Path), r.Doubt)
	}
}

// rate tells now and then how fast it goes and how long it will take.
func (p *progress) rate(done, total int) {
	now := time.Now()
	if now.Sub(p.told) < pace || done == 0 || done == total {
		return
	}
	p.told = now
	each := now.Sub(p.begun) / time.Duration(done)
	left := (each * time.Duration(total-done)).Round(time.Second)
	fmt.Fprintf(p.to, "%d of %d files, %.1f files/s, %v left\n", done, total, float64(time.Second)/float64(each), left)
}

func (p *progress) advance(s batch.Step) {
	switch {
	case s.Failure != nil:
		_ = p.bar.Clear()
		p.failure("", s.Failure)
	case s.Row != nil && s.Row.Doubt != "":
		_ = p.bar.Clear()
		p.doubt(s.Row)
	}
	_ = p.bar.Set(s.Done)
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
