package web

import (
	"crypto/subtle"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// policy lets a page use what this site serves and nothing else. Nothing inline
// runs, so that no text of a document can.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// mostBody is how many bytes a form may have.
const mostBody = 1 << 20

// guard lets a request through to next when it comes from the page itself, or
// asks for no change.
func (s *Site) guard(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(s.answer(func(http.ResponseWriter, *http.Request) error { return errForeign }))
	inner := cross.Handler(s.answer(func(w http.ResponseWriter, r *http.Request) error {
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		if err := s.permit(r); err != nil {
			return err
		}
		if s.options.Token != "" && !s.signedIn(r) && r.URL.Path != "/sign-in" && !strings.HasPrefix(r.URL.Path, "/asset/") {
			return askName(w, r)
		}
		next.ServeHTTP(w, r)
		return nil
	}))
	return s.answer(func(w http.ResponseWriter, r *http.Request) error {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !s.knows(r.Host) {
			return errHost
		}
		inner.ServeHTTP(w, r)
		return nil
	})
}

var (
	errForeign   = say(errForbidden, "fault_foreign")
	errNoToken   = say(errForbidden, "fault_old_form")
	errReading   = say(errForbidden, "fault_reading")
	errHost      = say(errForbidden, "fault_host")
	errForbidden = errors.New("forbidden")
)

// permit refuses a request that would change something and does not carry the
// token that the pages of this process carry.
func (s *Site) permit(r *http.Request) error {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return nil
	}
	token := r.Header.Get("X-Suyuan-Token")
	if token == "" {
		token = r.PostFormValue("token")
	}
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		return errNoToken
	}
	if s.options.ReadOnly && r.URL.Path != "/sign-in" {
		return errReading
	}
	return nil
}

// knows reports whether the page is served under the Host of a request: a page
// elsewhere whose name was turned to this machine's address is not.
func (s *Site) knows(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if _, err := netip.ParseAddr(name); err == nil {
		return true
	}
	return strings.EqualFold(name, "localhost") || slices.ContainsFunc(s.options.Hosts, func(h string) bool { return strings.EqualFold(h, name) })
}
