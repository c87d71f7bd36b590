package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"barline/document"
	"barline/exporter/leftout"
	"barline/publish"
)

// filmFlags are the options of films and of pictures of them.
type filmFlags struct {
	shape, theme, frame string
	width               int
	seconds             float64
}

func (f *filmFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.shape, "shape", "square", "of a film: "+strings.Join(publish.ReelShapes(), ", ")+" (1:1, 9:16, 16:9)")
	flags.IntVar(&f.width, "width", 0, "of a film: its width in pixels (1080, landscape 1920; GIF and APNG 600)")
	flags.StringVar(&f.theme, "theme", "light", "of a film: light or dark")
	flags.Float64Var(&f.seconds, "seconds", 90, fmt.Sprintf("of a film: how long it may be, %v to %v", publish.LeastReelSeconds, publish.MostReelSeconds))
	flags.StringVar(&f.frame, "frame", "first", "of a film: the picture that a .png shows: first (the opening, drawn), last, or seconds from the beginning")
}

// refused is a usageError if an option of films was given for a file that is none.
func (f *filmFlags) refused(c *cobra.Command, out string) error {
	for _, name := range []string{"shape", "width", "theme", "seconds", "frame"} {
		if c.Flags().Changed(name) && out != "" {
			return usageError{fmt.Errorf("--%s is for films (%s), and %s is none", name, strings.Join(filmEndings(), ", "), out)}
		}
	}
	return nil
}

// filmEndings are how the names of films and of pictures of them end.
func filmEndings() []string { return []string{".gif", ".apng", ".mp4", ".webm", ".png"} }

// filmFormat is the format of a film to write, as its ending: the one that is named, else
// that of the file. It is empty if something else is to be written.
func filmFormat(out, as string) string {
	ending := strings.ToLower(filepath.Ext(out))
	if as != "" {
		ending = "." + as
	}
	if isIn(ending, filmEndings()...) {
		return ending
	}
	return ""
}

// options are what was said, or a usageError.
func (f *filmFlags) options(c *cobra.Command, story, format string) (publish.ReelOptions, error) {
	o := publish.ReelOptions{Shape: f.shape, WidthPx: f.width, Dark: f.theme == "dark", MostSeconds: f.seconds, ReadFile: beside(story)}
	if !c.Flags().Changed("width") {
		switch {
		case isIn(format, ".gif", ".apng"):
			o.WidthPx = 600
		case f.shape == "landscape":
			o.WidthPx = 1920
		default:
			o.WidthPx = 1080
		}
	}
	var err error
	switch {
	case !isIn(f.theme, "light", "dark"):
		err = fmt.Errorf("--theme %s: write light or dark", f.theme)
	case !isIn(f.shape, publish.ReelShapes()...):
		err = fmt.Errorf("--shape %s: write %s", f.shape, strings.Join(publish.ReelShapes(), ", "))
	case o.WidthPx < publish.LeastReelWidth || o.WidthPx > publish.MostReelWidth:
		err = fmt.Errorf("--width %d: write %d to %d", o.WidthPx, publish.LeastReelWidth, publish.MostReelWidth)
	case !(f.seconds >= publish.LeastReelSeconds && f.seconds <= publish.MostReelSeconds):
		err = fmt.Errorf("--seconds %v: write %v to %v", f.seconds, publish.LeastReelSeconds, publish.MostReelSeconds)
	case c.Flags().Changed("frame") && format != ".png":
		err = fmt.Errorf("--frame is for .png; %s is the whole film", format)
	}
	if err != nil {
		return o, usageError{err}
	}
	return o, nil
}

// exportFilm writes a story as a film, or a picture of it.
func exportFilm(c *cobra.Command, from, to, format string, flags *filmFlags) error {
	o, err := flags.options(c, from, format)
	if err != nil {
		return err
	}
	var ffmpeg string
	if isVideo(format) {
		if ffmpeg, err = findFFmpeg(format); err != nil {
			return err
		}
	}
	film, err := untilStopped(c.Context(), func() (*publish.Reel, error) {
		r, err := read(c, from, &importFlags{strict: true})
		if err != nil {
			return nil, err
		}
		sayHowRead(c.ErrOrStderr(), r)
		if err := sayColours(c.ErrOrStderr(), from, r.Story); err != nil {
			return nil, err
		}
		return publish.NewReel(r.Story, o)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	if err := writeFilm(c, film, to, format, ffmpeg, flags.frame); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: %d by %d pixels", to, film.Width, film.Height)
	if format != ".png" {
		fmt.Fprintf(c.OutOrStdout(), ", %.1f seconds", film.Seconds())
	}
	fmt.Fprintln(c.OutOrStdout())
	if format != ".png" {
		sayLeftOut(c.ErrOrStderr(), leftOutOf(film, flags.seconds))
	}
	return nil
}

// writeFilm draws the film into its file.
func writeFilm(c *cobra.Command, film *publish.Reel, to, format, ffmpeg, frame string) error {
	progressBar := newBar(c.ErrOrStderr(), "Drawing")
	defer progressBar.end()
	said := func(done, total int) error {
		progressBar.show(done, total)
		return c.Context().Err()
	}
	if ffmpeg != "" {
		return writeVideo(c.Context(), film, to, format, ffmpeg, said)
	}
	contents, err := drawnWhole(c.Context(), film, format, frame, said)
	if err != nil {
		return err
	}
	return document.WriteWhole(to, contents)
}

// drawnWhole is the contents of a file that is written at once.
func drawnWhole(ctx context.Context, film *publish.Reel, format, frame string, said func(done, total int) error) ([]byte, error) {
	return untilStopped(ctx, func() ([]byte, error) {
		switch format {
		case ".gif":
			return film.GIF(said)
		case ".apng":
			return film.APNG(said)
		}
		contents, err := film.Still(frame)
		if err != nil {
			err = usageError{fmt.Errorf("--frame: %w", err)}
		}
		return contents, err
	})
}

// leftOutOf lists what of a story its film does not say.
func leftOutOf(film *publish.Reel, seconds float64) []leftout.Item {
	if !film.TellsEvents() {
		return []leftout.Item{{What: "the events one by one, which are too many: the film is the opening alone"}}
	}
	var left leftout.List
	within := fmt.Sprintf(", for which --seconds %v is too short", seconds)
	for _, id := range film.LeftOut() {
		left.Add("events"+within, id)
	}
	for _, id := range film.InBrief() {
		left.Add("quotations and texts of events"+within, id)
	}
	return left.Items()
}
