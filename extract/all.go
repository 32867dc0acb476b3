package extract

import "iter"

// All yields every record with its type, in the order in which they are numbered
// wherever they are kept: figures, dates, departments, projects, and last the
// document's own record if it has one.
func (r *Records) All() iter.Seq2[string, *Record] {
	return func(yield func(string, *Record) bool) {
		for _, f := range r.Figures {
			if !yield("figure", &f.Record) {
				return
			}
		}
		for _, d := range r.Dates {
			if !yield("date", &d.Record) {
				return
			}
		}
		for _, d := range r.Departments {
			if !yield("department", &d.Record) {
				return
			}
		}
		for _, p := range r.Projects {
			if !yield("project", &p.Record) {
				return
			}
		}
		if own := r.Own(); own != nil {
			yield("document", own)
		}
	}
}

// Own returns the document's own record, always the same; nil where it has none.
func (r *Records) Own() *Record {
	if r.own == nil {
		r.own = r.About.record()
	}
	return r.own
}

// record makes the document's own fields a record like the others, so that they
// have evidence: its place is the title's, or that of the first field found.
func (a About) record() *Record {
	if len(a.Evidence) == 0 {
		return nil
	}
	at := a.Evidence[0].Span
	for _, e := range a.Evidence {
		if e.Role == RoleTitle {
			at = e.Span
			break
		}
	}
	return &Record{Span: at, Statement: at, Rule: "document", Confidence: 1, Evidence: a.Evidence}
}
