package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"barline/document"
	"barline/importer/shell"
)

//go:embed starter.yaml
var starter string

func newCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:   "new [-o FILE]",
		Short: "Writes a story to begin with, in which comments explain the fields",
		Long: `Writes a small story in YAML to standard output, or to a new file. Its comments explain
the fields that an editor needs; write your own events over it. A file that is there
already is left as it is.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("new: a file to write is named with -o: barline new -o %s", shell.Quoted(args[0]))}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if output == "" {
				_, err := c.OutOrStdout().Write([]byte(starter))
				return err
			}
			if ending := filepath.Ext(output); !isIn(ending, ".yaml", ".yml") {
				return usageError{fmt.Errorf("new: %s: the story to begin with is YAML, which has comments; name a file that ends in .yaml", output)}
			}
			if _, err := os.Lstat(output); err == nil {
				return fmt.Errorf("%s is there already, and was left as it is; name another file, or remove it first", output)
			} else if !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if err := document.WriteWhole(output, []byte(starter)); err != nil {
				return err
			}
			fmt.Fprintf(c.ErrOrStderr(), "%s is written; look at it with: barline serve %s\n", output, shell.Quoted(output))
			return nil
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "the file to write, which must not be there yet")
	return c
}
