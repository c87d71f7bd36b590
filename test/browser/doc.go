// Package browser tests the published page from outside, in real Chromium:
// real mouse, touch and key events go in; states, boxes, attributes and
// pixels come out. It knows nothing but the public names.
//
//	chromium   one browser for the whole package
//	site       a published story on a server of its own, well or badly behaved
//	tab        a fresh tab: opens a page, asks it, waits for its states
//	hand       mouse, touch and keyboard
//	picture    what the screen shows
//
// A test waits for states, never for time. It fails by itself on console
// errors, page errors, failed requests and requests to other origins, unless
// the test is about them.
package browser
