package session

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"barline/data/yamltree"
	"barline/exporter"
	"barline/exporter/leftout"
	"barline/publish"
)

// saved is a file for download.
type saved struct {
	Name  string   `json:"name"`
	MIME  string   `json:"mime"`
	Bytes bytesRef `json:"bytes"`
	Left  []string `json:"left"`
}

// saveOptions are what the page asks for.
type saveOptions struct {
	As     string  `json:"as"`
	URL    string  `json:"url"`
	Width  float64 `json:"width"`
	Scale  float64 `json:"scale"`
	Theme  string  `json:"theme"`
	View   string  `json:"view"`
	Select string  `json:"select"`
}

func (t *task) save() (any, error) {
	var of saveOptions
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.document()
	if err != nil {
		return nil, err
	}
	stem := strings.TrimSuffix(pathBase(d.story), path.Ext(d.story))
	give := func(ending, mime string, contents []byte, left []string) (any, error) {
		if left == nil {
			left = []string{}
		}
		return saved{stem + ending, mime, t.send(contents), left}, nil
	}
	switch of.As {
	case "yaml": // as it is, also with errors: what was written is never kept back
		return give(".yaml", "application/yaml", slices.Clone(d.text()), nil)
	case "document":
		contents, err := packedZip(t, d.files, "")
		if err != nil {
			return nil, err
		}
		return give(".story.zip", "application/zip", contents, nil)
	}
	ready, err := d.decode(t)
	if err != nil {
		return nil, err
	}
	switch of.As {
	case "zip":
		site, err := t.site(ready, of.URL)
		if err != nil {
			return nil, err
		}
		contents, err := packedZip(t, site, ready.story.ID()+"/")
		if err != nil {
			return nil, err
		}
		return give(".zip", "application/zip", contents, nil)
	case "single":
		contents, err := t.single(ready, of.URL)
		if err != nil {
			return nil, err
		}
		return give(".html", "text/html", contents, ready.leftOut)
	case "png", "svg":
		contents, err := t.picture(ready, of)
		if err != nil {
			return nil, err
		}
		return give("."+of.As, map[string]string{"png": "image/png", "svg": "image/svg+xml"}[of.As], contents, nil)
	}
	return t.export(ready, of.As, give)
}

// export writes the story in the format of other programs.
func (t *task) export(d *decoded, as string, give func(ending, mime string, contents []byte, left []string) (any, error)) (any, error) {
	f, known := exporter.Named(as)
	if !known {
		return nil, fmt.Errorf("there is no format %q", as)
	}
	contents, left, err := exporter.Write(f, d.story, d.root)
	if err != nil {
		return nil, err
	}
	if f == exporter.JSON && yamltree.HasComments(d.text()) {
		left = append([]leftout.Item{{What: "the comments of the file"}}, left...)
	}
	var lines []string
	for _, item := range left {
		lines = append(lines, fmt.Sprint(item))
	}
	kind := map[exporter.Format][2]string{exporter.JSON: {".json", "application/json"}, exporter.CSV: {".csv", "text/csv"},
		exporter.XLSX:      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		exporter.ICalendar: {".ics", "text/calendar"}, exporter.TimelineJS: {".timelinejs.json", "application/json"}, exporter.Markwhen: {".mw", "text/plain"}}[f]
	return give(kind[0], kind[1], contents, lines)
}

func (t *task) picture(d *decoded, of saveOptions) ([]byte, error) {
	o := publish.PictureOptions{WidthPx: of.Width, Scale: of.Scale, Compare: of.View == "compare", Dark: of.Theme == "dark", Selected: of.Select, ReadFile: d.read}
	if o.WidthPx == 0 {
		o.WidthPx = 1200
	}
	if o.Scale == 0 {
		o.Scale = 2
	}
	if !(o.Scale >= 0.25 && o.Scale <= 8) {
		return nil, fmt.Errorf("%v pixels per px: 0.25 to 8 are possible", o.Scale)
	}
	t.progress(0, 0, "drawing")
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	return publish.Picture(d.story, "picture."+of.As, o)
}

// site is all that barline build writes. It must not be changed.
func (t *task) site(d *decoded, url string) (publish.Site, error) {
	where, err := publish.BaseURL(url)
	if err != nil {
		return nil, err
	}
	key := d.keyOf(where)
	if t.prepared != nil && t.prepared.key == key {
		return t.prepared.site, nil
	}
	t.prepared = nil
	t.progress(0, 0, "the engine")
	pool, err := t.pool(d, where) // they start while the engine comes
	if err != nil {
		return nil, err
	}
	o := d.options(t, where)
	if pool != nil {
		defer pool.End()
		o.Pool = pool
	}
	engine, err := t.options.Engine(t.ctx)
	if err != nil {
		return nil, err
	}
	if o.Packed, err = t.stock(); err != nil {
		return nil, err
	}
	o.Packs, o.Progress, o.Counted = &t.packs, nil, t.parts(1+len(d.editions))
	site, err := publish.New(d.story, d.root, engine, o)
	if err != nil {
		return nil, err
	}
	if err := site.Pack(o); err != nil {
		return nil, err
	}
	if site, err = site.Whole(); err != nil {
		return nil, err
	}
	t.prepared = &prepared{key, site}
	return site, nil
}

// parts tells the progress of publishing: pictures are half of it, compressing the rest.
func (t *task) parts(languages int) func(what string, done, total int) {
	const half = 500
	drawn := 0
	return func(what string, done, total int) {
		if what == "the cards" {
			drawn++
			t.progress(min(half, half*drawn/(languages*total)), 2*half, what)
			return
		}
		t.progress(half+half*done/total, 2*half, what)
	}
}

// stock are the files that were compressed before, by their names.
func (t *task) stock() (map[string][]byte, error) {
	if t.options.Stock == nil {
		return nil, nil
	}
	packed, err := t.options.Stock(t.ctx)
	if err != nil {
		return nil, err
	}
	r, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		if all[f.Name], err = io.ReadAll(in); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// publish gives the site as files.
func (t *task) publish() (any, error) {
	var of struct {
		URL string `json:"url"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.decoded()
	if err != nil {
		return nil, err
	}
	site, err := t.site(d, of.URL)
	if err != nil {
		return nil, err
	}
	files := []servedFile{}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		files = append(files, servedFile{name, publish.ContentType(name), t.send(slices.Clone(site[name]))})
	}
	return map[string]any{"files": files}, nil
}
