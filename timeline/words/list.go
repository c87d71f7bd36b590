package words

import "strings"

// List says several things in a row: "Putin, Witkoff and Kushner".
func (w *Words) List(items []string) string {
	pattern := w.and
	if w.andI != "" && len(items) > 1 && beginsWithI(items[len(items)-1]) {
		pattern = w.andI
	}
	return w.list(items, pattern, w.andMiddle)
}

// either says several things of which one is meant: "1667, 1668 or 1670".
func (w *Words) either(items []string) string {
	pattern := w.or
	if w.orO != "" && len(items) > 1 && beginsWithO(items[len(items)-1]) {
		pattern = w.orO
	}
	return w.list(items, pattern, w.orMiddle)
}

// list joins items. middle stands between all of them, or is empty: there are
// commas then, and the pattern joins the last one.
func (w *Words) list(items []string, pattern, middle string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	isolated := make([]string, len(items))
	for i := range items {
		isolated[i] = Isolated(items[i], pattern)
	}
	if middle != "" {
		return strings.Join(isolated, middle)
	}
	last := len(items) - 1
	return Fill(pattern, "first", strings.Join(isolated[:last], w.comma), "last", items[last])
}

// beginsWithI reports whether a Spanish word begins with the sound of "y", before
// which "y" is "e": Iván, historia, but not hielo.
func beginsWithI(s string) bool {
	s = strings.ToLower(s)
	if rest, ok := strings.CutPrefix(s, "hi"); ok {
		return rest == "" || rest[0] != 'a' && rest[0] != 'e'
	}
	return strings.HasPrefix(s, "i") || strings.HasPrefix(s, "í")
}

// beginsWithO reports whether a Spanish word or number begins with the sound of
// "o", before which "o" is "u": otoño, hora, ocho, 8, 11.
func beginsWithO(s string) bool {
	s = strings.TrimPrefix(strings.ToLower(s), "h")
	return strings.HasPrefix(s, "o") || strings.HasPrefix(s, "ó") || strings.HasPrefix(s, "8") || s == "11" || strings.HasPrefix(s, "11 ")
}

// Clauses joins what is said one after another, as a list without an "and".
func (w *Words) Clauses(items ...string) string { return strings.Join(items, w.comma) }

// Before ends words that others follow on the next line; next may be empty.
func (w *Words) Before(s, next string) string {
	if next == "" {
		return s
	}
	return s + strings.TrimSpace(w.comma)
}

// Semicolon joins two things that are said of one; either may be empty.
func (w *Words) Semicolon(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + w.semicolon + b
}
