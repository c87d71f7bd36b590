// Package host is the surroundings of a running viewer: the page in the
// browser (files ending in _js), the window on the desktop (files ending in
// _desktop). Both run one viewer.Viewer inside an Ebitengine game and carry
// samples to it and effects from it.
//
// It is the only room, with main, that reads a clock or keeps anything that
// the rest of the program could not be given as an argument.
package host
