package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"suyuan/store"
)

// documentsAtOnce is how many documents a page of the list has.
const documentsAtOnce = 100

// documentsPage is the list of documents.
type documentsPage struct {
	Rows        []store.Document
	Contains    string
	Region      string
	Regions     []string
	Sort        string // a column, with - in front where the greatest comes first
	Columns     []column
	Page, Pages int
	Count       int
	Failures    int
	Gone        int // verdicts whose record is not in the database now
	query       url.Values
}

// column is a head of the list that sorts it.
type column struct {
	Name    string
	Numeric bool
	Sorted  string // ascending, descending; "" where it is sorted by another
	Link    string
}

// orders compare documents by the columns of the list.
var orders = map[string]func(a, b store.Document) int{
	"title":       func(a, b store.Document) int { return strings.Compare(nameOf(a), nameOf(b)) },
	"region":      func(a, b store.Document) int { return cmp.Compare(a.Region, b.Region) },
	"issuer":      func(a, b store.Document) int { return cmp.Compare(a.Issuer, b.Issuer) },
	"period":      func(a, b store.Document) int { return cmp.Compare(a.Period, b.Period) },
	"figures":     func(a, b store.Document) int { return a.Figures - b.Figures },
	"targets":     func(a, b store.Document) int { return a.Targets - b.Targets },
	"dates":       func(a, b store.Document) int { return a.Dates - b.Dates },
	"departments": func(a, b store.Document) int { return a.Departments - b.Departments },
	"projects":    func(a, b store.Document) int { return a.Projects - b.Projects },
	"unexplained": func(a, b store.Document) int { return a.Unexplained - b.Unexplained },
	"findings":    func(a, b store.Document) int { return a.Findings - b.Findings },
	"reviewed":    func(a, b store.Document) int { return cmp.Compare(share(a), share(b)) },
}

var documentColumns = []string{"title", "region", "issuer", "period", "figures", "targets", "dates", "departments", "projects", "unexplained", "findings", "reviewed"}

// share is how much of a document is reviewed, 0 to 1.
func share(d store.Document) float64 {
	return float64(d.Reviewed) / float64(max(1, d.Records()))
}

// documents answers with the list of documents.
func (s *Site) documents(w http.ResponseWriter, r *http.Request) error {
	all, err := s.store.Documents(r.Context(), store.Filter{})
	if err != nil {
		return err
	}
	p := documentsPage{Contains: strings.TrimSpace(r.FormValue("contains")), Region: r.FormValue("region"), Sort: r.FormValue("sort"), query: r.URL.Query()}
	if name := strings.TrimPrefix(p.Sort, "-"); name != "" && orders[name] == nil {
		return say(errWrong, "fault_choice", "sort", p.Sort, strings.Join(documentColumns, ", "))
	}
	if p.Regions, err = s.store.Regions(r.Context()); err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(d store.Document) bool { return !p.wants(d) })
	p.order(all)
	if p.Page, err = pageNumber(r); err != nil {
		return err
	}
	p.cut(all)
	if err := s.ask(r.Context(), scanInto(&p.Failures), "SELECT count(*) FROM v_failures"); err != nil {
		return err
	}
	if err := s.ask(r.Context(), scanInto(&p.Gone), "SELECT count(*) FROM v_reviews WHERE gone"); err != nil {
		return err
	}
	return s.render(w, r, "documents", "documents", p)
}

func (p *documentsPage) wants(d store.Document) bool {
	if p.Region != "" && string(d.Region) != p.Region {
		return false
	}
	for _, word := range strings.Fields(p.Contains) {
		if !strings.Contains(strings.Join([]string{string(d.Title), d.Path, string(d.Issuer), string(d.Region), string(d.DocNumber)}, "\n"), word) {
			return false
		}
	}
	return true
}

// order sorts the documents as the address says and makes the heads of the columns.
func (p *documentsPage) order(all []store.Document) {
	name, down := strings.CutPrefix(p.Sort, "-")
	if order, ok := orders[name]; ok {
		slices.SortStableFunc(all, func(a, b store.Document) int {
			if down {
				return order(b, a)
			}
			return order(a, b)
		})
	}
	for i, c := range documentColumns {
		head := column{Name: c, Numeric: i >= 4}
		to := c
		if head.Numeric {
			to = "-" + c
		}
		if name == c {
			head.Sorted, to = "ascending", "-"+c
			if down {
				head.Sorted, to = "descending", c
			}
		}
		head.Link = p.with("sort", to)
		p.Columns = append(p.Columns, head)
	}
}

func (p *documentsPage) cut(all []store.Document) {
	p.Count, p.Pages = len(all), max(1, (len(all)+documentsAtOnce-1)/documentsAtOnce)
	p.Page = min(p.Page, p.Pages)
	from := (p.Page - 1) * documentsAtOnce
	p.Rows = all[from:min(len(all), from+documentsAtOnce)]
}

// with is the address of this list with one thing otherwise.
func (p *documentsPage) with(name, value string) string {
	q := url.Values{}
	for k, v := range p.query {
		if k != "page" {
			q[k] = v
		}
	}
	q.Set(name, value)
	return "/?" + q.Encode()
}

// Turn is the address of another page of the list.
func (p documentsPage) Turn(by int) string { return p.with("page", strconv.Itoa(p.Page+by)) }
