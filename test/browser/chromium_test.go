package browser_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/internal/chromium"
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
	start, stop := chromium.New(
		// Sandboxed frames stay in the process that we watch.
		chromedp.Flag("disable-features", "Translate,IsolateSandboxedIframes,PreloadTopChromeWebUI"),
		// The graphics processor is a slow one: only the canvas is for it.
		chromedp.Flag("disable-gpu-rasterization", true),
	)
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
