// Barline shows a story's timeline: in the browser when built for js/wasm, in
// a window of its own everywhere else.
package main

import (
	"fmt"
	"os"

	"barline/host"
)

func main() {
	if err := host.Main(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
