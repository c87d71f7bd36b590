package main

import (
	"fmt"
	"io"
	"os"
	"path"

	"github.com/spf13/cobra"

	"barline/publish"
	"barline/publish/pack"
)

func buildCommand() *cobra.Command {
	var out, base, one string
	var o publish.WriteOptions
	flags := importFlags{strict: true}
	c := &cobra.Command{
		Use:   "build STORY -o DIR | --single FILE",
		Short: "Publishes a story as a folder that any web server can hold",
		Long: `Publishes a story as a folder that any web server can hold.

The folder holds the page, a page and a card for each event, the data for
download, everything compressed beforehand, and what servers must be told
(servers/nginx.conf, servers/Caddyfile, _headers). All addresses in it are
relative. Files in the folder that barline did not write stay.

--single writes one HTML file instead that holds everything, the editions included, and
opens from a disk.

STORY is a story file, a table of events, anything that import reads, or the address
of one of these, which is fetched once. A row that cannot be read is an error here.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case out == "" && one == "":
				return usageError{fmt.Errorf("build needs a folder to write to: -o DIR, or a file: --single FILE.html")}
			case out != "" && one != "":
				return usageError{fmt.Errorf("-o writes a folder and --single a file: say one of them")}
			}
			where, err := baseURL(base)
			if err != nil {
				return usageError{err}
			}
			if one != "" {
				return buildSingle(c, args[0], one, where, &flags)
			}
			ctx := c.Context()
			p := progressOn(c.ErrOrStderr())
			defer p.done()
			options := publish.Options{Context: ctx, URL: where, Progress: p.say}
			s, err := untilStopped(ctx, func() (publish.Site, error) {
				s, err := site(c, args[0], &flags, options)
				if err != nil {
					return nil, err
				}
				return s, s.Pack(options)
			})
			if err != nil {
				return err
			}
			p.say("writing")
			if err := s.Write(ctx, out, o); err != nil {
				return err
			}
			p.done()
			if where == "" {
				fmt.Fprintln(c.ErrOrStderr(), "left out: canonical address, pictures for social networks and oEmbed, which must be absolute; --url https://… says where the page will stand")
			}
			summarise(c.OutOrStdout(), out, s)
			return nil
		},
	}
	flags.register(c)
	f := c.Flags()
	f.StringVarP(&out, "output", "o", "", "the folder to write")
	f.StringVar(&one, "single", "", "the one HTML file to write instead of a folder")
	f.StringVar(&base, "url", "", "where the page will stand, as https://example.org/timeline/")
	f.BoolVar(&o.Prune, "prune", false, "remove former builds' files, which pages in caches may still ask for")
	return c
}

// baseURL checks an address and gives it the slash that ends it.
func baseURL(s string) (string, error) {
	where, err := publish.BaseURL(s)
	if err != nil {
		return "", fmt.Errorf("--url %w", err)
	}
	return where, nil
}

// progress shows on a terminal what is being done; elsewhere it is silent.
type progress struct{ to io.Writer }

func progressOn(w io.Writer) *progress {
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			return &progress{f}
		}
	}
	return &progress{}
}

func (p *progress) say(what string) {
	if p.to != nil {
		fmt.Fprintf(p.to, "\r\x1b[K%s …", what)
	}
}

func (p *progress) done() {
	if p.to != nil {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// summarise says what was written and what it weighs on its way to a reader.
func summarise(w io.Writer, dir string, s publish.Site) {
	smallest := pack.Codings()[0]
	sent := func(name string) int {
		if packed, ok := s[name+smallest.Ending]; ok {
			return len(packed)
		}
		return len(s[name])
	}
	fonts := 0
	for name := range s {
		if path.Ext(name) == ".ttf" {
			fonts += sent(name)
		}
	}
	row := func(what string, bytes int) { fmt.Fprintf(w, "  %-26s %8.1f kB\n", what, float64(bytes)/1000) }
	page, scripts, engine := sent("index.html"), sent(s.Named("page.js"))+sent(s.Named("many.js"))+sent(s.Named("live.js"))+sent(s.Named("many-live.js"))+sent(s.Named("late.css")), sent(s.Named("engine.wasm"))+sent(s.Named("wasm_exec.js"))
	fmt.Fprintf(w, "%s: %d files, %.1f MB; of that a reader fetches (%s)\n", dir, len(s)+1, float64(s.Bytes())/1e6, smallest.Name)
	row("the page, usable", page)
	row("scripts and late styles", scripts)
	row("fonts", fonts)
	row("the engine", engine)
	events := sent(s.Named("events.barline"))
	if events > 0 {
		row("the events", events)
	}
	row("all", page+scripts+fonts+engine+events)
}
