// Package correction says a story's corrections in the words of its language: at the
// event that they are about, and in a list.
package correction

import (
	"barline/data"
	"barline/timeline/words"
)

// Correction is one of a story's corrections, as its page says it.
type Correction struct {
	// Event is the id of the event that it is about, and Title what leads to it; both are
	// empty where the story does not have it.
	Event, Title string
	// When begins the sentence, "Correction, 5 December 2025:"; Text is the desk's.
	When, Text string
}

// Of are a story's corrections, the newest first, in the words of its page.
func Of(s *data.Story, w *words.Words) []Correction {
	var all []Correction
	one, _ := Names(w.Tag)
	for _, c := range s.Corrections() {
		x := Correction{When: one + " (" + w.Date(c.Date, words.Full) + "):", Text: c.What}
		if c.Why != "" {
			x.Text += " " + c.Why
		}
		if i := s.Index(c.Event); i >= 0 {
			x.Event, x.Title = c.Event, s.Event(i).Title
		}
		all = append([]Correction{x}, all...)
	}
	return all
}

// Names are the words for one correction and for several, in the languages of
// the interface. They stand here and not among the interface's other words: only pages
// that have corrections carry them, and the engine never does.
func Names(tag string) (one, several string) {
	switch tag {
	case "ar":
		return "تصحيح", "تصحيحات"
	case "de":
		return "Korrektur", "Korrekturen"
	case "es":
		return "Corrección", "Correcciones"
	case "fa", "fa-AF":
		return "اصلاحیه", "اصلاحیه‌ها"
	case "fr":
		return "Correction", "Corrections"
	case "nb":
		return "Rettelse", "Rettelser"
	case "ps":
		return "سمونه", "سمونې"
	case "ru":
		return "Исправление", "Исправления"
	case "tr":
		return "Düzeltme", "Düzeltmeler"
	case "uk":
		return "Виправлення", "Виправлення"
	}
	return "Correction", "Corrections"
}

// To are those of one event.
func To(all []Correction, event string) []Correction {
	var own []Correction
	for _, c := range all {
		if c.Event == event {
			own = append(own, c)
		}
	}
	return own
}
