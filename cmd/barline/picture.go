package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"barline/document"
	"barline/publish"
)

func pictureCommand() *cobra.Command {
	var out, theme, view string
	var o publish.PictureOptions
	flags := importFlags{strict: true}
	c := &cobra.Command{
		Use:   "picture STORY -o FILE",
		Short: "Draws a story as a PNG or SVG, or as a PDF for print",
		Long: `Draws a story with its headline, by the ending of the file: as a PNG, an SVG, or as
a PDF for print, which has the figure and after it every event as text on pages of A4,
all of it vectors, whatever the options say of width, theme and view.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case out == "":
				return usageError{fmt.Errorf("picture needs a file to write: -o FILE.png, FILE.svg or FILE.pdf")}
			case theme != "light" && theme != "dark":
				return usageError{fmt.Errorf("--theme %s: write light or dark", theme)}
			case !(o.Scale >= 0.25 && o.Scale <= 8):
				return usageError{fmt.Errorf("--scale %v: write 0.25 to 8", o.Scale)}
			case view != "calendar" && view != "compare":
				return usageError{fmt.Errorf("--view %s: write calendar or compare", view)}
			}
			o.ReadFile = beside(args[0])
			o.Dark = theme == "dark"
			o.Compare = view == "compare"
			contents, err := untilStopped(c.Context(), func() ([]byte, error) {
				r, err := read(c, args[0], &flags)
				if err != nil {
					return nil, err
				}
				sayHowRead(c.ErrOrStderr(), r)
				if err := sayColours(c.ErrOrStderr(), args[0], r.Story); err != nil {
					return nil, err
				}
				return publish.Picture(r.Story, out, o)
			})
			if err != nil {
				return err
			}
			return document.WriteWhole(out, contents)
		},
	}
	flags.register(c)
	f := c.Flags()
	f.StringVarP(&out, "output", "o", "", "the file to write, .png, .svg or .pdf")
	f.StringVar(&theme, "theme", "light", "light or dark")
	f.StringVar(&view, "view", "calendar", "calendar or compare")
	f.StringVar(&o.Selected, "select", "", "the event whose popover is open")
	f.Float64Var(&o.WidthPx, "width", 1200, "width in px")
	f.Float64Var(&o.Scale, "scale", 2, "pixels of a PNG per px")
	return c
}
