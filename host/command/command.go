//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"barline/internal/version"
)

// Exit codes, as of the other programs.
const (
	exitDone  = 0
	exitInput = 1
	exitUsage = 2
)

// line is what the command line of this process says.
var line Options

// Line is what the command line of this process says.
func Line() Options { return line }

func init() {
	if isTest(os.Args[0]) {
		return
	}
	if code := begin(os.Args[1:], os.Stdout, os.Stderr, display); code >= 0 {
		os.Exit(code)
	}
}

// isTest reports whether this process is a test of a package that imports this one: its
// options are those of go test.
func isTest(program string) bool {
	return strings.HasSuffix(strings.TrimSuffix(program, ".exe"), ".test")
}

// begin reads the command line, and looks for a display if a window is asked for. It
// returns the exit code of a process that ends here, else -1.
func begin(args []string, stdout, stderr io.Writer, display func() error) int {
	o, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "barline-window: %v\n\n%s", err, usage)
		return exitUsage
	case o.Version:
		fmt.Fprintln(stdout, "barline-window", version.Of().Details())
		return exitDone
	}
	if err := display(); err != nil {
		fmt.Fprintf(stderr, "barline-window: %v\n", err)
		return exitInput
	}
	line = o
	return -1
}
