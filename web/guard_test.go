package web

import (
	"encoding/base64"
	"io"
	"mime"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"suyuan/store"
)

// asked is a request as a test makes it.
type asked struct {
	method, path, host string
	header             map[string]string
	form               url.Values
	token              bool // the page's own
}

func ask(t *testing.T, c *http.Client, base string, a asked) (*http.Response, string) {
	t.Helper()
	form := a.form
	if a.token {
		form = url.Values{"token": {tokenOf(t, c, base)}}
		for k, v := range a.form {
			form[k] = v
		}
	}
	r, err := http.NewRequest(a.method, base+a.path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for k, v := range a.header {
		r.Header.Set(k, v)
	}
	if a.host != "" {
		r.Host = a.host
	}
	res, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(body)
}

// tokenOf reads the token that the site's pages carry.
func tokenOf(t *testing.T, c *http.Client, base string) string {
	t.Helper()
	_, body := ask(t, c, base, asked{method: "GET", path: "/sign-in"})
	m := regexp.MustCompile(`<meta name="token" content="([^"]{20,})">`).FindStringSubmatch(body)
	if m == nil {
		t.Fatal("the page carries no token")
	}
	return m[1]
}

// client keeps cookies and follows no redirect.
func client(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

const aPlan = "# 一、目标\n到2025年，全市高新技术企业达到600家以上。\n"

// Nothing but the page itself can write, under whatever name and from wherever it
// is asked.
func TestOnlyThePageWrites(t *testing.T) {
	s := library(t, map[string]string{"a.txt": aPlan})
	base := served(t, s, Options{Reviewer: "王芳", Hosts: []string{"audit.example.cn"}})
	right := url.Values{"verdict": {"right"}}
	for name, c := range map[string]struct {
		asked
		status int
	}{
		"the page":                {asked{method: "POST", token: true, form: right}, 200},
		"the page, by fetch":      {asked{method: "POST", token: true, form: right, header: map[string]string{"Sec-Fetch-Site": "same-origin"}}, 200},
		"no token":                {asked{method: "POST", form: right}, 403},
		"a wrong token":           {asked{method: "POST", form: url.Values{"verdict": {"right"}, "token": {"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}}}, 403},
		"another site":            {asked{method: "POST", token: true, form: right, header: map[string]string{"Sec-Fetch-Site": "cross-site"}}, 403},
		"another origin":          {asked{method: "POST", token: true, form: right, header: map[string]string{"Origin": "http://evil.example"}}, 403},
		"another port":            {asked{method: "POST", token: true, form: right, header: map[string]string{"Sec-Fetch-Site": "same-site"}}, 403},
		"a name turned to us":     {asked{method: "POST", token: true, form: right, host: "evil.example:8377"}, 403},
		"a name that was allowed": {asked{method: "POST", token: true, form: right, host: "audit.example.cn"}, 200},
		"too long a form":         {asked{method: "POST", token: true, form: url.Values{"verdict": {"right"}, "note": {strings.Repeat("x", 2<<20)}}}, 403},
		"another method":          {asked{method: "PUT", token: true, form: right}, 404},
	} {
		t.Run(name, func(t *testing.T) {
			before := reviews(t, s)
			c.path = "/records/" + firstRecord(t, s) + "/verdict"
			res, _ := ask(t, client(t), base, c.asked)
			if res.StatusCode != c.status {
				t.Errorf("status %d, want %d", res.StatusCode, c.status)
			}
			if wrote := reviews(t, s) > before; wrote != (c.status == 200) {
				t.Errorf("wrote: %v", wrote)
			}
		})
	}
}

func TestReadOnly(t *testing.T) {
	s := library(t, map[string]string{"a.txt": aPlan})
	base := served(t, s, Options{ReadOnly: true})
	res, _ := ask(t, client(t), base, asked{method: "POST", path: "/records/" + firstRecord(t, s) + "/verdict", token: true, form: url.Values{"verdict": {"right"}}})
	if res.StatusCode != 403 || reviews(t, s) != 0 {
		t.Errorf("status %d, %d reviews", res.StatusCode, reviews(t, s))
	}
	_, body := ask(t, client(t), base, asked{method: "GET", path: "/documents/1"})
	if strings.Contains(body, "hx-post") {
		t.Error("a page that takes no verdicts offers to")
	}
}

// Every answer has the policy, that of an error and an asset as well.
func TestPolicy(t *testing.T) {
	base := served(t, library(t, map[string]string{"a.txt": aPlan}), Options{})
	for _, path := range []string{"/", "/documents/1", "/documents/1/parts/0", "/nothing", "/asset/x/style.css", "/help"} {
		res, body := ask(t, client(t), base, asked{method: "GET", path: path})
		h := res.Header
		if h.Get("Content-Security-Policy") != policy || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("X-Frame-Options") != "DENY" {
			t.Errorf("%s: headers %v", path, h)
		}
		if regexp.MustCompile(`(?i)<script(>| [^>]*>[^<])|\son[a-z]+=|style=|javascript:`).MatchString(body) && strings.HasPrefix(h.Get("Content-Type"), "text/html") {
			t.Errorf("%s has something inline", path)
		}
	}
}

// Where one signs in, nothing is to be had without the token, and a name cannot be
// made up without it.
func TestSignIn(t *testing.T) {
	s := library(t, map[string]string{"a.txt": aPlan})
	base := served(t, s, Options{Token: "correct horse battery", Reviewer: "登录名"}) // which the program gives always
	c := client(t)
	for _, path := range []string{"/", "/documents/1", "/documents/1/parts/0", "/records/1", "/search?q=a"} {
		res, body := ask(t, c, base, asked{method: "GET", path: path})
		if res.StatusCode != 303 || strings.Contains(body, "高新") {
			t.Errorf("%s: status %d", path, res.StatusCode)
		}
	}
	sign := func(name, secret string) int {
		res, _ := ask(t, c, base, asked{method: "POST", path: "/sign-in", token: true, form: url.Values{"name": {name}, "secret": {secret}, "back": {"//evil.example/"}}})
		if to := res.Header.Get("Location"); res.StatusCode == 303 && to != "/" {
			t.Errorf("it leads to %s", to)
		}
		return res.StatusCode
	}
	if sign("王芳", "wrong") != 403 || sign("", "correct horse battery") != 403 {
		t.Error("signed in without a name or the token")
	}
	u, _ := url.Parse(base)
	forged := &Site{token: "x", options: Options{Token: "y"}}
	for _, value := range []string{forged.seal("张三"), "x", "!", ".", base64.RawURLEncoding.EncodeToString([]byte("张三"))} {
		c.Jar.SetCookies(u, []*http.Cookie{{Name: cookieName, Value: value, Path: "/"}})
		if res, _ := ask(t, c, base, asked{method: "GET", path: "/"}); res.StatusCode != 303 {
			t.Errorf("a cookie that was made up, %s, signs in: status %d", value, res.StatusCode)
		}
	}
	if sign("王芳", "correct horse battery") != 303 {
		t.Error("not signed in with the token")
	}
	if res, _ := ask(t, c, base, asked{method: "GET", path: "/"}); res.StatusCode != 200 {
		t.Errorf("status %d after signing in", res.StatusCode)
	}
	res, _ := ask(t, c, base, asked{method: "POST", path: "/records/" + firstRecord(t, s) + "/verdict", token: true, form: url.Values{"verdict": {"right"}}})
	var name string
	for _, v := range allReviews(t, s) {
		name = v.Reviewer
	}
	if res.StatusCode != 200 || name != "王芳" {
		t.Errorf("status %d, the verdict is by %q", res.StatusCode, name)
	}
}

// Where nobody signs in, the name and the look that were chosen are kept all the same.
func TestNameAndLook(t *testing.T) {
	s := library(t, map[string]string{"a.txt": aPlan})
	base := served(t, s, Options{Reviewer: "root"})
	c := client(t)
	ask(t, c, base, asked{method: "POST", path: "/sign-in", token: true, form: url.Values{"name": {"李雷"}}})
	ask(t, c, base, asked{method: "GET", path: "/look?look=dark"})
	ask(t, c, base, asked{method: "POST", path: "/records/" + firstRecord(t, s) + "/verdict", token: true, form: url.Values{"verdict": {"doubtful"}}})
	for _, v := range allReviews(t, s) {
		if v.Reviewer != "李雷" || v.Verdict != store.Doubtful {
			t.Errorf("a verdict %s by %q", v.Verdict, v.Reviewer)
		}
	}
	if reviews(t, s) != 1 {
		t.Errorf("%d reviews", reviews(t, s))
	}
	if _, body := ask(t, c, base, asked{method: "GET", path: "/"}); !strings.Contains(body, `data-look="dark"`) || !strings.Contains(body, "李雷") {
		t.Error("the name or the look is not kept")
	}
}

// Where the browser speaks HTTPS with a server in front, no cookie goes out in the clear.
func TestSecureCookies(t *testing.T) {
	base := served(t, library(t, nil), Options{Token: "correct horse battery", Hosts: []string{"audit.example.cn"}})
	for _, way := range []struct {
		header map[string]string
		host   string
		secure bool
	}{{nil, "", false}, {map[string]string{"X-Forwarded-Proto": "https"}, "", true}, {map[string]string{"Origin": "https://audit.example.cn"}, "audit.example.cn", true}} {
		c := client(t)
		res, _ := ask(t, c, base, asked{method: "POST", path: "/sign-in", token: true, header: way.header, host: way.host, form: url.Values{"name": {"王芳"}, "secret": {"correct horse battery"}}})
		if got := res.Cookies(); len(got) != 1 || got[0].Secure != way.secure || !got[0].HttpOnly {
			t.Errorf("%v: status %d, cookies %v", way.header, res.StatusCode, got)
		}
	}
}

// An asset has the same media type on every machine.
func TestAssetKinds(t *testing.T) {
	if err := mime.AddExtensionType(".css", "text/plain"); err != nil {
		t.Fatal(err)
	}
	base := served(t, library(t, nil), Options{})
	for name, want := range map[string]string{"style.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8", "seal.svg": "image/svg+xml", "licences.txt": "text/plain; charset=utf-8"} {
		if res, _ := ask(t, client(t), base, asked{method: "GET", path: "/asset/x/" + name}); res.Header.Get("Content-Type") != want {
			t.Errorf("%s is %s", name, res.Header.Get("Content-Type"))
		}
	}
}

func TestWithin(t *testing.T) {
	for back, want := range map[string]string{"/documents/1?a=b": "/documents/1?a=b", "": "/", "//evil.example": "/", "https://evil.example": "/", `/\evil.example`: "/", "javascript:alert(1)": "/", "a": "/"} {
		if got := within(back); got != want {
			t.Errorf("within(%q) is %q", back, got)
		}
	}
}

func firstRecord(t *testing.T, s *store.Store) string {
	t.Helper()
	for r, err := range s.Records(ctx, store.Filter{Types: []string{"figure"}, Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		return newRow(r).Ref
	}
	t.Fatal("no figure")
	return ""
}

func allReviews(t *testing.T, s *store.Store) []store.Review {
	t.Helper()
	all, err := s.Reviews(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func reviews(t *testing.T, s *store.Store) int { return len(allReviews(t, s)) }
