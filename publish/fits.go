package publish

import (
	"barline/data"
	"barline/data/columns"
	"barline/timeline/figure"
	"barline/timeline/words/languages"
)

// Fits finds what there is more of in a story than a page can hold, such as lanes: New
// would fail for it.
func Fits(story *data.Story) error { return FitsWith(story, nil) }

// FitsWith is Fits with fonts that are kept.
func FitsWith(story *data.Story, kept *Letters) error {
	language, err := languages.ForStory(story)
	if err != nil {
		return err
	}
	set, err := kept.all(story.Lang())
	if err != nil {
		return err
	}
	f, err := figure.Open(story, language.Words, set)
	if err != nil || story.Len() <= columns.Inline {
		return err
	}
	b := build{story: story}
	table, err := b.asColumns(f)
	if err != nil {
		return err
	}
	return table.CheckHead()
}
