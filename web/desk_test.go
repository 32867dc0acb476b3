package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const (
	cardShown = "document.querySelector('#card article')"
	focusText = "document.activeElement && document.activeElement.blur()"
)

// keys types keys as a reader does who has clicked nowhere in particular.
func keys(k string) chromedp.Action {
	return chromedp.Tasks{chromedp.Evaluate(focusText, nil), chromedp.KeyEvent(k)}
}

// Open a document, click a highlight, see its record; click a record, see its place.
func TestClickEitherSide(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/"), chromedp.Click(`//a[contains(., '揭阳市科技创新')]`), chromedp.WaitVisible(".desk"))
	do(t, tab, chromedp.Click(`//mark[text()='600']`))
	until(t, tab, cardShown+" && "+cardShown+".textContent.includes('高新技术企业')")
	if got := evaluate[string](t, tab, "document.querySelector('mark.chosen').textContent"); got != "600" {
		t.Errorf("%q is marked in the text", got)
	}
	until(t, tab, "document.querySelector('#list .chosen .what').textContent.includes('600')")
	if got := evaluate[string](t, tab, "[...CSS.highlights.get('time')].map(r => r.toString()).join()"); got != "2026年" {
		t.Errorf("the time rests on %q", got)
	}
	if got := evaluate[string](t, tab, "[...CSS.highlights.get('indicator')].map(r => r.toString()).join()"); got != "高新技术企业" {
		t.Errorf("the indicator rests on %q", got)
	}
	// A record far down brings its part of the text.
	do(t, tab, chromedp.Evaluate("[...document.querySelectorAll('#list [data-open]')].at(-1).click()", nil))
	until(t, tab, "document.querySelector('mark.chosen') && document.querySelector('mark.chosen').textContent !== '600'")
	until(t, tab, `(() => { const m = document.querySelector('mark.chosen').getBoundingClientRect(); return m.top > 40 && m.bottom < innerHeight })()`)
	link := evaluate[string](t, tab, "location.href")
	quote := evaluate[string](t, tab, "[...document.querySelectorAll('mark.chosen')].map(m => m.textContent).join('')")
	do(t, tab, chromedp.Navigate("about:blank"), chromedp.Navigate(link))
	until(t, tab, "[...document.querySelectorAll('mark.chosen')].map(m => m.textContent).join('') === '"+quote+"'")
}

// Judge by the keyboard alone, load again and see it kept; take it back.
func TestJudgeByKeyboard(t *testing.T) {
	s := library(t, seeds(t))
	base := served(t, s, Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/documents/2?type=figure"), chromedp.WaitVisible("#list li"))
	do(t, tab, keys("j"))
	until(t, tab, cardShown)
	do(t, tab, keys("y"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === 'right'")
	do(t, tab, keys("j"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === ''")
	do(t, tab, keys("n"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === 'wrong'")
	do(t, tab, keys("j"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === ''")
	do(t, tab, keys("e"), chromedp.WaitVisible("#correct"), chromedp.SetValue("#correct [name='field.indicator']", "改过的指标"), chromedp.Click("#correct button.main"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === 'corrected'")
	do(t, tab, keys("j"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === ''")
	do(t, tab, keys("?"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === 'doubtful'")
	do(t, tab, keys("u"))
	until(t, tab, "document.querySelector('#card article').dataset.verdict === ''")

	do(t, tab, chromedp.Navigate(base+"/documents/2?type=figure"), chromedp.WaitVisible("#list li"))
	signs := evaluate[[]string](t, tab, "[...document.querySelectorAll('#list .sign')].slice(0, 4).map(e => e.className)")
	for i, want := range []string{"sign right", "sign wrong", "sign corrected", "sign "} {
		if signs[i] != want {
			t.Errorf("record %d is %q, want %q", i+1, signs[i], want)
		}
	}
	if got := evaluate[string](t, tab, "document.querySelectorAll('#list .what')[2].textContent"); got[:len("改过的指标")] != "改过的指标" {
		t.Errorf("the corrected record is %q", got)
	}
	n := 0
	for _, v := range allReviews(t, s) {
		if v.Reviewer != "王芳" {
			t.Errorf("a verdict by %q", v.Reviewer)
		}
		n++
	}
	if n != 5 {
		t.Errorf("%d reviews are kept, want 5", n)
	}
}

// With the switch on, a verdict leads to the next record, and u takes back the last.
func TestOnward(t *testing.T) {
	s := library(t, seeds(t))
	base := served(t, s, Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	const chosen = "[...document.querySelectorAll('#list li')].findIndex(e => e.classList.contains('chosen'))"
	do(t, tab, chromedp.Navigate(base+"/documents/2?type=figure"), chromedp.WaitVisible("#list li"), keys("j"))
	until(t, tab, cardShown)
	do(t, tab, keys("o"), keys("y"))
	until(t, tab, chosen+" === 1 && document.querySelector('#card article').dataset.verdict === ''")
	do(t, tab, keys("u"))
	until(t, tab, chosen+" === 0")
	do(t, tab, keys("o"))
	if n := reviews(t, s); n != 2 {
		t.Errorf("%d reviews, want a verdict and its taking back", n)
	}
}

// Select a number that was missed and put it in.
func TestAddRecord(t *testing.T) {
	s := library(t, map[string]string{"a.txt": "# 一、概况\n我们在第7中学召开会议。\n全市高新技术企业600家。\n"})
	base := served(t, s, Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/documents/1"), chromedp.WaitVisible(".part p"))
	do(t, tab, chromedp.Evaluate(`(() => {
		const walker = document.createTreeWalker(document.querySelector('.text .part'), NodeFilter.SHOW_TEXT)
		for (let n = walker.nextNode(); n; n = walker.nextNode()) {
			const at = n.data.indexOf('7')
			if (at >= 0) return getSelection().setBaseAndExtent(n, at, n, at + 1)
		}
	})()`, nil))
	until(t, tab, "!document.getElementById('offer').hidden")
	do(t, tab, chromedp.KeyEvent("a"))
	until(t, tab, "document.querySelector('.adding')")
	do(t, tab, chromedp.Evaluate(`(() => {
		const form = document.querySelector('.adding')
		form.querySelector("[name='field.indicator']").value = '中学编号'
		form.querySelector("[name=note]").value = '漏了'
		form.querySelector('button.main').click()
	})()`, nil))
	until(t, tab, cardShown+" && "+cardShown+".dataset.verdict === 'added'")
	var value float64
	var rule string
	rows, err := s.Query(ctx, "SELECT value, rule FROM v_figures_reviewed WHERE indicator = '中学编号' AND quote = '7'")
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		if err := rows.Scan(&value, &rule); err != nil {
			t.Fatal(err)
		}
	}
	rows.Close()
	if value != 7 || rule != "reviewer" {
		t.Errorf("the figure put in is %v by %q", value, rule)
	}
	do(t, tab, chromedp.Reload(), chromedp.WaitVisible("mark.added"))
	if got := evaluate[string](t, tab, "document.querySelector('mark.added').textContent"); got != "7" {
		t.Errorf("%q is marked as added", got)
	}
	do(t, tab, chromedp.Click("mark.added"))
	until(t, tab, cardShown)
	do(t, tab, keys("u"))
	until(t, tab, "!"+cardShown)
}

// A document full of scripts runs none, and breaks out of nothing.
func TestHostileDocument(t *testing.T) {
	s := library(t, map[string]string{"<img src=x onerror=alert(1)>.txt": strings.ReplaceAll(hostile, "\x00", "")})
	base := served(t, s, Options{Reviewer: `<script>document.title="owned"</script>`})
	tab := newBrowserTab(t)
	dialogs := 0
	chromedp.ListenTarget(tab, func(e any) { dialogs += dialog(e) })
	for _, path := range []string{"/", "/documents/1", "/ledger?document=1", "/timeline?document=1", "/search?q=%3Cscript%3E", "/search?q=script", "/compare?indicator=%3Cscript%3E", "/sample?seed=1", "/nothing/<script>alert(1)</script>"} {
		do(t, tab, chromedp.Navigate(base+path), chromedp.WaitReady("body"))
		if title := evaluate[string](t, tab, "document.title"); title == "owned" {
			t.Errorf("%s runs a script", path)
		}
		for _, bad := range []string{"script:not([src])", "img[onerror]", "svg[onload]", "main form[action^='//']", "main b > td"} {
			if n := evaluate[int](t, tab, `document.querySelectorAll("`+bad+`").length`); n > 0 {
				t.Errorf("%s: %d of %s", path, n, bad)
			}
		}
	}
	do(t, tab, chromedp.Navigate(base+"/documents/1"), chromedp.WaitVisible("#list li"), keys("j"))
	until(t, tab, cardShown)
	do(t, tab, chromedp.SetValue("#card [name=note]", `"><script>document.title='owned'</script>`), chromedp.Click("#card button.right"))
	until(t, tab, cardShown+".dataset.verdict === 'right'")
	if title := evaluate[string](t, tab, "document.title"); title == "owned" || dialogs > 0 {
		t.Errorf("a script ran: title %q, %d dialogs", title, dialogs)
	}
}

// What the browser has of a text is the text, byte by byte, once every part has
// come by scrolling.
func TestWholeTextInTheBrowser(t *testing.T) {
	texts := map[string]string{"a.txt": seeds(t)["seeds/003_28519035c368f70c.txt"], "b.txt": strings.ReplaceAll(hostile, "\x00", "")}
	base := served(t, library(t, texts), Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	for id, name := range map[string]string{"1": "a.txt", "2": "b.txt"} {
		do(t, tab, chromedp.Navigate(base+"/documents/"+id), chromedp.WaitVisible(".part [data-o]"))
		until(t, tab, "(document.querySelector('.part.waiting')?.scrollIntoView(), !document.querySelector('.part.waiting'))")
		shown := evaluate[string](t, tab, "[...document.querySelectorAll('.part > [data-o], .part tr[data-o]')].map(e => e.textContent).join('')")
		if shown != texts[name] {
			t.Errorf("%s: the browser has %d bytes, the text %d", name, len(shown), len(texts[name]))
		}
	}
}

// In a list the keys walk, and Enter opens.
func TestKeysInList(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, chromedp.Navigate(base+"/"), chromedp.WaitVisible("tr[data-step]"), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("k"))
	if at := evaluate[string](t, tab, "location.pathname + document.querySelector('tr.chosen .title').textContent"); !strings.HasPrefix(at, "/揭阳市") {
		t.Errorf("the keys are at %q", at)
	}
	do(t, tab, chromedp.KeyEvent("\r"), chromedp.WaitVisible(".desk"), chromedp.KeyEvent("h"), chromedp.WaitVisible(".keys"))
}

// On a narrow screen the list opens over the text.
func TestPhone(t *testing.T) {
	base := served(t, library(t, seeds(t)), Options{Reviewer: "王芳"})
	tab := newBrowserTab(t)
	do(t, tab, screens[2].emulate())
	for _, path := range []string{"/", "/documents/2", "/help", "/ledger?document=2", "/timeline?document=2", "/findings", "/search?q=%E9%AB%98%E6%96%B0", "/compare?indicator=high_tech_firms", "/sample?seed=1&n=5"} {
		do(t, tab, chromedp.Navigate(base+path), chromedp.WaitReady("main"))
		if over := evaluate[int](t, tab, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
			t.Errorf("%s is %d pixels too wide", path, over)
		}
	}
	do(t, tab, chromedp.Navigate(base+"/documents/2"), chromedp.WaitVisible(".flip"), chromedp.Click(".flip"), chromedp.WaitVisible("#list li"), chromedp.Click("#list li:nth-child(9) [data-open]"))
	until(t, tab, cardShown)
	until(t, tab, `document.querySelector('mark.chosen')`)
}
