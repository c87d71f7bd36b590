package literal

import (
	"fmt"
	"strconv"
	"strings"
)

// named reads what begins with a name: a constant, a call, or the beginning of a
// statement, of which only the value counts: var items = […].
func (p *parser) named(depth int) (Value, error) {
	v := Value{Line: int32(p.line)}
	start := p.at
	for {
		name := p.path()
		p.space()
		c := byte(0)
		if p.at < len(p.text) {
			c = p.text[p.at]
		}
		switch {
		case c == '(' && name != "function":
			arguments, err := p.members(')', depth)
			return call(v.Line, name, arguments), err
		case name == "true", name == "false":
			v.Kind, v.Text = Bool, name
			return v, nil
		case name == "null", name == "undefined", name == "NaN", name == "None", isNameStart(c) && name == "void":
			return v, nil
		case isNameStart(c) && isKeyword(name):
			continue
		case isKeyword(name) && depth == 0 && c != 0, c == '=' && depth == 0 && !strings.HasPrefix(p.text[p.at:], "==") && !strings.HasPrefix(p.text[p.at:], "=>"):
			if c == '=' {
				p.variable = name
				p.at++
				p.space()
			}
			if p.at < len(p.text) && isNameStart(p.text[p.at]) {
				continue
			}
			return p.value(depth + 1)
		case p.called && (c == ',' || c == ')'), p.held && depth == 0 && (c == ';' || c == 0):
			return v, nil // a variable that is handed over, or exported
		}
		p.at = start
		return v, p.fail("not JSON: "+clip(p.text[start:]), "put quotation marks around a text")
	}
}

// isKeyword reports whether a word stands before a value and says nothing of it.
func isKeyword(name string) bool {
	switch name {
	case "new", "await", "var", "let", "const", "export", "default", "return":
		return true
	}
	return false
}

// path reads a name with dots in it: module.exports.
func (p *parser) path() string {
	start := p.at
	p.name()
	for p.at+1 < len(p.text) && p.text[p.at] == '.' && isNameStart(p.text[p.at+1]) {
		p.at++
		p.name()
	}
	return p.text[start:p.at]
}

// call is the value of a call: of a date, its date in ISO 8601, of anything else its
// first argument.
func call(line int32, name string, arguments []Member) Value {
	if len(arguments) == 0 {
		return Value{Line: line}
	}
	first := arguments[0].Value
	if name != "Date" && name != "Date.UTC" || first.Kind != Number || len(arguments) == 1 && name == "Date" {
		return first
	}
	return dateOf(line, name, arguments)
}

// Date reads a text such as Date(2014,2,1), which stands for a date in JSON that
// Google makes; its months are counted from 0.
func Date(v Value) (date Value, ok bool) {
	if v.Kind != String || !strings.HasPrefix(v.Text, "Date(") || !strings.HasSuffix(v.Text, ")") {
		return v, false
	}
	var arguments []Member
	for part := range strings.SplitSeq(v.Text[len("Date("):len(v.Text)-1], ",") {
		arguments = append(arguments, Member{Value: Value{Kind: Number, Text: strings.TrimSpace(part)}})
	}
	date = dateOf(v.Line, "Date", arguments)
	return date, len(arguments) > 1 && date.Kind == String
}

// dateOf is the date in ISO 8601 that JavaScript makes of a year, a month from 0, and
// so on; a Null if they are no numbers.
func dateOf(line int32, name string, arguments []Member) Value {
	// Years of two digits are of the 20th century.
	parts := make([]int, 0, 6)
	for _, a := range arguments[:min(len(arguments), 6)] {
		n, err := strconv.Atoi(a.Value.Text)
		if err != nil {
			return Value{Line: line}
		}
		parts = append(parts, n)
	}
	if parts[0] >= 0 && parts[0] < 100 {
		parts[0] += 1900
	}
	text := fmt.Sprintf("%04d", parts[0])
	if parts[0] < 0 || parts[0] > 9999 {
		text = fmt.Sprintf("%+07d", parts[0])
	}
	if len(parts) == 1 {
		return Value{Line: line, Kind: String, Text: text}
	}
	text += fmt.Sprintf("-%02d", parts[1]+1)
	day := 1
	if len(parts) > 2 {
		day = parts[2]
	}
	text += fmt.Sprintf("-%02d", day)
	if len(parts) > 3 {
		clock := append(parts[3:], 0, 0, 0)
		text += fmt.Sprintf("T%02d:%02d:%02d", clock[0], clock[1], clock[2])
		if name == "Date.UTC" {
			text += "Z"
		}
	}
	return Value{Line: line, Kind: String, Text: text}
}
