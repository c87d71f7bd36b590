package publish_test

import (
	"encoding/json"
	"strings"
	"testing"

	"barline/timeline/words/languages"
)

const corrected = `barline: 1
id: corrected
headline: Two rounds
sources: [{name: The Courier, title: A report}]
events:
  - {id: first, title: The first round, date: 2025-04-11, duration: PT4H30M}
  - {id: second, title: The second round, date: 2025-05-11, duration: PT2H}
corrections:
  - {date: 2025-06-01, event: first, what: "It took four and a half hours, not four <b>.", why: A slip.}
  - {date: 2025-06-03, event: third, what: There was no third round.}
`

// A correction stands with its event and in the list at the page's end, which those of
// events that are gone reach as well, and search engines are told.
func TestCorrections(t *testing.T) {
	s, _ := site(t, "corrected.yaml", []byte(strings.Replace(corrected, " <b>", " < b", 1)))
	page := string(s["index.html"])
	for _, want := range []string{
		"<summary>Corrections</summary>\n<p><strong>Correction (3 June 2025):</strong> There was no third round.</p>\n<p><strong>Correction (1 June 2025):</strong> It took four and a half hours, not four &lt; b. A slip. <a href=\"#first\">The first round</a></p>",
		`<p class="aside" data-correction><strong>Correction (1 June 2025):</strong> It took four`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, "data-correction>"); n != 2 {
		t.Errorf("the correction stands %d times with events, want in the popover and in the transcript", n)
	}
	linked := func(name string) (article struct {
		Correction []struct {
			Type string `json:"@type"`
			Text string
			Date string `json:"datePublished"`
		}
		DateModified string
	}) {
		for _, e := range parse(t, s[name]).named("script") {
			if e.attributes["type"] == "application/ld+json" {
				if err := json.Unmarshal([]byte(e.text), &article); err != nil {
					t.Fatal(err)
				}
			}
		}
		return article
	}
	if a := linked("index.html"); len(a.Correction) != 2 || a.DateModified != "2025-06-03" || a.Correction[0].Type != "CorrectionComment" || a.Correction[0].Date != "2025-06-01" {
		t.Errorf("%+v", a)
	}
	if a := linked("e/first/index.html"); len(a.Correction) != 1 || a.DateModified != "2025-06-01" {
		t.Errorf("%+v", a)
	}
	if a := linked("e/second/index.html"); len(a.Correction) != 0 || a.DateModified != "" {
		t.Errorf("%+v", a)
	}
}

// Every language of the interface has its own word, and a page without corrections none.
func TestCorrectionWords(t *testing.T) {
	seen := map[string]string{}
	for _, tag := range languages.Tags() {
		text := strings.Replace(corrected, "id: corrected", "id: corrected\nlang: "+tag, 1)
		s, _ := site(t, "corrected.yaml", []byte(strings.Replace(text, " <b>", "", 1)))
		_, after, ok := strings.Cut(string(s["index.html"]), "data-corrections>\n<summary>")
		word, _, _ := strings.Cut(after, "</summary>")
		if !ok || word == "" {
			t.Errorf("%s has no list", tag)
		}
		if other, taken := seen[word]; taken && !(tag == "fr" || other == "fr" || tag[:2] == "fa" && other[:2] == "fa") {
			t.Errorf("%s says %s, as %s does", tag, word, other)
		}
		seen[word] = tag
	}
	s, _ := site(t, "good.yaml", []byte(corrected[:strings.Index(corrected, "corrections:")]))
	if strings.Contains(string(s["index.html"]), "orrection") {
		t.Error("a page without corrections speaks of them")
	}
}
