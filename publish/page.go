package publish

import (
	"bytes"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"barline/assets/icon"
	"barline/timeline/correction"
	"barline/timeline/detail"
	"barline/timeline/filter"
	"barline/timeline/table"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
	"barline/web"
)

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
