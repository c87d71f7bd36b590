package publish

import (
	"html/template"
	"strings"

	"barline/assets/fonts"
	"barline/assets/themes"
	"barline/data"
	"barline/data/columns"
	"barline/data/tree"
	"barline/exporter/spreadsheet"
	"barline/timeline/card"
	"barline/timeline/correction"
	"barline/timeline/detail"
	"barline/timeline/figure"
	"barline/timeline/filter"
	"barline/timeline/table"
	"barline/timeline/words"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// build is a site in the making.
type build struct {
	story   *data.Story
	root    *tree.Node
	engine  Engine
	options Options
	words   *words.Words
	files   []fonts.File
	fonts   *typeset.Fonts
	heading card.Heading
	look    themes.Look

	editions []edition
	folder   string // of this one
	url      string // where it will stand, or empty

	site  Site
	page  page
	rooms []room
	// rest makes what the story's own page does not need.
	rest      func() error
	pageBytes []byte // the story's page
	proven    Proven
}

// newBuild prepares one language of a site.
func newBuild(e edition, all []edition, engine Engine, o Options) (*build, error) {
	story := e.Story
	language, err := languages.ForStory(story)
	if err != nil {
		return nil, err
	}
	look, err := themes.Of(e.Theme(), o.ReadFile)
	if err != nil {
		return nil, err
	}
	files, err := fontsFor(story, &look, language.Words, string(language.File)+liveLetters(language.Words, story.Live() || o.Preview)+e.Proven.says(language.Words), o.ReadFile)
	if err != nil {
		return nil, err
	}
	set, err := o.Letters.set(files, story.Lang())
	if err != nil {
		return nil, err
	}
	b := &build{story: story, root: e.Root, engine: engine, options: o, words: language.Words, files: files, fonts: set,
		heading: card.HeadingOf(story, language.Words), look: look, site: Site{}, editions: all, folder: e.folder, proven: e.Proven}
	b.url = o.URL
	if b.url != "" {
		b.url += e.folder
	}
	b.page = page{
		Lang: story.Lang(), RTL: set.RTL(), StoryID: story.ID(), Headline: b.heading.Headline, Standfirst: b.heading.Standfirst,
		Summary: language.Words.Summary(story), TotalFigure: b.heading.Figure, TotalCover: b.heading.Cover, UI: b.words.UI, Language: template.JS(language.File),
		Up: strings.Repeat("../", strings.Count(e.folder, "/")),
	}
	if o.single {
		b.page.Up = "" // all languages are in one place
	}
	b.page.isLive, b.page.Interface = b.isLive(), language.Words.Tag
	b.page.Corrections = correction.Of(story, language.Words)
	_, b.page.CorrectionsTitle = correction.Names(language.Words.Tag)
	b.page.Headless = look.Theme.Headline == data.Off
	if look.Theme.Density == data.DensityCompact {
		b.page.Density = ` data-density="compact"`
	}
	if !detail.AnyQuotes(story) {
		b.page.UI.Hint, b.page.UI.Transcript = b.page.UI.HintMore, b.page.UI.TranscriptAll
	}
	return b, nil
}

func (b *build) publish() error {
	b.site["story.schema.json"] = data.Schema()
	b.site["events.csv"] = spreadsheet.Everyday(b.story)
	f, err := figure.Open(b.story, b.words, b.fonts)
	if err != nil {
		return err
	}
	f.ExplainApart()
	can := f.Capabilities()
	b.page.Can, b.page.Key = can, keyOf(f)
	b.options.tell("the pictures")
	stills, err := draw(b.options, f)
	if err != nil {
		return err
	}
	// Up to so many events stand in the page; more are in a file beside it.
	inline := b.story.Len() <= columns.Inline
	if can.Search {
		b.page.Filters = filter.Of(b.story, b.words)
	}
	b.page.Gaps = can.Gaps && f.HasGaps()
	if !can.Lanes {
		rows := table.Of(b.story, b.words)
		b.page.Table = &rows
	}
	var table *columns.Table
	told := 0
	if inline {
		b.page.Events = detail.All(b.story, b.words)
		told = len(b.page.Events)
	} else {
		if table, err = b.asColumns(f); err != nil {
			return err
		}
		b.page.Months = b.months(table)
	}
	b.page.Annotations = detail.Annotations(b.story, told, b.words)
	script, sheets := b.scriptOf(can.Lanes), []string{"barline.css"}
	if can.Lanes {
		sheets = append(sheets, "many.css")
	}
	if b.page.Signed, err = b.sign(); err != nil {
		return err
	}
	names, err := b.attachAssets(stills, controls(b.fonts, b.words, can, b.story.Len(), len(b.page.Filters), b.page.Gaps), script, sheets...)
	if err != nil {
		return err
	}
	about := thing{"count": b.story.Len()}
	if inline {
		json := tree.AppendJSON(nil, published(b.root))
		b.site["story.json"] = json
		b.page.Story = template.JS(json)
	} else {
		if err := table.CheckHead(); err != nil {
			return err
		}
		file, head := table.Append(nil), table.HeadSize()
		names.events = b.site.addAsset("events.barline", file)
		about["bytes"], about["headBytes"] = len(file), head
	}
	more := thing{}
	if can.Lanes {
		more["events"] = about
	}
	if b.isLive() {
		more["live"] = b.live()
	}
	from, to := f.Extent()
	b.page.Config = b.config(stills, names, from, to, more)

	m := metadata{story: b.story, heading: b.heading, url: b.url, site: b.options.URL, lanes: can.Lanes, hasPaper: b.look.HasPaper(),
		alt: func(event int) string { return card.Alt(b.heading, f, event) }}
	// An event's page is the whole timeline, with the event open. Where that
	// would write the story too often, it shows the event and leads on.
	withStory := func(page []byte) bool { return !can.Lanes && len(page)*len(b.page.Events) <= mostPages }
	if err := b.write(m); err != nil {
		return err
	}
	if b.options.single {
		d := drawer{b, f}
		if b.site[pictureSVG], err = d.draw(pictureSVG); err != nil {
			return err
		}
	}
	if b.options.Draft != nil || b.options.single {
		return whole(f)
	}
	b.rest = func() error {
		if err := b.writeEvents(withStory, m); err != nil {
			return err
		}
		b.options.tell("the cards")
		return b.drawRest(f)
	}
	if b.options.Later == nil {
		if err := b.rest(); err != nil {
			return err
		}
	}
	return whole(f)
}

// write fills the story's page.
func (b *build) write(m metadata) error {
	pg := b.page
	pg.Meta, pg.Languages = m.whole(), b.alternates("")
	var err error
	if b.site["index.html"], err = render("index.html", pg); err != nil {
		return err
	}
	b.pageBytes = b.site["index.html"]
	if b.url != "" {
		b.site["oembed.json"] = m.oEmbed(b.rooms)
	}
	return nil
}

// mostPages is how many bytes all pages of events together may have while each
// holds the whole story: some fifty events.
const mostPages = 64 << 20

// writeEvents fills the pages of the story's events: with the template of the story's
// page, if withStory says so of that page, else with one that leads there.
func (b *build) writeEvents(withStory func(page []byte) bool, m metadata) error {
	pg, form := b.page, "index.html"
	if !withStory(b.pageBytes) {
		form = "event.html"
	}
	var err error
	for i := range pg.Events {
		if err := b.options.context().Err(); err != nil {
			return err
		}
		pg.Open, pg.Root, pg.Meta = &b.page.Events[i], "../../", m.event(i, b.page.Events[i])
		pg.Languages = b.alternates("e/" + pg.Open.ID + "/")
		if b.site["e/"+pg.Open.ID+"/index.html"], err = render(form, pg); err != nil {
			return err
		}
	}
	return nil
}

// folds is how many lines under the picture unfold something.
func (b *build) folds() int {
	n := 2 + min(1, len(b.page.Corrections)) // the transcript, and what can be shared
	if b.page.Table != nil && b.page.Table.Len() > 0 {
		n++
	}
	return n
}
