package importer

import (
	"slices"
	"strconv"
	"strings"
)

// Answer takes an answer to a question in, as the option of the command line of that name
// would be. What was said before about the same is replaced. Its errors are of type
// *OptionError.
func (o *Options) Answer(option, value string) error {
	next := *o
	switch option {
	case "dates":
		kept := slices.DeleteFunc(answersOf(o.Dates), func(given string) bool {
			return slices.ContainsFunc(answersOf(value), func(a string) bool { return subject(a) == subject(given) })
		})
		next.Dates = strings.Join(append(kept, answersOf(value)...), ",")
	case "century":
		n, err := strconv.Atoi(value)
		if err != nil {
			return &OptionError{"--century " + value + ": write the first of a hundred years, such as 1917"}
		}
		next.Century = n
	case "day":
		next.Day = value
	case "bc":
		next.BC = value
	case "zone":
		next.Zone = value
	case "lang":
		next.Lang = value
	case "headline":
		next.Headline = value
	case "sheet":
		next.Sheet = value
	case "map":
		field, column, ok := strings.Cut(value, "=")
		if !ok || field == "" || column == "" {
			return &OptionError{"--map " + value + ": write FIELD=COLUMN, as title=main"}
		}
		all := map[string][]string{}
		for f, c := range o.Map {
			all[f] = c
		}
		all[field] = []string{column}
		next.Map = all
	default:
		return &OptionError{"--" + option + ": there is no such option"}
	}
	if _, err := next.dates(); err != nil {
		return err
	}
	*o = next
	return nil
}
