package export

import (
	"encoding/json"
	"io"

	"suyuan/store"
)

// hits is what a search found.
type hits struct {
	Words     []string `json:"words"`
	Places    int      `json:"places"`
	Documents int      `json:"documents"`
	Hits      []hit    `json:"hits"`
}

type hit struct {
	Path      string     `json:"path"`
	Title     store.Text `json:"title"`
	Region    store.Text `json:"region"`
	Section   store.Text `json:"section"`
	Line      int        `json:"line"`
	ByteStart int        `json:"byte_start"`
	Text      string     `json:"text"`
	Spans     []span     `json:"spans"`
}

// span is a place of the words, in bytes of the whole text.
type span struct {
	ByteStart int    `json:"byte_start"`
	ByteEnd   int    `json:"byte_end"`
	Quote     string `json:"quote"`
}

// WriteHits writes what a search for words found as one JSON object.
func WriteHits(w io.Writer, words []string, found store.Hits) error {
	out := hits{Words: words, Places: found.Blocks, Documents: found.Documents, Hits: []hit{}}
	for _, h := range found.Hits {
		one := hit{Path: h.Path, Title: h.Title, Region: h.Region, Section: store.Text(h.Section), Line: h.Line, ByteStart: h.ByteStart, Text: h.Text}
		for _, s := range h.Spans {
			one.Spans = append(one.Spans, span{h.ByteStart + s.Start, h.ByteStart + s.End, h.Text[s.Start:s.End]})
		}
		out.Hits = append(out.Hits, one)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
