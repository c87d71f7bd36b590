package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/publish"
	"barline/publish/engine"
)

// read reads and decodes a story file.
func read(path string) (*data.Story, *tree.Node, error) {
	contents, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	return storyfile.Decode(path, contents)
}

// site reads a story and publishes it in memory. What should be known of it is
// said to w.
func site(path string, o publish.Options, w io.Writer) (publish.Site, error) {
	story, root, err := read(path)
	if err != nil {
		return nil, err
	}
	if err := advise(w, story); err != nil {
		return nil, err
	}
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		return nil, err
	}
	return publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed}, o)
}

// advise says what those who publish a story should know of its page.
func advise(w io.Writer, story *data.Story) error {
	advice, err := publish.Advice(story)
	for _, a := range advice {
		fmt.Fprintln(w, a)
	}
	return err
}

func checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check STORY",
		Short: "Says what is wrong with a story, with place and mend",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			story, _, err := read(args[0])
			if err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: no errors; %d events\n", args[0], story.Len())
			return advise(c.OutOrStdout(), story)
		},
	}
}
