package publish

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// withoutContainers puts after every container query of a style sheet the media query
// that stands for it in browsers that know no containers. The timeline is as wide as
// its window, but for the window's scrollbar.
func withoutContainers(css string) (string, error) {
	const query = "@container barline "
	var b strings.Builder
	for {
		at := strings.Index(css, query)
		if at < 0 {
			b.WriteString(css)
			return b.String(), nil
		}
		open := at + strings.IndexByte(css[at:], '{')
		end := open + blockLen(css[open:])
		if open < at || end == open {
			return "", fmt.Errorf("a style sheet's container query has no end: %.60s", css[at:])
		}
		media, err := mediaFor(strings.TrimSpace(css[at+len(query) : open]))
		if err != nil {
			return "", err
		}
		b.WriteString(css[:end])
		fmt.Fprintf(&b, "\n@supports not (container-type: inline-size) { @media %s %s }\n", media, css[open:end])
		css = css[end:]
	}
}

// blockLen is the length of the block that a text begins with, its braces included;
// 0 where it does not end.
func blockLen(css string) int {
	depth := 0
	for i, c := range []byte(css) {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// mediaFor is the media query for a condition of a container's width.
func mediaFor(condition string) (string, error) {
	m := regexp.MustCompile(`^\(width (<|>=) ([0-9.]+)px\)$`).FindStringSubmatch(condition)
	if m == nil {
		return "", fmt.Errorf("a container query asks for %s; write (width >= Npx) or (width < Npx)", condition)
	}
	if m[1] == ">=" {
		return "(min-width: " + m[2] + "px)", nil
	}
	width, err := strconv.ParseFloat(m[2], 64)
	// max-width holds at the width itself.
	return "(max-width: " + px(width-0.02) + "px)", err
}
