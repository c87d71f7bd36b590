package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"barline/data"
	"barline/internal/version"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Says which barline this is, and which story format it reads",
		Long: `Says which barline this is, and which story format it reads.

A release is called by its number, with the commit that it was built of and that
commit's day; anything else by its commit and day, with "changed" if files were built
that are not in the commit, or "unknown" if nobody noted any of it.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			fmt.Fprintf(c.OutOrStdout(), "barline %s\nstory format %d\n", version.Of().Details(), data.Version)
			return nil
		},
	}
}
