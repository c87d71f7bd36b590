package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"barline/data"
	"barline/data/storyfile"
	"barline/document"
	"barline/importer"
	"barline/importer/columns"
	"barline/publish"
	"barline/publish/engine"
)

// read reads the story of any file that import reads.
func read(c *cobra.Command, path string, flags *importFlags) (*importer.Result, error) {
	f, err := open(c.Context(), path, c.InOrStdin(), c.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	return understood(f, flags)
}

// understood makes a story of a file.
func understood(f file, flags *importFlags) (*importer.Result, error) {
	o, err := flags.options(f.name)
	if err != nil {
		return nil, err
	}
	o.Base, o.Called = f.base, f.called
	r, err := importer.Import(f.contents, o)
	if unknown, ok := errors.AsType[*columns.UnknownError](err); ok {
		return nil, usageError{unknown}
	}
	if bad, ok := errors.AsType[*importer.OptionError](err); ok {
		return nil, usageError{bad}
	}
	return r, err
}

// site reads a story and publishes it in memory. How a file of others was read, and
// what should be known of the page, is said.
func site(c *cobra.Command, path string, flags *importFlags, o publish.Options) (publish.Site, error) {
	r, err := toPublish(c, path, flags, &o)
	if err != nil {
		return nil, err
	}
	e, err := readEngine()
	if err != nil {
		return nil, err
	}
	if err := advise(c.ErrOrStderr(), path, r.Story, o.Editions); err != nil {
		return nil, err
	}
	return publish.New(r.Story, r.Root, e, o)
}

// toPublish reads what a site is made of. The options get the story's editions and the
// files beside it.
func toPublish(c *cobra.Command, path string, flags *importFlags, o *publish.Options) (*importer.Result, error) {
	w := c.ErrOrStderr()
	r, err := read(c, path, flags)
	if err != nil {
		return nil, err
	}
	sayHowRead(w, r)
	others, err := editions(path, r.Story, w)
	if err != nil {
		return nil, err
	}
	for _, e := range others {
		o.Editions = append(o.Editions, publish.Edition{Story: e.Story, Root: e.Root})
	}
	if o.Proven, err = provenOn(path, "", r.Story); err != nil {
		return nil, err
	}
	for i, e := range others {
		if o.Editions[i].Proven, err = provenOn(e.File, path, e.Story); err != nil {
			return nil, err
		}
	}
	o.ReadFile = beside(path)
	return r, nil
}

// readEngine reads the engine that is built into this program. It takes a quarter of the
// time of publishing a page: the compressed ones are unpacked, to see whether they are of
// this engine.
func readEngine() (publish.Engine, error) {
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		return publish.Engine{}, err
	}
	licences, err := engine.Licences()
	return publish.Engine{WASM: wasm, Loader: loader, Packed: packed, Licences: licences}, err
}

// sayHowRead says how a file that is no story of ours was read.
func sayHowRead(w io.Writer, r *importer.Result) {
	if r.Own {
		return
	}
	for _, line := range r.Report.Text() {
		fmt.Fprintln(w, line)
	}
}

// beside reads files by their paths from a story's.
func beside(path string) func(name string) ([]byte, error) {
	if path == "-" || isAddress(path) {
		path = "" // nothing is beside it but what is here
	}
	return document.Beside(path)
}

// advise says what those who publish a story should know of its page and of those of its
// editions.
func advise(w io.Writer, path string, story *data.Story, editions []publish.Edition) error {
	say := func(of string, story *data.Story) error {
		advice, err := publish.Advice(story, beside(path))
		for _, a := range advice {
			fmt.Fprintln(w, of+a)
		}
		return err
	}
	if err := say("", story); err != nil {
		return err
	}
	for _, e := range editions {
		if err := say(e.Story.Lang()+": ", e.Story); err != nil {
			return err
		}
	}
	return nil
}

// sayColours says which colours of a story's theme fall short, where nothing else is
// published.
func sayColours(w io.Writer, path string, story *data.Story) error {
	advice, err := publish.ThemeAdvice(story, beside(path))
	for _, a := range advice {
		fmt.Fprintln(w, a)
	}
	return err
}

// mostNamedIDs is how many ids that are made of dates are printed.
const mostNamedIDs = 60

// sayAutomaticIDs prints the ids of events that have none of their own: they are
// the events' addresses, and change with their dates.
func sayAutomaticIDs(w io.Writer, s *data.Story) {
	ids := s.AutoIDs()
	if len(ids) == 0 {
		return
	}
	more := ""
	if n := len(ids) - mostNamedIDs; n > 0 {
		ids, more = ids[:mostNamedIDs], fmt.Sprintf(" and %d more", n)
	}
	fmt.Fprintf(w, "ids made of dates: %s%s; write id: in the story to keep an address when its date changes\n", strings.Join(ids, ", "), more)
}

// editions finds the story in other languages, in files beside it; what is left out is
// said to w.
func editions(path string, story *data.Story, w io.Writer) ([]storyfile.Edition, error) {
	if isAddress(path) {
		return nil, nil
	}
	found, leftOut, err := document.Editions(path, story)
	for _, line := range leftOut {
		fmt.Fprintln(w, line)
	}
	return found, err
}
