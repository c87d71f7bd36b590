package yamledit

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// inFlow writes a value on one line, as in {a: 1, b: [x, y]}.
func inFlow(n *tree.Node) string {
	switch n.Kind {
	case tree.Object:
		parts := make([]string, len(n.Fields))
		for i, f := range n.Fields {
			parts[i] = scalar(f.Key, true, 0) + ": " + inFlow(f.Value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case tree.Array:
		parts := make([]string, len(n.Items))
		for i, item := range n.Items {
			parts[i] = inFlow(item)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case tree.String:
		return scalar(n.Text, true, 0)
	case tree.Null:
		return "null"
	}
	return n.Text
}

// inBlock writes a value after a key or a dash. The first part stands on that line; the
// rest are lines of their own, indented by so many spaces. inner tells that a collection
// begins on a line of its own.
func inBlock(n *tree.Node, indent int, style yaml.Style) (first string, rest []string, inner bool) {
	space := strings.Repeat(" ", indent)
	switch {
	case n.Kind == tree.Object && len(n.Fields) > 0:
		for _, f := range n.Fields {
			first, more, inner := inBlock(f.Value, indent+2, 0)
			rest = append(rest, space+scalar(f.Key, false, 0)+":"+lead(first, inner))
			rest = append(rest, more...)
		}
		return "", rest, true
	case n.Kind == tree.Array && len(n.Items) > 0:
		for _, item := range n.Items {
			rest = append(rest, inDash(item, indent)...)
		}
		return "", rest, true
	case n.Kind == tree.String && strings.Contains(n.Text, "\n") && isLiteral(n.Text):
		head, body := "|-", n.Text
		if strings.HasSuffix(body, "\n") {
			head, body = "|", body[:len(body)-1]
		}
		for line := range strings.SplitSeq(body, "\n") {
			if line != "" {
				line = space + line
			}
			rest = append(rest, line)
		}
		return head, rest, false
	case n.Kind == tree.String:
		return scalar(n.Text, false, style), nil, false
	}
	return inFlow(n), nil, false
}

// lead is what stands behind a colon.
func lead(first string, inner bool) string {
	if inner {
		return ""
	}
	return " " + first
}

// inDash writes an item of a list in lines, whose dash is indented by so many spaces.
func inDash(n *tree.Node, indent int) []string {
	first, rest, inner := inBlock(n, indent+2, 0)
	space := strings.Repeat(" ", indent)
	if inner {
		rest[0] = space + "- " + rest[0][indent+2:]
		return rest
	}
	return append([]string{space + "- " + first}, rest...)
}

// isLiteral reports whether a text of several lines is the same after |.
func isLiteral(s string) bool {
	if strings.HasSuffix(s, "\n\n") || strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") || strings.TrimSpace(s) == "" {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimRight(line, " \t") != line || strings.HasPrefix(line, "\t") {
			return false
		}
	}
	return isPrintable(s)
}

// isPrintable reports whether a text may stand in YAML without escapes.
func isPrintable(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff' {
			return false
		}
	}
	return true
}

// scalar writes a text on one line: plainly where it may, else in the marks that are
// wanted, else in double ones.
func scalar(s string, flow bool, style yaml.Style) string {
	simple := isPrintable(s) && !strings.ContainsAny(s, "\n\t")
	switch {
	case simple && style&yaml.SingleQuotedStyle != 0:
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	case simple && style&yaml.DoubleQuotedStyle == 0 && isPlain(s, flow):
		return s
	}
	return doubleQuoted(s)
}

// isPlain reports whether a text may stand without marks: here, and for readers who take
// yes for true, but not for those who take 2025 for a number, since dates are.
func isPlain(s string, flow bool) bool {
	if s == "" || strings.TrimSpace(s) != s || strings.Contains(s, ": ") || strings.HasSuffix(s, ":") || strings.Contains(s, " #") {
		return false
	}
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`~=<", rune(s[0])) || strings.HasPrefix(s, "...") {
		return false
	}
	if flow && (strings.ContainsAny(s, ",[]{}") || strings.Contains(s, ":")) {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "~":
		return false
	}
	return true
}

func doubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r >= 0x7F && r < 0xA0:
			b.WriteString(`\x`)
			b.WriteString(strconv.FormatInt(int64(r)+0x100, 16)[1:])
		case r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff':
			b.WriteString(`\u`)
			b.WriteString(strconv.FormatInt(int64(r)+0x10000, 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
