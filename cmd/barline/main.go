// Command barline is the newsroom's tool: it checks, publishes and serves
// stories. It is pure Go and needs no display.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes, as documented.
const (
	exitDone  = 0
	exitInput = 1 // the input has errors, or a file cannot be read or written
	exitUsage = 2
)

// usageError is a mistake in how barline was called.
type usageError struct{ error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// Told a second time, it ends at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// rootCommand is the tool, which reads standard input from in.
func rootCommand(in io.Reader) *cobra.Command {
	root := &cobra.Command{
		Use:           "barline",
		Short:         "Publishes timelines that say how sure they are",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("there is no command %q", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(buildCommand(), serveCommand(), checkCommand(), newCommand(), fmtCommand(), importCommand(), exportCommand(), pictureCommand(), schemaCommand(), deskCommand(), licensesCommand(), versionCommand())
	for _, c := range append(root.Commands(), root) {
		c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
		if args := c.Args; args != nil {
			c.Args = func(c *cobra.Command, a []string) error {
				if err := args(c, a); err != nil {
					return usageError{err}
				}
				return nil
			}
		}
	}
	root.SetIn(in)
	return root
}

// run is the program: it does what args say and returns its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := rootCommand(os.Stdin)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "barline: %v; see barline help\n", usage.error)
		return exitUsage
	}
	if _, quiet := errors.AsType[quietError](err); !quiet {
		fmt.Fprintln(stderr, err)
	}
	return exitInput
}
