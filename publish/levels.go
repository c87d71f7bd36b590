//go:build !desk

package publish

import (
	"github.com/evanw/esbuild/pkg/api"

	"barline/publish/shorten"
)

// The levels at which browsers are served, by the oldest that are. ARCHITECTURE.md
// says what each level promises; levels_test.go holds the built files to them.

// readable are the oldest browsers that a page is read in: its style sheets are
// written for them.
func readable() []api.Engine { return shorten.Readable() }

// pressable are the oldest that run the page's scripts and the article's: events
// open and close, and frames get their height.
func pressable() []api.Engine {
	return []api.Engine{{Name: api.EngineSafari, Version: "14"}, {Name: api.EngineChrome, Version: "87"}, {Name: api.EngineFirefox, Version: "78"}}
}

// live are the oldest that the engine runs in: they have WebGL 2 and what Go's
// compiler emits.
func live() []api.Engine {
	return []api.Engine{{Name: api.EngineSafari, Version: "15"}, {Name: api.EngineChrome, Version: "87"}, {Name: api.EngineFirefox, Version: "79"}}
}
