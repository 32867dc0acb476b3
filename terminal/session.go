package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"sync/atomic"

	"golang.org/x/term"

	"suyuan/store"
)

// Session is a round of verdicts by keyboard: one record after the other is shown,
// a key judges it.
type Session struct {
	Store    *store.Store
	Reviewer string
	In       io.Reader // single keys from a terminal, else characters; line breaks are no keys
	Out      io.Writer
	Paint    Paint

	keys   *bufio.Reader
	next   func() (store.Record, error, bool)
	seen   []string                   // keys of the records shown, in order
	at     int                        // of the one that stands on the screen
	note   string                     // for the next verdict
	judged []string                   // keys of the records judged, in order
	cooked atomic.Pointer[term.State] // of the terminal, while it is raw
}

// ErrInterrupted is a session that Ctrl-C has ended.
var ErrInterrupted = errors.New("interrupted: the verdicts given are kept")

const keysHelp = "y 正确 right   n 错误 wrong   e 修正 correct   ? 存疑 doubtful   a 补录 add   c note   u 撤销 undo   j next   k back   q quit\n"

// Run shows the records and takes verdicts until there are no more or the reviewer
// quits. It returns how many records were shown. Every verdict is stored as it is
// given.
func (s *Session) Run(ctx context.Context, records iter.Seq2[store.Record, error]) (shown int, err error) {
	next, stop := iter.Pull2(records)
	defer stop()
	s.next, s.keys = next, bufio.NewReader(s.In)
	r, ok, err := s.further(ctx)
	if err != nil || !ok {
		return 0, err
	}
	fmt.Fprint(s.Out, keysHelp)
	s.show(ctx, &r)
	for {
		key, err := s.key()
		if errors.Is(err, io.EOF) || key == 'q' {
			return len(s.seen), nil
		}
		if err != nil {
			return len(s.seen), err
		}
		moved, err := s.press(ctx, &r, key)
		if err != nil {
			return len(s.seen), err
		}
		if moved == over {
			fmt.Fprintln(s.Out, "no more records")
			return len(s.seen), nil
		}
		if moved == there {
			s.show(ctx, &r)
		}
	}
}

// move is where a key leads.
type move int

const (
	here  move = iota // the same record stays on the screen
	there             // another one, or the same anew
	over              // there are no more
)

// press does what a key says.
func (s *Session) press(ctx context.Context, r *store.Record, key rune) (move, error) {
	switch key {
	case 'y':
		return s.judge(ctx, r, store.Judgement{Verdict: store.Right})
	case 'n':
		return s.judge(ctx, r, store.Judgement{Verdict: store.Wrong})
	case '?', '？':
		return s.judge(ctx, r, store.Judgement{Verdict: store.Doubtful})
	case 'e':
		return s.correct(ctx, r)
	case 'a':
		_, _, err := s.add(ctx, r.DocumentID)
		return here, err
	case 'c':
		s.note = s.line("note: ")
		return here, nil
	case 'u':
		return s.undo(ctx, r)
	case 'j':
		return s.forward(ctx, r)
	case 'k':
		if s.at == 0 {
			fmt.Fprintln(s.Out, "this is the first record")
			return here, nil
		}
		s.at--
		return there, s.reload(ctx, r)
	}
	fmt.Fprint(s.Out, keysHelp)
	return here, nil
}

// judge stores a verdict and goes on to the next record. What cannot be stored is
// said, and the record stays.
func (s *Session) judge(ctx context.Context, r *store.Record, j store.Judgement) (move, error) {
	j.RecordKey, j.Reviewer, j.Note = r.Key, s.Reviewer, s.note
	stored, err := s.keep(ctx, func(own bool) (store.Review, error) {
		j.OwnValue = own
		return s.Store.Judge(ctx, j)
	})
	if err != nil || !stored {
		return here, err
	}
	return s.forward(ctx, r)
}

// keep stores what a reviewer says, asking once more where the value is another than
// the quote's. What cannot be stored is said, and is no error.
func (s *Session) keep(ctx context.Context, put func(own bool) (store.Review, error)) (stored bool, err error) {
	v, err := put(false)
	if errors.Is(err, store.ErrUnread) {
		if s.line(fmt.Sprintf("%s\nis it your own value? y for yes: ", Clean(err.Error()))) != "y" {
			return false, nil
		}
		v, err = put(true)
	}
	switch {
	case errors.Is(err, store.ErrLocked), errors.Is(err, store.ErrReadOnly), errors.Is(err, store.ErrFull), ctx.Err() != nil:
		return false, err
	case err != nil:
		fmt.Fprintf(s.Out, "not stored: %s\n", Clean(err.Error()))
		return false, nil
	}
	s.note = ""
	s.judged = append(s.judged, v.RecordKey)
	fmt.Fprintf(s.Out, "%s\n", s.Paint.in(colourOf(v.Verdict), v.Verdict+" "+Chinese(v.Verdict)))
	return true, nil
}

// undo takes back the verdict that was given last in this session, or the one that
// stands on the record on the screen.
func (s *Session) undo(ctx context.Context, r *store.Record) (move, error) {
	key := r.Key
	if n := len(s.judged); n > 0 {
		key, s.judged = s.judged[n-1], s.judged[:n-1]
	}
	_, err := s.Store.Undo(ctx, key, s.Reviewer)
	if errors.Is(err, store.ErrNothingToUndo) {
		fmt.Fprintln(s.Out, "there is no verdict to take back")
		return here, nil
	}
	if err != nil {
		return here, err
	}
	fmt.Fprintf(s.Out, "%s\n", s.Paint.in(amber, "undone 撤销"))
	if at := slices.Index(s.seen, key); at >= 0 { // an added figure is none of those shown
		s.at = at
	}
	return there, s.reload(ctx, r)
}

// forward goes on to the next record.
func (s *Session) forward(ctx context.Context, r *store.Record) (move, error) {
	if s.at+1 < len(s.seen) {
		s.at++
		return there, s.reload(ctx, r)
	}
	next, ok, err := s.further(ctx)
	if err != nil {
		return here, err
	}
	if !ok {
		return over, nil
	}
	*r = next
	return there, nil
}

// further takes the next record that was not shown yet.
func (s *Session) further(ctx context.Context) (r store.Record, ok bool, err error) {
	for {
		r, err, ok = s.next()
		if !ok || err != nil {
			return r, false, err
		}
		if !slices.Contains(s.seen, r.Key) { // one text in two files has it twice
			s.seen = append(s.seen, r.Key)
			s.at = len(s.seen) - 1
			return r, true, nil
		}
	}
}

// reload reads the record that is to stand on the screen anew.
func (s *Session) reload(ctx context.Context, r *store.Record) (err error) {
	*r, err = s.Store.Record(ctx, s.seen[s.at])
	return err
}

// show puts a record on the screen.
func (s *Session) show(ctx context.Context, r *store.Record) {
	fmt.Fprintf(s.Out, "\n%s %d  %s %s\n", s.Paint.in(faint, "record"), s.at+1, s.Paint.in(bold, r.Type), r.Key)
	s.Paint.source(s.Out, r)
	s.Paint.field(s.Out, "sentence", s.Paint.sentence(r))
	s.Paint.fields(s.Out, r.Fields())
	if r.Review != nil {
		s.Paint.verdict(s.Out, r.Review)
	}
	fmt.Fprint(s.Out, s.Paint.in(faint, "y n e ? a c u j k q > "))
}
