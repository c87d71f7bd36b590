package command

import "flag"

// Names are the options.
func Names() (all []string) {
	flags(&Options{}).VisitAll(func(f *flag.Flag) { all = append(all, f.Name) })
	return all
}
