package web

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	pointer "github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"suyuan/store"
)

// Compare two cities, and follow a number to its sentence.
func TestCompareTwoCities(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/compare"), chromedp.WaitVisible("#indicators label"),
		chromedp.Click("#indicators input[value=high_tech_firms]"), chromedp.Click("#regions input[value=沧州市]"), chromedp.Click("#regions input[value=潮州市]"),
		chromedp.Click(".choose button.main"), chromedp.WaitVisible(".chart svg"))
	rows := evaluate[[]string](t, tab, "[...document.querySelectorAll('.result tbody tr')].map(r => r.innerText.replace(/\\s+/g, ' '))")
	if len(rows) < 2 || !strings.Contains(rows[0], "沧州市 795 家 2020 1300 家 2025 +505") || !strings.Contains(rows[1], "潮州市 129 家 2020 ≥ 250 家 2025 +121") {
		t.Errorf("the table is %q", rows)
	}
	if n := evaluate[int](t, tab, "[...document.querySelectorAll('.chart svg text')].filter(e => /^(沧州市|潮州市) 2025$/.test(e.textContent)).length"); n != 2 {
		t.Errorf("%d of two cities stand in the chart", n)
	}
	// One that is not drawn yet, or never, stands over its table without a frame.
	if box := evaluate[string](t, tab, "(() => { const e = document.createElement('div'); e.className = 'chart'; document.querySelector('main').append(e); const s = getComputedStyle(e), box = s.borderTopWidth + ' ' + s.borderLeftWidth + ' ' + s.paddingTop; e.remove(); return box })()"); box != "0px 0px 0px" {
		t.Errorf("an empty chart has a frame of %s", box)
	}
	// The pointer on a point shows what is stated there; the policy lets it.
	at := evaluate[[]float64](t, tab, "(() => { const p = [...document.querySelector('.chart').querySelectorAll('svg path')].filter(e => e.getBoundingClientRect().width > 12.5 && e.getBoundingClientRect().width < 20).at(-1).getBoundingClientRect(); return [p.x + p.width / 2, p.y + p.height / 2] })()")
	do(t, tab, chromedp.MouseEvent(pointer.MouseMoved, at[0]-30, at[1]-30), chromedp.MouseEvent(pointer.MouseMoved, at[0], at[1]))
	until(t, tab, "[...document.querySelectorAll('.chart svg text')].some(e => / 家 \\(20/.test(e.textContent))")
	do(t, tab, chromedp.Click(`//a[contains(., '1300')]`), chromedp.WaitVisible("mark.chosen"))
	if got := evaluate[string](t, tab, "document.querySelector('mark.chosen').textContent"); got != "1300" {
		t.Errorf("1300 leads to %q", got)
	}
}

// Search for a word of two characters, and go to where it stands.
func TestSearchPage(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/"), chromedp.Click("nav a[href='/search']"), chromedp.WaitVisible("input[name=q]"),
		chromedp.SendKeys("input[name=q]", "榕江\r"), chromedp.WaitVisible(".hit"))
	if n := evaluate[int](t, tab, "[...document.querySelectorAll('.hit')].filter(h => !h.querySelector('mark')?.textContent.includes('榕江')).length"); n > 0 {
		t.Errorf("%d hits do not show the word", n)
	}
	do(t, tab, chromedp.Click(".hit .said"), chromedp.WaitVisible(".part p"))
	until(t, tab, "CSS.highlights.get('place') && [...CSS.highlights.get('place')].join() === '榕江'")
}

// Draw a sample, judge it by keyboard, see the precision with its interval; load
// again and see the same records.
func TestSample(t *testing.T) {
	s := library(t, seeds(t))
	base := served(t, s, Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/sample?type=figure&n=4"), chromedp.WaitVisible("button[name=draw]"), chromedp.Click("button[name=draw]"), chromedp.WaitVisible(".sampled"))
	ids := evaluate[string](t, tab, "[...document.querySelectorAll('.sampled')].map(e => e.id).join()")
	for i, key := range []string{"y", "y", "n", "?"} {
		do(t, tab, keys("j"), keys(key))
		until(t, tab, "document.querySelectorAll('.sampled [data-press=u]').length === "+plain(float64(i+1)))
	}
	want := store.Precision{Right: 2, Wrong: 1, Doubtful: 1}
	low, high := want.Interval()
	text := evaluate[string](t, tab, "document.getElementById('precision').innerText")
	for _, part := range []string{"67%", fmt.Sprintf("%.1f–%.1f%%", low*100, high*100)} {
		if !strings.Contains(text, part) {
			t.Errorf("the precision is %q, without %s", text, part)
		}
	}
	do(t, tab, chromedp.Reload(), chromedp.WaitVisible(".sampled"))
	if again := evaluate[string](t, tab, "[...document.querySelectorAll('.sampled')].map(e => e.id).join()"); again != ids {
		t.Errorf("%s were drawn, and then %s", ids, again)
	}
}

// Every page answers in both languages, and says so where there is nothing.
func TestPages(t *testing.T) {
	full, empty := served(t, library(t, seeds(t)), Options{}), served(t, library(t, nil), Options{})
	for _, lang := range []string{"zh", "en"} {
		c := client(t)
		for _, base := range []string{full, empty} {
			ask(t, c, base, asked{method: "GET", path: "/look?lang=" + lang})
		}
		for path, status := range map[string]int{
			"/": 200, "/?sort=-figures&contains=" + url.QueryEscape("潮州"): 200, "/?page=99": 200, "/search": 200, "/search?q=a&page=9223372036854775807": 200, "/search?q=%20": 200, "/compare": 200,
			"/compare?indicator=rd_intensity&year=2025": 200, "/timeline": 200, "/timeline?region=" + url.QueryEscape("潮州市"): 200, "/findings": 200,
			"/ledger": 200, "/sample": 200, "/sample?n=5&seed=1": 200, "/help": 200, "/sign-in": 200, "/failures": 200, "/gone": 200,
			"/documents/99": 404, "/documents/x": 400, "/findings?kind=zz": 400, "/findings?kind=rounding": 200, "/sample?n=0": 400, "/records/99999": 404, "/nothing": 404,
			"/findings?severity=zz": 400, "/findings?severity=note": 200, "/findings?severity=": 200, "/findings?verdict=zz": 400, "/findings?verdict=open": 200,
			"/?sort=zz": 400, "/?sort=-zz": 400, "/?sort=title": 200, "/sample?type=zz&draw=1": 400, "/sample?kind=zz&draw=1": 400, "/sample?type=date": 200,
		} {
			for name, base := range map[string]string{"full": full, "empty": empty} {
				res, body := ask(t, c, base, asked{method: "GET", path: path})
				if res.StatusCode != status {
					t.Errorf("%s %s %s: status %d", lang, name, path, res.StatusCode)
				}
				if want := map[string]string{"zh": "<html lang=\"zh-CN\"", "en": "<html lang=\"en\""}[lang]; !strings.Contains(body, want) {
					t.Errorf("%s %s %s is in another language", lang, name, path)
				}
			}
		}
		for _, path := range []string{"/documents/1", "/documents/1?at=300-310", "/documents/1?type=figure&verdict=unreviewed", "/documents/1/records?from=50", "/ledger?document=1", "/timeline?document=1", "/findings?document=1"} {
			if res, _ := ask(t, c, full, asked{method: "GET", path: path}); res.StatusCode != 200 {
				t.Errorf("%s %s: status %d", lang, path, res.StatusCode)
			}
		}
		for _, path := range []string{"/documents/1?type=zz", "/documents/1?type=figure&type=zz", "/documents/1?kind=zz", "/documents/1?verdict=zz", "/documents/1/records?verdict=zz"} {
			res, body := ask(t, c, full, asked{method: "GET", path: path})
			if want := map[string]string{"zh": "不能是 &#34;zz&#34;，应为 ", "en": "is &#34;zz&#34;, not one of "}[lang]; res.StatusCode != 400 || !strings.Contains(body, want) {
				t.Errorf("%s %s: status %d\n%s", lang, path, res.StatusCode, body)
			}
		}
	}
}

// What goes wrong is said in the reader's language, and every fault has its words in both.
func TestFaults(t *testing.T) {
	all, err := dictionaries()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, zh, en string }{
		{"/documents/99", "没有编号为 99 的文件。", "There is no document 99."},
		{"/documents/x", "id 应为数字，不能是 &#34;x&#34;。", "id is &#34;x&#34;, not a number."},
		{"/findings?kind=zz", "没有名为 &#34;zz&#34; 的检查。", "There is no check &#34;zz&#34;."},
		{"/nothing", "这里没有页面。", "There is no such page."},
	} {
		base := served(t, library(t, nil), Options{})
		for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
			site := client(t)
			ask(t, site, base, asked{method: "GET", path: "/look?lang=" + lang})
			if _, body := ask(t, site, base, asked{method: "GET", path: c.path}); !strings.Contains(body, "<p class=\"message\">"+want+"</p>") {
				t.Errorf("%s %s: %s", lang, c.path, body)
			}
		}
	}
	for _, r := range refusals {
		for lang, words := range all {
			set := &pageSet{words: words}
			if got := set.message(fmt.Errorf("value 6: %w", r.err)); got == "" || got != words[r.key] {
				t.Errorf("%s %s: %q", lang, r.key, got)
			}
		}
	}
	if got := (&pageSet{words: all["zh"]}).message(errors.New("unit: it may not be empty")); got != "程序报告：unit: it may not be empty" {
		t.Error(got)
	}
}

// An indicator is listed once, whatever name it is asked for by.
func TestCompareListsOnce(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{})
	_, body := ask(t, client(t), base, asked{method: "GET", path: "/compare?indicator=high_tech_firms&indicator=" + url.QueryEscape("高新技术企业数量") + "&indicator=" + url.QueryEscape("企业") + "&indicator=" + url.QueryEscape("企业")})
	if n := strings.Count(body, `name="indicator" value="high_tech_firms" checked`); n != 1 {
		t.Errorf("listed %d times", n)
	}
	if n := strings.Count(body, `" checked>`); n != 2 {
		t.Errorf("%d are chosen, want 2", n)
	}
}

// Judge a finding by keyboard, load again and see it kept.
func TestJudgeFinding(t *testing.T) {
	s := audited(t, library(t, seeds(t)))
	base := served(t, s, Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/findings"), chromedp.WaitVisible(".finding"), keys("j"), keys("n"))
	until(t, tab, "document.querySelector('.finding [value=false_alarm]').getAttribute('aria-pressed') === 'true'")
	do(t, tab, keys("j"), keys("y"))
	until(t, tab, "document.querySelectorAll('.finding')[1].querySelector('[value=real]').getAttribute('aria-pressed') === 'true'")
	do(t, tab, chromedp.Navigate(base+"/findings?verdict=real"), chromedp.WaitVisible(".finding"))
	if n := evaluate[int](t, tab, "document.querySelectorAll('.finding').length"); n != 1 {
		t.Errorf("%d findings are judged real, want 1", n)
	}
	do(t, tab, chromedp.Navigate(base+"/findings?severity=warning"), chromedp.WaitVisible(".finding"))
	if n := evaluate[int](t, tab, "document.querySelectorAll('.finding[data-severity=note]').length"); n != 0 {
		t.Errorf("%d notes among warnings and errors", n)
	}
	if n := evaluate[int](t, tab, "(c => [...document.querySelectorAll('.finding .quote')].filter(e => getComputedStyle(e).color !== c).length)(getComputedStyle(document.body).color)"); n != 0 {
		t.Errorf("%d sentences of warnings are not in the colour of text", n)
	}
	do(t, tab, chromedp.Click(".finding .sources a"), chromedp.WaitVisible("mark.chosen"))
}
