package web

import (
	"net/http"

	"suyuan/store"
)

// mostGone is how many verdicts the page lists.
const mostGone = 500

// goneRow is a verdict whose record is not in the database now.
type goneRow struct {
	store.Review
	DocumentID int64 // a document with the text that was judged, 0 where none is stored
	ByteEnd    int
}

// gone answers with the verdicts that stand on what is not in the database now.
func (s *Site) gone(w http.ResponseWriter, r *http.Request) error {
	all, err := s.store.Gone(r.Context())
	if err != nil {
		return err
	}
	documents := map[string]int64{}
	var rows []goneRow
	for _, v := range all[:min(len(all), mostGone)] {
		id, known := documents[v.TextSHA256]
		if !known {
			if err := s.ask(r.Context(), scanInto(&id), "SELECT min(document_id) FROM v_documents WHERE text_sha256 = ? HAVING count(*)", v.TextSHA256); err != nil {
				return err
			}
			documents[v.TextSHA256] = id
		}
		rows = append(rows, goneRow{v, id, v.ByteStart + len(v.Quote)})
	}
	return s.render(w, r, "gone", "gone", struct {
		Rows  []goneRow
		Count int
	}{rows, len(all)})
}
