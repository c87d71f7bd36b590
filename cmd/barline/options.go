package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"barline/importer"
)

// importFlags are the options with which any file is read.
type importFlags struct {
	maps, dates                          []string
	day, bc, zone, lang, headline, sheet string
	century                              int
	centurySaid                          bool
	strict                               bool
}

// register declares the options of a command that reads files.
func (f *importFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.maps, "map", nil, "which column is which, as title=main or date=3 (the third); may stand several times")
	flags.StringSliceVar(&f.dates, "dates", nil, "what comes first in dates such as 3/4/2014: dmy, mdy or ymd; what 1905-06 is: months or years; the calendar: gregorian or solar; several with commas, as dmy,months")
	flags.IntVar(&f.century, "century", 0, "the first of the hundred years into which two-digit years fall: 1917 makes 46 1946 and 16 2016")
	flags.StringVar(&f.day, "day", "", "the day of times that say none, as 2024-03-26")
	flags.StringVar(&f.bc, "bc", "", "how years before Christ are counted: historical (-44 is 44 BC) or astronomical (-43 is)")
	flags.StringVar(&f.zone, "zone", "", "the time zone of times that say none, as Europe/Oslo")
	flags.StringVar(&f.lang, "lang", "", "the language of the texts, as en or fa-AF")
	flags.StringVar(&f.sheet, "sheet", "", "the worksheet to read of a workbook with several")
	flags.StringVar(&f.headline, "headline", "", "the story's headline")
}

// options are what was said, for the file of this name. Its errors are usage errors.
func (f *importFlags) options(name string) (importer.Options, error) {
	o := importer.Options{Dates: strings.Join(f.dates, ","), Century: f.century, Day: f.day, BC: f.bc, Zone: f.zone, Lang: f.lang, Headline: f.headline, Sheet: f.sheet, Strict: f.strict, Name: name}
	for _, m := range f.maps {
		field, column, ok := strings.Cut(m, "=")
		if !ok || field == "" || column == "" {
			return o, usageError{fmt.Errorf("--map %s: write FIELD=COLUMN, as title=main", m)}
		}
		if o.Map == nil {
			o.Map = map[string][]string{}
		}
		o.Map[field] = append(o.Map[field], column)
	}
	return o, nil
}

// isIn reports whether a word is one of several.
func isIn(word string, words ...string) bool { return slices.Contains(words, word) }
