package web

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"suyuan/store"
)

// TestLook takes pictures of every page, light, dark and on a phone, into the
// folder that SUYUAN_SCREENSHOTS names. Someone must look at them.
func TestLook(t *testing.T) {
	dir := os.Getenv("SUYUAN_SCREENSHOTS")
	if dir == "" {
		t.Skip("SUYUAN_SCREENSHOTS names no folder for pictures")
	}
	s := audited(t, library(t, seeds(t)))
	put(t, s, "gone.txt", aPlan)
	d, err := s.Document(ctx, "gone.txt")
	if err != nil {
		t.Fatal(err)
	}
	for r, err := range s.Records(ctx, store.Filter{DocumentID: d.ID}) {
		if err == nil {
			_, err = s.Judge(ctx, store.Judgement{RecordKey: r.Key, Verdict: store.Doubtful, Note: "再查", Reviewer: "王芳"})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Forget(ctx, "gone.txt"); err != nil {
		t.Fatal(err)
	}
	base := served(t, s, Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	for _, page := range []struct{ name, path, ready string }{
		{"documents", "/", "true"},
		{"document", "/documents/2", "true"},
		{"table", "/documents/4?at=23317-23320", "CSS.highlights.get('place')"},
		{"record", "/documents/2", "document.querySelector('#card article')"},
		{"compare", "/compare?indicator=rd_intensity&indicator=high_tech_firms&indicator=invention_patents_per_10k", "document.querySelector('.chart svg')"},
		{"search", "/search?q=" + url.QueryEscape("高新"), "document.querySelector('.hit')"},
		{"timeline", "/timeline?document=2", "document.querySelector('.years')"},
		{"findings", "/findings", "true"},
		{"ledger", "/ledger?document=1", "document.querySelector('.said')"},
		{"sample", "/sample?n=10&seed=7&type=figure", "document.querySelector('.sampled')"},
		{"gone", "/gone", "true"},
		{"help", "/help", "true"},
		{"sign-in", "/sign-in", "true"},
	} {
		for _, screen := range screens {
			do(t, tab, screen.emulate(), chromedp.Navigate(base+page.path))
			if page.name == "record" {
				until(t, tab, "document.querySelectorAll('[data-step]').length > 10")
				do(t, tab, chromedp.Evaluate("[...document.querySelectorAll('[data-step]')].find(e => e.querySelector('.what').textContent.includes('600 家')).querySelector('[data-open]').click()", nil))
			}
			until(t, tab, page.ready)
			if err := shoot(tab, filepath.Join(dir, page.name+"-"+screen.name+".png")); err != nil {
				t.Fatal(err)
			}
		}
	}
}
