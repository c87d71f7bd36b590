package canonical

import (
	"fmt"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

const quotedStyle = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle | yaml.TaggedStyle

// isNull and isBool report values that are no text, as the format reads them.
func isNull(n *yaml.Node) bool { return n.Style&quotedStyle == 0 && isNullWord(n.Value) }

func isBool(n *yaml.Node) bool {
	return n.Style&quotedStyle == 0 && (n.Value == "true" || n.Value == "false")
}

func isNullWord(s string) bool { return s == "" || s == "~" || s == "null" }

func plainOrQuoted(n *yaml.Node, flow bool) string {
	if isBool(n) {
		return n.Value
	}
	return inlineText(n.Value, flow)
}

// inlineText is a text on one line, in quotation marks if it needs them; flow: between
// braces or brackets.
func inlineText(s string, flow bool) string {
	switch {
	case isPlain(s, flow):
		return s
	case strings.ContainsAny(s, "\"\\") && !strings.Contains(s, "'") && isPrintable(s) && !strings.ContainsAny(s, "\n\t"):
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case isPrintableRune(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPrintable reports whether YAML can have a text as it is; what is a line break to
// some of its readers cannot.
func isPrintable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isPrintableRune(r) && r != '\n' && r != '\t' })
}

func isPrintableRune(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r <= 0x9F, r == '\u2028', r == '\u2029', r == '\ufeff', r == '\ufffe', r == '\uffff', r == unicode.ReplacementChar:
		return false
	}
	return true
}

// isPlain reports whether a text is the same without quotation marks.
func isPlain(s string, flow bool) bool {
	if isNullWord(s) || s == "true" || s == "false" || !isPrintable(s) || strings.ContainsAny(s, "\n\t") {
		return false
	}
	if isSimple(s) {
		return true
	}
	// The reader itself decides.
	text := "a: " + s + "\nb: c\n"
	if flow {
		text = "{a: " + s + ", b: [" + s + "]}\n"
	}
	var n yaml.Node
	if yaml.Unmarshal([]byte(text), &n) != nil || len(n.Content) != 1 || len(n.Content[0].Content) != 4 {
		return false
	}
	same := func(n *yaml.Node) bool {
		return n.Kind == yaml.ScalarNode && n.Style&quotedStyle == 0 && n.Value == s && n.Anchor == "" &&
			n.HeadComment+n.LineComment+n.FootComment == ""
	}
	fields := n.Content[0].Content
	if flow {
		return same(fields[1]) && len(fields[3].Content) == 1 && same(fields[3].Content[0])
	}
	return same(fields[1])
}

// isSimple reports texts of letters, digits, single spaces and a few signs, which need
// no quotation marks anywhere.
func isSimple(s string) bool {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
		case i > 0 && i < len(s)-1 && strings.ContainsRune(" .-/()’“”–_", r):
		case i > 0 && r == '.':
		default:
			return false
		}
	}
	return true
}
