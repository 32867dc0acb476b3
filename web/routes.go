package web

import (
	"context"
	"errors"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"suyuan/store"
)

// errNotFound is answered with status 404, errWrong with 400.
var (
	errNotFound = errors.New("not found")
	errWrong    = errors.New("wrong request")
)

// routes lists every address of the site.
func (s *Site) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, answer := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /{$}":                      only(s.documents, "contains", "region", "sort", "page"),
		"GET /documents/{id}":           s.document,
		"GET /documents/{id}/parts/{n}": s.part,
		"GET /documents/{id}/records":   s.records,
		"GET /records/{name}":           s.record,
		"POST /records/{name}/verdict":  s.judge,
		"POST /records/{name}/undo":     s.undo,
		"GET /documents/{id}/add":       s.addForm,
		"POST /documents/{id}/add":      s.add,
		"GET /ledger":                   only(s.ledger, "document"),
		"GET /timeline":                 only(s.timeline, "document", "region"),
		"GET /findings":                 only(s.findings, "document", "kind", "severity", "verdict", "page"),
		"POST /findings/{key}/verdict":  s.judgeFinding,
		"GET /search":                   only(s.search, "q", "region", "page"),
		"GET /compare":                  only(s.compare, "indicator", "region", "year"),
		"GET /sample":                   only(s.sample, "type", "kind", "rule", "document", "n", "seed", "draw"),
		"POST /sample/{name}/verdict":   s.judgeSampled,
		"GET /failures":                 only(s.failures),
		"GET /gone":                     only(s.gone),
		"GET /help":                     only(s.help),
		"GET /look":                     s.look,
		"GET /sign-in":                  s.signInForm,
		"POST /sign-in":                 s.signIn,
	} {
		mux.Handle(pattern, s.answer(answer))
	}
	mux.Handle("GET /asset/{tag}/{name}", s.assets)
	mux.Handle("/", s.answer(func(http.ResponseWriter, *http.Request) error { return errNotFound }))
	return mux
}

// answer makes an http.Handler of f, which returns what went wrong before it
// wrote anything.
func (s *Site) answer(f func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := f(w, r)
		switch {
		case err == nil || errors.Is(err, context.Canceled):
		case errors.Is(err, errForbidden):
			s.fail(w, r, http.StatusForbidden, err)
		case errors.Is(err, errNotFound), errors.Is(err, store.ErrNoRecord), errors.Is(err, store.ErrNoDocument):
			s.fail(w, r, http.StatusNotFound, err)
		case errors.Is(err, errWrong):
			s.fail(w, r, http.StatusBadRequest, err)
		default:
			s.options.Log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
			s.fail(w, r, http.StatusInternalServerError, err)
		}
	})
}

// only has f answer requests whose query has no other names than these.
func only(f func(http.ResponseWriter, *http.Request) error, names ...string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		for name := range r.URL.Query() {
			switch {
			case slices.Contains(names, name):
			case len(names) == 0:
				return say(errWrong, "fault_query", name)
			default:
				return say(errWrong, "fault_query_names", name, strings.Join(names, ", "))
			}
		}
		return f(w, r)
	}
}

// pageNumber returns the number of the page that the query asks for, 1 where it asks for
// none; one beyond the last is for the caller.
func pageNumber(r *http.Request) (int, error) {
	n, err := number(r, "page")
	if r.FormValue("page") == "" {
		return 1, nil
	}
	return max(1, int(min(n, math.MaxInt32))), err
}

// among proves that what the query says under a name, if anything, is one of these.
func among(r *http.Request, name string, all ...string) error {
	for _, text := range r.URL.Query()[name] {
		if text != "" && !slices.Contains(all, text) {
			return say(errWrong, "fault_choice", name, text, strings.Join(all, ", "))
		}
	}
	return nil
}

// number returns the number that stands in the path or the query under name.
func number(r *http.Request, name string) (int64, error) {
	text := r.PathValue(name)
	if text == "" {
		text = r.FormValue(name)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 {
		return 0, say(errWrong, "fault_number", name, text)
	}
	return n, nil
}
