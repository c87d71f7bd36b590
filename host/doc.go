// Package host is the surroundings of a running viewer: the page in the
// browser (files ending in _js), the window on the desktop (files ending in
// _desktop). Both run one viewer.Viewer inside an Ebitengine game and carry
// samples to it and effects from it. What differs between the systems of desktops is in
// files that end in a system's name, or in _other.
//
// The window opens files beside itself: open makes all that is needed to show a story, on
// a thread of its own, and attend takes it over when it is due. While nothing moves the
// window sleeps; what happens beside it calls wake.
//
// It is the only room, with main, that reads a clock or keeps anything that
// the rest of the program could not be given as an argument.
package host
