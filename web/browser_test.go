package web

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"suyuan/store"
)

// missing says at the end of the tests that there was no browser to try the page in.
var missing bool

func TestMain(m *testing.M) {
	status := m.Run()
	for _, stop := range browser.stop {
		stop()
	}
	if missing {
		fmt.Println("WARNING: NO BROWSER: the page was not tried in one. Install chromium (apt-get install chromium fonts-noto-cjk) and run go test ./web again.")
	}
	os.Exit(status)
}

// browserPath finds a browser, or skips the test. With SUYUAN_REQUIRE_TOOLS=1 its
// absence fails the test.
func browserPath(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("SUYUAN_BROWSER"), "chromium", "chromium-browser", "google-chrome", "chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	if os.Getenv("SUYUAN_REQUIRE_TOOLS") == "1" {
		t.Fatal("no browser: install chromium")
	}
	missing = true
	t.Skip("no browser: install chromium")
	return ""
}

// browser is one browser for all tests of a run, started by the first that wants it.
var browser struct {
	once sync.Once
	ctx  context.Context
	err  error
	stop []func()
}

func startBrowser(path string) {
	dir, err := os.MkdirTemp("", "suyuan-browser-")
	if err != nil {
		browser.err = err
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(dir),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("lang", "zh-CN"),
		chromedp.WindowSize(1440, 900))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	browser.ctx, browser.err = ctx, chromedp.Run(ctx)
	browser.stop = []func(){cancel, stop, func() { os.RemoveAll(dir) }}
}

// newBrowserTab opens an empty page. What the page complains of in the console,
// a breach of its policy among it, fails the test.
func newBrowserTab(t *testing.T) context.Context {
	t.Helper()
	path := browserPath(t)
	browser.once.Do(func() { startBrowser(path) })
	if browser.err != nil {
		t.Fatalf("start the browser: %v", browser.err)
	}
	ctx, cancel := chromedp.NewContext(browser.ctx)
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(timeout)
	chromedp.ListenTarget(ctx, func(e any) {
		switch e := e.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("the page throws: %s", e.ExceptionDetails.Error())
		case *cdplog.EventEntryAdded:
			if e.Entry.Level == cdplog.LevelError && !strings.Contains(e.Entry.URL, "/nothing/") {
				t.Errorf("the console says: %s %s", e.Entry.Text, e.Entry.URL)
			}
		}
	})
	if err := chromedp.Run(ctx, chromedp.Navigate("about:blank"), page.BringToFront(), emulation.SetFocusEmulationEnabled(true)); err != nil {
		t.Fatalf("open a page: %v", err)
	}
	return ctx
}

// do runs actions in the browser.
func do(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Helper()
		shoot(ctx, filepath.Join(os.TempDir(), "suyuan-failed-"+strings.ReplaceAll(t.Name(), "/", "-")+".png"))
		t.Fatal(err)
	}
}

// evaluate returns what an expression gives on the page.
func evaluate[T any](t *testing.T, ctx context.Context, expression string) (v T) {
	t.Helper()
	do(t, ctx, chromedp.Evaluate(expression, &v))
	return v
}

// until waits until an expression is true on the page.
func until(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	var ok bool
	err := chromedp.Run(ctx, chromedp.Poll("!!("+expression+")", &ok, chromedp.WithPollingTimeout(45*time.Second), chromedp.WithPollingInterval(30*time.Millisecond)))
	if err != nil {
		shoot(ctx, filepath.Join(os.TempDir(), "suyuan-failed-"+strings.ReplaceAll(t.Name(), "/", "-")+".png"))
		t.Fatalf("never true: %s: %v", expression, err)
	}
}

func shoot(ctx context.Context, path string) error {
	var picture []byte
	if err := chromedp.Run(ctx, chromedp.CaptureScreenshot(&picture)); err != nil {
		return err
	}
	shown, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return err
	}
	var small bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, shown); err != nil {
		return err
	}
	return os.WriteFile(path, small.Bytes(), 0o644)
}

// screen is a size and a scheme of colours to take pictures in.
type screen struct {
	name          string
	width, height int64
	dark, phone   bool
}

var screens = []screen{
	{"light", 1440, 900, false, false},
	{"dark", 1440, 900, true, false},
	{"phone", 390, 844, false, true},
	{"readme", 1100, 660, false, false},
}

func (s screen) emulate() chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		if err := emulation.SetDeviceMetricsOverride(s.width, s.height, 1, s.phone).Do(ctx); err != nil {
			return err
		}
		scheme := "light"
		if s.dark {
			scheme = "dark"
		}
		return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}).Do(ctx)
	})
}

// served returns the address of a site over s.
func served(t testing.TB, s *store.Store, o Options) string {
	t.Helper()
	site, err := New(s, o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: site}
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return "http://" + l.Addr().String()
}

// dialog is 1 for an event that says that a script opened a dialog.
func dialog(e any) int {
	if _, ok := e.(*page.EventJavascriptDialogOpening); ok {
		return 1
	}
	return 0
}
