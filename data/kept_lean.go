//go:build lean

package data

// A page has many events as columns, apart from its story, so that a story always has its
// events itself.
type (
	kept   struct{}
	keeper struct{}
)

func keeperOf(*Story) (k keeper, ok bool) { return k, false }

func (keeper) Len() int                 { return 0 }
func (keeper) Event(int) (e Event)      { return e }
func (keeper) Kind(int) (k Kind)        { return k }
func (keeper) LaneName(int) string      { return "" }
func (keeper) Index(string) int         { return -1 }
func (keeper) HasQuotes() bool          { return false }
func (keeper) QuoteLanguages() []string { return nil }
