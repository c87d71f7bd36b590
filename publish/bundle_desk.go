//go:build desk

package publish

import "fmt"

// The desk's worker is fetched by a browser, and has no esbuild in it: its scripts were
// joined when it was built, and Bundles.Style shortens style sheets.

func script(name string) ([]byte, error) { return nil, notJoined("the script " + name) }

func loader([]byte) ([]byte, error) { return nil, notJoined("the engine's loader") }

func style(name string, _ []byte) ([]byte, error) { return nil, notJoined("the style sheet " + name) }

func notJoined(what string) error {
	return fmt.Errorf("%s was not joined when the desk was built; build it anew with make desk", what)
}
