package publish

import (
	"bytes"
	"html/template"
	"image/png"
	"slices"
	"strings"

	"barline/assets"
	"barline/data"
	"barline/data/columns"
	"barline/data/edtf"
	"barline/data/tree"
	"barline/render/raster"
	"barline/render/svg"
	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/lanes"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// A page of many events shows them in lanes. Up to columns.Inline of them stand
// in the page, in words and as data; beyond that they are in a file of columns
// beside it, and the page says how many there are by month.

// filter is a choice among what many events are sought by.
type filter struct {
	Name, Label, All string
	Options          []option
}

type option struct{ Value, Label string }

// mostOptions is how many a list may have that somebody can choose from.
// Beyond it they are sought by their names.
const mostOptions = 300

// month is how many events begin in a month, or in a year.
type month struct{ Time, Events string }

// mostMonths is how many rows they may take; beyond it years are counted.
const mostMonths = 360

func (b *build) many() error {
	table, err := columns.Of(b.story)
	if err != nil {
		return err
	}
	picture := lanes.New(table, b.words, b.fonts)
	picture.TakeAll()
	b.options.tell("the pictures")
	stills := drawLanes(picture)
	b.page.Filters, b.page.Gaps = b.filters(table), picture.HasGaps()
	inline := b.story.Len() <= columns.Inline
	if inline {
		b.page.Events = detail.All(b.story, b.words)
	} else {
		b.page.Months = b.months(table)
	}
	names, err := b.dress(stills, manyControls(b.fonts, b.words, b.story.Len(), len(b.page.Filters), b.page.Gaps), "many.js", "barline.css", "many.css")
	if err != nil {
		return err
	}
	about := thing{"count": b.story.Len()}
	if inline {
		json := tree.AppendJSON(nil, b.root)
		b.site["story.json"] = json
		b.page.Story = template.JS(json)
	} else {
		file, head := table.Append(nil), table.HeadSize()
		names.events = b.site.addAsset("events.barline", file)
		about["bytes"], about["headBytes"] = len(file), head
	}
	from, to := picture.Extent()
	b.page.Config = b.config(stills, names, from, to, thing{"events": about})

	m := metadata{story: b.story, heading: b.heading, url: b.url, site: b.options.URL, many: true,
		alt: func(int) string { return b.heading.Headline + ". " + b.heading.Figure + b.heading.Cover }}
	if err := b.write("many.html", func([]byte) bool { return false }, m); err != nil {
		return err
	}
	b.options.tell("the cards")
	return b.addLanePictures(picture)
}

// laneLadder are the widths that lanes are drawn for beforehand: fewer than of
// few events, for each picture holds thousands of columns.
func laneLadder() []float64 {
	return []float64{320, 360, 390, 430, 540, 640, 700, 834, 1000, 1200, 1360}
}

func drawLanes(p *lanes.Picture) []still {
	var stills []still
	for _, width := range laneLadder() {
		s := settled(p, width)
		name := "r" + px(width)
		stills = append(stills, still{widthPx: width, heightPx: s.HeightPx, svg: svg.Append(nil, s, name+"-", name)})
	}
	return stills
}

// settled is the whole story's figure: some words are set in one frame, others
// in the next.
func settled(p *lanes.Picture, width float64) *scene.Scene {
	s := p.Figure(width, view.View{})
	for p.Busy() {
		p.Work()
		s = p.Figure(width, view.View{})
	}
	return s
}

// filters offers what there is to choose from.
func (b *build) filters(t *columns.Table) []filter {
	ui := b.words.UI
	var all []filter
	offer := func(f filter) {
		if len(f.Options) < 2 || len(f.Options) > mostOptions {
			return
		}
		slices.SortStableFunc(f.Options, func(a, b option) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
		all = append(all, f)
	}
	people, places := filter{Name: "person", Label: ui.Person, All: ui.AnyPerson}, filter{Name: "place", Label: ui.Place, All: ui.AnyPlace}
	for _, p := range b.story.People() {
		people.Options = append(people.Options, option{p.ID, p.Name})
	}
	for _, p := range b.story.Places() {
		places.Options = append(places.Options, option{p.ID, p.Name})
	}
	offer(people)
	offer(places)
	kinds := filter{Name: "kind", Label: ui.Kind, All: ui.AnyKind}
	seen := map[data.Kind]bool{}
	for i := range t.Len() {
		seen[t.Kind(i)] = true
	}
	if len(seen) > 1 {
		kinds.Options = []option{{data.Meeting.String(), ui.Meetings}, {data.Context.String(), ui.OtherEvents}}
	}
	offer(kinds)
	return all
}

// months counts what begins in each month.
func (b *build) months(t *columns.Table) []month {
	type of struct{ year, month int }
	counts := map[of]int{}
	years := map[of]int{}
	for i := range t.Len() {
		from, _ := t.Span(i)
		year, m, _ := edtf.Civil(from)
		counts[of{year, m}]++
		years[of{year, 0}]++
	}
	if len(counts) > mostMonths {
		counts = years
	}
	var all []of
	for at := range counts {
		all = append(all, at)
	}
	slices.SortFunc(all, func(a, b of) int { return (a.year-b.year)*12 + a.month - b.month })
	var out []month
	for _, at := range all {
		t := scale.Tick{Unit: scale.Months, At: float64(edtf.Unix(at.year, max(1, at.month), 1)), Next: float64(edtf.Unix(at.year, at.month+1, 1))}
		if at.month == 0 {
			t.Unit, t.Next = scale.Years, float64(edtf.Unix(at.year+1, 1, 1))
		}
		out = append(out, month{b.words.Time(t), b.words.Events(counts[at])})
	}
	return out
}

// addLanePictures draws the picture for download and the story's card. Events
// of many have no card of their own.
func (b *build) addLanePictures(p *lanes.Picture) error {
	whole := b.heading.Over(b.fonts, settled(p, 1000))
	light := assets.Light()
	b.site[pictureSVG] = standalone(whole, &light)
	for name, s := range map[string]*scene.Scene{picturePNG: whole, storyCard: b.heading.Card(b.fonts, func(room scene.Rect) []scene.Node { return p.Strip(room, "") })} {
		var out bytes.Buffer
		if err := png.Encode(&out, raster.Draw(s, &light, b.fonts, cardScale)); err != nil {
			return err
		}
		b.site[name] = out.Bytes()
	}
	return nil
}
