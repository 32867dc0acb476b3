package terminal

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"suyuan/source"
	"suyuan/store"
)

// ShowRecord writes a record: its fields, its sentence with the place marked, what
// each field rests on, and all verdicts on it.
func (p Paint) ShowRecord(w io.Writer, r *store.Record, history []store.Review) {
	fmt.Fprintf(w, "%s %s  (id %d)\n", p.in(bold, r.Type), r.Key, r.ID)
	p.source(w, r)
	p.field(w, "sentence", p.sentence(r))
	fmt.Fprintln(w)
	p.fields(w, r.Fields())
	if len(r.Evidence) > 0 {
		fmt.Fprintln(w)
		for _, e := range r.Evidence {
			p.field(w, e.Role, fmt.Sprintf("line %d, bytes %d to %d: %s", e.Line, e.ByteStart, e.ByteEnd, p.in(bold, Clean(e.Quote))))
		}
	}
	if len(history) > 0 {
		fmt.Fprintln(w)
		for _, v := range history {
			p.verdict(w, &v)
		}
	}
}

// source says where a record stands and what made it.
func (p Paint) source(w io.Writer, r *store.Record) {
	p.field(w, "document", strings.TrimSpace(Clean(r.Path)+"  "+Clean(string(r.Title))))
	p.field(w, "region", Clean(string(r.Region)))
	p.field(w, "section", Clean(r.Section))
	p.field(w, "place", fmt.Sprintf("line %d, bytes %d to %d, characters %d to %d", r.Line, r.ByteStart, r.ByteEnd, r.CharStart, r.CharEnd))
	p.field(w, "rule", fmt.Sprintf("%s, confidence %.2f", r.Rule, r.Confidence))
}

// sentence is the statement with the record's place marked.
func (p Paint) sentence(r *store.Record) string {
	at := r.ByteStart - r.StatementStart
	if at < 0 || at+len(r.Quote) > len(r.Statement) {
		return Clean(r.Statement)
	}
	return p.Marked(r.Statement, []source.Span{{Start: at, End: at + len(r.Quote)}})
}

// fields writes the fields of an object in their order, those without a value left out.
func (p Paint) fields(w io.Writer, fields json.RawMessage) {
	for _, f := range list(fields) {
		if f.value != "" {
			p.field(w, f.name, p.in(bold, f.value))
		}
	}
}

// named is a field as it is shown.
type named struct{ name, value string }

// list returns the fields of an object in their order, clean; "" is null or empty.
func list(object json.RawMessage) (all []named) {
	d := json.NewDecoder(bytes.NewReader(object))
	d.UseNumber()
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return all
		}
		var value any
		if d.Decode(&value) != nil {
			return all
		}
		f := named{name: Clean(fmt.Sprint(name))}
		switch v := value.(type) {
		case nil:
		case json.Number:
			f.value = decimal(v)
		default:
			f.value = Clean(fmt.Sprint(v))
		}
		all = append(all, f)
	}
	return all
}

// decimal writes a number without an exponent.
func decimal(n json.Number) string {
	v, err := n.Float64()
	if err != nil {
		return n.String()
	}
	return Number(v)
}

// Number writes a number as it is read: without an exponent.
func Number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// verdict writes a review on a line.
func (p Paint) verdict(w io.Writer, v *store.Review) {
	text := p.in(colourOf(v.Verdict), v.Verdict+" "+Chinese(v.Verdict)) + " by " + Clean(v.Reviewer) + " at " + v.At
	if v.Stands {
		text += ", stands"
	}
	if v.Stale {
		text += ", stale: the fields have changed since"
	}
	if v.Gone {
		text += ", gone: what was judged is not in this database now"
	}
	p.field(w, "verdict", text)
	var changes []string
	for _, f := range list(v.Corrected) {
		changes = append(changes, f.name+" = "+cmp.Or(f.value, "null"))
	}
	if v.OwnValue {
		changes = append(changes, "the value is the reviewer's own")
	}
	p.field(w, "corrected", strings.Join(changes, ", "))
	p.field(w, "note", Clean(v.Note))
}

// Chinese is the word for a verdict that the auditors use.
func Chinese(verdict string) string {
	return map[string]string{store.Right: "正确", store.Wrong: "错误", store.Corrected: "修正", store.Doubtful: "存疑", store.Added: "补录",
		store.Real: "真问题", store.FalseAlarm: "误报", store.Explained: "已说明", store.Undone: "撤销"}[verdict]
}

func colourOf(verdict string) string {
	switch verdict {
	case store.Right, store.Added, store.Explained:
		return green
	case store.Wrong, store.Corrected, store.Real:
		return red
	}
	return amber
}

// ShowDocument writes a document and its records, a line each, and returns how many
// these are.
func (p Paint) ShowDocument(ctx context.Context, w io.Writer, s *store.Store, d *store.Document, f store.Filter) (n int, err error) {
	fmt.Fprintf(w, "%s %s  (id %d)\n", p.in(bold, "document"), Clean(d.Path), d.ID)
	for _, x := range []named{{"title", string(d.Title)}, {"region", string(d.Region)}, {"issuer", string(d.Issuer)}, {"number", string(d.DocNumber)},
		{"issued on", string(d.IssuedOn)}, {"period", string(d.Period)}, {"status", string(d.Status)}} {
		p.field(w, x.name, Clean(x.value))
	}
	p.field(w, "read by", fmt.Sprintf("%s, %s, %s, %d bytes", d.Reader, Clean(d.MediaType), Clean(d.Encoding), d.Bytes))
	p.field(w, "records", fmt.Sprintf("%d figures (%d targets), %d dates, %d departments, %d projects; %d reviewed", d.Figures, d.Targets, d.Dates, d.Departments, d.Projects, d.Reviewed))
	p.field(w, "numerals", fmt.Sprintf("%d, %d unexplained; %d findings", d.Numerals, d.Unexplained, d.Findings))
	rows := [][]string{{"key", "line", "type", "quote", "what", "verdict"}}
	f.DocumentID = d.ID
	for r, err := range s.Records(ctx, f) {
		if err != nil {
			return n, err
		}
		n++
		verdict := ""
		if r.Review != nil {
			verdict = r.Review.Verdict
		}
		rows = append(rows, []string{r.Key[:8], strconv.Itoa(r.Line), r.Type, short(Clean(r.Quote), 24), short(Clean(gist(&r)), 60), verdict})
	}
	if n == 0 {
		return 0, nil
	}
	fmt.Fprintln(w)
	return n, WriteTable(w, rows, "lrllll")
}

// gist says in a few words what a record is.
func gist(r *store.Record) string {
	switch {
	case r.Figure != nil:
		f := r.Figure
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Indicator, Amount(f), f.Time)) + " " + f.Kind
	case r.Date != nil:
		return r.Date.EDTF
	case r.Department != nil:
		return r.Department.CanonicalName + " " + r.Department.Role
	case r.Project != nil:
		return r.Project.Name + " " + r.Project.Status
	}
	return ""
}

// Amount writes the value of a figure as it is stated, with comparator and unit.
func Amount(f *store.Figure) string {
	text := strings.TrimPrefix(f.Comparator, "=") + Number(f.Value)
	if f.ValueMax != nil {
		text += "-" + Number(*f.ValueMax)
	}
	if f.Measure == "growth" && f.Value > 0 {
		text = "+" + text
	}
	return text + f.Unit
}

// short cuts a text behind so many characters.
func short(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return string(runes[:n-1]) + "…"
}
