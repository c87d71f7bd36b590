package tree

import "unicode/utf8"

// AppendJSON appends the tree as compact JSON in which <, >, &, U+2028 and
// U+2029 are escaped, so that it may stand inside an HTML script element: no
// text in it can end the element or open a comment. Bytes that are not UTF-8
// become U+FFFD. The Text of a Bool or Number goes out as it is.
func AppendJSON(dst []byte, n *Node) []byte {
	switch n.Kind {
	case Bool, Number:
		return append(dst, n.Text...)
	case String:
		return appendString(dst, n.Text)
	case Array:
		dst = append(dst, '[')
		for i, item := range n.Items {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = AppendJSON(dst, item)
		}
		return append(dst, ']')
	case Object:
		dst = append(dst, '{')
		for i, f := range n.Fields {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(appendString(dst, f.Key), ':')
			dst = AppendJSON(dst, f.Value)
		}
		return append(dst, '}')
	}
	return append(dst, "null"...)
}

func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r < ' ' || r == '<' || r == '>' || r == '&' || r == 0x7F || r == '\u2028' || r == '\u2029':
			const hex = "0123456789abcdef"
			dst = append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
