package main

import (
	"github.com/spf13/cobra"

	"barline/data"
	"barline/document"
)

func schemaCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:   "schema [-o FILE]",
		Short: "Writes the JSON Schema of stories, with which editors complete and underline them",
		Long: `Writes the JSON Schema (2020-12) of story files to standard output, or to a file.

With it beside the story, Visual Studio Code (with its YAML extension) and other editors
complete fields and underline mistakes while you write. In YAML the first line names it:

  # yaml-language-server: $schema=story.schema.json

in JSON the first field:

  "$schema": "story.schema.json",

Every published site has it as well, as story.schema.json beside story.json.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if output == "" {
				_, err := c.OutOrStdout().Write(data.Schema())
				return err
			}
			return document.WriteWhole(output, data.Schema())
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "the file to write")
	return c
}
