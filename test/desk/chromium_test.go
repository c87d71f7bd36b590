package desk_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// common is what all tests share: one browser, in which each test has tabs in a profile
// of its own, and the folder of the desk.
type common struct {
	browser func() (context.Context, error)
	folder  func() (string, error)
	// turns lets two tests at a time have a desk: each runs the whole program.
	turns chan struct{}
}

// shared is set by TestMain, once.
var shared common

func TestMain(m *testing.M) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("headless", "new"), chromedp.NoSandbox,
		chromedp.Flag("use-gl", "angle"), chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-features", "Translate,PreloadTopChromeWebUI"),
		// Pictures must not depend on the screen that is not there.
		chromedp.Flag("font-render-hinting", "none"), chromedp.Flag("hide-scrollbars", true),
	)
	for _, path := range []string{"/usr/bin/chromium", "/usr/lib/chromium/chromium"} {
		if _, err := os.Stat(path); err == nil {
			options = append(options, chromedp.ExecPath(path))
			break
		}
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	browser, stopBrowser := chromedp.NewContext(allocator)
	dir, err := os.MkdirTemp("", "barline-desk-")
	if err != nil {
		panic(err) // without a folder for files there is nothing to test
	}
	shared = common{
		browser: sync.OnceValues(func() (context.Context, error) { return browser, chromedp.Do(browser) }),
		folder:  sync.OnceValues(func() (string, error) { return dir, writeDesk(dir) }),
		turns:   make(chan struct{}, 2),
	}
	code := m.Run()
	stopBrowser()
	stopAllocator()
	os.RemoveAll(dir)
	os.Exit(code)
}
