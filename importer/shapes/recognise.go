package shapes

import (
	"strings"
	"unicode"
)

// looksLikeJSON reports whether a text may be JSON, or a script that holds data: by
// how it begins.
func looksLikeJSON(text string) bool {
	text = beginning(text)
	if text == "" {
		return false
	}
	if text[0] == '{' || text[0] == '[' {
		return true
	}
	for _, word := range []string{"var ", "let ", "const ", "export default", "module.exports", "window."} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	// callback({…}), name = {…}
	i := strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '$' && r != '.'
	})
	if i <= 0 {
		return false
	}
	rest := strings.TrimLeft(text[i:], " \t")
	for _, mark := range []string{"(", "="} {
		if inner, ok := strings.CutPrefix(rest, mark); ok {
			inner = strings.TrimLeft(inner, " \t\r\n")
			return strings.HasPrefix(inner, "{") || strings.HasPrefix(inner, "[") || strings.HasPrefix(inner, "new ")
		}
	}
	return false
}

// surelyJSON reports whether a text can be nothing but JSON: then its faults are
// told, where others may be tables or stories.
func surelyJSON(text string) bool {
	text = beginning(text)
	if text == "" || strings.Contains(text[:min(len(text), 2000)], `"barline"`) {
		return false
	}
	second := strings.TrimLeft(text[1:], " \t\r\n")
	switch text[0] {
	case '{':
		return strings.HasPrefix(second, `"`) || strings.HasPrefix(second, "}")
	case '[':
		return second != "" && strings.IndexByte(`{["]`, second[0]) >= 0
	}
	return false
}

// beginning is a text without what may stand before a first value: a mark of its
// encoding, white space, comments.
func beginning(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	for {
		text = strings.TrimLeft(text, " \t\r\n;")
		switch {
		case strings.HasPrefix(text, "//"):
			_, rest, found := strings.Cut(text, "\n")
			if !found {
				return ""
			}
			text = rest
		case strings.HasPrefix(text, "/*"):
			_, rest, found := strings.Cut(text, "*/")
			if !found {
				return ""
			}
			text = rest
		default:
			return text
		}
	}
}
