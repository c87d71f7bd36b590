// Package command is the window's command line, and what must be known before
// Ebitengine starts.
//
// Ebitengine looks for a display while its packages are initialised, and panics where
// there is none: no code of ours that imports it can explain, print the usage, or
// refuse a wrong option without a display. This package does so in its own
// initialisation. Go initialises packages in the order of their paths as soon as all
// that they import has been; this one imports nothing that Ebitengine does not import
// too, but for internal/version, of which the same holds, and its path comes first, so it
// is initialised before Ebitengine. A test of the window starts it without a display, and
// fails if that is so no longer.
package command
