package publish

import (
	"strings"

	"barline/data"
	"barline/timeline/words/languages"
)

// Advice is what those who publish a story should know of its page, a sentence
// each: where the interface does not speak the story's language.
func Advice(s *data.Story) ([]string, error) {
	l, err := languages.For(s.Lang())
	switch {
	case err != nil:
		return nil, err
	case !l.Known:
		return []string{"the interface has no words in " + s.Lang() + " and is in English; it has them in " + strings.Join(languages.Tags(), ", ")}, nil
	case len(l.Missing) > 0:
		return []string{"in " + l.Words.Tag + " the interface lacks, and says in English: " + strings.Join(l.Missing, ", ")}, nil
	}
	return nil, nil
}
