package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"barline/data/storyfile"
	"barline/data/yamltree"
	"barline/document"
	"barline/exporter"
	"barline/exporter/leftout"
)

func exportCommand() *cobra.Command {
	var out, as string
	var film filmFlags
	c := &cobra.Command{
		Use:   "export STORY -o FILE",
		Short: "Writes a story as a table, a calendar, a film, or in another notation",
		Long: `Writes a story as a table, a calendar, a film, or in another notation, by how
the name of the file ends:

  .yaml .yml .json   a story file
  .csv .xlsx         a table; read again, it is the same story
  .ics               a calendar (iCalendar)
  .timelinejs.json   the JSON of TimelineJS
  .mw                a text for markwhen
  .gif .apng         a film: the opening, then one event after another
  .mp4 .webm         the same as video, for which ffmpeg must be installed
  .png               one picture of the film (--frame); the picture command
                     draws the whole figure

A film is as long as its words take to read, but never longer than --seconds.
Where that is too short, events are told in few words, those without quotations
first, and then left out. The same story makes the same bytes each time.

What of the story is not in the file, or is there as text alone, is said.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if ending := filmFormat(out, as); ending != "" && out != "" {
				return exportFilm(c, args[0], out, ending, &film)
			}
			if err := film.refused(c, out); err != nil {
				return err
			}
			f, err := format(out, as)
			if err != nil {
				return err
			}
			return export(c, args[0], out, f)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the file to write, "+strings.Join(append(exporter.Endings(), filmEndings()...), ", "))
	c.Flags().StringVar(&as, "as", "", "the format, where the ending does not say it: "+strings.Join(formatNames(), ", "))
	film.register(c)
	return c
}

// format is the format of a file to write: the one that is named, else that of its
// ending.
func format(out, as string) (exporter.Format, error) {
	if out == "" {
		return 0, usageError{fmt.Errorf("export needs a file to write: -o FILE.csv")}
	}
	if as != "" {
		f, known := exporter.Named(as)
		if !known {
			return 0, usageError{fmt.Errorf("--as %s: the formats are %s", as, strings.Join(formatNames(), ", "))}
		}
		return f, nil
	}
	f, known := exporter.Of(out)
	if !known {
		return 0, usageError{fmt.Errorf("%s: export writes files that end in %s; --as says the format of another", out, strings.Join(append(exporter.Endings(), filmEndings()...), ", "))}
	}
	return f, nil
}

// formatNames are the names of all formats, those of films included.
func formatNames() []string {
	names := exporter.Names()
	for _, ending := range filmEndings() {
		names = append(names, ending[1:])
	}
	return names
}

func export(c *cobra.Command, from, to string, f exporter.Format) error {
	type exported struct {
		contents []byte
		left     []leftout.Item
		events   int
	}
	made, err := untilStopped(c.Context(), func() (exported, error) {
		read, err := open(c.Context(), from, c.InOrStdin(), c.ErrOrStderr())
		if err != nil {
			return exported{}, err
		}
		r, err := understood(read, &importFlags{strict: true})
		if err != nil {
			return exported{}, err
		}
		if r.Root == nil && f.IsStory() {
			return exported{}, tooManyEvents(from, r.Story.Len())
		}
		contents, left, err := exporter.Write(f, r.Story, r.Root)
		if err != nil {
			err = fmt.Errorf("%s: %w", from, err)
		} else if r.Own && isYAML(read.contents) && yamltree.HasComments(read.contents) {
			contents, left = withComments(f, read.contents, contents, left)
		}
		return exported{contents, left, r.Story.Len()}, err
	})
	if err != nil {
		return err
	}
	if err := document.WriteWhole(to, made.contents); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: %d events\n", to, made.events)
	sayLeftOut(c.ErrOrStderr(), made.left)
	return nil
}

// isYAML reports whether a story's file is written in YAML: no table, and not the JSON
// that is YAML, too.
func isYAML(contents []byte) bool {
	if bytes.HasPrefix(bytes.TrimLeft(contents, "\ufeff \t\r\n"), []byte("{")) {
		return false
	}
	root, err := yamltree.Parse(contents)
	return err == nil && root.Get("barline") != nil
}

// withComments writes the comments of a story file in YAML into another one, or says
// that they are not in the file that was made.
func withComments(f exporter.Format, story, made []byte, left []leftout.Item) ([]byte, []leftout.Item) {
	if f == exporter.YAML {
		if rewritten, kept := yamltree.Rewrite(story); kept {
			return rewritten, left
		}
	}
	return made, append([]leftout.Item{{What: "the comments of the file"}}, left...)
}

// tooManyEvents is a table that is no story file.
func tooManyEvents(from string, n int) error {
	return fmt.Errorf("%s: %d events are too many for a story file; a table of up to %d becomes one, and build and serve take the table as it is", from, n, storyfile.MostInTree)
}

// sayLeftOut says what a file does not hold, a line for each kind of thing.
func sayLeftOut(w io.Writer, left []leftout.Item) {
	for _, item := range left {
		fmt.Fprintln(w, item)
	}
}
