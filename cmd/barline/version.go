package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"barline/data"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Says which barline this is, and which story format it reads",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			fmt.Fprintf(c.OutOrStdout(), "barline %s\nstory format %d\n", built(), data.Version)
			return nil
		},
	}
}

// built is the version that the program was built of: that of its module, or else the
// commit, with "changed" if files were not committed; "unknown" if nobody noted it.
func built() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	commit, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", changed"
		}
	}
	if commit == "" {
		return "unknown"
	}
	return commit + changed
}
