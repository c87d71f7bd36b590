// Package demo is an article as a newsroom would publish it, with the same
// timeline in it four times: by Barline's own script, driven by paragraphs that are
// scrolled, in a plain frame, and in a sandbox. It shows what a host page has to do, and is what the tests visit.
package demo

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"barline/publish"
)

//go:embed article.html
var source string

// Article is the article around a published site. site is the site's address,
// ending in a slash; files must have been published with that address, for
// the article holds the embed code that they say.
func Article(site string, files publish.Site) (http.Handler, error) {
	var said struct {
		Embed string `json:"barline_embed"`
	}
	if err := json.Unmarshal(files["oembed.json"], &said); err != nil {
		return nil, fmt.Errorf("oembed.json, which holds the embed code: %w; publish the site with its address", err)
	}
	t, err := template.New("article").Parse(source)
	if err != nil {
		return nil, err
	}
	// The same code with one attribute more.
	told := strings.Replace(said.Embed, "<barline-timeline ", `<barline-timeline scroll="beside" `, 1)
	var page bytes.Buffer
	if err := t.Execute(&page, map[string]any{"Site": site, "Embed": template.HTML(said.Embed), "Told": template.HTML(told)}); err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(page.Bytes())
	}), nil
}
