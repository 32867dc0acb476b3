package web

import (
	"errors"
	"fmt"
	"sync"

	"suyuan/store"
)

// fault is an error that the page says in the reader's language: words.tsv has the
// words, into which the arguments are put.
type fault struct {
	kind error // errNotFound, errWrong or errForbidden; nil for what a form lacks
	key  string
	args []any
}

func say(kind error, key string, args ...any) error { return &fault{kind, key, args} }

// english is what logs say.
var english = sync.OnceValue(func() map[string]string {
	all, _ := dictionaries()
	return all["en"]
})

func (f *fault) Error() string                     { return f.in(english()) }
func (f *fault) Unwrap() error                     { return f.kind }
func (f *fault) in(words map[string]string) string { return fmt.Sprintf(words[f.key], f.args...) }

// refusals are the errors of the database that a reviewer meets.
var refusals = []struct {
	err error
	key string
}{
	{errNotFound, "fault_nothing"},
	{store.ErrNoRecord, "fault_no_record_any_more"},
	{store.ErrNoDocument, "fault_no_document_any_more"},
	{store.ErrUnread, "fault_unread"},
	{store.ErrTaken, "fault_taken"},
	{store.ErrNothingToUndo, "fault_nothing_to_undo"},
	{store.ErrLocked, "fault_locked"},
	{store.ErrReadOnly, "fault_read_only"},
	{store.ErrFull, "fault_full"},
}

// message says what is wrong in the language of the pages, with the program's own
// words where these have none.
func (p *pageSet) message(err error) string {
	var f *fault
	if errors.As(err, &f) {
		return f.in(p.words)
	}
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return p.words[r.key]
		}
	}
	return fmt.Sprintf(p.words["fault_other"], err)
}
