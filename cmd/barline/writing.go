package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"barline/check"
	"barline/check/proof"
	"barline/data"
	"barline/desk/review"
	"barline/publish"
	"barline/publish/preview"
)

// writing follows a story while it is written. A story that breaks is reported, and the page
// before it stays.
type writing struct {
	c       *cobra.Command
	path    string
	flags   *importFlags
	sources []string
	site    atomic.Pointer[publish.Site] // the one published last
	engine  func() (publish.Engine, error)
	bundles publish.Bundles
	used    usedFiles // the files beside the story that its pages were made of
	preview *preview.Handler
	state   preview.State // as it was shown last
	broken  error         // why the story as it is now cannot be published
}

// newWriting begins to write a story. What is the same for all its pages is read once.
func newWriting(c *cobra.Command, path string, flags *importFlags, sources []string) *writing {
	return &writing{c: c, path: path, flags: flags, sources: sources, engine: sync.OnceValues(readEngine)}
}

// follow publishes the story anew when its files change. What no page waits for comes
// after that: what is wrong with it, and then the pages of events and the pictures for
// social networks, which a further change interrupts.
func (d *writing) follow(ctx context.Context, w *fsnotify.Watcher) {
	log := d.c.ErrOrStderr()
	d.state = preview.State{Version: 1, Story: filepath.Base(d.path), Checking: true}
	d.preview.Show(d.state)
	stop, rest := func() {}, func() {}
	defer func() { stop() }()
	for {
		examined := make(chan struct{})
		go func(rest func()) {
			d.examine(w)
			d.preview.Show(d.state)
			close(examined)
			rest()
		}(rest)
		if w == nil {
			<-ctx.Done()
			return
		}
		changed := next(ctx, w, d.path, slices.Concat(d.sources, d.used.all()), log)
		stop()
		if !changed {
			return
		}
		<-examined
		round, cancel := context.WithCancel(ctx)
		stop, rest = cancel, d.again(round, log)
	}
}

// again publishes the story as it is now, and returns what is left to do.
func (d *writing) again(ctx context.Context, log io.Writer) (rest func()) {
	var others func() (publish.Site, error)
	o := publish.Options{Context: ctx, Preview: true, Bundles: &d.bundles, Later: func(do func() (publish.Site, error)) { others = do }}
	s, story, err := d.publish(&o)
	if ctx.Err() != nil {
		return func() {}
	}
	d.broken, d.state.Broken, d.state.Checking = err, err != nil, true
	if err != nil {
		fmt.Fprintf(log, "%v\nthe page before this change stays\n", err)
		return func() {}
	}
	// What is not made yet is as it was before.
	whole := maps.Clone(*d.site.Load())
	maps.Copy(whole, s)
	d.site.Store(&whole)
	d.state.Version++
	d.preview.Show(d.state)
	fmt.Fprintf(log, "%s: published anew\n", d.path)
	return func() {
		// It takes a while to find out, and no page waits for it.
		if err := advise(log, d.path, story, o.Editions); err != nil {
			fmt.Fprintln(log, err)
		}
		made, err := others()
		if err != nil {
			return // interrupted; build says what else is wrong
		}
		full := maps.Clone(s)
		maps.Copy(full, made)
		d.site.CompareAndSwap(&whole, &full)
	}
}

// publish reads the story as it is now and makes its site.
func (d *writing) publish(o *publish.Options) (publish.Site, *data.Story, error) {
	r, err := toPublish(d.c, d.path, d.flags, o)
	if err != nil {
		return nil, nil, err
	}
	e, err := d.engine()
	if err != nil {
		return nil, nil, err
	}
	o.ReadFile = d.used.noting(filepath.Dir(d.path), o.ReadFile)
	s, err := publish.New(r.Story, r.Root, e, *o)
	return s, r.Story, err
}

// usedFiles are files that were read, by their paths. The zero value is ready for use,
// by several at once.
type usedFiles struct {
	lock  sync.Mutex
	paths map[string]bool
}

// noting is read, which takes paths from a folder, and keeps which ones it was asked for:
// those that are not there, too, for they may come.
func (u *usedFiles) noting(folder string, read func(name string) ([]byte, error)) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		u.lock.Lock()
		if u.paths == nil {
			u.paths = map[string]bool{}
		}
		u.paths[filepath.Join(folder, filepath.FromSlash(name))] = true
		u.lock.Unlock()
		return read(name)
	}
}

// all are the paths, in the order of their letters.
func (u *usedFiles) all() []string {
	u.lock.Lock()
	defer u.lock.Unlock()
	return slices.Sorted(maps.Keys(u.paths))
}

// examine finds out what is wrong with the story as it is now, and how its quotations
// stand in their reports.
func (d *writing) examine(w *fsnotify.Watcher) {
	e, err := examine(d.c, d.path, d.flags, checkOptions{sources: d.sources}, io.Discard)
	found := e.findings
	if err != nil {
		found = append(found, review.Failure(d.path, err)...)
	}
	if d.broken != nil && !check.HasErrors(found) {
		found = append(found, review.Failure(d.path, d.broken)...)
	}
	check.Sort(found)
	d.state.Checking, d.state.Problems, d.state.Quotes = false, nil, nil
	texts := map[string][]string{}
	for _, f := range found {
		if f.Severity == check.Note || len(d.state.Problems) == mostProblems {
			continue
		}
		d.state.Problems = append(d.state.Problems, preview.Problem{File: filepath.Base(f.File), Line: f.Line, Column: f.Column,
			Severity: f.Severity.String(), Code: f.Code, Message: messageOf(f), Fix: f.Fix, Passage: passage(texts, f.File, f.Line)})
	}
	if err == nil {
		d.state.Quotes = quotesOf(e)
	}
	alsoWatch(w, d.path, d.sources, d.used.all(), e.story)
}

// mostProblems is how many problems the desk's page shows; check says all of them.
const mostProblems = 200

// messageOf is a finding's message, after the path that it is about.
func messageOf(f check.Finding) string {
	if f.Path == "" {
		return f.Message
	}
	return f.Path + ": " + f.Message
}

// linesAround are how many lines of a file are shown before and after a place in it.
const linesAround = 2

// passage are the lines around a place in a file, which is read once. A file that is no
// text has none.
func passage(texts map[string][]string, file string, line int) []preview.Line {
	lines, read := texts[file]
	if !read {
		if contents, err := os.ReadFile(file); err == nil && utf8.Valid(contents) {
			lines = strings.Split(strings.TrimSuffix(strings.ReplaceAll(string(contents), "\r\n", "\n"), "\n"), "\n")
		}
		texts[file] = lines
	}
	if line < 1 || line > len(lines) {
		return nil
	}
	var all []preview.Line
	for n := max(1, line-linesAround); n <= min(len(lines), line+linesAround); n++ {
		all = append(all, preview.Line{Number: n, Text: shortened(lines[n-1], mostOfLine)})
	}
	return all
}

// mostOfLine is how many characters of a line are shown.
const mostOfLine = 400

func shortened(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// aroundPassage is how much of a report is shown before and after a quotation's words, in
// bytes.
const aroundPassage = 240

// quotesOf are the quotations of a story beside the passages of its reports.
func quotesOf(e examined) []preview.Quote {
	var all []preview.Quote
	for _, r := range e.results {
		event := e.story.Event(e.story.Index(r.Event))
		q := preview.Quote{ID: r.Quote, Event: r.Event, Title: event.Title, Speaker: r.Speaker.Name, Words: r.Words, Verdict: r.Verdict.String(), Note: noteOf(r)}
		if r.Source >= 0 && r.To > r.From {
			s := e.reports[r.Source].Source
			q.Report, q.Line = filepath.Base(s.Name), r.Line
			q.Before, q.Passage, q.After = s.Passage(r.From, r.To, aroundPassage)
		}
		all = append(all, q)
	}
	return all
}

// noteOf is what else is to be said of a quotation.
func noteOf(r proof.Result) string {
	switch {
	case r.Verdict == proof.Missing && r.Diff != "":
		return "the story has [-these words-] where the report has {+these+}: " + r.Diff
	case r.Verdict == proof.Misattributed:
		return "the report gives these words to " + r.Other
	case r.Verdict == proof.Typography:
		return "what differs: " + r.Marks
	case r.Disagree != "":
		return r.Disagree
	case r.Verdict >= proof.Shortened && !r.Attributed:
		return "the report does not name " + r.Speaker.Name + " near these words"
	}
	return ""
}
