package yamltree

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// blockWriter writes a tree as the library does, byte for byte, in less than a tenth of
// the time: an imported table has tens of thousands of short texts. Texts about which
// there is anything to decide are left to the library.
type blockWriter struct{ out []byte }

// fields writes the fields of an object, each in a line that begins at a column; the
// first one where the last line ends. It reports whether it could: a key that the library
// might write in another way is left to it, and so is the whole.
func (w *blockWriter) fields(fields []tree.Field, column int) (wrote bool, err error) {
	for i, f := range fields {
		if styleOf(f.Key) != plain || len(f.Key) > 100 {
			return false, nil
		}
		if i > 0 {
			w.spaces(column)
		}
		w.out = append(append(w.out, f.Key...), ':')
		if wrote, err := w.value(f.Value, column, false); !wrote || err != nil {
			return wrote, err
		}
	}
	return true, nil
}

// value writes what follows the colon of a key, or the dash of an item, at a column.
func (w *blockWriter) value(n *tree.Node, column int, isItem bool) (wrote bool, err error) {
	switch {
	case n.Kind == tree.Object && len(n.Fields) > 0:
		if isItem {
			w.out = append(w.out, ' ')
		} else {
			w.out = append(w.out, '\n')
			w.spaces(column + indent)
		}
		return w.fields(n.Fields, column+indent)
	case n.Kind == tree.Array && len(n.Items) > 0:
		for i, item := range n.Items {
			if isItem && i == 0 {
				w.out = append(w.out, ' ')
			} else {
				if i == 0 {
					w.out = append(w.out, '\n')
				}
				w.spaces(column + indent)
			}
			w.out = append(w.out, '-')
			if wrote, err := w.value(item, column+indent, true); !wrote || err != nil {
				return wrote, err
			}
		}
		return true, nil
	}
	if strings.ContainsAny(n.Text, "\u0085\u2028\u2029") { // ends of lines that only YAML takes for such
		return false, nil
	}
	w.out = append(w.out, ' ')
	return true, w.scalar(n, column)
}

// scalar writes a text, number and so on, or an empty array or object.
func (w *blockWriter) scalar(n *tree.Node, column int) error {
	style := unknown
	if n.Kind == tree.String {
		style = styleOf(n.Text)
	}
	switch style {
	case plain:
		w.out = append(append(w.out, n.Text...), '\n')
		return nil
	case quoted:
		w.out = append(append(append(w.out, '"'), n.Text...), '"', '\n')
		return nil
	}
	// Under a key, as its lines are indented there.
	const key = "k: "
	text, err := appendNode(nil, &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{scalarOf("k", "!!str"), written(n)}})
	if err != nil {
		return err
	}
	for i, line := range slices.Collect(bytes.Lines(bytes.TrimPrefix(text, []byte(key)))) {
		if i > 0 && len(line) > 1 {
			w.spaces(column)
		}
		w.out = append(w.out, line...)
	}
	return nil
}

func (w *blockWriter) spaces(n int) {
	for range n {
		w.out = append(w.out, ' ')
	}
}

// style is how a text is written.
type style int

const (
	unknown style = iota // the library knows
	plain                // as it is
	quoted               // in double quotes, with nothing to escape
)

// styleOf tells texts that can only be a text from those that YAML might take for a
// number, a date, a word such as true, or for syntax.
func styleOf(text string) style {
	if text == "" || !isText(text) {
		return unknown
	}
	first := text[0]
	switch {
	case isLetter(first), first >= utf8.RuneSelf:
		switch strings.ToLower(text) {
		case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
			return unknown
		}
		return plain
	case !isDigit(first):
		return unknown
	case len(text) <= 18 && strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' }) < 0:
		return quoted
	case isDay(text):
		return quoted
	case strings.ContainsAny(text, "ghijklmnpqrsuvwy,/()"): // in no number or time of YAML
		return plain
	}
	return unknown
}

// isDay reports whether a text is a day as 1914-08-02, up to the 28th: other ones are there
// in some months alone.
func isDay(text string) bool {
	if len(text) != len("1914-08-02") || text[4] != '-' || text[7] != '-' {
		return false
	}
	for i := range len(text) {
		if i != 4 && i != 7 && !isDigit(text[i]) {
			return false
		}
	}
	month, day := text[5:7], text[8:]
	return "01" <= month && month <= "12" && "01" <= day && day <= "28"
}

// isText reports whether a text can stand in a line as it is, unless it is taken for
// something else as a whole, or its first byte is syntax.
func isText(text string) bool {
	for i, r := range text {
		switch {
		case r == ':' && (i+1 == len(text) || text[i+1] == ' '), r == '#' && i > 0 && text[i-1] == ' ':
			return false // a key's, a comment
		case r >= ' ' && r <= '~', r > 0xa0 && r < 0xd800 && r != 0x2028 && r != 0x2029:
		default:
			return false
		}
	}
	return text[len(text)-1] != ' '
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
