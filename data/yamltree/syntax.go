package yamltree

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// syntaxError gives the reader's error a position. The reader names at best
// the line on which the construct began that went wrong, often far above. But
// it reads in one pass, so the line that does it is the first one with which
// the text fails in the same words.
func syntaxError(text []byte, err error) error {
	if value := unquoted(text); value != nil {
		return value
	}
	message := err.Error()
	ends := lineEnds(text)
	low, high := 0, len(ends)-1
	for low < high {
		middle := (low + high) / 2
		if firstError(text[:ends[middle]]) == message {
			high = middle
		} else {
			low = middle + 1
		}
	}
	named, what := splitMessage(message)
	fix := "check the indentation, colons and quotation marks here and in the line before; put a text with : or # into quotation marks"
	if what == "found unexpected end of stream" {
		// The end of the text is where it shows, not where it went wrong.
		low = min(low, max(named-1, 0))
		what, fix = "a quotation mark is never closed", "close it, and double or escape those inside it"
	}
	start := 0
	if low > 0 {
		start = ends[low-1]
	}
	for start < ends[low] && (text[start] == ' ' || text[start] == '\t') {
		start++
	}
	line, column := tree.Position(text, start)
	return &tree.Error{Line: line, Column: column, What: "not YAML: " + what, Fix: fix}
}

// firstError returns the message with which a text fails, or nothing.
func firstError(text []byte) string {
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var n yaml.Node
		if err := decoder.Decode(&n); errors.Is(err, io.EOF) {
			return ""
		} else if err != nil {
			return err.Error()
		}
	}
}

// lineEnds returns the offsets at which lines end, their breaks included; at
// least one.
func lineEnds(text []byte) []int {
	var ends []int
	for i, c := range text {
		if c == '\n' || c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			ends = append(ends, i+1)
		}
	}
	if len(ends) == 0 || ends[len(ends)-1] < len(text) {
		ends = append(ends, len(text))
	}
	return ends
}

// splitMessage takes the reader's own name and the line that it names, 0 if
// none, off its message.
func splitMessage(message string) (line int, what string) {
	what = strings.TrimPrefix(message, "yaml: ")
	if rest, ok := strings.CutPrefix(what, "line "); ok {
		if digits, text, ok := strings.Cut(rest, ": "); ok {
			if n, err := strconv.Atoi(digits); err == nil {
				return n, text
			}
		}
	}
	return 0, what
}

// unquoted finds a value that YAML takes for its own notation, and with which in
// quotation marks the text is YAML: {date: 2024-05-07?}, duration: >=PT3H, or
// date: %1950. It is nil if that is not what is wrong.
func unquoted(text []byte) error {
	var first *tree.Error
	var fixed []byte
	done := 0
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' && text[i] != '[' && text[i] != '{' && text[i] != ',' {
			continue
		}
		start := i + 1
		end := start
		for end < len(text) && strings.IndexByte(" \t\r\n,]}\"'#", text[end]) < 0 {
			end++
		}
		value := text[start:end]
		if len(value) < 2 || strings.IndexByte(">%?", value[0]) < 0 && value[len(value)-1] != '?' || strings.IndexByte("{[&*!|", value[0]) >= 0 {
			continue
		}
		if value[0] == '>' && strings.Trim(string(value[1:]), "+-0123456789") == "" {
			continue // a block text
		}
		if first == nil {
			line, column := tree.Position(text, start)
			first = &tree.Error{Line: line, Column: column, What: strconv.Quote(string(value)) + " means something else in YAML", Fix: "write \"" + string(value) + "\" with the quotation marks"}
		}
		fixed = append(append(append(append(fixed, text[done:start]...), '"'), value...), '"')
		done = end
		i = end - 1
	}
	if first == nil || firstError(append(fixed, text[done:]...)) != "" {
		return nil
	}
	return first
}
