// Package exporter writes a story in the format of a file that other programs read.
//
//	Story -> Write -> bytes, and what is not in them
//
// Every format has a package: spreadsheet (CSV and XLSX), icalendar, timelinejs and
// markwhen; a story file, YAML or JSON, is written here. prose says an event in
// paragraphs, for formats that have one text for each, and leftout lists what a file
// does not hold.
package exporter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"barline/data"
	"barline/data/tree"
	"barline/data/yamltree"
	"barline/exporter/icalendar"
	"barline/exporter/leftout"
	"barline/exporter/markwhen"
	"barline/exporter/spreadsheet"
	"barline/exporter/timelinejs"
	"barline/timeline/words/languages"
)

// Format is a format to write.
type Format uint8

const (
	YAML Format = iota
	JSON
	CSV
	XLSX
	ICalendar
	TimelineJS
	Markwhen

	formatCount int = iota
)

// String returns the format's name.
func (f Format) String() string {
	return [formatCount]string{"yaml", "json", "csv", "xlsx", "ics", "timelinejs", "markwhen"}[f]
}

// IsStory reports whether the format is that of a story file.
func (f Format) IsStory() bool { return f == YAML || f == JSON }

// Named finds a format by its name.
func Named(name string) (Format, bool) {
	for f := range Format(formatCount) {
		if f.String() == name {
			return f, true
		}
	}
	return 0, false
}

// Names are the names of all formats.
func Names() []string {
	var names []string
	for f := range Format(formatCount) {
		names = append(names, f.String())
	}
	return names
}

// ending is how the names of files of a format end.
type ending struct {
	text   string
	format Format
}

func endings() []ending {
	return []ending{{".csv", CSV}, {".yaml", YAML}, {".yml", YAML}, {".json", JSON}, {".xlsx", XLSX}, {".ics", ICalendar}, {".timelinejs.json", TimelineJS}, {".mw", Markwhen}}
}

// Of finds the format of a file by the longest ending that its name has.
func Of(name string) (Format, bool) {
	var best ending
	for _, e := range endings() {
		if len(e.text) > len(best.text) && len(name) > len(e.text) && strings.EqualFold(name[len(name)-len(e.text):], e.text) {
			best = e
		}
	}
	return best.format, best.text != ""
}

// Endings are how names of files may end.
func Endings() []string {
	var all []string
	for _, e := range endings() {
		all = append(all, e.text)
	}
	return all
}

// Write writes a story, and says what of it is not in the file, or is there as text
// alone. root is the tree that the story was decoded from, which only story files
// need; an error says what keeps the story from being written.
func Write(f Format, s *data.Story, root *tree.Node) ([]byte, []leftout.Item, error) {
	switch f {
	case YAML, JSON:
		contents, err := storyFile(f, root)
		return contents, nil, err
	case CSV:
		return spreadsheet.CSV(s), nil, nil
	case XLSX:
		return spreadsheet.Workbook(s)
	}
	language, err := languages.ForStory(s)
	if err != nil {
		return nil, nil, err
	}
	switch f {
	case ICalendar:
		return icalendar.Write(s, language.Words)
	case TimelineJS:
		return timelinejs.Write(s, language.Words)
	}
	return markwhen.Write(s, language.Words)
}

// storyFile writes a tree of a story.
func storyFile(f Format, root *tree.Node) (contents []byte, err error) {
	if f == YAML {
		contents, err = yamltree.Append(nil, root)
	} else {
		var out bytes.Buffer
		err = json.Indent(&out, tree.AppendJSON(nil, root), "", "  ")
		out.WriteByte('\n')
		contents = out.Bytes()
	}
	if err == nil && len(contents) > tree.MaxBytes {
		err = fmt.Errorf("a story file of %d bytes is more than the %d that are read; build and serve take the table as it is", len(contents), tree.MaxBytes)
	}
	return contents, err
}
