package icalendar

import (
	"fmt"
	"strings"

	"barline/data/tree"
)

// Name is the shape's, for the report.
const Name = "iCalendar"

// Is reports whether a text is a calendar: whether it begins as one.
func Is(text string) bool {
	text = strings.TrimLeft(strings.TrimPrefix(text, "\ufeff"), " \t\r\n")
	const begin = "BEGIN:VCALENDAR"
	return len(text) >= len(begin) && strings.EqualFold(text[:len(begin)], begin)
}

// property is one line of content: NAME;PARAMETER=…:value. The value is as written,
// with its escapes.
type property struct {
	name, value string
	parameters  []parameter
	line        int
}

type parameter struct{ name, value string }

// parameter returns the parameter's value, or "".
func (p property) parameter(name string) string {
	for _, q := range p.parameters {
		if q.name == name {
			return q.value
		}
	}
	return ""
}

// component is what stands between BEGIN and END.
type component struct {
	name       string
	line       int
	properties []property
	inside     []*component
}

// get returns the first property of a name, and whether there is one.
func (c *component) get(name string) (property, bool) {
	for _, p := range c.properties {
		if p.name == name {
			return p, true
		}
	}
	return property{}, false
}

// all returns the properties of a name.
func (c *component) all(name string) []property {
	var found []property
	for _, p := range c.properties {
		if p.name == name {
			found = append(found, p)
		}
	}
	return found
}

// text returns a property's text without escapes, or "".
func (c *component) text(name string) string {
	p, _ := c.get(name)
	return unescaped(p.value)
}

const (
	maxBytes = 64 << 20
	maxDepth = 8
)

// parse reads all calendars of a text. Lines that are none are counted as odd.
func parse(text string) (calendars []*component, odd []int, err error) {
	if len(text) > maxBytes {
		return nil, nil, &tree.Error{Line: 1, Column: 1, What: fmt.Sprintf("the file has %d bytes", len(text)),
			Fix: fmt.Sprintf("the limit for a calendar is %d; split it", maxBytes)}
	}
	var open []*component
	last := 1
	unfold(text, func(line int, content string) bool {
		last = line
		p, ok := parseLine(line, content)
		switch {
		case !ok:
			odd = append(odd, line)
		case p.name == "BEGIN":
			c := &component{name: strings.ToUpper(strings.TrimSpace(p.value)), line: line}
			switch {
			case len(open) == maxDepth:
				err = &tree.Error{Line: line, Column: 1, What: "components stand too deep in one another", Fix: "check the lines BEGIN and END"}
			case len(open) > 0:
				parent := open[len(open)-1]
				parent.inside = append(parent.inside, c)
			case c.name == "VCALENDAR":
				calendars = append(calendars, c)
			}
			open = append(open, c)
		case p.name == "END":
			name := strings.ToUpper(strings.TrimSpace(p.value))
			if len(open) == 0 || open[len(open)-1].name != name {
				err = &tree.Error{Line: line, Column: 1, What: "END:" + name + " without its BEGIN", Fix: "check the lines BEGIN and END before it"}
				break
			}
			open = open[:len(open)-1]
		case len(open) == 0:
			odd = append(odd, line)
		default:
			c := open[len(open)-1]
			c.properties = append(c.properties, p)
		}
		return err == nil
	})
	if err == nil && len(open) > 0 {
		c := open[len(open)-1]
		err = &tree.Error{Line: last, Column: 1, What: "the calendar ends too early",
			Fix: fmt.Sprintf("add END:%s for the BEGIN of line %d, or fetch the file again", c.name, c.line)}
	}
	return calendars, odd, err
}

// unfold gives the lines of content with the number of their first line, until
// yield returns false. A line that begins with a space or a tab goes on with the
// last one.
func unfold(text string, yield func(line int, content string) bool) {
	var b strings.Builder
	begun, number := 0, 0
	flush := func() bool {
		content := b.String()
		b.Reset()
		return strings.TrimSpace(content) == "" || yield(begun, content)
	}
	for text != "" {
		end := strings.IndexAny(text, "\r\n")
		line, rest := text, ""
		if end >= 0 {
			line, rest = text[:end], text[end+1:]
			if text[end] == '\r' && strings.HasPrefix(rest, "\n") {
				rest = rest[1:]
			}
		}
		number++
		text = rest
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if line != "" && (line[0] == ' ' || line[0] == '\t') && begun > 0 {
			b.WriteString(line[1:])
			continue
		}
		if begun > 0 && !flush() {
			return
		}
		begun = number
		b.WriteString(line)
	}
	if begun > 0 {
		flush()
	}
}

// parseLine reads NAME;PARAMETER="…",…:value.
func parseLine(line int, content string) (p property, ok bool) {
	p.line = line
	end := strings.IndexAny(content, ":;")
	if end <= 0 {
		return p, false
	}
	p.name = strings.ToUpper(strings.TrimSpace(content[:end]))
	if i := strings.LastIndexByte(p.name, '.'); i >= 0 {
		p.name = p.name[i+1:] // a group
	}
	if strings.Trim(p.name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != "" {
		return p, false
	}
	rest := content[end:]
	for strings.HasPrefix(rest, ";") {
		name, after, found := strings.Cut(rest[1:], "=")
		if !found {
			return p, false
		}
		value, left := parameterValue(after)
		p.parameters = append(p.parameters, parameter{strings.ToUpper(name), value})
		rest = left
	}
	p.value, ok = strings.CutPrefix(rest, ":")
	return p, ok
}

// parameterValue reads up to the next ; or : outside quotation marks.
func parameterValue(s string) (value, rest string) {
	var b strings.Builder
	quoted := false
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"':
			quoted = !quoted
		case !quoted && (c == ';' || c == ':'):
			return b.String(), s[i:]
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}

// unescaped is a text without its escapes.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\"`, `"`, `\:`, ":").Replace(s))
}

// listed splits a value at the commas that are not escaped.
func listed(s string) []string {
	var all []string
	start := 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i < len(s) && s[i] == '\\':
			i++
		case i >= len(s) || s[i] == ',':
			if text := unescaped(s[start:min(i, len(s))]); text != "" {
				all = append(all, text)
			}
			start = i + 1
		}
	}
	return all
}
