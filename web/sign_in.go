package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"
)

// The cookies of the site. A name alone is kept where nobody signs in; where one
// does, the name stands with a seal that only this process can make.
const (
	cookieName = "suyuan_reviewer"
	cookieLang = "suyuan_lang"
	cookieLook = "suyuan_look"
)

// mostName is how many bytes a reviewer's name may have.
const mostName = 120

func setCookie(w http.ResponseWriter, r *http.Request, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", HttpOnly: true, Secure: overTLS(r), SameSite: http.SameSiteStrictMode, MaxAge: int((180 * 24 * time.Hour).Seconds())})
}

// overTLS reports whether the browser reaches the page by HTTPS, through a server in
// front: that one says so, or the browser does, which names its origin with a form.
// Who lies about it makes only their own cookie another one.
func overTLS(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" || strings.HasPrefix(r.Header.Get("Origin"), "https://")
}

func cookie(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}

// seal returns a name as the cookie keeps it.
func (s *Site) seal(name string) string {
	text := base64.RawURLEncoding.EncodeToString([]byte(name))
	return text + "." + s.stamp(text)
}

func (s *Site) stamp(text string) string {
	h := hmac.New(sha256.New, []byte(s.token+s.options.Token))
	h.Write([]byte(text))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// reviewer returns the name that the request's verdicts carry. Where one signs in it
// is the sealed one and no other: Options.Reviewer is then nobody's.
func (s *Site) reviewer(r *http.Request) string {
	text, stamp, _ := strings.Cut(cookie(r, cookieName), ".")
	name, err := base64.RawURLEncoding.DecodeString(text)
	valid := err == nil && validName(string(name))
	switch sealed := hmac.Equal([]byte(stamp), []byte(s.stamp(text))); {
	case s.options.Token != "" && !(valid && sealed):
		return ""
	case !valid:
		return s.options.Reviewer
	}
	return string(name)
}

func (s *Site) signedIn(r *http.Request) bool { return s.reviewer(r) != "" }

func validName(name string) bool {
	return name != "" && len(name) <= mostName && utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' })
}

// askName leads to the page where one signs in, and back.
func askName(w http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet {
		return errNoToken
	}
	if r.Header.Get("HX-Request") != "" {
		w.Header().Set("HX-Redirect", "/sign-in")
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
	http.Redirect(w, r, "/sign-in?back="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
	return nil
}

type signInPage struct {
	Back, Name string
	WantsToken bool
	Refused    bool
}

func (s *Site) signInForm(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, "sign_in", "sign_in", signInPage{Back: within(r.FormValue("back")), Name: s.reviewer(r), WantsToken: s.options.Token != ""})
}

func (s *Site) signIn(w http.ResponseWriter, r *http.Request) error {
	name, back := strings.TrimSpace(r.PostFormValue("name")), within(r.PostFormValue("back"))
	given := r.PostFormValue("secret")
	right := s.options.Token == "" || subtle.ConstantTimeCompare([]byte(given), []byte(s.options.Token)) == 1
	if !right || !validName(name) {
		if err := s.pause(r); err != nil {
			return err
		}
		w.WriteHeader(http.StatusForbidden)
		return s.render(w, r, "sign_in", "sign_in", signInPage{Back: back, Name: name, WantsToken: s.options.Token != "", Refused: true})
	}
	setCookie(w, r, cookieName, s.seal(name))
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}

// pause keeps who guesses tokens waiting, one guess after the other.
func (s *Site) pause(r *http.Request) error {
	s.guess.Lock()
	defer s.guess.Unlock()
	select {
	case <-time.After(300 * time.Millisecond):
		return nil
	case <-r.Context().Done():
		return errors.Join(errWrong, r.Context().Err())
	}
}

// within returns back where it is an address of this site, else the first page.
func within(back string) string {
	u, err := url.Parse(back)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.Contains(back, `\`) {
		return "/"
	}
	return back
}
