// Package desk tests the desk from outside, in real browsers: the whole way from a
// spreadsheet, a TimelineJS file and nothing to a published timeline, with real keys and
// presses; what happens when a tab, the network or the worker is lost; and whether
// everybody can use it.
//
//	chromium  one browser for the package
//	desk      the desk as a folder, on a plain file server
//	tab       a fresh tab in a profile of its own: asks, waits, presses, types
//	way       the three starts
//	tutorial  docs/desk.md, whose pictures are taken here (-update writes them)
//
// A test waits for states, never for time, and fails by itself on errors of the page and
// on requests to other origins.
package desk
