package columns

import "strings"

// Nothing reports whether a cell says that there is nothing to say: NA, n/a, null,
// a dash, S/D. A sentence that holds such a word is not meant.
func Nothing(text string) bool {
	if len(text) > 12 {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "", "na", "n/a", "n.a.", "#n/a", "nan", "nil", "null", "none", "undefined", "-", "--", "---", "–", "—", "−", ".", "…", "?",
		"s/d", "s.d.", "s/f", "s.f.", "s/n", "n/d", "n.d.", "k.a.", "k. a.", "o.a.", "н/д", "нет", "б/д", "yok", "لا يوجد", "ندارد", "#ref!", "#value!", "#name?", "#div/0!", "(null)", "\\n":
		return true
	}
	return false
}
