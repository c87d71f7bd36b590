package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"barline/exporter"
)

// importEndings are how the names of story files end.
func importEndings() []string { return []string{".yaml", ".yml", ".json"} }

func importCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "import FILE -o STORY",
		Short: "Makes a story file of a table of events",
		Long:  "Reads a table of events (CSV with a header row, or Parquet) or a story, and writes a story file, YAML or JSON.",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				return usageError{fmt.Errorf("import needs a file to write: -o FILE.yaml")}
			}
			f, known := exporter.Of(out)
			if !known || !f.IsStory() {
				return usageError{fmt.Errorf("%s: import writes files that end in %s", out, strings.Join(importEndings(), ", "))}
			}
			return export(c, args[0], out, f)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the file to write, "+strings.Join(importEndings(), ", "))
	return c
}
