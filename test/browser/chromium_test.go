package browser_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/publish"
)

// common is what all tests share: one browser, in which each test has a tab of
// its own, and the first story as published.
type common struct {
	browser func() (context.Context, error)
	site    func() (publish.Site, error)
}

// shared is set by TestMain, once.
var shared common

func TestMain(m *testing.M) {
	start, stop := newChromium()
	shared = common{
		browser: sync.OnceValues(start),
		site: sync.OnceValues(func() (publish.Site, error) {
			return publishStory(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
		}),
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

// newChromium starts no browser yet: that is for the first test that needs one.
func newChromium() (start func() (context.Context, error), stop func()) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("headless", "new"),
		chromedp.NoSandbox,
		chromedp.Flag("use-gl", "angle"),
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-quic", true),
		// Sandboxed frames stay in the process that we watch.
		chromedp.Flag("disable-features", "Translate,IsolateSandboxedIframes,PreloadTopChromeWebUI"),
		// Pictures must not depend on the screen that is not there.
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("hide-scrollbars", true),
		// The graphics processor is a slow one: only the canvas is for it.
		chromedp.Flag("disable-gpu-rasterization", true),
	)
	// The launcher script writes to its output; so does the browser itself.
	for _, path := range []string{"/usr/bin/chromium", "/usr/lib/chromium/chromium"} {
		if _, err := os.Stat(path); err == nil {
			options = append(options, chromedp.ExecPath(path))
			break
		}
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	browser, stopBrowser := chromedp.NewContext(allocator)
	start = func() (context.Context, error) { return browser, chromedp.Do(browser) }
	return start, func() { stopBrowser(); stopAllocator() }
}
