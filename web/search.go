package web

import (
	"context"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"suyuan/store"
)

// hitsAtOnce is how many hits a page has.
const hitsAtOnce = 50

// mostPage is the last page that is turned to: there are no more blocks than that.
const mostPage = 1 << 24

// searchPage is what was found in the texts.
type searchPage struct {
	Words   string
	Region  string
	Regions []string
	store.Hits
	Page, Pages int
	Asked       bool
}

// Turn is the address of another page of hits.
func (p searchPage) Turn(by int) string {
	return "/search?" + url.Values{"q": {p.Words}, "region": {p.Region}, "page": {strconv.Itoa(p.Page + by)}}.Encode()
}

// search answers with the places where words stand.
func (s *Site) search(w http.ResponseWriter, r *http.Request) error {
	p := searchPage{Words: strings.TrimSpace(r.FormValue("q")), Region: r.FormValue("region")}
	var err error
	if p.Regions, err = s.store.Regions(r.Context()); err != nil {
		return err
	}
	if p.Page, err = pageNumber(r); err != nil {
		return err
	}
	p.Page = min(p.Page, mostPage)
	if p.Words != "" {
		p.Asked = true
		f := store.Filter{Limit: hitsAtOnce, Offset: (p.Page - 1) * hitsAtOnce}
		if p.Region != "" {
			f.Regions = []string{p.Region}
		}
		p.Hits, err = s.store.Search(r.Context(), p.Words, f)
		if err != nil && !errors.Is(err, store.ErrNoWords) {
			return err
		}
	}
	p.Pages = max(1, (p.Blocks+hitsAtOnce-1)/hitsAtOnce)
	return s.render(w, r, "search", "search", p)
}

// hitBytes is about how much of a long block a hit shows.
const hitBytes = 420

// hit writes a block with the words marked, a long one from a little before the first.
func hit(h store.Hit) template.HTML {
	text := h.Text
	from, to := 0, len(text)
	if len(h.Spans) > 0 && to > hitBytes {
		from = max(0, h.Spans[0].Start-hitBytes/4)
		to = min(to, max(h.Spans[0].End, from+hitBytes))
		for from > 0 && text[from]&0xC0 == 0x80 {
			from--
		}
		for to < len(text) && text[to]&0xC0 == 0x80 {
			to++
		}
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	for _, k := range h.Spans {
		if k.Start < from || k.End > to {
			continue
		}
		b.WriteString(escape.Replace(text[from:k.Start]) + "<mark>" + escape.Replace(text[k.Start:k.End]) + "</mark>")
		from = k.End
	}
	b.WriteString(escape.Replace(text[from:to]))
	if to < len(text) {
		b.WriteString("…")
	}
	return template.HTML(b.String())
}

// hitLink is the address of a hit's first word in its document.
func hitLink(h store.Hit) string {
	from, to := h.ByteStart, h.ByteStart
	if len(h.Spans) > 0 {
		from, to = h.ByteStart+h.Spans[0].Start, h.ByteStart+h.Spans[0].End
	}
	return "/documents/" + strconv.FormatInt(h.DocumentID, 10) + "?at=" + strconv.Itoa(from) + "-" + strconv.Itoa(to)
}

// index takes the texts into the search index bit by bit, those that are ingested
// meanwhile as well, until ctx ends.
func (s *Site) index(ctx context.Context) {
	for pause := time.Second; ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		more, err := s.store.Index(ctx, 1)
		if err != nil && ctx.Err() == nil {
			s.options.Log.Printf("index the texts: %v", err)
		}
		pause = time.Minute
		if more && err == nil {
			pause = 200 * time.Millisecond // others take their turn
		}
	}
}
