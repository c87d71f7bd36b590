package schema

import (
	"strconv"

	"barline/data"
)

func number(n int) string { return strconv.Itoa(n) }

// field says what may stand in a field of a set.
func (m maker) field(set, name string) field {
	if all := data.WordsOf(set, name); all != nil {
		if set == "phase" && name == "kind" {
			return must(oneOf(all...))
		}
		return may(oneOf(all...))
	}
	switch set {
	case "story":
		return m.story(name)
	case "theme", "themeFonts", "themeFont", "logo":
		return m.theme(set, name)
	case "event":
		return m.event(name)
	case "quote", "translation":
		return m.quote(name)
	}
	l := m.limits
	switch set + "." + name {
	case "open.from", "open.to":
		return must(oneDate())
	case "zone.name", "kind.name", "source.name", "person.name", "place.name", "count.other":
		return must(lineText(l.Name, true))
	case "count.zero", "count.one", "count.two", "count.few", "count.many", "kind.plural", "person.role", "place.short":
		return may(lineText(l.Name, false))
	case "zone.offset":
		return must(object{{"type", "string"}, {"pattern", offsetPattern()}, {"patternErrorMessage", "Hours and minutes such as +03:00 or -05:00."}})
	case "font.file":
		return must(file(true, data.FileEndings(set, name)))
	case "kind.id":
		return must(append(id(), member{"not", notWord("event")}))
	case "source.id":
		return may(append(id(), member{"not", notWord(data.NoSource)}))
	case "person.id", "place.id", "correction.event":
		return may(id())
	case "period.title":
		return must(lineText(l.Title, true))
	case "period.date", "date.value":
		return must(date())
	case "annotation.date":
		return may(date())
	case "annotation.length":
		return may(follows("exactLength", "string"))
	case "annotation.text":
		return must(lineText(l.Annotation, true))
	case "annotation.source":
		return may(reference(data.NoSource))
	case "source.title", "link.title", "media.credit":
		return may(lineText(l.Headline, false))
	case "source.url", "media.url":
		return may(address())
	case "link.url":
		return must(address())
	case "correction.date":
		return must(day())
	case "correction.what":
		return must(lineText(0, true))
	case "correction.why", "date.note", "phase.note", "media.caption":
		return may(lineText(0, false))
	case "phase.duration":
		return must(duration())
	case "source.file":
		return may(file(false, data.FileEndings(set, name)))
	case "media.file":
		return must(file(true, data.FileEndings(set, name)))
	case "media.alt":
		return must(lineText(0, true))
	}
	panic("schema: " + set + "." + name + " is not known")
}

// reference names something of the story by its id, or by its name where it has none.
// Which there are, the decoder knows; some are offered.
func reference(offered ...string) object {
	return object{{"type", list{"string", "number"}}}.with("examples", words(offered...))
}

// optionalSet is a set of fields that may be left out.
func (m maker) optionalSet(name string) field { return may(m.set(name)) }

func (m maker) story(name string) field {
	l := m.limits
	switch name {
	case "$schema":
		return may(follows("lineOrEmpty", "string"))
	case "barline":
		return must(object{{"enum", list{data.Version, number(data.Version)}}})
	case "id":
		return must(id())
	case "lang":
		return may(language())
	case "headline":
		return must(lineText(l.Headline, true))
	case "standfirst":
		// One that is empty counts as not there; an item of a list may not be empty.
		empty := object{{"pattern", "^" + around + "$"}}
		return may(object{{"type", list{"string", "number", "array"}}, {"anyOf", list{empty, ref("paragraphs")}}, {"items", follows("paragraphs", "string", "number")}})
	case "date":
		return may(day())
	case "open", "zone", "count":
		return m.optionalSet(name)
	case "theme":
		return field{false, object{{"anyOf", list{oneOf(data.ThemeNames()...), file(true, data.FileEndings("theme", "base")), m.set("theme"), object{{"type", "null"}}}}}}
	case "lanes":
		return may(append(of(lineText(l.Name, true)), member{"uniqueItems", true}))
	case "annotations":
		return may(append(of(ref("annotation")), member{"maxItems", l.Annotations}))
	case "fonts", "kinds", "periods", "sources", "places", "corrections":
		return may(of(ref(name[:len(name)-1])))
	case "people":
		return may(of(ref("person")))
	case "allow":
		return may(m.allow())
	case "live", "proof":
		return may(object{{"type", "boolean"}})
	case "events":
		return must(append(of(ref("event")), member{"minItems", 1}))
	}
	panic("schema: story." + name + " is not known")
}

func (m maker) theme(set, name string) field {
	l := m.limits
	switch set + "." + name {
	case "theme.base":
		return field{false, object{{"anyOf", list{oneOf(data.ThemeNames()...), file(true, data.FileEndings(set, name)), object{{"type", "null"}}}}}}
	case "theme.background", "theme.accent":
		return field{false, colours()} // an empty colour is most likely one after a # in YAML
	case "theme.font":
		return m.optionalSet("themeFonts")
	case "theme.corners":
		return may(object{{"type", list{"integer", "string"}}, {"minimum", 0}, {"maximum", l.Corners}, {"pattern", cornersPattern(l.Corners)}})
	case "theme.logo":
		return m.optionalSet("logo")
	case "theme.credit":
		return may(lineText(l.Headline, false))
	case "themeFonts.heading", "themeFonts.text":
		fonts := m.set("themeFont")
		return field{false, object{{"anyOf", list{oneOf(data.WordsOf("font", "style")...), file(true, data.FileEndings("themeFont", "regular")), fonts, object{{"type", "null"}}}}}}
	case "themeFont.regular":
		return must(file(true, data.FileEndings(set, name)))
	case "themeFont.bold":
		return may(file(true, data.FileEndings(set, name)))
	case "logo.file":
		return must(file(true, data.FileEndings(set, name)))
	case "logo.dark":
		return may(file(false, data.FileEndings(set, name)))
	case "logo.alt":
		return must(lineText(l.Headline, true))
	}
	panic("schema: " + set + "." + name + " is not known")
}

func (m maker) event(name string) field {
	l := m.limits
	switch name {
	case "id":
		return may(id())
	case "kind":
		return may(reference(data.MeetingID, data.ContextID))
	case "title":
		return must(lineText(l.Title, true))
	case "short":
		return may(lineText(l.Title, false))
	case "lane":
		return may(lineText(l.Name, false))
	case "date":
		when := date()
		when[0].value = append(when[0].value.(list), "object")
		return must(append(when, m.body("date")...))
	case "duration":
		return may(duration())
	case "phases":
		phase := func(kind string, least int) object {
			return object{{"contains", object{{"properties", object{{"kind", object{{"const", kind}}}}}, {"required", words("kind")}}}, {"minContains", least}, {"maxContains", 1}}
		}
		all := data.WordsOf("phase", "kind")
		return may(append(of(ref("phase")), member{"allOf", list{phase(all[0], 1), phase(all[1], 0)}}))
	case "place":
		return may(reference())
	case "people":
		return may(append(of(reference()), member{"uniqueItems", true}))
	case "summary":
		return may(append(follows("paragraphs", "string", "number", "array"), member{"items", follows("paragraphs", "string", "number")}))
	case "source":
		return may(reference(data.NoSource))
	case "quotes", "links":
		return may(of(ref(name[:len(name)-1])))
	case "media":
		return m.optionalSet("media")
	case "allow":
		return may(m.allow())
	}
	panic("schema: event." + name + " is not known")
}

func (m maker) quote(name string) field {
	switch name {
	case "id":
		return must(id())
	case "speaker":
		return must(reference())
	case "words":
		return must(follows("bareWords", "string", "number"))
	case "lang":
		return may(language())
	case "translation":
		return m.optionalSet("translation")
	case "by":
		return must(lineText(m.limits.Name, true))
	case "sentence":
		return may(follows("sentence", "string", "number"))
	case "circumstance":
		return may(lineText(0, false))
	case "source":
		return may(append(reference(), member{"not", notWord(data.NoSource)}))
	case "lead":
		return may(object{{"type", "boolean"}})
	}
	panic("schema: quote." + name + " is not known")
}

// cornersPattern is that of whole numbers up to a limit.
func cornersPattern(most int) string {
	pattern := "^0*("
	for n := range most + 1 {
		if n > 0 {
			pattern += "|"
		}
		pattern += number(n)
	}
	return pattern + ")$"
}

// rules are what the fields of a set ask of each other.
func rules(set string) list {
	has := func(name string) object {
		return object{{"required", words(name)}, {"properties", object{{name, object{{"not", object{{"type", "null"}}}}}}}}
	}
	never := func(all ...object) object {
		var l list
		for _, o := range all {
			l = append(l, o)
		}
		return object{{"not", object{{"allOf", l}}}}
	}
	ifThen := func(a, b object) object { return object{{"if", a}, {"then", b}} }
	switch set {
	case "event":
		return list{never(has("duration"), has("phases"))}
	case "source":
		named := object{{"required", words("name")}, {"properties", object{{"name", notWord(data.NoSource)}}}}
		return list{object{{"anyOf", list{has("id"), object{{"not", named}}}}}}
	case "annotation":
		return list{object{{"anyOf", list{has("date"), has("length")}}}, never(has("date"), has("length"))}
	case "phase":
		return list{ifThen(has("noteBasis"), has("note"))}
	case "quote":
		fragment := object{{"required", words("form")}, {"properties", object{{"form", object{{"const", "fragment"}}}}}}
		return list{
			object{{"if", fragment}, {"then", has("sentence")}, {"else", never(has("sentence"))}},
			ifThen(has("translation"), has("lang")),
			never(object{{"required", words("sentence")}, {"properties", object{{"sentence", object{{"pattern", `\{\}[^\x00]*\{\}`}}}}}}, fragment),
		}
	}
	return nil
}
