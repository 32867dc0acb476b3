package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
)

//go:embed asset
var assetFiles embed.FS

// assets serves the style, the scripts and their licences. Their address holds a
// hash over all of them, so that a browser may keep them.
type assets struct {
	tag   string
	files map[string]*asset
}

type asset struct {
	kind   string
	plain  []byte
	packed func() []byte
}

// assetKinds are the media types by the ends of the names. What the system has of
// them differs from machine to machine, and a browser refuses a style as text/plain.
var assetKinds = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
}

func newAssets() (*assets, error) {
	a := &assets{files: map[string]*asset{}}
	sum := sha256.New()
	entries, err := fs.ReadDir(assetFiles, "asset")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		body, err := assetFiles.ReadFile("asset/" + e.Name())
		if err != nil {
			return nil, err
		}
		sum.Write(body)
		kind, ok := assetKinds[path.Ext(e.Name())]
		if !ok {
			return nil, fmt.Errorf("the asset %s is of a kind that has no media type", e.Name())
		}
		a.files[e.Name()] = &asset{kind: kind, plain: body, packed: sync.OnceValue(func() []byte { return pack(body) })}
	}
	a.tag = hex.EncodeToString(sum.Sum(nil)[:6])
	return a, nil
}

func pack(body []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(body) // a bytes.Buffer takes all
	w.Close()
	return b.Bytes()
}

// address returns where the asset is served.
func (a *assets) address(name string) string { return "/asset/" + a.tag + "/" + name }

func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := a.files[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.kind)
	if r.PathValue("tag") == a.tag {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Vary", "Accept-Encoding")
	body := f.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = f.packed()
	}
	w.Write(body) // a reader who left is no fault
}
