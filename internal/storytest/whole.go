package storytest

import (
	"fmt"
	"strconv"

	"pgregory.net/rapid"

	"barline/data"
	"barline/data/tree"
)

// Whole invents a story that has, one time or another, every field of the format,
// with words that files of other formats could take for something else: formulas,
// numbers, dates, separators, line breaks, letters of other scripts.
func Whole(t *rapid.T) *tree.Node {
	w := &whole{t: t}
	root := w.object("barline", number("1"), "id", w.id("story"), "headline", w.text("headline"))
	w.maybe(root, "lang", func() *tree.Node { return w.one("lang", "en", "nb", "de", "fa-AF") })
	w.maybe(root, "standfirst", w.paragraphs)
	w.maybe(root, "figure", func() *tree.Node { return w.one("figure", "spans", "lengths") })
	w.maybe(root, "open", func() *tree.Node { return w.object("from", text("1900"), "to", text("1999-12")) })
	if w.yes("zone") {
		w.zoned = true
		add(root, "zone", w.object("name", w.text("zone"), "offset", w.one("offset", "+03:00", "+00:00", "-13:00", "-04:30")))
	}
	w.maybe(root, "count", func() *tree.Node { return w.object("other", w.text("other")) })
	w.maybe(root, "fonts", func() *tree.Node {
		f := w.object("file", text("fonts/a.ttf"))
		w.maybe(f, "weight", func() *tree.Node { return w.one("weight", "regular", "bold") })
		w.maybe(f, "style", func() *tree.Node { return w.one("style", "sans", "serif") })
		return list(f)
	})
	w.maybe(root, "theme", w.theme)
	w.kinds = w.things(root, "kinds", true, func(k *tree.Node) {
		w.maybe(k, "plural", func() *tree.Node { return w.text("plural") })
		w.maybe(k, "paint", func() *tree.Node { return w.one("paint", "talks", "context", "third", "fourth") })
	})
	w.sources = w.things(root, "sources", false, func(s *tree.Node) {
		w.maybe(s, "title", func() *tree.Node { return w.text("report") })
		w.maybe(s, "url", w.url)
		w.maybe(s, "file", func() *tree.Node { return w.one("file", "report.html", "reports/2025.pdf") })
	})
	w.people = w.things(root, "people", false, func(p *tree.Node) {
		w.maybe(p, "role", func() *tree.Node { return w.text("role") })
	})
	w.places = w.things(root, "places", false, func(p *tree.Node) {
		w.maybe(p, "short", func() *tree.Node { return w.text("short") })
	})
	w.maybe(root, "lanes", func() *tree.Node { return list(text("East"), text("=West")) })
	w.maybe(root, "periods", func() *tree.Node {
		return list(w.object("title", w.text("period"), "date", w.one("period date", "1914/1918", "1950~", "../1821", "196X")))
	})
	w.maybe(root, "date", func() *tree.Node { return w.one("story date", "2025-03-14", "-0043-03-15") })
	for _, field := range []string{"live", "proof"} {
		w.maybe(root, field, func() *tree.Node { return &tree.Node{Kind: tree.Bool, Text: w.one(field, "true", "false").Text} })
	}
	w.maybe(root, "allow", func() *tree.Node { return list(text("no-source"), text("no-role")) })
	w.maybe(root, "corrections", func() *tree.Node {
		c := w.object("date", w.one("correction date", "2025-03-14", "2024-02-29"), "what", w.text("what"))
		w.maybe(c, "event", func() *tree.Node { return w.one("corrected", "a-1", "gone", "0012") })
		w.maybe(c, "why", func() *tree.Node { return w.text("why") })
		return list(c)
	})
	events := list()
	for i := range rapid.IntRange(1, 6).Draw(t, "events") {
		events.Items = append(events.Items, w.event(i))
	}
	add(root, "events", events)
	w.maybe(root, "annotations", func() *tree.Node { return w.annotations(events.Items) })
	return root
}

// annotations stand at the dates of events: in any figure they are near enough.
func (w *whole) annotations(events []*tree.Node) *tree.Node {
	all, measured := list(), false
	for _, e := range events {
		date := e.Get("date")
		if value := date.Get("value"); value != nil {
			date = value
		}
		a := w.object("text", w.text("annotation"), "date", date)
		w.reference(a, "source", append([]string{data.NoSource}, w.sources...))
		all.Items = append(all.Items, a)
		length := e.Get("duration")
		measured = measured || length != nil && length.Text != "unknown"
	}
	if measured {
		all.Items = append(all.Items, w.object("text", w.text("line"), "length", text("PT1S")))
	}
	return all
}

// WholeStory is such a story, decoded.
func WholeStory(t *rapid.T) (*data.Story, *tree.Node) {
	root := Whole(t)
	s, err := data.DecodeTree(root)
	if err != nil {
		t.Fatalf("%v\n%s", err, tree.AppendJSON(nil, root))
	}
	return s, root
}

// whole is a story on its way.
type whole struct {
	t                              *rapid.T
	zoned                          bool
	kinds, sources, people, places []string // by what they are referred to
	quotes                         int
	leads                          bool
}

func (w *whole) yes(what string) bool { return rapid.Bool().Draw(w.t, what) }

func (w *whole) one(what string, texts ...string) *tree.Node {
	return text(rapid.SampledFrom(texts).Draw(w.t, what))
}

func (w *whole) id(what string) *tree.Node {
	return w.one(what, "a", "0012", "2025-02", "1914-2", "some-id", "ada")
}

// text invents words of all kinds.
func (w *whole) text(what string) *tree.Node {
	return w.one(what, "Words", "Ada Okafor", "=1+1", "-5 degrees", "@home", "＝1+1", "＠a", "'tis", "''", "0012", "0079", "1984", "1/2", "1.50", "5%", "12:30",
		"TRUE", "May 1968", "Mar-46", "A; B", "a,-b; =c", "x;'=y", `say "hi", twice`, "d\u200e", "\u200b=1", "د افغانستان", "新聞", "none", "None", "meeting", "Meeting", "ada", "event", "2025-02-30", "1914 - 1918: War", "a | +b", "<3 & more", "x<y <unknown> R&D;", "#tag", "// no", "end", "a\\b, c; d")
}

func (w *whole) paragraphs() *tree.Node {
	all := list(w.text("paragraph"))
	if w.yes("two paragraphs") {
		all.Items = append(all.Items, w.text("paragraph"))
	}
	return all
}

func (w *whole) url() *tree.Node {
	return w.one("url", "https://a.example/", "http://b.example/x,y;z?q=1&r=2#f")
}

func (w *whole) basis(what string) func() *tree.Node {
	return func() *tree.Node { return w.one(what, "reported", "reportedly", "outside") }
}

// things invents the story's list of what events refer to.
func (w *whole) things(root *tree.Node, key string, withID bool, more func(*tree.Node)) (refer []string) {
	all := list()
	for i := range rapid.IntRange(0, 3).Draw(w.t, key) {
		name := w.text(key)
		o := w.object("name", name)
		if id := fmt.Sprintf("%c-%d", key[0], i); withID || w.yes("with an id") {
			if i == 0 && w.yes("the id of a name") {
				id = "ada"
			} else if withID && i == 0 && w.yes("a built-in one anew") {
				id = "meeting"
			}
			add(o, "id", text(id))
			refer = append(refer, id)
		} else {
			// What has no id has a name of its own.
			name.Text += " " + strconv.Itoa(i)
			refer = append(refer, name.Text)
		}
		more(o)
		all.Items = append(all.Items, o)
	}
	if len(all.Items) > 0 {
		add(root, key, all)
	}
	return refer
}

// reference refers to one of a list, if there are any.
func (w *whole) reference(n *tree.Node, key string, to []string) {
	if len(to) > 0 {
		w.maybe(n, key, func() *tree.Node { return w.one(key, to...) })
	}
}

// theme invents a theme, a name or a set of fields.
func (w *whole) theme() *tree.Node {
	if w.yes("a theme by name") {
		return w.one("theme", append(data.ThemeNames(), "paper.yaml")...)
	}
	o := w.object()
	colour := func() *tree.Node { return w.one("colour", "#c00", "#102030", "fff", "000000") }
	modes := func() *tree.Node {
		if w.yes("one colour") {
			return colour()
		}
		c := w.object()
		w.maybe(c, "light", colour)
		w.maybe(c, "dark", colour)
		return c
	}
	w.maybe(o, "base", func() *tree.Node { return w.one("base", append(data.ThemeNames(), "look/paper.json")...) })
	w.maybe(o, "background", modes)
	w.maybe(o, "accent", modes)
	w.maybe(o, "font", func() *tree.Node {
		f := w.object("heading", w.one("heading", "serif", "sans", "fonts/a.ttf"))
		w.maybe(f, "text", func() *tree.Node { return w.object("regular", text("fonts/a.ttf"), "bold", text("b.otf")) })
		return f
	})
	w.maybe(o, "corners", func() *tree.Node { return w.one("corners", "0", "8", "16") })
	w.maybe(o, "density", func() *tree.Node { return w.one("density", "regular", "compact") })
	w.maybe(o, "headline", func() *tree.Node { return w.one("on or off", "on", "off") })
	w.maybe(o, "logo", func() *tree.Node {
		l := w.object("file", text("logo.svg"), "alt", w.text("alt"))
		w.maybe(l, "dark", func() *tree.Node { return text("img/logo dark.png") })
		return l
	})
	w.maybe(o, "credit", func() *tree.Node { return w.text("credit") })
	return o
}

func (w *whole) event(i int) *tree.Node {
	e := w.object("title", w.text("title"))
	if w.yes("with an id") {
		add(e, "id", text(fmt.Sprintf("%s-%d", w.id("event").Text, i)))
	}
	w.maybe(e, "kind", func() *tree.Node { return w.one("kind", append([]string{"meeting", "context"}, w.kinds...)...) })
	w.maybe(e, "short", func() *tree.Node { return w.text("short") })
	w.maybe(e, "lane", func() *tree.Node { return w.one("lane", "East", "North", "=West", "0012", "a; -b") })
	dates := []string{"-0043-03-15", "0079", "0079-08-24", "1914/1918", "2019-05/..", "../1821", "1985/", "/1985", "1890~", "2004-06~-11", "1968-24", "196X", "[1860..1872]", "[1667,1668]",
		"Y170000002", "1950S2", "2025-02", "2025-03-14", "2025-03-14?", "2025-03-14T15:09Z", "2025-03-14T15:09:26+03:00", "2025-03-14T15:09", "2025-03-14T10:00Z/2025-03-14T12:30Z", "2024-06-11/2024-06-12", "-0100~/-0043"}
	date := w.one("date", dates...)
	if w.yes("how the date is known") {
		date = w.object("value", date)
		w.maybe(date, "basis", w.basis("date basis"))
		w.maybe(date, "note", func() *tree.Node { return w.text("note") })
	}
	add(e, "date", date)
	switch rapid.IntRange(0, 3).Draw(w.t, "length") {
	case 0:
		add(e, "duration", w.length())
	case 1:
		add(e, "phases", list(w.phase("talks")))
	case 2:
		phases := list(w.phase("waiting"), w.phase("talks"))
		if w.yes("waited after") {
			phases.Items[0], phases.Items[1] = phases.Items[1], phases.Items[0]
		}
		add(e, "phases", phases)
	}
	w.maybe(e, "allow", func() *tree.Node { return list(text("no-circumstance")) })
	w.reference(e, "place", w.places)
	if len(w.people) > 0 && w.yes("people") {
		people := list()
		for _, p := range w.people {
			if w.yes("takes part") {
				people.Items = append(people.Items, text(p))
			}
		}
		add(e, "people", people)
	}
	w.maybe(e, "summary", w.paragraphs)
	w.reference(e, "source", append([]string{data.NoSource}, w.sources...))
	w.maybe(e, "quotes", w.quotations)
	w.maybe(e, "links", func() *tree.Node {
		l := w.object("url", w.url())
		w.maybe(l, "title", func() *tree.Node { return w.text("link") })
		return list(l, w.object("url", w.url()))
	})
	w.maybe(e, "media", func() *tree.Node {
		m := w.object("file", text("images/a b.jpg"), "alt", w.text("alt"))
		w.maybe(m, "credit", func() *tree.Node { return w.text("credit") })
		w.maybe(m, "caption", func() *tree.Node { return w.text("caption") })
		w.maybe(m, "url", w.url)
		return m
	})
	return e
}

// length fits into every interval.
func (w *whole) length() *tree.Node {
	return w.one("duration", "PT1H", "<PT3H", "<=PT30M", "<<P2D", ">PT1H", ">=PT5M", ">>PT1S", "~PT1H30M", "unknown")
}

func (w *whole) phase(kind string) *tree.Node {
	p := w.object("kind", text(kind), "duration", w.length())
	w.maybe(p, "basis", w.basis("basis"))
	if w.yes("noted") {
		add(p, "note", w.text("note"))
		w.maybe(p, "noteBasis", w.basis("note basis"))
	}
	return p
}

func (w *whole) quotations() *tree.Node {
	all := list()
	if len(w.people) == 0 {
		return all
	}
	for range rapid.IntRange(0, 3).Draw(w.t, "quotations") {
		w.quotes++
		id := "q" + strconv.Itoa(w.quotes)
		if w.yes("another id") {
			id = "said-" + id
		}
		q := w.object("id", text(id), "speaker", w.one("speaker", w.people...), "words", w.text("words"))
		if w.yes("fragment") {
			add(q, "form", text("fragment"))
			add(q, "sentence", w.one("sentence", "{}", "She said {}, twice.", "{}; =1", "- {}"))
		}
		if w.yes("language") {
			add(q, "lang", text("ru"))
			w.maybe(q, "translation", func() *tree.Node {
				return w.object("words", w.text("translation"), "by", w.text("translator"))
			})
		}
		w.maybe(q, "circumstance", func() *tree.Node { return w.text("circumstance") })
		if !w.leads && w.yes("leads") {
			w.leads = true
			add(q, "lead", &tree.Node{Kind: tree.Bool, Text: "true"})
		}
		w.reference(q, "source", w.sources)
		all.Items = append(all.Items, q)
	}
	return all
}

func text(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

func number(s string) *tree.Node { return &tree.Node{Kind: tree.Number, Text: s} }

func list(items ...*tree.Node) *tree.Node { return &tree.Node{Kind: tree.Array, Items: items} }

// object is a set of fields: keys, and their values behind them.
func (w *whole) object(pairs ...any) *tree.Node {
	o := &tree.Node{Kind: tree.Object}
	for i := 0; i < len(pairs); i += 2 {
		add(o, pairs[i].(string), pairs[i+1].(*tree.Node))
	}
	return o
}

// maybe adds a field, or not.
func (w *whole) maybe(n *tree.Node, key string, value func() *tree.Node) {
	if w.yes(key) {
		add(n, key, value())
	}
}

func add(n *tree.Node, key string, value *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, Value: value})
}
