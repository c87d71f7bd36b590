// Package chromium drives Chromium for tests, over the DevTools protocol: one browser for
// a package's tests, and tabs that are asked, and that collect what goes wrong in them.
package chromium

import (
	"context"
	"os"

	"github.com/chromedp/chromedp"
)

// New returns a browser that starts with the first test that needs one, and ends with
// stop. Flags are added to those that all tests need.
func New(flags ...chromedp.ExecAllocatorOption) (start func() (context.Context, error), stop func()) {
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
		chromedp.Flag("disable-features", "Translate,PreloadTopChromeWebUI"),
		// Pictures must not depend on the screen that is not there.
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("hide-scrollbars", true),
	)
	// The launcher script writes to its output; so does the browser itself.
	for _, path := range []string{"/usr/bin/chromium", "/usr/lib/chromium/chromium"} {
		if _, err := os.Stat(path); err == nil {
			options = append(options, chromedp.ExecPath(path))
			break
		}
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	browser, stopBrowser := chromedp.NewContext(allocator)
	start = func() (context.Context, error) { return browser, chromedp.Do(browser) }
	return start, func() { stopBrowser(); stopAllocator() }
}
