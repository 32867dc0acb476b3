package intake

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Stage is the step at which a document failed.
type Stage string

// The steps of a document, in their order.
const (
	StageFind    Stage = "find"    // the path leads nowhere
	StageRead    Stage = "read"    // no text could be made of the file
	StageSplit   Stage = "split"   // segmentation
	StageExtract Stage = "extract" // the rules
	StageSave    Stage = "save"    // the database would not take it
)

// StageError is what a step ended with on one document.
type StageError struct {
	Stage Stage
	Err   error
}

func (e *StageError) Error() string { return fmt.Sprintf("%s: %v", e.Stage, e.Err) }

// Unwrap returns what went wrong, without the stage.
func (e *StageError) Unwrap() error { return e.Err }

// Guard runs one step on one document. A panic in it is that document's failure:
// the others go on. The error is a *StageError.
func Guard(stage Stage, step func() error) (err error) {
	defer func() {
		p := recover()
		switch cause, isError := p.(error); {
		case p == nil && err == nil:
		case p == nil && isStage(err): // of a step within
		case p == nil:
			err = &StageError{stage, err}
		case isError && !isBug(cause):
			err = &StageError{stage, cause}
		default:
			err = &StageError{stage, fmt.Errorf("%v in %s: this is a fault of the program, please report it with the document", p, origin())}
		}
	}()
	return step()
}

func isStage(err error) bool {
	_, ok := err.(*StageError)
	return ok
}

// isBug tells an index out of range from an error that was thrown on purpose, as
// a pattern's time limit is.
func isBug(err error) bool {
	var bug runtime.Error
	return errors.As(err, &bug)
}

// origin returns the line of this program that panicked, as "figure.go:120".
func origin() string {
	var calls [32]uintptr
	frames := runtime.CallersFrames(calls[:runtime.Callers(3, calls[:])])
	panicked := false
	for {
		frame, more := frames.Next()
		if panicked && strings.HasPrefix(frame.Function, "suyuan/") {
			return fmt.Sprintf("%s:%d", filepath.Base(frame.File), frame.Line)
		}
		panicked = panicked || strings.HasPrefix(frame.Function, "runtime.")
		if !more {
			return "an unknown place"
		}
	}
}
