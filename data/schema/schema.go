package schema

import (
	"strings"

	"barline/data"
)

// Story is the schema of story files, as JSON. codes are those that allow may name;
// editors offer them.
func Story(codes []string) []byte {
	m := maker{codes: codes, limits: data.FormatLimits()}
	root := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "Barline story"},
		{"description", "A story of Barline's format, version 1: events with dates as precise as they are known, and what is known of them."},
	}
	root = append(root, m.set("story")...)
	defs := m.grammars()
	for _, set := range shared() {
		defs = append(defs, member{set, append(object{{"type", "object"}}, m.body(set)...)})
	}
	root = root.with("$defs", defs)
	var b strings.Builder
	write(&b, root, "")
	b.WriteString("\n")
	return []byte(b.String())
}

// shared are the sets of fields that lists hold; the others stand where they are used.
func shared() []string {
	return []string{"font", "kind", "period", "annotation", "source", "person", "place", "correction", "event", "phase", "quote", "link"}
}

type maker struct {
	codes  []string
	limits data.Limits
}

// set is a set of fields that must be one.
func (m maker) set(name string) object {
	return append(object{{"type", "object"}}, m.body(name)...)
}

// body is what a set of fields says besides its type.
func (m maker) body(name string) object {
	var properties object
	var required list
	for _, field := range data.FieldsOf(name) {
		f := m.field(name, field)
		if f.required {
			required = append(required, field)
		}
		about := descriptions()[name+"."+field]
		if about == "" {
			panic("schema: " + name + "." + field + " has no description")
		}
		properties = append(properties, member{field, append(object{{"description", about}}, f.value...)})
	}
	return object{{"additionalProperties", false}}.with("required", required).with("properties", properties).with("allOf", rules(name))
}

// field is what may stand in a field.
type field struct {
	required bool
	value    object
}

func must(value object) field { return field{true, value} }

// may is a field that may be left out, or be there and empty.
func may(value object) field {
	out := make(object, len(value))
	copy(out, value)
	for i, v := range out {
		switch v.key {
		case "type":
			switch types := v.value.(type) {
			case string:
				out[i].value = list{types, "null"}
			case list:
				out[i].value = append(types[:len(types):len(types)], "null")
			}
		case "enum":
			all := v.value.(list)
			out[i].value = append(all[:len(all):len(all)], null{})
		}
	}
	return field{false, out}
}

// oneOf takes one of a few words.
func oneOf(all ...string) object { return object{{"type", "string"}, {"enum", words(all...)}} }

// of is a list.
func of(items object) object { return object{{"type", "array"}, {"items", items}} }

func ref(name string) object { return object{{"$ref", "#/$defs/" + name}} }

// follows is a value of some types that follows one of the grammars, which stand among
// the definitions.
func follows(grammar string, types ...string) object {
	o := object{{"type", words(types...)}}
	if len(types) == 1 {
		o[0].value = types[0]
	}
	return append(o, ref(grammar)...)
}

// lineText is a text on one line. A number is one, too: YAML has no other way to write
// 1914.
func lineText(limit int, required bool) object {
	return follows(lineName(limit, required), "string", "number")
}

func lineName(limit int, required bool) string {
	name := "line"
	if limit > 0 {
		name += number(limit)
	}
	if !required {
		name += "OrEmpty"
	}
	return name
}

func id() object { return follows("id", "string", "number") }

func language() object { return follows("language", "string") }

func address() object { return follows("address", "string") }

func date() object { return follows("date", "string", "integer", "array") }

func oneDate() object { return follows("oneDate", "string", "integer") }

func day() object { return follows("day", "string") }

func duration() object { return follows("duration", "string") }

func file(required bool, endings []string) object {
	return object{{"type", "string"}, {"pattern", filePattern(required, endings...)},
		{"patternErrorMessage", "A path from the story's file downwards, ending in " + strings.Join(endings, ", ") + "."},
		{"not", object{{"anyOf", list{object{{"type", "string"}, {"pattern", upwards}}, ref("markup")}}}}}
}

func (m maker) allow() object {
	return of(append(follows("code", "string"), member{"examples", words(m.codes...)}))
}

func colours() object {
	var modes object
	for _, mode := range data.FieldsOf("colours") {
		modes = append(modes, member{mode, append(object{{"description", descriptions()["colours."+mode]}}, follows("colour", "string", "number")...)})
	}
	return append(follows("colour", "string", "number", "object"), member{"additionalProperties", false}, member{"properties", modes})
}
