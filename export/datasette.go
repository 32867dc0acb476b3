package export

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"suyuan/store"
)

// facets are the columns by which Datasette offers to part the rows of a view.
var facets = map[string][]string{
	"v_documents":        {"region", "issuer", "status", "media_type"},
	"v_figures":          {"kind", "measure", "unit_base", "indicator_id", "rule"},
	"v_targets":          {"measure", "unit_base", "indicator_id", "time_last"},
	"v_figures_reviewed": {"kind", "measure", "rule"},
	"v_dates":            {"rule"},
	"v_departments":      {"role", "canonical_name"},
	"v_projects":         {"status", "category"},
	"v_numerals":         {"disposition", "reason"},
	"v_findings":         {"kind", "severity"},
	"v_reviews":          {"verdict", "reviewer", "stale"},
	"v_failures":         {"stage"},
}

// labels are the columns that name a row where another table refers to it.
var labels = map[string]string{"documents": "title", "records": "quote", "blocks": "text", "findings": "message"}

// queries are questions that Datasette offers ready made.
var queries = map[string]map[string]string{
	"targets_of_an_indicator": {
		"title": "One indicator across regions",
		"sql": `SELECT d.region, t.indicator, t.comparator, t.value, t.unit, t.time, t.statement, t.path
FROM v_targets t JOIN v_documents d USING (document_id)
WHERE t.indicator_id = :indicator_id OR t.indicator LIKE '%' || :indicator_id || '%'
ORDER BY d.region, t.time_last`,
	},
	"evidence_of_a_record": {
		"title": "What the fields of a record rest on",
		"sql":   "SELECT role, quote, line, byte_start, byte_end FROM v_evidence WHERE record_id = :record_id ORDER BY byte_start",
	},
	"not_extracted": {
		"title": "Numerals that nothing explains",
		"sql": `SELECT d.path, n.quote, n.char_start FROM v_numerals n JOIN v_documents d USING (document_id)
WHERE n.disposition = 'unexplained' ORDER BY d.path, n.char_start`,
	},
}

// datasetteTable is what Datasette's metadata say of a table or view.
type datasetteTable struct {
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Columns     map[string]string `json:"columns,omitempty"`
	Facets      []string          `json:"facets,omitempty"`
	LabelColumn string            `json:"label_column,omitempty"`
	Hidden      bool              `json:"hidden,omitempty"`
}

// writeDatasette writes the metadata file with which Datasette shows the database:
// titles, the meaning of each column, facets, labels and some questions.
func writeDatasette(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	if err := whole(f); err != nil {
		return 0, err
	}
	objects, err := objects(ctx, s)
	if err != nil {
		return 0, err
	}
	tables := map[string]datasetteTable{}
	views, everywhere := schema()
	for _, o := range objects {
		if o.isView {
			tables[o.name] = datasetteView(o, views[o.name], everywhere)
		} else {
			tables[o.name] = datasetteTable{LabelColumn: labels[o.name], Hidden: labels[o.name] == ""}
		}
	}
	name := strings.TrimSuffix(filepath.Base(s.Path()), filepath.Ext(s.Path()))
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return len(tables), e.Encode(map[string]any{
		"title":       "suyuan 溯源",
		"description": "Figures, targets, dates, departments and projects of Chinese policy documents, each with its place in the source",
		"databases":   map[string]any{name: map[string]any{"tables": tables, "queries": queries}},
	})
}

// object is a table or a view of the database with its columns.
type object struct {
	name    string
	isView  bool
	columns []string
}

func objects(ctx context.Context, s *store.Store) ([]object, error) {
	rows, err := s.Query(ctx, `SELECT o.name, o.type = 'view', (SELECT group_concat(name) FROM pragma_table_info(o.name))
		FROM sqlite_schema o WHERE o.type IN ('table', 'view') AND o.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY o.name`)
	if err != nil {
		return nil, fmt.Errorf("read the schema of %s: %w", s.Path(), err)
	}
	defer rows.Close()
	var all []object
	for rows.Next() {
		var o object
		var columns string
		if err := rows.Scan(&o.name, &o.isView, &columns); err != nil {
			return nil, err
		}
		o.columns = strings.Split(columns, ",")
		all = append(all, o)
	}
	return all, rows.Err()
}

func datasetteView(o object, d described, everywhere map[string]string) datasetteTable {
	t := datasetteTable{Title: o.name, Description: d.title, Facets: facets[o.name], Columns: map[string]string{}}
	for _, c := range o.columns {
		text := d.columns[c]
		if text == "" {
			text = everywhere[c]
		}
		if text != "" {
			t.Columns[c] = text
		}
	}
	return t
}
