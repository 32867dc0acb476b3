package export

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"suyuan/store"
)

// around is how many characters before and after a quote stand in its selector.
const around = 32

// The parts of the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/)
// that a record needs.
type (
	annotation struct {
		ID         string `json:"id"`
		Type       string `json:"type"` // Annotation
		Motivation string `json:"motivation"`
		Body       []any  `json:"body"`
		Target     target `json:"target"`
	}
	tag struct {
		Type    string `json:"type"` // TextualBody
		Purpose string `json:"purpose"`
		Value   string `json:"value"`
	}
	dataset struct {
		Type    string          `json:"type"` // Dataset
		Purpose string          `json:"purpose"`
		Fields  json.RawMessage `json:"fields"` // of the record, by the names of its view
	}
	target struct {
		Source   textResource `json:"source"`
		Selector []any        `json:"selector"`
	}
	textResource struct {
		ID       string `json:"id"`   // names the text by its hash, RFC 6920
		Type     string `json:"type"` // Text
		Format   string `json:"format"`
		Language string `json:"language"`
		Path     string `json:"path"`
	}
	positionSelector struct {
		Type  string `json:"type"`  // TextPositionSelector
		Start int    `json:"start"` // in code points
		End   int    `json:"end"`
	}
	quoteSelector struct {
		Type   string `json:"type"` // TextQuoteSelector
		Exact  string `json:"exact"`
		Prefix string `json:"prefix"`
		Suffix string `json:"suffix"`
	}
)

// annotationContext adds to the W3C's words our own, those that it has not.
const annotationContext = `["http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:suyuan:", "fields": {"@id": "urn:suyuan:fields", "@type": "@json"}}]`

// writeWebAnnotation writes the records as one AnnotationPage of JSON-LD. The
// source of each is the stored text, named by its hash.
func writeWebAnnotation(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	out.WriteString(`{"@context": ` + annotationContext + `, "type": "AnnotationPage", "items": [` + "\n")
	var text text
	comma := ""
	for r, err := range s.Records(ctx, f) {
		if err == nil && text.document != r.DocumentID {
			text, err = textOf(ctx, s, r.DocumentID)
		}
		if err != nil {
			return n, err
		}
		if r.ByteEnd > len(text.all) {
			continue // stored anew meanwhile
		}
		out.WriteString(comma)
		comma = ","
		if err := e.Encode(text.annotate(&r)); err != nil {
			return n, err
		}
		n++
	}
	out.WriteString("]}\n")
	return n, out.Flush()
}

// text is the text of a document.
type text struct {
	document int64
	all      string
}

func textOf(ctx context.Context, s *store.Store, document int64) (text, error) {
	blocks, err := s.Blocks(ctx, document)
	var all strings.Builder
	for _, b := range blocks {
		all.WriteString(b.Text)
	}
	return text{document, all.String()}, err
}

func (t *text) annotate(r *store.Record) annotation {
	return annotation{
		ID:         "urn:suyuan:record:" + r.Key,
		Type:       "Annotation",
		Motivation: "identifying",
		Body: []any{
			tag{"TextualBody", "classifying", r.Type},
			dataset{"Dataset", "describing", r.Fields()},
		},
		Target: target{
			Source: textResource{hashName(r.TextSHA256), "Text", "text/plain", "zh", r.Path},
			Selector: []any{
				positionSelector{"TextPositionSelector", r.CharStart, r.CharEnd},
				quoteSelector{"TextQuoteSelector", r.Quote, t.before(r.ByteStart), t.after(r.ByteEnd)},
			},
		},
	}
}

// before returns the characters that stand before a byte.
func (t *text) before(end int) string {
	start := end
	for range around {
		_, size := utf8.DecodeLastRuneInString(t.all[:start])
		start -= size
	}
	return t.all[start:end]
}

// after returns the characters that follow from a byte.
func (t *text) after(start int) string {
	end := start
	for range around {
		_, size := utf8.DecodeRuneInString(t.all[end:])
		end += size
	}
	return t.all[start:end]
}

// hashName is a SHA-256 as a URI, RFC 6920.
func hashName(sum string) string {
	raw, err := hex.DecodeString(sum)
	if err != nil {
		return "urn:suyuan:text:" + sum
	}
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(raw)
}
