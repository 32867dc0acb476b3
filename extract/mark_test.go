package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"suyuan/eval"
	"suyuan/source"
)

// mark is one mark of a marked-up text: a gold record and the fields that the
// mark itself states.
type mark struct {
	eval.Record
	about  map[string]string // a document mark: the fields it states
	stated []string
}

// marked is a marked-up text without its marks.
type marked struct {
	name  string
	text  string
	about *eval.About // nil where its document's own record is not judged
	marks []mark      // in the order in which they open
}

// gold returns the marks as a gold document.
func (m marked) gold() eval.Document {
	d := eval.Document{Name: m.name, About: m.about}
	for _, one := range m.marks {
		d.Records = append(d.Records, one.Record)
	}
	return d
}

// vocabulary lists the values that a field can have; other fields take any.
var vocabulary = map[string][]string{
	"comparator": {"=", ">=", ">", "<=", "<", "~"},
	"measure":    {"level", "change", "growth", "multiple", "rank"},
	"kind":       {"target", "actual", "criterion", "provision"},
	"role":       {"lead", "support", "issuer", "recipient"},
	"status":     {"done", "ongoing", "planned"},
}

// required lists what a mark that counts must state, by type.
var required = map[string][]string{
	eval.Figure: {"value", "kind", "indicator"},
	eval.Date:   {"edtf"},
}

// readMarks strips the marks of a text.
func readMarks(name, text string) (marked, error) {
	m := marked{name: name}
	var out strings.Builder
	var open []int // marks not closed yet, by their place in m.marks
	for len(text) > 0 {
		switch {
		case strings.HasPrefix(text, "«"):
			one, n, err := readMark(text)
			if err != nil {
				return m, err
			}
			one.Start = out.Len()
			open = append(open, len(m.marks))
			m.marks = append(m.marks, one)
			text = text[n:]
		case strings.HasPrefix(text, "»"):
			if len(open) == 0 {
				return m, fmt.Errorf("a » closes nothing before %.30q", text)
			}
			m.marks[open[len(open)-1]].End = out.Len()
			open = open[:len(open)-1]
			text = text[len("»"):]
		default:
			n := strings.IndexAny(text, "«»")
			if n < 0 {
				n = len(text)
			}
			out.WriteString(text[:n])
			text = text[n:]
		}
	}
	if len(open) > 0 {
		return m, fmt.Errorf("a mark is not closed: %s", m.marks[open[0]].Record)
	}
	m.text = out.String()
	index := source.NewIndex(m.text)
	for i := range m.marks {
		r := &m.marks[i].Record
		r.Text = m.text[r.Start:r.End]
		r.Start, r.End = index.Char(r.Start), index.Char(r.End)
	}
	return m, nil
}

// readMark reads the head of a mark, «TYPE FIELD=VALUE …:, and returns its length.
func readMark(text string) (mark, int, error) {
	rest := text[len("«"):]
	n := strings.IndexAny(rest, " :")
	if n < 0 {
		return mark{}, 0, fmt.Errorf("a mark without a colon: %.30q", text)
	}
	one := mark{}
	one.Type, one.Optional = strings.CutSuffix(rest[:n], "?")
	fields, rest, err := readFields(rest[n:])
	if err != nil {
		return one, 0, fmt.Errorf("mark %.60q: %w", text, err)
	}
	if !strings.HasPrefix(rest, ":") {
		return one, 0, fmt.Errorf("mark %.60q has no colon before its text", text)
	}
	if err := one.fill(fields); err != nil {
		return one, 0, fmt.Errorf("mark %.60q: %w", text, err)
	}
	return one, len(text) - len(rest) + 1, nil
}

// readFields reads FIELD=VALUE pairs up to a colon or the end, a value with a
// space or a colon in it in double quotes.
func readFields(text string) (fields [][2]string, rest string, err error) {
	for {
		text = strings.TrimLeft(text, " ")
		if text == "" || text[0] == ':' {
			return fields, text, nil
		}
		name, after, ok := strings.Cut(text, "=")
		if !ok || strings.ContainsAny(name, " :»") {
			return nil, text, fmt.Errorf("no FIELD=VALUE at %.30q", text)
		}
		n := strings.IndexAny(after, " :")
		if strings.HasPrefix(after, `"`) {
			if n = strings.IndexByte(after[1:], '"') + 2; n == 1 {
				return nil, text, fmt.Errorf("a quotation mark is not closed at %.30q", after)
			}
		} else if n < 0 {
			n = len(after)
		}
		fields = append(fields, [2]string{name, strings.Trim(after[:n], `"`)})
		text = after[n:]
	}
}

// fill sets the fields of a mark and what is not stated.
func (m *mark) fill(fields [][2]string) error {
	switch m.Type {
	case eval.Figure:
		m.Comparator, m.Measure = "=", "level"
	case eval.Department:
		m.Role = "lead"
	case eval.Project:
		m.Status = "planned"
	case eval.Date:
	case "document":
		m.about = map[string]string{}
	default:
		return fmt.Errorf("no record has the type %q", m.Type)
	}
	for _, f := range fields {
		if err := m.set(f[0], f[1]); err != nil {
			return err
		}
		m.stated = append(m.stated, f[0])
	}
	for _, name := range required[m.Type] {
		if !m.Optional && !slices.Contains(m.stated, name) {
			return fmt.Errorf("%s is not stated", name)
		}
	}
	return nil
}

func (m *mark) set(name, value string) error {
	if words, ok := vocabulary[name]; ok && !slices.Contains(words, value) {
		return fmt.Errorf("%s=%s is none of %s", name, value, strings.Join(words, " "))
	}
	if m.Type == "document" {
		m.about[name] = value
		return nil
	}
	first, also := split(value)
	switch m.Type + "." + name {
	case "figure.value":
		return number(value, &m.Value)
	case "figure.value_max":
		return number(value, &m.ValueMax)
	case "figure.comparator":
		m.Comparator = value
	case "figure.unit":
		m.Unit = value
	case "figure.measure":
		m.Measure = value
	case "figure.kind":
		m.Kind = value
	case "figure.indicator":
		m.Indicator, m.IndicatorAlso = first, also
	case "figure.time":
		m.Time, m.TimeAlso = first, also
	case "date.edtf":
		m.EDTF = value
	case "department.role":
		m.Role = value
	case "project.status":
		m.Status = value
	case "project.also":
		m.Also = strings.Split(value, "|")
	default:
		return fmt.Errorf("a %s has no field %s", m.Type, name)
	}
	return nil
}

// split parts the readings of a field that are as good as each other.
func split(value string) (string, []string) {
	all := strings.Split(value, "|")
	return all[0], all[1:]
}

func number(value string, to **float64) error {
	v, err := strconv.ParseFloat(value, 64)
	*to = &v
	return err
}

// readMarkedFile reads every document of a file of marked-up texts.
func readMarkedFile(file string) ([]marked, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []marked
	for i, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		m, err := readMarks(fmt.Sprintf("%s-%02d", stem, i+1), body)
		if err == nil {
			m.about, err = readAbout(head)
		}
		if err != nil {
			return nil, fmt.Errorf("%s, document %q: %w", file, head, err)
		}
		out = append(out, m)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no document: each begins with a line === name | layout | fields", file)
	}
	return out, nil
}

// readAbout reads the fields of a document's head line: nil where it states none.
func readAbout(head string) (*eval.About, error) {
	parts := strings.SplitN(head, "|", 3)
	if len(parts) < 2 {
		return nil, fmt.Errorf("the head names no kind of layout")
	}
	if len(parts) < 3 || strings.TrimSpace(parts[2]) == "" {
		return nil, nil
	}
	fields, rest, err := readFields(parts[2])
	if err != nil || rest != "" {
		return nil, fmt.Errorf("fields of the head: %q: %w", rest, err)
	}
	a := &eval.About{}
	places := map[string]*string{"title": &a.Title, "region": &a.Region, "issuer": &a.Issuer,
		"doc_number": &a.DocNumber, "issued_on": &a.IssuedOn, "period": &a.Period}
	for _, f := range fields {
		if places[f[0]] == nil {
			return nil, fmt.Errorf("a document has no field %s", f[0])
		}
		*places[f[0]] = f[1]
	}
	return a, nil
}

func TestReadMarks(t *testing.T) {
	m, err := readMarks("a", `到«date edtf=2025:2025年»，达到«figure value=1 value_max=2 comparator=>= unit=个 kind=target indicator="R&D 中心|研发中心" time=2025:1-2»个，建成«project status=done:甲“«project?:乙»”基地»。`)
	if err != nil {
		t.Fatal(err)
	}
	if want := "到2025年，达到1-2个，建成甲“乙”基地。"; m.text != want {
		t.Errorf("text %q, want %q", m.text, want)
	}
	var got []string
	for _, one := range m.marks {
		got = append(got, fmt.Sprintf("%s %v %s", one.Type, one.Optional, one.Record))
	}
	want := []string{
		`date false 1-6 "2025年" edtf=2025`,
		`figure false 9-12 "1-2" value=1 value_max=2 comparator=>= unit=个 measure=level kind=target indicator=R&D 中心|研发中心 time=2025`,
		`project false 16-22 "甲“乙”基地" status=done`,
		`project true 18-19 "乙" status=planned`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, text := range []string{"«figure value=1:1»", "«dat edtf=1:1»", "«date edtf=2025", "«date edtf=2025:2025", "2025»", "«project status=begun:甲»", "«date value=1 edtf=2025:2025»"} {
		if _, err := readMarks("a", text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}
