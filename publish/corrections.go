package publish

import (
	"strings"

	"barline/data"
	"barline/timeline/words"
)

// correction is one of a story's corrections, as its page says it.
type correction struct {
	// Event is the id of the event that it is about, and Title what leads to it; both are
	// empty where the story does not have it.
	Event, Title string
	// When begins the sentence, "Correction, 5 December 2025:"; Text is the desk's.
	When, Text string
}

// correctionsOf are a story's corrections, the newest first, in the words of its page.
func correctionsOf(s *data.Story, w *words.Words) []correction {
	var all []correction
	one, _ := correctionWords(w.Tag)
	for _, c := range s.Corrections() {
		x := correction{When: one + " (" + w.Date(c.Date, words.Full) + "):", Text: c.What}
		if c.Why != "" {
			x.Text += " " + c.Why
		}
		if i := s.Index(c.Event); i >= 0 {
			x.Event, x.Title = c.Event, s.Event(i).Title
		}
		all = append([]correction{x}, all...)
	}
	return all
}

// correctionsTo are those of one event.
func (pg page) correctionsTo(id string) []correction {
	var all []correction
	for _, c := range pg.Corrections {
		if c.Event == id {
			all = append(all, c)
		}
	}
	return all
}

// correctionWords are the words for one correction and for several, in the languages of
// the interface. They stand here and not among the interface's other words: only pages
// that have corrections carry them, and the engine never does.
func correctionWords(tag string) (one, several string) {
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

// correctedWords are all words of a page about corrections, whose letters it needs.
func correctedWords(s *data.Story, w *words.Words) string {
	if len(s.Corrections()) == 0 {
		return ""
	}
	one, several := correctionWords(w.Tag)
	var b strings.Builder
	b.WriteString(one + several + "():")
	for _, c := range s.Corrections() {
		b.WriteString(c.What + c.Why)
	}
	return b.String()
}

// linkedCorrections are corrections as schema.org has them, of an event or, where id is
// empty, all; modified is the day of the last one.
func linkedCorrections(s *data.Story, id string) (all []any, modified string) {
	last := int64(0)
	for _, c := range s.Corrections() {
		if id != "" && c.Event != id {
			continue
		}
		text := c.What
		if c.Why != "" {
			text += " " + c.Why
		}
		day := c.Date.String()
		all = append(all, thing{"@type": "CorrectionComment", "text": text, "datePublished": day, "inLanguage": s.Lang()})
		if from, _ := c.Date.Bounds(); modified == "" || from > last {
			modified, last = day, from
		}
	}
	return all, modified
}
