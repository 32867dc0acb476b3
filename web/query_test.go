package web

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// What a page does not understand in its address is said, not passed over.
func TestWrongQueries(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{Reviewer: "王芳"})
	for address, want := range map[string]int{
		"/?page=abc": 400, "/?page=-1": 400, "/?page=1": 200, "/?page=": 200, "/?page=999999999999": 200, "/?sort=zz": 400, "/?zz=1": 400, "/?region=zz": 200,
		"/ledger?disposition=zz": 400, "/ledger?document=1": 200, "/ledger?document=zz": 400, "/gone?verdict=zz": 400, "/gone": 200, "/failures?x": 400, "/help?x": 400,
		"/findings?page=abc": 400, "/findings?severity=zz": 400, "/findings?kind=zz": 400, "/findings?document=1&page=2": 200, "/search?q=企业&page=x": 400, "/search?q=企业&page=2": 200, "/search?words=企业": 400,
		"/compare?year=zz": 400, "/compare?year=2025&indicator=high_tech_firms": 200, "/compare?from=2025": 400, "/timeline?year=2025": 400, "/timeline?region=沧州市": 200,
		"/sample?n=zz": 400, "/sample?rules=zz": 400, "/sample?seed=1&n=5&type=&kind=": 200, "/look?lang=fr": 400, "/look?look=red": 400,
	} {
		r, err := http.Get(base + address)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(r.Body)
		r.Body.Close()
		if r.StatusCode != want || strings.Contains(string(text), "%!") {
			t.Errorf("%s: status %d, want %d", address, r.StatusCode, want)
		}
	}
}
