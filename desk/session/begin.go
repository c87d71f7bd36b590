package session

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/data/yamltree"
	"barline/exporter"
	"barline/importer/columns"
	"barline/timeline/words/languages"
)

// Ready is the first message of a worker.
func (s *Session) Ready() []byte {
	type language struct {
		Tag  string `json:"tag"`
		Name string `json:"name"`
		Dir  string `json:"dir"`
	}
	type example struct {
		ID       string `json:"id"`
		Headline string `json:"headline"`
		Lang     string `json:"lang"`
		Events   int    `json:"events"`
	}
	var all []language
	for _, tag := range languages.Tags() {
		name := tag
		if l, err := languages.For(tag); err == nil {
			name = cmp.Or(l.Words.Name, tag)
		}
		all = append(all, language{tag, name, direction(tag)})
	}
	examples := []example{}
	if story, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025()); err == nil {
		examples = append(examples, example{story.ID(), story.Headline(), story.Lang(), story.Len()})
	}
	ready, err := json.Marshal(map[string]any{
		"ready": true, "protocol": 1, "version": s.options.Version, "languages": all, "fields": columns.Names(),
		"formats": append([]string{"zip", "single", "png", "svg", "document"}, exporter.Names()...), "examples": examples,
		"limits": map[string]int{"storyBytes": tree.MaxBytes, "fileBytes": mostFileBytes, "documentBytes": mostDocumentBytes},
	})
	if err != nil {
		panic(err) // there is nothing in it that JSON does not have
	}
	return ready
}

// example is a story that comes with the program.
func (t *task) example() (any, error) {
	o := newOpened()
	o.Story = &storyText{stories.WitkoffPutin2025Name, string(stories.WitkoffPutin2025())}
	editions := stories.WitkoffPutin2025Editions()
	for _, name := range slices.Sorted(maps.Keys(editions)) {
		o.Files = append(o.Files, openedFile{name, t.send(editions[name]), "edition"})
	}
	return o, nil
}

// blank is a story with one event to write over.
func (t *task) blank() (any, error) {
	var of struct{ Headline, Lang, Event, Date string }
	if err := t.read(&of); err != nil {
		return nil, err
	}
	if !data.IsLanguage(of.Lang) {
		return nil, errors.New(of.Lang + " is no language; write a tag such as nb or fa-AF")
	}
	text := func(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }
	event := &tree.Node{Kind: tree.Object, Fields: []tree.Field{{Key: "title", Value: text(cmp.Or(of.Event, "…"))}, {Key: "date", Value: text(of.Date)}}}
	root := &tree.Node{Kind: tree.Object, Fields: []tree.Field{
		{Key: "barline", Value: &tree.Node{Kind: tree.Number, Text: itoa(data.Version)}}, {Key: "id", Value: text(cmp.Or(data.Slug(of.Headline), "timeline"))},
		{Key: "lang", Value: text(of.Lang)}, {Key: "headline", Value: text(of.Headline)},
		{Key: "events", Value: &tree.Node{Kind: tree.Array, Items: []*tree.Node{event}}},
	}}
	contents, err := yamltree.Append(nil, root)
	if err != nil {
		return nil, err
	}
	o := newOpened()
	o.Story = &storyText{"timeline.yaml", string(contents)}
	return o, nil
}
