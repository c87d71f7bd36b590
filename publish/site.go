package publish

import (
	"bytes"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"barline/assets"
	"barline/assets/fonts"
	"barline/data"
	"barline/data/tree"
	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/timeline/words"
	"barline/typeset"
	"barline/web"
)

// Site is a published story: file names, with / between folders, and their
// contents.
type Site map[string][]byte

// Engine is the viewer for the browser, as built. Packed holds the WASM
// compressed, by the ending of a coding; it may be empty.
type Engine struct {
	WASM, Loader []byte
	Packed       map[string][]byte
}

// Options say how to publish. The zero value will do.
type Options struct {
	// URL is where the site will stand, with a slash at its end. Without it
	// everything is left out that must be an absolute address.
	URL string
	// Progress is told what is being made; it may be nil.
	Progress func(what string)
}

func (o Options) tell(what string) {
	if o.Progress != nil {
		o.Progress(what)
	}
}

// page is what the template is filled with.
type page struct {
	Lang, StoryID, Headline, Standfirst string
	TotalFigure, TotalCover             string
	UI                                  words.UI
	Events                              []detail.Detail
	Stills                              []template.HTML
	Story, Config                       template.JS
	Style                               template.CSS
	// Root leads from the page to the site's own: "" or "../../". Script and
	// Fonts are the page's script and its late style sheet.
	Root, Script, Fonts string
	// Open is the event that the page opens, or nil.
	Open *detail.Detail
	Meta meta
}

// New publishes a story. root is the document that the story was decoded
// from: the page carries it for the engine.
func New(story *data.Story, root *tree.Node, engine Engine, o Options) (Site, error) {
	files, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	set, err := typeset.New(files)
	if err != nil {
		return nil, err
	}
	w := words.English()
	picture := layout.New(story, w, set)
	o.tell("the pictures")
	stills := draw(picture)
	site := Site{}

	pg := page{
		Lang: story.Lang(), StoryID: story.ID(), Headline: story.Headline(), Standfirst: story.Standfirst(),
		UI: w.UI, Events: detail.All(story, w),
	}
	pg.TotalFigure, pg.TotalCover = w.Total(words.TotalTalks(story))
	for _, s := range common(stills) {
		pg.Stills = append(pg.Stills, template.HTML(s.svg))
	}
	h := heights{fonts: set, headline: pg.Headline, standfirst: pg.Standfirst, figure: pg.TotalFigure, cover: pg.TotalCover}
	rooms := roomsOf(stills, h, w.UI)
	sheet, err := pageStyle(stills, h, w.UI)
	if err != nil {
		return nil, err
	}
	pg.Style = template.CSS(sheet)
	named, err := site.addAssets(needed(files, pg.Events), engine)
	if err != nil {
		return nil, err
	}
	pg.Root, pg.Script, pg.Fonts = "", assetsFolder+named.script, assetsFolder+named.late

	json := tree.AppendJSON(nil, root)
	site["story.json"], site["events.csv"] = json, Table(story)
	pg.Story = template.JS(json)
	pg.Config = template.JS(config(picture, stills, rooms, named, len(engine.WASM), o.URL))

	m := metadata{story: story, picture: picture, url: o.URL}
	pg.Meta = m.whole()
	if site["index.html"], err = render("index.html", pg); err != nil {
		return nil, err
	}
	// An event's page is the whole timeline, with the event open. Where that
	// would write the story too often, it shows the event and leads on.
	form := "index.html"
	if len(site["index.html"])*len(pg.Events) > mostPages {
		form = "event.html"
	}
	for i := range pg.Events {
		own := pg
		own.Open, own.Root, own.Meta = &pg.Events[i], "../../", m.event(i, pg.Events[i])
		if site["e/"+own.Open.ID+"/index.html"], err = render(form, own); err != nil {
			return nil, err
		}
	}
	if o.URL != "" {
		site["oembed.json"] = m.oEmbed(rooms)
	}
	if err := site.addEmbed(); err != nil {
		return nil, err
	}
	o.tell("the cards")
	if err := site.addPictures(picture); err != nil {
		return nil, err
	}
	if err := site.addCards(picture); err != nil {
		return nil, err
	}
	site.addServers(sheet)
	return site, nil
}

// mostPages is how many bytes all pages of events together may have while each
// holds the whole story: some fifty events.
const mostPages = 64 << 20

// assetNames are the files in the assets folder, by what they are.
type assetNames struct {
	script, late   string
	engine, loader string
	fonts          [scene.NumFaces]string // empty: the story needs none
}

func (s Site) addAssets(faces [scene.NumFaces][]byte, engine Engine) (assetNames, error) {
	var n assetNames
	js, err := script("page.js")
	if err != nil {
		return n, err
	}
	n.script = s.addAsset("page.js", js)
	n.engine = s.addAsset("engine.wasm", engine.WASM)
	for ending, packed := range engine.Packed {
		s[assetsFolder+n.engine+ending] = packed
	}
	n.loader = s.addAsset("wasm_exec.js", engine.Loader)
	for face, name := range assets.FontFiles() {
		if faces[face] != nil {
			n.fonts[face] = s.addAsset(name, faces[face])
		}
	}
	late, err := lateStyle(n.fonts)
	if err != nil {
		return n, err
	}
	n.late = s.addAsset("late.css", late)
	licence, err := fonts.Licence()
	if err != nil {
		return n, err
	}
	s.addAsset("OFL.txt", licence)
	return n, nil
}

// needed are the font files that a story's page sets words in: only quotations
// are in the plain serif.
func needed(files [scene.NumFaces][]byte, events []detail.Detail) [scene.NumFaces][]byte {
	for _, e := range events {
		if len(e.Quotes) > 0 {
			return files
		}
	}
	files[scene.Serif] = nil
	return files
}

// render fills one of the page's templates.
func render(name string, pg page) ([]byte, error) {
	t, err := template.ParseFS(web.Files(), "index.html", "event.html")
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, name, pg); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	return out.Bytes(), nil
}

func px(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// titled joins the title of an event's page.
func titled(event, headline string) string {
	return strings.TrimSuffix(event, ".") + " – " + headline
}
