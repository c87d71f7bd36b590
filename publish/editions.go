package publish

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"barline/data"
	"barline/data/tree"
	"barline/timeline/detail"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// Edition is a story in one more language. It stands in a folder of the site, by
// the name of its language, and shares the site's assets.
type Edition struct {
	Story *data.Story
	Root  *tree.Node
	// Proven is shown on its page.
	Proven Proven
}

// edition is one language of a site. Its folder is "" for the story's own.
type edition struct {
	Edition
	folder string
	name   string // of the language, in itself
	first  *data.Story
}

// Theme is how the edition looks: as it says itself, else as the story does.
func (e *edition) Theme() data.Theme {
	if t := e.Story.Theme(); !t.IsZero() {
		return t
	}
	return e.first.Theme()
}

// editionsOf are the story and its editions, each in its folder.
func editionsOf(first Edition, others []Edition) ([]edition, error) {
	all := []edition{{Edition: first}}
	for _, o := range others {
		all = append(all, edition{Edition: o, folder: o.Story.Lang() + "/"})
	}
	seen := map[string]bool{}
	for i := range all {
		all[i].first = first.Story
		lang := all[i].Story.Lang()
		if i > 0 && slices.Contains([]string{"con", "aux", "nul", "prn"}, strings.ToLower(lang)) {
			return nil, fmt.Errorf("no folder can be called %s everywhere; give the edition another lang", lang)
		}
		if key := strings.ToLower(lang); seen[key] {
			return nil, fmt.Errorf("two editions are in %s; keep one, or give one another lang", lang)
		} else {
			seen[key] = true
		}
		language, err := languages.For(lang)
		if err != nil {
			return nil, err
		}
		all[i].name = lang
		if language.Known {
			all[i].name = language.Words.Name
		}
	}
	return all, nil
}

// alternate is a page in another language, or, Current, in this one.
type alternate struct {
	Lang, Name string
	Dir        template.HTMLAttr
	// Href leads there from the page; Absolute is its address where the site's is
	// known.
	Href, Absolute string
	Current        bool
}

// alternates are the languages of a page, at a path within its edition: "" or
// "e/ID/".
func (b *build) alternates(path string) []alternate {
	if len(b.editions) < 2 {
		return nil
	}
	// Up from the page to the site's folder.
	up := strings.Repeat("../", strings.Count(b.folder, "/")+strings.Count(path, "/"))
	var all []alternate
	for _, e := range b.editions {
		a := alternate{Lang: e.Story.Lang(), Name: e.name, Href: up + e.folder + path, Current: e.folder == b.folder}
		if b.options.single {
			a.Href = "?lang=" + a.Lang
		}
		if a.Href == "" {
			a.Href = "./"
		}
		if b.options.URL != "" {
			a.Absolute = b.options.URL + e.folder + path
		} else {
			a.Absolute = a.Href
		}
		if rtl := typeset.RightToLeft(a.Lang); rtl != b.page.RTL {
			a.Dir = ` dir="ltr"`
			if rtl {
				a.Dir = ` dir="rtl"`
			}
		}
		all = append(all, a)
	}
	return all
}

// merge takes an edition's files into the site: assets are shared, and what
// articles and servers are told is the site's own.
func (s Site) merge(other Site, folder string) {
	for name, contents := range other {
		if !strings.HasPrefix(name, assetsFolder) {
			name = folder + name
		}
		s[name] = contents
	}
}

// tongue is what the element of a quotation is told of its language.
func (pg page) tongue(q detail.Quote) template.HTMLAttr {
	if q.Lang == "" {
		return pg.direction(q.Words)
	}
	dir := "ltr"
	if typeset.IsRTL(q.Words, typeset.RightToLeft(q.Lang)) {
		dir = "rtl"
	}
	return template.HTMLAttr(fmt.Sprintf(` lang="%s" dir="%s"`, template.HTMLEscapeString(q.Lang), dir))
}
