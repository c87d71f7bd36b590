package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"barline/data/storyfile"
	"barline/data/tree"
	"barline/document"
	"barline/importer"
)

func importCommand() *cobra.Command {
	var flags importFlags
	var out, report string
	var force, update bool
	c := &cobra.Command{
		Use:   "import FILE|- -o STORY",
		Short: "Makes a story file of a table, a calendar, or another tool's timeline",
		Long: `Makes a story file of what you have: a spreadsheet (CSV, TSV, XLSX, Parquet, cells
pasted into standard input as -), TimelineJS (JSON or sheet), vis-timeline, markwhen,
iCalendar, JSON with a list of things, or the address of one of these.

What the columns mean is found by their names and by what is in them; --map says
otherwise. A question that only you can answer ends with 1 and names the option that
answers it; nothing is written then. Rows that cannot be read are left out and listed;
with --strict they are errors.

A story that is there already is only replaced with --force. --update takes the file
into it: new rows are added and changed ones changed; what was written by hand stays,
and rows that went are listed. It knows by STORY.import.json, which every import writes
beside the story, what the file said before.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := isStoryFile(out); err != nil {
				return err
			}
			if force && update {
				return usageError{errors.New("--force replaces the story and --update keeps it: say one of them")}
			}
			for _, path := range []string{out, report} {
				if err := document.HasFolder(path); path != "" && err != nil {
					return err // before anything is fetched and read
				}
			}
			there, err := exists(out)
			if err != nil {
				return err
			}
			if there && !force && !update {
				return fmt.Errorf("%s is there already, and may have been edited; say --update to take the file into it, or --force to replace it", out)
			}
			r, err := untilStopped(c.Context(), func() (*importer.Result, error) { return read(c, args[0], &flags) })
			if err != nil {
				return err
			}
			return writeImport(c, r, importTo{out: out, report: report, update: update && there})
		},
	}
	flags.register(c)
	f := c.Flags()
	f.StringVarP(&out, "output", "o", "", "the story file to write, .yaml, .yml or .json")
	f.BoolVar(&flags.strict, "strict", false, "a row that cannot be read is an error")
	f.BoolVar(&force, "force", false, "replace a story that is there already")
	f.BoolVar(&update, "update", false, "take the file into a story that is there already")
	f.StringVar(&report, "report", "", "write all of the report to this file, as JSON")
	return c
}

func storyEndings() []string { return []string{".yaml", ".yml", ".json"} }

func exists(path string) (bool, error) {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// importTo is where an import goes.
type importTo struct {
	out, report string
	update      bool // the story is there, and is kept
}

// writeImport writes what came of an import, all of it or nothing.
func writeImport(c *cobra.Command, r *importer.Result, to importTo) error {
	if r.Root == nil {
		return fmt.Errorf("%s: %d events are too many for a story file; a table of up to %d becomes one, and build and serve take the table as it is", r.Report.File, r.Story.Len(), storyfile.MostInTree)
	}
	contents, memory, changes, err := storyText(r, to)
	if err != nil {
		return err
	}
	if len(contents) > tree.MaxBytes {
		return fmt.Errorf("%s: a story file of %d bytes is more than the %d that are read; build and serve take the table as it is", r.Report.File, len(contents), tree.MaxBytes)
	}
	if to.report != "" {
		text, err := json.MarshalIndent(&r.Report, "", "  ")
		if err != nil {
			return err
		}
		if err := document.WriteWhole(to.report, append(text, '\n')); err != nil {
			return err
		}
	}
	if err := document.WriteWhole(to.out, contents); err != nil {
		return err
	}
	if err := document.WriteWhole(memoryOf(to.out), memory); err != nil {
		return err
	}
	sayImport(c.OutOrStdout(), r, to.out, changes)
	return nil
}

func sayImport(w io.Writer, r *importer.Result, out string, changes []string) {
	sayHowRead(w, r)
	for _, line := range changes {
		fmt.Fprintln(w, line)
	}
	words := "events"
	if r.Story.Len() == 1 {
		words = "event"
	}
	fmt.Fprintf(w, "%s: %d %s\n", out, r.Story.Len(), words)
}

// memoryOf is the file in which an import remembers what it wrote into a story.
func memoryOf(story string) string {
	return strings.TrimSuffix(story, filepath.Ext(story)) + ".import.json"
}

// isStoryFile checks the name of the story file to write.
func isStoryFile(out string) error {
	if out == "" {
		return usageError{errors.New("import needs a file to write: -o FILE.yaml")}
	}
	if !slices.Contains(storyEndings(), strings.ToLower(filepath.Ext(out))) {
		return usageError{fmt.Errorf("%s: import writes files that end in %s", out, strings.Join(storyEndings(), ", "))}
	}
	return nil
}
