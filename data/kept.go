//go:build !lean

package data

// Keeper keeps the events of a story that has too many to keep each as an [Event], by
// number in the order of dates. Event makes one anew whenever it is asked for.
type Keeper interface {
	Len() int
	Event(i int) Event
	Kind(i int) Kind
	LaneName(i int) string
	// Index is the number of the event with an id, or -1.
	Index(id string) int
	HasQuotes() bool
	QuoteLanguages() []string
}

// kept is where a story has its events that does not have them itself. Whether an id was
// made of the date is forgotten there.
type kept struct{ by Keeper }

// keeperOf is who has the story's events, if ok.
func keeperOf(s *Story) (k Keeper, ok bool) { return s.kept.by, s.kept.by != nil }

// KeptBy returns the story of a head whose events a keeper has. order is where each of
// them stands in the story's file, counted from 0.
func (h *Head) KeptBy(k Keeper, order []int) *Story {
	s := h.decoder.story
	s.order = order
	return s.KeptBy(k)
}

// KeptBy returns the story, whose events a keeper has instead.
func (s *Story) KeptBy(k Keeper) *Story {
	other := *s
	other.kept, other.events = kept{k}, nil
	return &other
}

// Keeper is who has the story's events; nil if the story has them itself.
func (s *Story) Keeper() Keeper { return s.kept.by }
