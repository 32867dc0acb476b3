package web

import (
	"net/http"

	"suyuan/store"
)

// mostFailures is how many files the page lists.
const mostFailures = 500

// failures answers with the files that could not be read.
func (s *Site) failures(w http.ResponseWriter, r *http.Request) error {
	var all []store.Failure
	for f, err := range s.store.Failures(r.Context()) {
		if err != nil {
			return err
		}
		if all = append(all, f); len(all) == mostFailures {
			break
		}
	}
	return s.render(w, r, "failures", "failures", all)
}
