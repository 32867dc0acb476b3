package store

import (
	"strings"

	"suyuan/segment"
)

// Filter says which records are wanted. What is left zero does not filter; of a
// list any entry may hold.
type Filter struct {
	DocumentID int64
	Paths      []string // a path of the document, or a folder above it
	Regions    []string // the document's region, or what it begins with: 潮州 is 潮州市, 臺北 is 台北市
	Statuses   []string // the document's: draft, final
	Types      []string // figure, date, department, project, document
	Kinds      []string // of figures: target, actual, criterion, provision
	Indicators []string // of figures: an indicator_id, a name or an alias that the word lists know, or a part of the name
	Years      []int    // figures that hold in one of these years, dates that touch one
	Rules      []string // what made the record
	Verdicts   []string // right, wrong, corrected, doubtful; unreviewed, reviewed, stale
	Contains   string   // in the quote, the indicator or the name
	Limit      int      // at most so many, 0 for all
	Offset     int      // leave out so many first

	Evidence bool // have Records fill in the evidence of each, too
}

// condition is a part of a WHERE with its arguments.
type condition struct {
	text string
	args []any
}

// conditions collects parts that must all hold.
type conditions []condition

func (c *conditions) add(text string, args ...any) { *c = append(*c, condition{text, args}) }

// any adds that one of the values must hold; none are no condition.
func addAny[T any](c *conditions, values []T, text string, repeat int) {
	if len(values) == 0 {
		return
	}
	var args []any
	for _, v := range values {
		for range repeat {
			args = append(args, v)
		}
	}
	c.add("("+strings.TrimSuffix(strings.Repeat(text+" OR ", len(values)), " OR ")+")", args...)
}

// where joins the conditions, "" for none.
func (c conditions) where() (string, []any) {
	if len(c) == 0 {
		return "", nil
	}
	var texts []string
	var args []any
	for _, one := range c {
		texts = append(texts, one.text)
		args = append(args, one.args...)
	}
	return " WHERE " + strings.Join(texts, " AND "), args
}

// documents are the conditions on the documents, d.
func (f *Filter) documents() conditions {
	var c conditions
	if f.DocumentID != 0 {
		c.add("d.id = ?", f.DocumentID)
	}
	addAny(&c, folders(f.Paths), "EXISTS (SELECT 1 FROM paths p WHERE p.document_id = d.id AND (p.path = ? OR substr(p.path, 1, length(?) + 1) = ? || '/'))", 3)
	f.regions(&c)
	addAny(&c, f.Statuses, "d.status = ?", 1)
	return c
}

// regions adds that a document's region must be one of these or begin with it, in
// traditional or in simplified characters.
func (f *Filter) regions(c *conditions) {
	var texts []string
	var args []any
	for _, region := range f.Regions {
		region, expression := strings.Map(segment.SimplifiedRune, region), "d.region"
		for _, r := range region {
			for _, t := range traditional()[r] {
				expression = "replace(" + expression + ", '" + t + "', '" + string(r) + "')"
			}
		}
		texts, args = append(texts, "substr("+expression+", 1, length(?)) = ?"), append(args, region, region)
	}
	if len(texts) > 0 {
		c.add("("+strings.Join(texts, " OR ")+")", args...)
	}
}

func folders(paths []string) []string {
	var out []string
	for _, p := range paths {
		if p != "/" {
			p = strings.TrimRight(p, "/")
		}
		out = append(out, p)
	}
	return out
}

// records are the conditions on the records, r, with the figures f beside them
// where ofFigures is true.
func (s *Store) records(f *Filter) (c conditions, ofFigures bool, err error) {
	addAny(&c, f.Types, "r.type = ?", 1)
	addAny(&c, f.Rules, "r.rule = ?", 1)
	if len(f.Kinds) > 0 {
		ofFigures = true
		addAny(&c, f.Kinds, "f.kind = ?", 1)
	}
	if len(f.Indicators) > 0 {
		ofFigures = true
		if err := s.indicators(&c, f.Indicators); err != nil {
			return nil, false, err
		}
	}
	addAny(&c, f.Years, `(EXISTS (SELECT 1 FROM figures y WHERE y.record_id = r.id AND ? BETWEEN y.time_first AND y.time_last)
		OR EXISTS (SELECT 1 FROM dates y WHERE y.record_id = r.id AND CAST(? AS TEXT) BETWEEN substr(coalesce(y.first_day, y.last_day), 1, 4) AND substr(coalesce(y.last_day, y.first_day), 1, 4)))`, 2)
	verdicts(&c, f.Verdicts)
	if f.Contains != "" {
		c.add(`r.id IN (SELECT id FROM records WHERE instr(quote, ?)
			UNION SELECT record_id FROM figures WHERE instr(indicator, ?)
			UNION SELECT record_id FROM departments WHERE instr(canonical_name, ?)
			UNION SELECT record_id FROM projects WHERE instr(name, ?))`, f.Contains, f.Contains, f.Contains, f.Contains)
	}
	return c, ofFigures, nil
}

// indicators adds that a figure must be one of these. A word that the lists know
// stands for its indicator under all names; every other one for names with it.
func (s *Store) indicators(c *conditions, words []string) error {
	lexicon, err := s.lexicon()
	if err != nil {
		return err
	}
	var texts []string
	var args []any
	for _, word := range words {
		word = strings.Map(segment.SimplifiedRune, word) // as the names of figures are stored
		if id := lexicon.IndicatorID(word); id != "" {
			texts, args = append(texts, "f.indicator_id = ?"), append(args, id)
			continue
		}
		texts, args = append(texts, "f.indicator_id = ?", "instr(f.indicator, ?)"), append(args, word, word)
	}
	c.add("("+strings.Join(texts, " OR ")+")", args...)
	return nil
}

// verdicts adds what must stand on a record.
func verdicts(c *conditions, words []string) {
	const standing = "SELECT 1 FROM reviews v WHERE v.record_key = r.key AND v.stands"
	var texts []string
	var args []any
	for _, word := range words {
		switch word {
		case "unreviewed":
			texts = append(texts, "NOT EXISTS ("+standing+")")
		case "reviewed":
			texts = append(texts, "EXISTS ("+standing+")")
		case "stale":
			texts = append(texts, "EXISTS ("+standing+" AND v.stale)")
		default:
			texts, args = append(texts, "EXISTS ("+standing+" AND v.verdict = ?)"), append(args, word)
		}
	}
	if len(texts) > 0 {
		c.add("("+strings.Join(texts, " OR ")+")", args...)
	}
}
