package web

import (
	"database/sql"
	"errors"
	"net/http"

	"suyuan/store"
)

// card is one record with all that is known of it.
type card struct {
	Row     row
	Fields  []field
	Roles   []store.Evidence // every place that it rests on
	Links   []linked
	History []store.Review
	Editing map[string]string // the fields that a correction begins with
	Problem string            // why the last verdict was not taken
}

// linked is another record that belongs to this one.
type linked struct {
	Role string
	Row  row
}

// card reads one record by its id or its key. A figure that a reviewer added has
// no id, only the key.
func (s *Site) card(r *http.Request, name string) (*card, error) {
	ctx := r.Context()
	record, err := s.store.Record(ctx, name)
	if errors.Is(err, store.ErrNoRecord) {
		record, err = s.addedBy(r, name)
	}
	if err != nil {
		return nil, err
	}
	c := &card{Row: newRow(record)}
	if record.ID != 0 {
		if c.Roles, err = s.store.Evidence(ctx, record.ID); err != nil {
			return nil, err
		}
		if c.Links, err = s.linked(r, record); err != nil {
			return nil, err
		}
	}
	c.Fields = fields(record, c.Roles)
	c.Editing = editing(record)
	c.History, err = s.store.History(ctx, record.Key)
	return c, err
}

// addedBy returns the figure that a reviewer added under the key.
func (s *Site) addedBy(r *http.Request, key string) (store.Record, error) {
	history, err := s.store.History(r.Context(), key)
	if err != nil {
		return store.Record{}, err
	}
	for _, v := range history {
		if !v.Stands || v.Gone || v.Figure == nil {
			continue
		}
		var id int64
		err := s.ask(r.Context(), scanInto(&id),
			"SELECT max(document_id) FROM v_documents WHERE text_sha256 = ? HAVING count(*)", v.TextSHA256)
		if err != nil {
			return store.Record{}, err
		}
		all, err := s.store.Documents(r.Context(), store.Filter{DocumentID: id})
		if err == nil && id != 0 && len(all) > 0 {
			return addedRecord(all[0], v), nil
		}
		return store.Record{}, errors.Join(errNotFound, err)
	}
	return store.Record{}, say(errNotFound, "fault_no_record", key)
}

// linked returns the records that r is tied to, in both directions.
func (s *Site) linked(r *http.Request, record store.Record) (out []linked, err error) {
	type link struct{ id, role string }
	var links []link
	err = s.ask(r.Context(), func(rows *sql.Rows) error {
		var l link
		err := rows.Scan(&l.id, &l.role)
		links = append(links, l)
		return err
	}, `SELECT linked_id, role FROM v_links WHERE record_id = ?1
		UNION ALL SELECT record_id, 'of_' || role FROM v_links WHERE linked_id = ?1 ORDER BY 1 LIMIT 12`, record.ID)
	if err != nil {
		return nil, err
	}
	for _, l := range links {
		other, err := s.store.Record(r.Context(), l.id)
		if err != nil {
			return nil, err
		}
		out = append(out, linked{l.role, newRow(other)})
	}
	return out, nil
}

// editing returns the fields of a record that a reviewer may correct, as they
// stand now.
func editing(r store.Record) map[string]string {
	now := values(r.Fields())
	if r.Review != nil {
		for name, v := range values(r.Review.Corrected) {
			now[name] = v
		}
	}
	out := map[string]string{}
	for _, name := range editable[r.Type] {
		out[name] = now[name]
	}
	return out
}

// editable are the fields that a reviewer states; the others follow from them.
var editable = map[string][]string{
	"figure":     {"indicator", "value", "value_max", "comparator", "unit", "measure", "per", "kind", "scope", "time", "nature"},
	"date":       {"edtf"},
	"department": {"name", "role", "task"},
	"project":    {"name", "category", "status"},
	"document":   {"title", "region", "issuer", "doc_number", "issued_on", "period", "status"},
}

// input is a field of a form.
type input struct {
	Name, Value string
	Options     []string // what it may be; none for any text
}

// Inputs are the fields of the form for a correction.
func (c *card) Inputs() []input { return inputs(c.Row.Type, c.Editing) }

func inputs(kind string, now map[string]string) (out []input) {
	for _, name := range editable[kind] {
		out = append(out, input{name, now[name], options(kind, name)})
	}
	return out
}

// options are the words that a field takes, none where it takes any.
func options(kind, name string) []string {
	if kind == "document" && name == "status" {
		return []string{"", "draft", "final"}
	}
	return store.FieldWords(name)
}

// figureKinds are the kinds of figure.
var figureKinds = store.FieldWords("kind")

// record answers with the card of one record.
func (s *Site) record(w http.ResponseWriter, r *http.Request) error {
	c, err := s.card(r, r.PathValue("name"))
	if err != nil {
		return err
	}
	if r.Header.Get("HX-Request") == "" {
		http.Redirect(w, r, deepLink(c.Row.Record), http.StatusSeeOther)
		return nil
	}
	return s.render(w, r, "card_alone", "", c)
}
