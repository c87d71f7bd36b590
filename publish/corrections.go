package publish

import (
	"strings"

	"barline/data"
	"barline/timeline/correction"
	"barline/timeline/words"
)

// correctionsTo are those of one event.
func (pg page) correctionsTo(id string) []correction.Correction {
	return correction.To(pg.Corrections, id)
}

// correctedWords are all words of a page about corrections, whose letters it needs.
func correctedWords(s *data.Story, w *words.Words) string {
	if len(s.Corrections()) == 0 {
		return ""
	}
	one, several := correction.Names(w.Tag)
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
