// Package marks draws each mark of the format by itself, from a story of one or two
// events, for data/FORMAT.md. The drawings are in docs/marks; the package's test holds
// them to what is drawn today.
package marks

import (
	"image"
	"slices"

	"barline/assets"
	"barline/assets/fonts"
	"barline/data/storyfile"
	"barline/render/raster"
	"barline/scene"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// Mark is one mark of the format.
type Mark struct {
	Name string // of its file, without the ending
	// Written is how a story writes it, Means what it means: the alternative text.
	Written, Means string
	// figure, event and more are the story: how it is drawn, the fields of its event,
	// and what else is in it.
	figure, event, more string
}

// All are the marks, in the order in which the format describes them.
func All() []Mark {
	const lengths, spans = "lengths", "spans"
	of := func(name, figure, written, event, means string) Mark {
		return Mark{Name: name, Written: written, Means: means, figure: figure, event: event}
	}
	with := func(m Mark, more string) Mark {
		m.more = more
		return m
	}
	return []Mark{
		of("moment", spans, "date: 1919-06-28", "title: Treaty of Versailles, date: 1919-06-28}\n  - {title: Locarno, date: 1925-10-16", "A dot: a moment, known to the day."),
		of("moment-month", spans, "date: 1455-03", "title: A letter praises Gutenberg’s Bible, date: 1455-03", "A bracket over March 1455: a moment, known to the month."),
		of("moment-about", spans, "date: 1455~", "title: Gutenberg’s Bible is printed, date: 1455~", "A bracket over the year 1455: a moment, about then."),
		of("moment-decade", spans, "date: 144X", "title: Gutenberg tries movable type, date: 144X", "A bracket over ten years: a moment in the 1440s."),
		of("moment-one-of", spans, `date: "[1415..1424]"`, `title: William Caxton is born, date: "[1415..1424]"`, "A bracket over ten years: one of them, nobody knows which."),
		of("span", spans, "date: 1914-07-28/1918-11-11", "title: First World War, date: 1914-07-28/1918-11-11", "A bar with two crisp ends: it lasted from one day to the other."),
		of("span-about", spans, "date: 1337~/1453", "title: Hundred Years’ War, date: 1337~/1453", "A bar whose left end fades in: it began about 1337."),
		of("span-open", spans, "date: 2000-11-02/..", "title: People live on the space station, date: 2000-11-02/..", "A bar that ends in an arrow: it is still going on."),
		of("span-open-start", spans, "date: ../1911", "title: Nobody reaches the South Pole, date: ../1911", "A bar that begins with an arrow: it began before anybody counted."),
		of("span-unknown", spans, "date: /1381", "title: Life of Wat Tyler, date: /1381", "A bar that appears out of nothing: nobody says when it began."),
		of("exact", lengths, "duration: PT2H31M", "title: Walk on the Moon, date: 1969-07-21, duration: PT2H31M", "A bar with a crisp end: it took 2 hours 31 minutes."),
		of("about", lengths, "duration: ~PT2M", "title: Gettysburg Address, date: 1863-11-19, duration: ~PT2M", "A bar that fades through a tick at its value: about 2 minutes."),
		of("under", lengths, "duration: <PT2H", "title: Gagarin’s flight, date: 1961-04-12, duration: <PT2H", "A bar that fades before a dotted limit: just under 2 hours."),
		of("at-most", lengths, "duration: <=PT59S", "title: Wrights’ first flights, date: 1903-12-17, duration: <=PT59S", "A bar that goes on as an empty box up to its limit: at most 59 seconds."),
		of("less-than", lengths, "duration: <<PT16M", "title: Shepard’s flight, date: 1961-05-05, duration: <<PT16M", "A bar that goes on as an empty box up to its limit, without nearness to it: less than 16 minutes."),
		of("over", lengths, `duration: ">PT33H"`, `title: Lindbergh’s flight, date: 1927-05-20/1927-05-21, duration: ">PT33H"`, "A bar with pieces after its end: over 33 hours."),
		of("at-least", lengths, `duration: ">=PT38M"`, `title: War of Zanzibar, date: 1896-08-27, duration: ">=PT38M"`, "A bar with pieces after its end: at least 38 minutes."),
		of("more-than", lengths, `duration: ">>PT24H"`, `title: Thurmond’s speech, date: 1957-08-28/1957-08-29, duration: ">>PT24H"`, "A bar with pieces after its end: more than 24 hours."),
		of("unknown", lengths, "duration: unknown", "title: Alfred and Guthrum agree, date: 0878, duration: unknown", "A box of fixed size with a torn end: nobody says how long it took."),
		of("waiting", lengths, "phases: [{kind: waiting, duration: P3D}, {kind: talks, duration: unknown}]", "title: Henry IV at Canossa, date: 1077-01, phases: [{kind: waiting, duration: P3D}, {kind: talks, duration: unknown}]", "A hatched bar above the event’s own: a wait of three days."),
		with(of("period", spans, "periods: [{title: Cold War, date: 1947/1991}]", "title: Sputnik, date: 1957-10-04}\n  - {title: The wall, date: 1961-08-13}\n  - {title: The fall, date: 1989-11-09", "A named band behind the events: a period."), "periods: [{title: Cold War, date: 1947/1991}]\n"),
		with(of("annotation-moment", spans, "annotations: [{date: 1916-07-01, text: Somme}]", "title: First World War, date: 1914-07-28/1918-11-11", "A thin line with a word: an annotation at a day."), "annotations: [{date: 1916-07-01, text: Somme}]\n"),
		with(of("annotation-stretch", spans, "annotations: [{date: 1916-02-21/1916-12-18, text: Verdun}]", "title: First World War, date: 1914-07-28/1918-11-11", "A pale band with a word: an annotation over a stretch of time."), "annotations: [{date: 1916-02-21/1916-12-18, text: Verdun}]\n"),
		with(of("annotation-length", lengths, "annotations: [{length: PT1H, text: an hour}]", "title: Gagarin’s flight, date: 1961-04-12, duration: <PT2H", "A line across the axis of lengths with a word: an annotation at a length."), "annotations: [{length: PT1H, text: an hour}]\n"),
	}
}

// widthPx is how wide the figures are drawn that the marks are in.
const widthPx = 360

// scene is the figure that a mark is in.
func (m Mark) scene() (*scene.Scene, *typeset.Fonts, error) {
	story, _, err := storyfile.Decode(m.Name+".yaml", []byte("barline: 1\nid: mark\nheadline: A mark\nfigure: "+m.figure+"\n"+m.more+"events:\n  - {id: mark, "+m.event+"}\n"))
	if err != nil {
		return nil, nil, err
	}
	language, err := languages.ForStory(story)
	if err != nil {
		return nil, nil, err
	}
	set, err := fonts.All(story.Lang())
	if err != nil {
		return nil, nil, err
	}
	f, err := figure.Open(story, language.Words, set)
	if err != nil {
		return nil, nil, err
	}
	s := f.Figure(view.Rung(widthPx), view.View{})
	for f.Busy() {
		f.Work()
		s = f.Figure(view.Rung(widthPx), view.View{})
	}
	return s, set, nil
}

// Around a mark there is some room, in px. The pictures are drawn for sharp screens.
const (
	around = 12.0
	scale  = 2
)

// Picture draws a mark in the colours of the light theme, widthPx wide and as high as it
// needs.
func (m Mark) Picture() (image.Image, error) {
	s, set, err := m.scene()
	if err != nil {
		return nil, err
	}
	top, bottom := cut(s, m.figure == "lengths")
	palette := assets.Light()
	whole := raster.Draw(s, &palette, set, scale)
	return whole.SubImage(image.Rect(0, int(top*scale), whole.Bounds().Dx(), int(bottom*scale))), nil
}

// cut leaves of a figure what shows its mark, and says from where to where that is: the
// axis of lengths is far above the bars, and the key says again what the words beside the
// picture say.
func cut(s *scene.Scene, belowAxis bool) (top, bottom float64) {
	var of scene.Rect
	for _, n := range s.Nodes {
		if n.Event == "mark" || n.Role == scene.Annotation && n.Text != nil {
			of = of.Union(n.Box)
		}
	}
	bottom = of.Y + of.H + around
	if belowAxis {
		top = of.Y - around
	}
	s.Nodes = slices.DeleteFunc(slices.Clone(s.Nodes), func(n scene.Node) bool {
		halfWord := n.Text != nil && (n.Box.Y < top || n.Box.Y+n.Box.H > bottom)
		return n.Role == scene.Key || n.Role == scene.Credit || halfWord
	})
	for i := range s.Nodes {
		if belowAxis && s.Nodes[i].Role == scene.Furniture && s.Nodes[i].Text != nil {
			s.Nodes[i].Alpha = 0 // days beside the bar, of which some would be cut
		}
	}
	return top, bottom
}
