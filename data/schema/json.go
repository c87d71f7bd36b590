package schema

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	key   string
	value any // object, list, string, bool or int
}

type list []any

// with is the object with another member, unless its value is empty.
func (o object) with(key string, value any) object {
	switch v := value.(type) {
	case nil:
		return o
	case string:
		if v == "" {
			return o
		}
	case object:
		if len(v) == 0 {
			return o
		}
	case list:
		if len(v) == 0 {
			return o
		}
	}
	return append(o[:len(o):len(o)], member{key, value})
}

func words(all ...string) list {
	var l list
	for _, word := range all {
		l = append(l, word)
	}
	return l
}

// write appends a value as JSON, indented. Lists of plain values stand on one line.
func write(b *strings.Builder, value any, indent string) {
	const step = "  "
	switch v := value.(type) {
	case object:
		b.WriteString("{")
		for i, m := range v {
			comma(b, i)
			b.WriteString("\n" + indent + step)
			quote(b, m.key)
			b.WriteString(": ")
			write(b, m.value, indent+step)
		}
		b.WriteString("\n" + indent + "}")
	case list:
		b.WriteString("[")
		for i, item := range v {
			comma(b, i)
			if _, long := item.(object); long {
				b.WriteString("\n" + indent + step)
			} else if i > 0 {
				b.WriteString(" ")
			}
			write(b, item, indent+step)
		}
		if _, long := v[len(v)-1].(object); long {
			b.WriteString("\n" + indent)
		}
		b.WriteString("]")
	case string:
		quote(b, v)
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case int:
		b.WriteString(strconv.Itoa(v))
	case null:
		b.WriteString("null")
	}
}

// null is JSON's null among words.
type null struct{}

func comma(b *strings.Builder, i int) {
	if i > 0 {
		b.WriteString(",")
	}
}

// quote writes a text in ASCII: patterns have spaces of many kinds in them.
func quote(b *strings.Builder, s string) {
	const hex = "0123456789abcdef"
	escape := func(unit uint16) {
		b.WriteString(`\u`)
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(hex[unit>>shift&15])
		}
	}
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r >= ' ' && r <= '~':
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			escape(uint16(high))
			escape(uint16(low))
		default:
			escape(uint16(r))
		}
	}
	b.WriteByte('"')
}
