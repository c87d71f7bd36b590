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
	if story.Len() > columns.Inline {
		return columns.Fits(story) // figures of so many have a table, and nothing else that is limited
	}
	language, err := languages.ForStory(story)
	if err != nil {
		return err
	}
	set, err := kept.all(story.Lang())
	if err != nil {
		return err
	}
	_, err = figure.Open(story, language.Words, set)
	return err
}
