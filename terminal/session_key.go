package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// key waits for a key. Ctrl-C is ErrInterrupted, Ctrl-D is io.EOF; the arrows down
// and up are j and k.
func (s *Session) key() (rune, error) {
	s.raw()
	defer s.Restore()
	for {
		r, _, err := s.keys.ReadRune()
		if err != nil {
			return 0, err
		}
		switch r {
		case '\n', '\r', ' ', '\t':
		case 0x03:
			return 0, ErrInterrupted
		case 0x04:
			return 0, io.EOF
		case 0x1b:
			return s.arrow()
		default:
			if s.terminal() != nil {
				fmt.Fprintf(s.Out, "%s\r\n", Clean(string(r)))
			} else if next, _ := s.keys.Peek(min(1, s.keys.Buffered())); string(next) == "\n" {
				s.keys.ReadByte() // the line that a key stands on alone is at its end
			}
			return r, nil
		}
	}
}

// arrow reads what follows an escape.
func (s *Session) arrow() (rune, error) {
	for s.keys.Buffered() > 0 {
		r, _, err := s.keys.ReadRune()
		if err != nil {
			return 0, err
		}
		switch {
		case r == 'B':
			return 'j', nil
		case r == 'A':
			return 'k', nil
		case r >= '@' && r != '[' && r != 'O':
			return 0, nil
		}
	}
	return 0, nil
}

// terminal is the keyboard, nil where the keys come from elsewhere.
func (s *Session) terminal() *os.File {
	f, ok := s.In.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return f
}

// raw has the terminal hand over each key at once, until Restore is called.
func (s *Session) raw() {
	f := s.terminal()
	if f == nil {
		return
	}
	if state, err := term.MakeRaw(int(f.Fd())); err == nil {
		s.cooked.Store(state)
	}
}

// Restore puts the terminal back into the state in which the session found it, for
// a program that is told to end.
func (s *Session) Restore() {
	if state := s.cooked.Swap(nil); state != nil {
		_ = term.Restore(int(s.terminal().Fd()), state)
	}
}

// line asks for a line.
func (s *Session) line(prompt string) string {
	fmt.Fprint(s.Out, prompt)
	line, _ := s.keys.ReadString('\n')
	if !utf8.ValidString(line) {
		line = strings.ToValidUTF8(line, "")
	}
	return strings.TrimSpace(line)
}
