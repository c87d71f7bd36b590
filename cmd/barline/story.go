package main

import (
	"fmt"
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

// site reads a story and publishes it in memory.
func site(path string) (publish.Site, error) {
	story, root, err := read(path)
	if err != nil {
		return nil, err
	}
	wasm, loader, err := engine.Read()
	if err != nil {
		return nil, err
	}
	return publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader})
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
			return nil
		},
	}
}

func buildCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "build STORY -o DIR",
		Short: "Publishes a story as a folder that any web server can hold",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				return usageError{fmt.Errorf("build needs a folder to write to: -o DIR")}
			}
			s, err := site(args[0])
			if err != nil {
				return err
			}
			if err := s.Write(out); err != nil {
				return err
			}
			total := 0
			for _, contents := range s {
				total += len(contents)
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %d files, %d KB\n", out, len(s), (total+512)/1024)
			return nil
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the folder to write")
	return c
}
