package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"barline/data/canonical"
	"barline/document"
)

func fmtCommand() *cobra.Command {
	var check bool
	c := &cobra.Command{
		Use:   "fmt FILE…",
		Short: "Writes story files in their canonical form, comments kept",
		Long: `Writes story files, YAML or JSON, in place in their canonical form: fields in the order
of the format, two spaces to a level, quotation marks only where they are needed, long
texts folded. Comments stay with what they are written for, and blank lines stay, one at
most. What a story says stays what it is.

A file with errors is left as it is, and its errors are said. So is one with anchors or
aliases, for which there is no canonical form.

  barline fmt -           from standard input to standard output
  barline fmt --check …   changes nothing, lists the files that would be changed, and ends
                          with 1 if there are any`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			failed := false
			for _, path := range paths {
				changed, err := formatFile(c, path, check)
				if _, usage := errors.AsType[usageError](err); usage {
					return err
				}
				if err != nil {
					fmt.Fprintln(c.ErrOrStderr(), err)
				} else if check && changed {
					fmt.Fprintln(c.OutOrStdout(), path)
				}
				failed = failed || err != nil || check && changed
			}
			if failed {
				return quietError{}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&check, "check", false, "change nothing; list the files that would be changed")
	return c
}

// formatFile puts one file into its canonical form, and reports whether it was in another.
func formatFile(c *cobra.Command, path string, check bool) (changed bool, err error) {
	if isTable(path) {
		return false, usageError{fmt.Errorf("fmt: %s is no story file; barline import %s -o story.yaml makes one of a table", path, path)}
	}
	if path == "-" {
		was, err := io.ReadAll(c.InOrStdin())
		if err != nil {
			return false, err
		}
		is, err := canonical.Story("-", was)
		if err == nil && !check {
			_, err = c.OutOrStdout().Write(is)
		}
		return !bytes.Equal(was, is), err
	}
	// What a link leads to is written, the link stays.
	file, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false, err
	}
	was, err := os.ReadFile(file)
	if err != nil {
		return false, err
	}
	is, err := canonical.Story(path, was)
	if err != nil || bytes.Equal(was, is) || check {
		return !bytes.Equal(was, is), err
	}
	return true, document.RewriteWhole(file, is)
}

// isTable reports names of files that hold tables and no story files.
func isTable(path string) bool {
	switch filepath.Ext(path) {
	case ".csv", ".tsv", ".xlsx", ".parquet", ".ics", ".mw":
		return true
	}
	return false
}
