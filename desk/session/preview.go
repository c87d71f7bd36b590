package session

import (
	"crypto/sha256"
	"maps"
	"slices"
	"strings"

	"barline/publish"
)

type servedFile struct {
	Name  string   `json:"name"`
	Type  string   `json:"type"`
	Bytes bytesRef `json:"bytes"`
}

type externalFile struct {
	Name string `json:"name"`
	Type string `json:"type"`
	From string `json:"from"`
	Gzip bool   `json:"gzip"`
}

type pageOf struct {
	Lang string `json:"lang"`
	Name string `json:"name"`
}

// preview publishes the story as a draft.
func (t *task) preview() (any, error) {
	var of struct {
		Widths []float64 `json:"widths"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.decoded()
	if err != nil {
		return nil, err
	}
	o := d.options(t, "")
	o.Draft = &publish.Draft{WidthsPx: of.Widths}
	site, err := publish.New(d.story, d.root, t.options.Drafts, o)
	if err != nil {
		return nil, err
	}
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	changed, pages := []servedFile{}, []pageOf{{d.story.Lang(), "index.html"}}
	for _, e := range d.editions {
		pages = append(pages, pageOf{e.Story.Lang(), e.Story.Lang() + "/index.html"})
	}
	shown := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if strings.HasPrefix(name, "servers/") || strings.HasPrefix(name, "_") {
			delete(site, name)
			continue
		}
		sum := sha256.Sum256(site[name])
		if shown[name] = string(sum[:]); t.shown[name] != shown[name] {
			changed = append(changed, servedFile{name, publish.ContentType(name), t.send(slices.Clone(site[name]))})
		}
	}
	t.shown = shown
	engine := "assets/" + t.options.Drafts.Named
	return map[string]any{
		"changed": changed, "files": append(slices.Sorted(maps.Keys(site)), engine), "pages": pages,
		"external": []externalFile{{engine, publish.ContentType(engine), "engine.gz.bin", true}},
		"policy":   publish.Policy(site["index.html"]),
	}, nil
}

// decoded is the document of a request as it can be published.
func (t *task) decoded() (*decoded, error) {
	d, err := t.document()
	if err != nil {
		return nil, err
	}
	return d.decode(t)
}

// embed gives the code for articles.
func (t *task) embed() (any, error) {
	var of struct {
		Address string `json:"address"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	address, err := publish.BaseURL(of.Address)
	if err != nil {
		return nil, err
	}
	d, err := t.decoded()
	if err != nil {
		return nil, err
	}
	codes, err := publish.EmbedCodes(d.story, d.root, t.options.Drafts, d.options(t, address))
	if err != nil {
		return nil, err
	}
	type code struct {
		Lang string `json:"lang"`
		Code string `json:"code"`
	}
	var scripts, frames []code
	for _, c := range codes {
		scripts, frames = append(scripts, code{c.Lang, c.Code}), append(frames, code{c.Lang, c.Frame})
	}
	return map[string]any{"codes": scripts, "frames": frames}, nil
}
