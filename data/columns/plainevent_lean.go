//go:build lean

package columns

import "barline/data"

// A page asks for a few events at a time.
func (t *Table) plainEvent(*block, int) (e data.Event, ok bool) { return e, false }
