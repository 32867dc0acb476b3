package eval

// Count is how many records of one type there are and how many of them met.
type Count struct {
	Gold  int // that must be found
	Pred  int // that were predicted and are judged
	Found int // that met
	Right int // that met and agree in every field
}

// Precision is the share of the predicted records that were found in the gold.
func (c Count) Precision() float64 { return share(c.Found, c.Pred) }

// Recall is the share of the gold records that were found.
func (c Count) Recall() float64 { return share(c.Found, c.Gold) }

// FoundF1 is the harmonic mean of precision and recall, 1 where there is nothing to find.
func (c Count) FoundF1() float64 { return c.f1(c.Found) }

// RightF1 is the same with only those that agree in every field taken as found.
func (c Count) RightF1() float64 { return c.f1(c.Right) }

func (c Count) f1(n int) float64 {
	if c.Gold+c.Pred == 0 {
		return 1
	}
	return share(2*n, c.Gold+c.Pred)
}

func (c *Count) add(d Count) {
	c.Gold, c.Pred, c.Found, c.Right = c.Gold+d.Gold, c.Pred+d.Pred, c.Found+d.Found, c.Right+d.Right
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// Tally is how often something was right.
type Tally struct {
	Name  string
	Right int
	Of    int
}

// Share is Right over Of.
func (t Tally) Share() float64 { return share(t.Right, t.Of) }

// TypeResult is the result for one type of record.
type TypeResult struct {
	Type string
	Count
	Fields []Tally // of the records found, field by field
}

// Fault says what is wrong with a record.
type Fault string

// The faults.
const (
	Wrong  Fault = "WRONG"  // found, but not right in every field
	Missed Fault = "MISSED" // in the gold only
	False  Fault = "FALSE"  // predicted only
)

// Miss is one record that is not as the gold has it.
type Miss struct {
	Document string
	Type     string // "document" for a field of the document's own record
	Fault    Fault
	Fields   []string // that are wrong
	Gold     Record   // zero where the fault is False
	Pred     Record   // zero where the fault is Missed
}

// Result is a score.
type Result struct {
	Types     []TypeResult // in the order of Types
	About     Tally        // fields of the documents' own records that gold or prediction state
	Documents int          // gold files
	Absent    []string     // documents of the gold that were not predicted: all their records count as missed
	Misses    []Miss       // in the order of documents, types and places
}

// Type returns the result for one type of record.
func (r *Result) Type(kind string) *TypeResult {
	for i := range r.Types {
		if r.Types[i].Type == kind {
			return &r.Types[i]
		}
	}
	return &TypeResult{Type: kind}
}

// Score compares predicted documents with gold ones of the same name. Predicted
// documents without gold are left out; of two with one name the first counts.
func Score(gold, predicted []Document) *Result {
	byName := map[string]*Document{}
	for i := len(predicted) - 1; i >= 0; i-- {
		byName[predicted[i].Name] = &predicted[i]
	}
	r := &Result{About: Tally{Name: "document"}}
	for _, kind := range Types {
		r.Types = append(r.Types, TypeResult{Type: kind})
	}
	for _, g := range gold {
		r.Documents++
		p := byName[g.Name]
		if p == nil {
			r.Absent = append(r.Absent, g.Name)
			p = &Document{Name: g.Name}
		}
		r.scoreAbout(g, p)
		for i := range r.Types {
			r.scoreType(&r.Types[i], g, p)
		}
	}
	return r
}

// scoreAbout judges the fields of a document's own record, those aside that
// neither side states.
func (r *Result) scoreAbout(gold Document, pred *Document) {
	if gold.About == nil {
		return
	}
	about := About{}
	if pred.About != nil {
		about = *pred.About
	}
	theirs := about.fields()
	for i, g := range gold.About.fields() {
		p := theirs[i]
		if g.value == "" && p.value == "" {
			continue
		}
		r.About.Of++
		if plainName(g.value) == plainName(p.value) {
			r.About.Right++
			continue
		}
		r.Misses = append(r.Misses, Miss{Document: gold.Name, Type: "document", Fault: Wrong, Fields: []string{g.name},
			Gold: Record{Type: "document", Text: g.value}, Pred: Record{Type: "document", Text: p.value}})
	}
}

type aboutField struct{ name, value string }

func (a About) fields() []aboutField {
	return []aboutField{{"title", a.Title}, {"region", a.Region}, {"issuer", a.Issuer},
		{"doc_number", a.DocNumber}, {"issued_on", a.IssuedOn}, {"period", a.Period}}
}

// scoreType adds one document to the result for one type of record.
func (r *Result) scoreType(t *TypeResult, gold Document, pred *Document) {
	g, p := gold.of(t.Type), pred.of(t.Type)
	met := match(g, p, t.Type)
	excuse := excused(g, p, met, t.Type)
	var c Count
	goldMet, predMet := make([]bool, len(g)), make([]bool, len(p))
	for _, m := range met {
		goldMet[m.gold], predMet[m.pred] = true, true
		if g[m.gold].Optional {
			continue
		}
		c.Found++
		if wrong := t.judge(g[m.gold], p[m.pred]); len(wrong) > 0 {
			r.Misses = append(r.Misses, Miss{gold.Name, t.Type, Wrong, wrong, g[m.gold], p[m.pred]})
		} else {
			c.Right++
		}
	}
	for i := range g {
		if !g[i].Optional {
			c.Gold++
			if !goldMet[i] {
				r.Misses = append(r.Misses, Miss{Document: gold.Name, Type: t.Type, Fault: Missed, Gold: g[i]})
			}
		}
	}
	for j := range p {
		if !excuse[j] {
			c.Pred++
			if !predMet[j] {
				r.Misses = append(r.Misses, Miss{Document: gold.Name, Type: t.Type, Fault: False, Pred: p[j]})
			}
		}
	}
	t.add(c)
}

// judge counts the fields of a met pair and returns the names of the wrong ones.
func (t *TypeResult) judge(gold, pred Record) []string {
	var wrong []string
	fields := Compare(gold, pred)
	if t.Fields == nil {
		for _, f := range fields {
			t.Fields = append(t.Fields, Tally{Name: f.Name})
		}
	}
	for i, f := range fields {
		t.Fields[i].Of++
		if f.Right {
			t.Fields[i].Right++
		} else {
			wrong = append(wrong, f.Name)
		}
	}
	return wrong
}

// of returns the records of one type.
func (d *Document) of(kind string) []Record {
	var out []Record
	for _, r := range d.Records {
		if r.Type == kind {
			out = append(out, r)
		}
	}
	return out
}
