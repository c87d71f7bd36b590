//go:build !js

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "deskparquet is a part of a page: make desk builds it")
	os.Exit(2)
}
