package batch

import "suyuan/intake"

// Stage is the step at which a document failed.
type Stage = intake.Stage

// The steps of a document, in their order.
const (
	StageFind    = intake.StageFind
	StageRead    = intake.StageRead
	StageSplit   = intake.StageSplit
	StageExtract = intake.StageExtract
	StageSave    = intake.StageSave
)

// StageError is what a step ended with on one document.
type StageError = intake.StageError
