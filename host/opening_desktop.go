//go:build !js

package host

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"barline/assets/fonts"
	"barline/assets/themes"
	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/document"
	"barline/host/command"
	"barline/importer"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
	deskwindow "barline/timeline/window"
	"barline/timeline/window/wording"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// opened is a story that is ready to be shown.
type opened struct {
	// path is the file that was asked for, "" for the built-in story; file is that of
	// the edition shown, beside which its theme and fonts lie.
	path, file string
	story      *data.Story // which keeps many events as the figure's columns
	root       *tree.Node  // nil for many events
	look       themes.Look
	fonts      *typeset.Fonts
	figure     view.Figure
	desktop    *deskwindow.Window
	say        wording.Words
	// editions are the languages that the story is there in, its own first; none where
	// it is there in one.
	editions []edition
	// remarks say how a file was read that is no story of ours.
	remarks []string
}

// edition is a language that a story is there in.
type edition struct{ tag, name string }

// stage is how far the opening of a file has come.
type stage uint8

const (
	stageReading stage = iota
	stageUnderstanding
	stageLayingOut
)

// teller is told how far the opening of a file has come: the share that is done of a
// stage, or a number of events.
type teller func(s stage, share float64, events int)

// open reads a file and makes all that is needed to show it. lang is the edition to show,
// "" the story's own. It may run beside the window, for it touches nothing of it.
func open(ctx context.Context, path, lang string, options importer.Options, tell teller) (*opened, error) {
	o := &opened{path: path, file: path}
	var err error
	if path == "" {
		o.story, o.root, err = storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	} else {
		err = o.read(ctx, options, tell)
	}
	if err != nil {
		return nil, err
	}
	if err := o.chooseEdition(lang); err != nil {
		return nil, err
	}
	tell(stageLayingOut, 0, o.story.Len())
	if o.look, err = themes.Of(o.story.Theme(), document.Beside(o.file)); err != nil {
		return nil, err
	}
	if o.fonts, err = facesFor(o.story, &o.look, o.file); err != nil {
		return nil, err
	}
	language, err := languages.ForStory(o.story)
	if err != nil {
		return nil, err
	}
	if o.say, err = wording.For(o.story.Lang()); err != nil {
		return nil, err
	}
	if o.figure, err = figure.Open(o.story, language.Words, o.fonts); err != nil {
		return nil, err
	}
	o.desktop = deskwindow.New(card.HeadingOf(o.story, language.Words), o.figure).Of(o.story)
	if len(o.editions) > 0 {
		o.desktop.In(language.Words.Name)
	}
	o.keep()
	return o, ctx.Err()
}

// keep leaves the events of a large story to the figure, which has them as columns, where
// the story still has them itself, and gives back the memory that reading took.
func (o *opened) keep() {
	if o.root != nil || o.story.Len() <= storyfile.MostInTree {
		return
	}
	if keeper, ok := o.figure.Events().(data.Keeper); ok && o.story.Keeper() == nil {
		o.story = o.story.KeptBy(keeper)
	}
	go debug.FreeOSMemory()
}

// read reads the story of any file that import reads.
func (o *opened) read(ctx context.Context, options importer.Options, tell teller) error {
	contents, err := document.Read(ctx, o.path, func(read, total int64) {
		tell(stageReading, float64(read)/float64(max(total, 1)), 0)
	})
	if err != nil {
		return err
	}
	tell(stageUnderstanding, 0, 0)
	options.Name, options.Called, options.Compact = filepath.Base(o.path), o.path, true
	r, err := importer.Import(contents, options)
	if err != nil {
		return err
	}
	o.story, o.root = r.Story, r.Root
	if !r.Own {
		o.remarks = r.Report.Text()
	}
	return nil
}

// chooseEdition finds the story's editions, and takes that in a language.
func (o *opened) chooseEdition(lang string) error {
	var others []storyfile.Edition
	if o.path == "" {
		contents := stories.WitkoffPutin2025Editions()
		for _, name := range slices.Sorted(maps.Keys(contents)) {
			s, root, err := storyfile.Decode(name, contents[name])
			if err != nil {
				return err
			}
			others = append(others, storyfile.Edition{Story: s, Root: root})
		}
	} else {
		found, leftOut, err := document.Editions(o.path, o.story)
		if err != nil {
			return err
		}
		others, o.remarks = found, append(o.remarks, leftOut...)
	}
	if len(others) == 0 {
		return nil
	}
	for _, s := range append([]storyfile.Edition{{File: o.file, Story: o.story, Root: o.root}}, others...) {
		words, err := languages.For(s.Story.Lang())
		if err != nil {
			return err
		}
		e := edition{s.Story.Lang(), s.Story.Lang()}
		if words.Known {
			e.name = words.Words.Name
		}
		o.editions = append(o.editions, e)
		if lang != "" && strings.EqualFold(lang, e.tag) {
			o.story, o.root, o.file = s.Story, s.Root, s.File
		}
	}
	return nil
}

// facesFor are all faces that there are, and those that the story brings, which
// lie beside its file.
func facesFor(s *data.Story, l *themes.Look, path string) (*typeset.Fonts, error) {
	var all []fonts.File
	for _, f := range l.FontFiles() {
		contents, err := document.Beside(path)(f.Name)
		if err != nil {
			return nil, fmt.Errorf("the theme's font %s: %w", f.Name, err)
		}
		all = append(all, fonts.Own(f.Name, contents, f.Bold, &f.Serif))
	}
	ours, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	all = append(all, l.Families().Of(ours)...)
	for _, f := range s.Fonts() {
		contents, err := document.Beside(path)(f.File)
		if err != nil {
			return nil, fmt.Errorf("the story's font %s: %w", f.File, err)
		}
		all = append(all, fonts.Own(f.File, contents, f.Bold, f.Serif))
	}
	return fonts.Set(all, s.Lang())
}

// importOptions are the options of the command line with which files are read.
func importOptions(i command.Import) importer.Options {
	o := importer.Options{Dates: i.Dates, Century: i.Century, Day: i.Day, BC: i.BC, Zone: i.Zone, Lang: i.Lang, Headline: i.Headline, Sheet: i.Sheet, Strict: true}
	for _, m := range i.Map {
		field, column, _ := strings.Cut(m, "=")
		if o.Map == nil {
			o.Map = map[string][]string{}
		}
		o.Map[field] = append(o.Map[field], column)
	}
	return o
}

// fullPath is a file's path from the root of the file system; "" stays so.
func fullPath(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	return filepath.Abs(strings.TrimPrefix(path, "file://"))
}
