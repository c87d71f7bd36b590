package publish_test

import (
	"crypto/sha256"
	"encoding/base64"
	"os"
	"path"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// editions2025 publishes the story of 2025 in all its languages.
func editions2025(t *testing.T, url string) publish.Site {
	t.Helper()
	o := publish.Options{URL: url}
	for name, contents := range stories.WitkoffPutin2025Editions() {
		s, root, err := storyfile.Decode(name, contents)
		if err != nil {
			t.Fatal(err)
		}
		o.Editions = append(o.Editions, publish.Edition{Story: s, Root: root})
	}
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	s, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every page of every language leads to the same page in the others, and to
// nothing that is not there; engine and script are there once.
func TestEditions(t *testing.T) {
	const url = "https://example.org/t/"
	s := editions2025(t, url)
	for _, folder := range []string{"", "nb/", "fa-AF/", "ps/"} {
		for _, where := range []string{"", "e/2025-03/"} {
			name := folder + where + "index.html"
			page := parse(t, s[name])
			if len(page) == 0 {
				t.Fatalf("%s is not there", name)
			}
			languages := map[string]string{}
			current := 0
			for _, e := range page {
				for _, attribute := range []string{"src", "href"} {
					value := e.attributes[attribute]
					if value == "" || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "#") || strings.HasPrefix(value, "https://") {
						continue
					}
					file := path.Join(path.Dir(name), value)
					if strings.HasSuffix(value, "/") {
						file = path.Join(file, "index.html")
					}
					if _, ok := s[file]; !ok {
						t.Errorf("%s refers to %q, which is not there", name, value)
					}
				}
				if e.name == "link" && e.has("hreflang") {
					languages[e.attributes["hreflang"]] = e.attributes["href"]
				}
				if e.has("data-edition") && e.has("aria-current") {
					current++
				}
			}
			if current != 1 || len(languages) != 5 || languages["x-default"] != url+where || languages["en"] != url+where || languages["ps"] != url+"ps/"+where {
				t.Errorf("%s: %d current, %v", name, current, languages)
			}
			m := metas(t, s[name])
			if m["canonical"] != url+folder+where {
				t.Errorf("%s says that it stands at %s", name, m["canonical"])
			}
			sheet, _, _ := strings.Cut(string(s[name][strings.Index(string(s[name]), "<style>")+len("<style>"):]), "</style>")
			sum := sha256.Sum256([]byte(sheet))
			for _, server := range []string{"_headers", "servers/nginx.conf", "servers/Caddyfile"} {
				if !strings.Contains(string(s[server]), base64.StdEncoding.EncodeToString(sum[:])) {
					t.Errorf("%s does not allow the style of %s", server, name)
				}
			}
		}
		if n := strings.Count(string(s[folder+"oembed.json"]), url+folder); n < 2 {
			t.Errorf("%soembed.json leads elsewhere", folder)
		}
	}
	engines := 0
	for name := range s {
		if strings.Contains(name, "engine.") {
			engines++
		}
	}
	if engines != 1 {
		t.Errorf("the engine is there %d times", engines)
	}
}

func TestTwoEditionsInOneLanguage(t *testing.T) {
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	_, err = publish.New(story, root, publish.Engine{}, publish.Options{Editions: []publish.Edition{{Story: story, Root: root}}})
	if err == nil || !strings.Contains(err.Error(), "two editions are in en") {
		t.Errorf("%v", err)
	}
}

// What no font has is named, with its place; a font that the story brings is
// asked, and missed if it is not there.
func TestAdviceOnFonts(t *testing.T) {
	decode := func(fonts string) (publish.Site, []string, error) {
		story, root, err := storyfile.Decode("s.yaml", []byte("barline: 1\nid: s\nheadline: H\n"+fonts+`sources: [{id: a, name: A}]
events: [{id: one, title: T, date: 2025-03-05}, {id: two, title: กรุง, date: 2025-04-05}]
`))
		if err != nil {
			t.Fatal(err)
		}
		read := func(name string) ([]byte, error) { return nil, os.ErrNotExist }
		advice, err := publish.Advice(story, read)
		if err != nil {
			return nil, nil, err
		}
		site, err := publish.New(story, root, publish.Engine{}, publish.Options{ReadFile: read})
		return site, advice, err
	}
	_, advice, err := decode("")
	if err != nil || len(advice) != 1 || !strings.Contains(advice[0], "ก (U+0E01)") || !strings.Contains(advice[0], "in the event two") {
		t.Errorf("%q, %v", advice, err)
	}
	if _, _, err := decode("fonts: [{file: thai.ttf}]\n"); err == nil || !strings.Contains(err.Error(), "the story's font thai.ttf") {
		t.Errorf("%v", err)
	}
}
