//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Options are what the command line says.
type Options struct {
	// Story is the file to open, or "".
	Story string
	// Event is the id of the event to open, or "".
	Event string
	// Theme is auto, light or dark, Contrast auto, standard, more or forced, Motion auto, full
	// or reduce: auto is what the system asks for.
	Theme, Contrast, Motion string
	// View is calendar or compare.
	View string
	// Edition is the language of the edition to show, or "".
	Edition string
	// WidthPx and HeightPx are the window's size, or 0.
	WidthPx, HeightPx int
	// State is the file that is kept in step with the window, or "".
	State string
	// Again: the story is opened in a window of its own although another shows it.
	Again bool
	// Version: the program only says which version it is.
	Version bool
	Import  Import
}

// Import are the options with which a file that is no story yet is read, as barline
// build takes them.
type Import struct {
	Map                                         []string
	Dates, Day, BC, Zone, Lang, Headline, Sheet string
	Century                                     int
}

// parse reads a command line without the program's name. It returns flag.ErrHelp where
// the usage is asked for; other errors are about wrong options.
func parse(args []string) (Options, error) {
	o := Options{}
	set := flags(&o)
	var stories []string
	for {
		if err := set.Parse(args); err != nil {
			return o, err
		}
		rest := set.Args()
		if len(rest) == 0 {
			break
		}
		// Options may stand after the story, but for what follows "--".
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			stories = append(stories, rest...)
			break
		}
		stories, args = append(stories, rest[0]), rest[1:]
	}
	if o.Story != "" {
		stories = append([]string{o.Story}, stories...)
	}
	if len(stories) > 1 {
		return o, fmt.Errorf("a window shows one story, and these are %d: %s", len(stories), strings.Join(stories, ", "))
	}
	if len(stories) == 1 {
		if o.Story = stories[0]; o.Story == "" {
			return o, errors.New("the name of the story is empty")
		}
	}
	return o, nil
}

// flags declares the options.
func flags(o *Options) *flag.FlagSet {
	set := flag.NewFlagSet("barline-window", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	one := func(to *string, name, first string, words ...string) {
		*to = first
		set.Func(name, "", func(s string) error {
			for _, w := range append(words, first) {
				if s == w {
					*to = s
					return nil
				}
			}
			return fmt.Errorf("write %s or %s", strings.Join(append([]string{first}, words[:len(words)-1]...), ", "), words[len(words)-1])
		})
	}
	set.StringVar(&o.Story, "story", "", "")
	set.StringVar(&o.Event, "open", "", "")
	one(&o.Theme, "theme", "auto", "light", "dark")
	one(&o.Contrast, "contrast", "auto", "standard", "more", "forced")
	one(&o.Motion, "motion", "auto", "full", "reduce")
	set.BoolFunc("reduce-motion", "", func(s string) error {
		if on, err := strconv.ParseBool(s); err != nil || !on {
			return err
		}
		o.Motion = "reduce"
		return nil
	})
	one(&o.View, "view", "calendar", "compare")
	set.StringVar(&o.Edition, "edition", "", "")
	set.StringVar(&o.State, "state", "", "")
	set.BoolVar(&o.Again, "again", false, "")
	set.BoolVar(&o.Version, "version", false, "")
	set.Func("size", "", func(s string) error {
		var rest string
		n, _ := fmt.Sscanf(s, "%dx%d%s", &o.WidthPx, &o.HeightPx, &rest)
		if n != 2 || o.WidthPx < leastPx || o.HeightPx < leastPx {
			return errors.New("write width and height in px like 1100x860, each 200 or more")
		}
		return nil
	})
	i := &o.Import
	set.Func("map", "", func(s string) error {
		field, column, ok := strings.Cut(s, "=")
		if !ok || field == "" || column == "" {
			return errors.New("write FIELD=COLUMN, as title=main")
		}
		i.Map = append(i.Map, s)
		return nil
	})
	set.Func("dates", "", func(s string) error {
		i.Dates = strings.TrimPrefix(i.Dates+","+s, ",")
		return nil
	})
	set.StringVar(&i.Day, "day", "", "")
	set.StringVar(&i.BC, "bc", "", "")
	set.StringVar(&i.Zone, "zone", "", "")
	set.StringVar(&i.Lang, "lang", "", "")
	set.StringVar(&i.Headline, "headline", "", "")
	set.StringVar(&i.Sheet, "sheet", "", "")
	set.IntVar(&i.Century, "century", 0, "")
	return set
}

// leastPx is the least width and height of a window.
const leastPx = 200
