package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"barline/check"
	"barline/data/columns"
	"barline/data/storyfile"
)

// published reads what was published of a story before: a story file, the folder that
// build wrote, or the address of one of these.
func published(c *cobra.Command, where string, flags *importFlags) (*check.Published, error) {
	if isAddress(where) {
		return publishedAt(c, where, flags)
	}
	info, err := os.Stat(where)
	if err != nil || !info.IsDir() {
		r, err := read(c, where, flags)
		if err != nil {
			return nil, err
		}
		return check.PublishedStory(r.Story), nil
	}
	name := filepath.Join(where, "story.json")
	contents, err := os.ReadFile(name)
	if err == nil {
		return publishedStory(name, contents)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return publishedFolder(where)
}

func publishedStory(name string, contents []byte) (*check.Published, error) {
	s, _, err := storyfile.Decode(name, contents)
	if err != nil {
		return nil, err
	}
	return check.PublishedStory(s), nil
}

// publishedAt reads what stands at an address: that of a story file, or that of a page,
// which has it beside it. Which server is asked is said before.
func publishedAt(c *cobra.Command, address string, flags *importFlags) (*check.Published, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil, fmt.Errorf("%s: this is no address; write that of the page, as https://example.org/timeline/", address)
	}
	fmt.Fprintf(c.ErrOrStderr(), "asking %s for what was published\n", u.Host)
	last := path.Base(u.Path)
	if path.Ext(last) != "" && last != "index.html" {
		r, err := read(c, address, flags)
		if err != nil {
			return nil, err
		}
		return check.PublishedStory(r.Story), nil
	}
	u.RawQuery, u.Fragment, u.RawPath = "", "", ""
	if u.Path = strings.TrimSuffix(u.Path, "index.html"); !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
	}
	// The page of an event lies inside the story's.
	if parts := strings.Split(u.Path, "/"); len(parts) > 3 && parts[len(parts)-3] == "e" {
		u.Path = strings.Join(parts[:len(parts)-3], "/") + "/"
	}
	file := func(name string) (file, error) {
		return fetch(c.Context(), u.JoinPath(name).String(), c.ErrOrStderr())
	}
	story, err := file("story.json")
	if err == nil {
		return publishedStory(story.name, story.contents)
	}
	if _, gone := errors.AsType[*goneError](err); !gone {
		return nil, err
	}
	// A story of many events is no file of its own.
	manifest, err := file("barline.json")
	if _, gone := errors.AsType[*goneError](err); gone {
		return nil, fmt.Errorf("%s: neither story.json nor barline.json is there; give the address of a folder that barline build wrote, or of the story file that was published", address)
	}
	if err != nil {
		return nil, err
	}
	name, err := tableIn(u.String(), manifest.contents)
	if err != nil {
		return nil, err
	}
	table, err := file(name)
	if err != nil {
		return nil, err
	}
	return publishedTable(table.name, table.contents)
}

// tableIn is the file of the events in a folder of many, by the list of its files.
func tableIn(dir string, manifest []byte) (string, error) {
	var list struct{ Files []string }
	if err := json.Unmarshal(manifest, &list); err != nil {
		return "", fmt.Errorf("%s: its barline.json cannot be read; give the address of the story file that was published", dir)
	}
	var tables []string
	for _, name := range list.Files {
		if is, _ := path.Match("*/events.*.barline", name); is {
			tables = append(tables, name)
		}
	}
	if len(tables) != 1 {
		return "", noTable(dir, len(tables))
	}
	return tables[0], nil
}

// noTable is what is wrong with a folder that has so many files of events.
func noTable(dir string, count int) error {
	if count == 0 {
		return fmt.Errorf("%s: neither story.json nor events.….barline is in it; name the story file that was published, or a folder that barline build wrote", dir)
	}
	return fmt.Errorf("%s: it holds the events of several builds; build with --prune, or name the story file that was published", dir)
}

// publishedFolder reads the events of a folder with many.
func publishedFolder(dir string) (*check.Published, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "events.*.barline"))
	if err != nil || len(files) != 1 {
		return nil, noTable(dir, len(files))
	}
	contents, err := os.ReadFile(files[0])
	if err != nil {
		return nil, err
	}
	return publishedTable(files[0], contents)
}

// publishedTable reads a file of many events.
func publishedTable(name string, contents []byte) (*check.Published, error) {
	d := columns.NewDecoder()
	if err := d.Write(contents); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := d.Close(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	t := d.Table()
	return &check.Published{Len: t.Len(), Event: t.Event, Corrections: t.Story().Corrections()}, nil
}
