// Package window tests the real window under a virtual display. It does not
// import Ebitengine, which will not even start without a display: it builds
// the program and watches it from outside.
package window
