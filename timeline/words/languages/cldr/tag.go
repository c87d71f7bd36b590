package cldr

import "strings"

// resolve finds something by a tag, or by another tag for the same language, or by
// what the language is a kind of: by zh-Hant-TW, zh-Hant and zh, in this order.
func resolve(tag string, find func(tag string) (string, bool)) (found string, ok bool) {
	for part := canonical(tag); part != ""; part = parent(part) {
		if found, ok := find(part); ok {
			return found, true
		}
		if usual, ok := entry(aliases, part); ok {
			if found, ok := resolve(usual, find); ok {
				return found, true
			}
		}
	}
	return "", false
}

// parent is a tag without its last part; empty if it has only one.
func parent(tag string) string {
	return tag[:max(0, strings.LastIndexByte(tag, '-'))]
}

// canonical writes a tag with capitals where they are usual: zh-Hant-TW.
func canonical(tag string) string {
	parts := strings.Split(strings.ToLower(tag), "-")
	for i, p := range parts {
		switch {
		case len(p) == 1:
			return strings.Join(parts, "-") // what follows is no script or region
		case i > 0 && len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case i > 0 && len(p) == 4 && (p[0] < '0' || p[0] > '9'):
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}
