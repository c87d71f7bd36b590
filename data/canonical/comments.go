package canonical

import (
	"bytes"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// comment is one, from its # to the end of its line.
type comment struct {
	line, column int // from 1; columns in characters
	text         string
	// alone: nothing else is on its line. before is what else is there.
	alone  bool
	before string
	blank  bool // a blank line is above it
}

// marks stand around a number where a comment may begin. They are characters of
// private use, which a story may hold nevertheless: then others of them are taken.
type marks struct{ open, close rune }

// commentsIn finds the comments of a text of YAML. Whether a # begins one depends on all
// that is around it, which only a parser knows: so that each # that might is given a
// number, and those whose numbers are not found in the values are comments.
func commentsIn(text []byte) ([]comment, error) {
	m := unusedMarks(text)
	var marked bytes.Buffer
	count := 0
	lines := strings.Split(string(text), "\n")
	starts := make([][]int, len(lines)) // of each line, the offsets of every # that may begin one
	for i, line := range lines {
		if i > 0 {
			marked.WriteByte('\n')
		}
		for at := 0; at < len(line); at++ {
			marked.WriteByte(line[at])
			if line[at] == '#' && (at == 0 || line[at-1] == ' ' || line[at-1] == '\t') {
				starts[i] = append(starts[i], at)
				marked.WriteString(string(m.open) + strconv.Itoa(count) + string(m.close))
				count++
			}
		}
	}
	if count == 0 {
		return nil, nil
	}
	var document yaml.Node
	if err := yaml.Unmarshal(marked.Bytes(), &document); err != nil {
		return nil, err
	}
	inValues := make([]bool, count)
	m.find(&document, inValues)
	var all []comment
	n := 0
	for i, line := range lines {
		for k, at := range starts[i] {
			if !inValues[n+k] {
				before := strings.TrimRight(line[:at], " \t")
				all = append(all, comment{line: i + 1, column: len([]rune(line[:at])) + 1, text: strings.TrimRight(line[at:], " \t"),
					alone: before == "", before: before, blank: i > 0 && isBlank(lines[i-1])})
				break // what follows is part of it
			}
		}
		n += len(starts[i])
	}
	return all, nil
}

func unusedMarks(text []byte) marks {
	open := '\ue000'
	for bytes.ContainsRune(text, open) || bytes.ContainsRune(text, open+1) {
		open += 2
	}
	return marks{open, open + 1}
}

// find notes the numbers that are in the values of a document.
func (m marks) find(n *yaml.Node, found []bool) {
	text := n.Value
	for {
		_, after, ok := strings.Cut(text, string(m.open))
		if !ok {
			break
		}
		digits, rest, _ := strings.Cut(after, string(m.close))
		if i, err := strconv.Atoi(digits); err == nil && i < len(found) {
			found[i] = true
		}
		text = rest
	}
	for _, inner := range n.Content {
		m.find(inner, found)
	}
}

// isBlank reports a line of nothing, or of what YAML counts as space.
func isBlank(line string) bool { return strings.Trim(line, " \t") == "" }
