package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/data/yamltree"
	"barline/publish"
)

func importCommand() *cobra.Command {
	return conversion("import FILE -o STORY", "Makes a story file of a table of events",
		"Reads a table of events (CSV with a header row, or Parquet) or a story, and writes a story file, YAML or JSON.",
		".yaml", ".yml", ".json")
}

func exportCommand() *cobra.Command {
	return conversion("export STORY -o FILE", "Writes a story as a table of events, or in another notation",
		"Writes a story as a table of events (CSV), or as YAML or JSON. A table holds no waits, notes and bases.",
		".csv", ".yaml", ".yml", ".json")
}

// conversion is a command that reads a story and writes it out with one of
// these endings.
func conversion(use, short, long string, endings ...string) *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: use, Short: short, Long: long,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := written(out, c.Name(), endings...); err != nil {
				return err
			}
			return convert(c, args[0], out)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the file to write, "+strings.Join(endings, ", "))
	return c
}

// written checks the name of a file to write.
func written(out, verb string, endings ...string) error {
	if out == "" {
		return usageError{fmt.Errorf("%s needs a file to write: -o FILE%s", verb, endings[0])}
	}
	for _, e := range endings {
		if strings.EqualFold(filepath.Ext(out), e) {
			return nil
		}
	}
	return usageError{fmt.Errorf("%s: %s writes files that end in %s", out, verb, strings.Join(endings, ", "))}
}

func convert(c *cobra.Command, from, to string) error {
	events := 0
	contents, err := untilStopped(c.Context(), func() ([]byte, error) {
		story, root, err := read(from)
		if err != nil {
			return nil, err
		}
		events = story.Len()
		return converted(story, root, from, strings.ToLower(filepath.Ext(to)))
	})
	if err != nil {
		return err
	}
	if err := writeWhole(to, contents); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: %d events\n", to, events)
	return nil
}

// converted is a story as a file with an ending; from is where it was read.
func converted(story *data.Story, root *tree.Node, from, ending string) ([]byte, error) {
	if root == nil && ending != ".csv" {
		return nil, fmt.Errorf("%s: %d events are too many for a story file; a table of up to %d becomes one, and build and serve take the table as it is", from, story.Len(), storyfile.MostInTree)
	}
	contents, err := inNotation(story, root, ending)
	if err != nil {
		return nil, err
	}
	if ending != ".csv" && len(contents) > tree.MaxBytes {
		return nil, fmt.Errorf("%s: a story file of %d bytes is more than the %d that are read; build and serve take the table as it is", from, len(contents), tree.MaxBytes)
	}
	return contents, nil
}

// inNotation writes a story out, by the ending of its file.
func inNotation(story *data.Story, root *tree.Node, ending string) ([]byte, error) {
	switch ending {
	case ".csv":
		return publish.Table(story), nil
	case ".json":
		var out bytes.Buffer
		err := json.Indent(&out, tree.AppendJSON(nil, root), "", "  ")
		out.WriteByte('\n')
		return out.Bytes(), err
	}
	return yamltree.Append(nil, root)
}
