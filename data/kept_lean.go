//go:build lean

package data

// kept is for stories that a page has as columns, apart from its story.
type kept struct{}

func (kept) is() bool                 { return false }
func (kept) Len() int                 { return 0 }
func (kept) Event(int) (e Event)      { return e }
func (kept) Kind(int) (k Kind)        { return k }
func (kept) LaneName(int) string      { return "" }
func (kept) Index(string) int         { return -1 }
func (kept) HasQuotes() bool          { return false }
func (kept) QuoteLanguages() []string { return nil }
