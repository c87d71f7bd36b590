package publish

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"barline/assets/fonts"
	"barline/assets/icon"
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
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/timeline/words/languages"
	"barline/typeset"
	"barline/web"
)

// Site is a published story: file names, with / between folders, and their
// contents.
type Site map[string][]byte

// Engine is the viewer for the browser, as built. Packed holds the WASM
// compressed, by the ending of a coding; it and Licences may be empty.
type Engine struct {
	WASM, Loader []byte
	Packed       map[string][]byte
	// Licences are those of all that a site holds: the engine's, the loader's and the
	// fonts'.
	Licences []byte
	// Named and Bytes are the name that the WASM has in the assets, if it is known, and its
	// size, for a draft, which does without the WASM itself.
	Named string
	Bytes int
}

// size is the number of bytes of the engine.
func (e Engine) size() int { return max(e.Bytes, len(e.WASM)) }

// Options say how to publish. The zero value will do.
type Options struct {
	// Context ends the work early, with its error; it may be nil. What takes longest
	// in one piece, a file that is compressed, is not interrupted.
	Context context.Context
	// URL is where the site will stand, with a slash at its end. Without it
	// everything is left out that must be an absolute address.
	URL string
	// Progress is told what is being made; it may be nil.
	Progress func(what string)
	// Counted is told, instead of Progress, how many of some parts are done: pictures, of
	// each language by itself, and compressed files. It may be nil.
	Counted func(what string, done, total int)
	// ReadFile reads a file by its path from the story's: a font that it brings.
	// It may be nil where stories bring none.
	ReadFile func(name string) ([]byte, error)
	// Editions are the story in other languages.
	Editions []Edition
	// Preview makes pages that follow every change at once, as live ones do once a
	// minute: for the machine of the person who writes the story.
	Preview bool
	// Proven is shown on the page; that of an edition is its own.
	Proven Proven
	// Later, if it is set, is handed what makes all that the story's own page does not
	// need: the pages of events, the pictures for download and those for social networks.
	// New leaves them out.
	Later func(rest func() (Site, error))
	// Bundles keeps scripts for the next site; it may be nil.
	Bundles *Bundles
	// Packed are files of the assets that were compressed before, by their names with the
	// ending of a coding: what is named by its contents is the same in every site.
	Packed map[string][]byte
	// Packs keeps what was compressed for the next site; it may be nil.
	Packs *Packs
	// Pool does parts of the work elsewhere; it may be nil.
	Pool Pool
	// Letters keeps fonts for the next site; it may be nil. A program that has one
	// publishes one thing at a time.
	Letters *Letters
	// Draft is set for a site that is only looked at.
	Draft *Draft

	single bool // the page becomes one file
}

func (o Options) context() context.Context {
	if o.Context == nil {
		return context.Background()
	}
	return o.Context
}

func (o Options) tell(what string) {
	if o.Progress != nil {
		o.Progress(what)
	}
}

// count tells Counted, or else Progress.
func (o Options) count(what string, done, total int) {
	if o.Counted == nil {
		o.tell(what)
		return
	}
	o.Counted(what, done, total)
}

// eventPages reports whether events have pages of their own.
func (o Options) eventPages() bool { return o.Draft == nil && !o.single }

// inTurn lets Progress be told by several at once.
func (o Options) inTurn() Options {
	if told := o.Progress; told != nil {
		var turn sync.Mutex
		o.Progress = func(what string) {
			turn.Lock()
			defer turn.Unlock()
			told(what)
		}
	}
	if told := o.Counted; told != nil {
		var turn sync.Mutex
		o.Counted = func(what string, done, total int) {
			turn.Lock()
			defer turn.Unlock()
			told(what, done, total)
		}
	}
	return o
}

// page is what the template is filled with.
type page struct {
	Lang, StoryID, Headline string
	Standfirst              []string // paragraphs
	// RTL: the page runs from right to left.
	RTL                     bool
	TotalFigure, TotalCover string
	UI                      words.UI
	Events                  []detail.Detail
	Stills                  []template.HTML
	Story, Config           template.JS
	// Language is the file of the interface's words, for the engine; empty for
	// English.
	Language template.JS
	Style    template.CSS
	// Root leads from the page to the story's own: "" or "../../", and Up from
	// there to the site's. Script and Fonts are the page's script and its late
	// style sheet.
	Root, Up, Script, Fonts string
	// Languages are those that the page is there in, if they are several.
	Languages []alternate
	// Summary is the picture in words, Table its data, of few events.
	Summary string
	Table   *table.Table
	// Filters are what many events are sought by, Months their numbers where
	// they are too many to stand in the page.
	Filters []filter.Filter
	Gaps    bool // long times hold no event
	// Can is what the figure can do: the page has a control for each.
	Can    view.Capabilities
	Months []month
	// Key explains the pictures of narrow pages.
	Key *pageKey
	// Annotations are those of the story, by the event that they are told before; the
	// last ones are told after all events.
	Annotations [][]detail.Annotation
	// Corrections are those of the story, and CorrectionsTitle heads their list.
	Corrections      []correction.Correction
	CorrectionsTitle string
	// Open is the event that the page opens, or nil.
	Open *detail.Detail
	Meta meta

	images images
	// isLive: the page looks for newer versions; Interface is the language of its words.
	isLive    bool
	Interface string
	// Headless: headline and standfirst are there for those who listen alone.
	Headless bool
	// Signed is the row under the picture; nil: there is none.
	Signed *signed
	// Density is an attribute of the page that is set closer.
	Density template.HTMLAttr
}

// New publishes a story. root is the document that the story was decoded
// from, which the page carries for the engine; of a story of more events than
// columns.Inline it may be nil.
func New(story *data.Story, root *tree.Node, engine Engine, o Options) (Site, error) {
	o = o.inTurn()
	if o.Bundles == nil {
		o.Bundles = &Bundles{} // all languages have the same scripts
	}
	if engine.Named == "" {
		engine.Named = assetName("engine.wasm", engine.WASM)
	}
	builds, pictures, err := built(story, root, engine, o)
	if err != nil {
		return nil, err
	}
	site := Site{}
	pictures.addTo(site)
	var sheets [][]byte
	for _, b := range builds {
		site.merge(b.site, b.folder)
		sheets = append(sheets, []byte(b.page.Style))
	}
	if err := site.addEmbed(o.Bundles); err != nil {
		return nil, err
	}
	site.addServers(sheets...)
	if o.Later != nil {
		o.Later(func() (Site, error) { return restOf(builds, o) })
	}
	return site, nil
}

// built publishes each language of a site for itself.
func built(story *data.Story, root *tree.Node, engine Engine, o Options) ([]*build, images, error) {
	editions, err := editionsOf(Edition{story, root, o.Proven}, o.Editions)
	if err != nil {
		return nil, nil, err
	}
	pictures, err := imagesOf(editions, o)
	if err != nil {
		return nil, nil, err
	}
	builds := make([]*build, len(editions))
	workers := runtime.NumCPU()
	if o.Pool != nil {
		workers = len(editions) // while a pool draws for one, pages of the next are written
	}
	err = parallelBy(o.context(), workers, len(editions), func() (func(int) error, error) {
		return func(i int) error {
			b, err := newBuild(editions[i], editions, engine, o)
			if err != nil {
				return err
			}
			b.page.images = pictures
			builds[i] = b
			return b.publish()
		}, nil
	})
	return builds, pictures, err
}

// restOf is what the story's pages in all languages of a site do not need.
func restOf(builds []*build, o Options) (Site, error) {
	all := Site{}
	for _, b := range builds {
		if err := o.context().Err(); err != nil {
			return nil, err
		}
		b.site = Site{}
		if err := b.rest(); err != nil {
			return nil, err
		}
		all.merge(b.site, b.folder)
	}
	return all, nil
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

// folds is how many lines under the picture unfold something.
func (b *build) folds() int {
	n := 2 + min(1, len(b.page.Corrections)) // the transcript, and what can be shared
	if b.page.Table != nil && b.page.Table.Len() > 0 {
		n++
	}
	return n
}

// attachAssets gives the page its pictures, styles, script and fonts.
func (b *build) attachAssets(stills []still, controls [][]control, script string, sheets ...string) (assetNames, error) {
	for _, s := range common(stills) {
		b.page.Stills = append(b.page.Stills, template.HTML(s.svg))
	}
	h := heights{gaps: regularGaps(), headless: b.page.Headless, signed: b.page.Signed, fonts: b.fonts, heading: b.heading, controls: controls, languages: len(b.editions) > 1, folds: b.folds(), key: b.page.Key != nil, openQuote: b.words.UI.OpenQuote, closeQuote: b.words.UI.CloseQuote}
	for _, f := range b.files {
		if strings.HasSuffix(f.Name, "-arabic.ttf") {
			h.arabic = f.Letters
		}
	}
	if b.look.Theme.Density == data.DensityCompact {
		h.gaps = compactGaps()
	}
	b.rooms = roomsOf(stills, h)
	sheet, err := pageStyle(b.options, stills, h, &b.look, sheets...)
	if err != nil {
		return assetNames{}, err
	}
	b.page.Style = template.CSS(sheet)
	names, err := b.site.addAssets(script, b.files, b.engine, b.options)
	b.page.Script, b.page.Fonts = assetsFolder+names.script, assetsFolder+names.late
	return names, err
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

// mostPages is how many bytes all pages of events together may have while each
// holds the whole story: some fifty events.
const mostPages = 64 << 20

// assetNames are the files in the assets folder, by what they are.
type assetNames struct {
	script, late   string
	engine, loader string
	events         string // empty: they stand in the page
	fonts          []fontName
}

func (s Site) addAssets(name string, files []fonts.File, engine Engine, o Options) (assetNames, error) {
	var n assetNames
	js, err := o.Bundles.script(name)
	if err != nil {
		return n, err
	}
	n.script = s.addAsset(name, js)
	if n.engine = engine.Named; n.engine == "" {
		n.engine = s.addAsset("engine.wasm", engine.WASM)
	} else if engine.WASM != nil {
		s[assetsFolder+n.engine] = engine.WASM
	}
	for ending, packed := range engine.Packed {
		s[assetsFolder+n.engine+ending] = packed
	}
	loading, err := o.Bundles.loader(engine.Loader)
	if err != nil {
		return n, err
	}
	n.loader = s.addAsset("wasm_exec.js", loading)
	for _, f := range files {
		n.fonts = append(n.fonts, fontName{File: s.addAsset(f.Name, f.Contents), Faces: numbers(f.Faces), letters: f.Letters, first: strings.HasPrefix(f.Name, "theme-")})
	}
	late, err := lateStyle(n.fonts, o)
	if err != nil {
		return n, err
	}
	n.late = s.addAsset("late.css", late)
	// What is published is others' work, too; the fonts' licence alone where the
	// engine comes without any.
	licences := engine.Licences
	if len(licences) == 0 {
		if licences, err = fonts.Licence(); err != nil {
			return n, err
		}
	}
	s.addAsset("licenses.txt", licences)
	return n, nil
}

// render fills one of the page's templates.
func render(name string, pg page) ([]byte, error) {
	t, err := template.New("").Funcs(template.FuncMap{"dir": pg.direction, "tongue": pg.tongue, "image": pg.image, "ui": func() words.UI { return pg.UI },
		"annotations": pg.before, "corrections": pg.correctionsTo,
		"icon":    func() template.HTMLAttr { return template.HTMLAttr(icon.Href()) },
		"named":   func(q detail.Quote) quotation { return quotation{q, true} },
		"unnamed": func(q detail.Quote) quotation { return quotation{q, false} }}).ParseFS(web.Files(), "index.html", "event.html")
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, name, pg); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	return out.Bytes(), nil
}

// before are the annotations that are told before event i, or after all of them.
func (pg page) before(i int) []detail.Annotation {
	if len(pg.Annotations) == 0 {
		return nil
	}
	return pg.Annotations[i]
}

// quotation is a quote on a page. Named: scripts and addresses find it by its id,
// which stands once on a page.
type quotation struct {
	detail.Quote
	Named bool
}

// Dir is the page's direction, as an attribute; most pages need none.
func (pg page) Dir() template.HTMLAttr {
	if pg.RTL {
		return ` dir="rtl"`
	}
	return ""
}

// direction is the attribute of an element that holds a text, if it runs
// otherwise than the page.
func (pg page) direction(text string) template.HTMLAttr {
	switch typeset.IsRTL(text, pg.RTL) {
	case pg.RTL:
		return ""
	case true:
		return ` dir="rtl"`
	}
	return ` dir="ltr"`
}

func px(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// titled joins the title of an event's page.
func titled(event, headline string) string {
	return strings.TrimSuffix(event, ".") + " – " + headline
}
