package data

// Shed returns the story without its events, for those who keep the events in a smaller
// form; Filled gives them back.
func (s *Story) Shed() *Story {
	head := *s
	head.events = nil
	return &head
}

// Filled returns a story that was shed with its events again, in date order as before.
func (s *Story) Filled(event func(i int) Event) *Story {
	whole := *s
	whole.events = make([]Event, len(s.order))
	for i := range whole.events {
		whole.events[i] = event(i)
	}
	return &whole
}
