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

// Engine is the viewer for the browser, as built.
type Engine struct{ WASM, Loader []byte }

// page is what the template is filled with.
type page struct {
	Lang, Headline, Standfirst string
	TotalFigure, TotalCover    string
	UI                         words.UI
	Events                     []detail.Detail
	Stills                     []template.HTML
	Story, Config              template.JS
	Assets                     assetNames
}

type assetNames struct{ Theme, CSS, Page string }

// New publishes a story. root is the document that the story was decoded
// from: the page carries it for the engine.
func New(story *data.Story, root *tree.Node, engine Engine) (Site, error) {
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
	stills := draw(picture)

	json := tree.AppendJSON(nil, root)
	pg := page{
		Lang: story.Lang(), Headline: story.Headline(), Standfirst: story.Standfirst(),
		UI: w.UI, Events: detail.All(story, w),
		Story: template.JS(json), Config: template.JS(config(picture, stills, len(engine.WASM))),
		Assets: assetNames{Theme: "theme.css", CSS: "barline.css", Page: "page.js"},
	}
	pg.TotalFigure, pg.TotalCover = w.Total(words.TotalTalks(story))
	for _, s := range stills {
		pg.Stills = append(pg.Stills, template.HTML(s.svg))
	}
	site := Site{"story.json": json, "engine.wasm": engine.WASM, "wasm_exec.js": engine.Loader, "theme.css": themeCSS(stills)}
	if site["index.html"], err = render(pg); err != nil {
		return nil, err
	}
	for _, name := range []string{"barline.css", "page.js"} {
		if site[name], err = web.Read(name); err != nil {
			return nil, err
		}
	}
	for face, name := range assets.FontFiles() {
		site["fonts/"+name] = files[face]
	}
	if site["fonts/OFL.txt"], err = fonts.Licence(); err != nil {
		return nil, err
	}
	return site, nil
}

func render(pg page) ([]byte, error) {
	source, err := web.Template()
	if err != nil {
		return nil, err
	}
	t, err := template.New("index.html").Parse(source)
	if err != nil {
		return nil, fmt.Errorf("web/index.html: %w", err)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, pg); err != nil {
		return nil, fmt.Errorf("web/index.html: %w", err)
	}
	return out.Bytes(), nil
}

// signature begins theme.css: by it a folder is known to hold a site.
const signature = "/* Written by barline"

// themeCSS writes the palettes as CSS variables, the fonts, and for every rung
// of the ladder its width, its height, its picture and its buttons' places.
func themeCSS(stills []still) []byte {
	var b strings.Builder
	b.WriteString(signature + " from its palette and its layout. */\n@layer theme {\n")
	for _, face := range []struct {
		family string
		weight int
		face   scene.Face
	}{{"Barline Sans", 400, scene.Sans}, {"Barline Sans", 700, scene.SansBold}, {"Barline Serif", 400, scene.Serif}, {"Barline Serif", 700, scene.SerifBold}} {
		fmt.Fprintf(&b, "@font-face { font-family: %q; font-weight: %d; font-display: swap; src: url(\"fonts/%s\") format(\"truetype\"); }\n",
			face.family, face.weight, assets.FontFiles()[face.face])
	}
	light, dark := assets.Light(), assets.Dark()
	fmt.Fprintf(&b, ":root { color-scheme: light; %s}\n", variables(&light))
	fmt.Fprintf(&b, "@media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { color-scheme: dark; %s} }\n", variables(&dark))
	fmt.Fprintf(&b, ":root[data-theme=\"dark\"] { color-scheme: dark; %s}\n", variables(&dark))
	b.WriteString(paintRules())
	for i, s := range stills {
		fmt.Fprintf(&b, "@container barline %s {\n", between(stills, i))
		fmt.Fprintf(&b, ".barline > * { --rung: %spx; --figure: %spx; --margin: %spx; }\n.r%[1]s { display: block !important; }\n", px(s.widthPx), px(s.heightPx), px(layout.Margin(s.widthPx)))
		for _, e := range s.events {
			fmt.Fprintf(&b, "[data-event=\"%s\"] { left: %spx; top: %spx; width: %spx; height: %spx; }\n", e.id, px(e.hit.X), px(e.hit.Y), px(e.hit.W), px(e.hit.H))
		}
		b.WriteString("}\n")
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

// paintRules fill, stroke and grade what the drawings call by a paint's name.
func paintRules() string {
	var b strings.Builder
	for p := range scene.NumPaints {
		fmt.Fprintf(&b, "svg .%[1]s { fill: var(--%[1]s) } svg .%[1]s-s { fill: none; stroke: var(--%[1]s) } svg .%[1]s-c { stop-color: var(--%[1]s) }\n", p)
	}
	return b.String()
}

// between is the container condition under which a rung is the one shown.
func between(stills []still, i int) string {
	switch {
	case i == 0:
		return "(width < " + px(stills[1].widthPx) + "px)"
	case i == len(stills)-1:
		return "(width >= " + px(stills[i].widthPx) + "px)"
	}
	return "(" + px(stills[i].widthPx) + "px <= width < " + px(stills[i+1].widthPx) + "px)"
}

func variables(p *scene.Palette) string {
	var b strings.Builder
	for paint := range scene.NumPaints {
		c := p[paint]
		fmt.Fprintf(&b, "--%s: #%02x%02x%02x", paint, c.R, c.G, c.B)
		if c.A != 0xFF {
			fmt.Fprintf(&b, "%02x", c.A)
		}
		b.WriteString("; ")
	}
	return b.String()
}

func px(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
