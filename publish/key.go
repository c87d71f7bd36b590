package publish

import (
	"html/template"
	"strconv"

	"barline/render/svg"
	"barline/timeline/view"
)

// pageKey explains the marks of pictures that do not do so themselves, those of narrow
// pages, and says where the story is from.
type pageKey struct {
	Entries []pageMark
	Credit  string
}

type pageMark struct {
	Mark  template.HTML
	Words string
}

// keyOf is the key of a figure, or nil if the figure explains itself at every width.
func keyOf(f view.Figure) *pageKey {
	e := f.Explanation()
	if len(e.Marks) == 0 && e.Credit == "" {
		return nil
	}
	key := &pageKey{Credit: e.Credit}
	for i, m := range e.Marks {
		key.Entries = append(key.Entries, pageMark{template.HTML(svg.Append(nil, m.Mark, "k"+strconv.Itoa(i)+"-", "mark")), m.Words})
	}
	return key
}
