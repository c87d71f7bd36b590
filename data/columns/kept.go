//go:build !lean

package columns

import "barline/data"

var _ data.Keeper = (*Table)(nil)

// keptIn is the table that has a story's events already, or nil. It answers beside the
// one that the story asks, for it remembers by itself what was sought.
func keptIn(story *data.Story) *Table {
	t, ok := story.Keeper().(*Table)
	if !ok {
		return nil
	}
	other := *t
	other.query = query{}
	return &other
}
