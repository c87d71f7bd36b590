//go:build !js

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "desk is the worker of a page: make desk builds it, and barline desk serves it")
	os.Exit(2)
}
