package data_test

import (
	"strings"
	"testing"

	"barline/data"
	"barline/data/storyfile"
)

const standing = `barline: 1
id: harbour
headline: The harbour
live: true
proof: true
sources:
  - {id: paper, name: The Courier, file: reports/harbour.html}
events:
  - {id: vote, title: The vote, date: 2024-06-12, source: paper}
`

// What a desk notes about a story is read from YAML, JSON and tables alike.
func TestLiveProofAndReports(t *testing.T) {
	table := "type,id,title,start,source,live,proof,source file\nstory,harbour,The harbour,,,yes,YES,\nsource,paper,The Courier,,,,,reports/harbour.html\n,vote,The vote,2024-06-12,paper,,,\n"
	json := `{"barline": 1, "id": "harbour", "headline": "The harbour", "live": true, "proof": true,
		"sources": [{"id": "paper", "name": "The Courier", "file": "reports/harbour.html"}],
		"events": [{"id": "vote", "title": "The vote", "date": "2024-06-12", "source": "paper"}]}`
	for name, text := range map[string]string{"s.yaml": standing, "s.json": json, "s.csv": table} {
		s, _, err := storyfile.Decode(name, []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !s.Live() || !s.Proof() || s.Sources()[0].File != "reports/harbour.html" {
			t.Errorf("%s: live %v, proof %v, %+v", name, s.Live(), s.Proof(), s.Sources())
		}
	}
	s, _, err := storyfile.Decode("s.yaml", []byte(strings.NewReplacer("live: true", "live: false", "proof: true\n", "").Replace(standing)))
	if err != nil || s.Live() || s.Proof() {
		t.Errorf("neither live nor proof is asked for: %v", err)
	}
}

func TestBadLiveProofAndReports(t *testing.T) {
	for _, c := range []struct{ is, bad, want string }{
		{"live: true", "live: yes", "s.yaml:4:7: live: this is neither true nor false; write true, without quotation marks, or remove it"},
		{"proof: true", "proof: [true]", "s.yaml:5:8: proof: this is neither true nor false"},
		{"reports/harbour.html", "../harbour.html", "sources[0].file: \"../harbour.html\" is not a report's file beside the story"},
		{"reports/harbour.html", "https://example.org/a.html", "is not a report's file beside the story"},
		{"reports/harbour.html", "harbour.odt", "ending in .txt, .html, .htm, .md, .docx, .pdf"},
		{"reports/harbour.html", "[a.html]", "sources[0].file: this is a list, not text"},
	} {
		_, _, err := storyfile.Decode("s.yaml", []byte(strings.Replace(standing, c.is, c.bad, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.bad, err, c.want)
		}
	}
	_, _, err := storyfile.Decode("s.csv", []byte("type,id,title,start,live\nstory,h,The harbour,,soon\n,vote,The vote,2024-06-12,\n"))
	if err == nil || !strings.Contains(err.Error(), "neither true nor false") {
		t.Errorf("in a table: %v", err)
	}
}

// Readers of one language must not be left with an older story.
func TestEditionsAreLiveAlike(t *testing.T) {
	s, _, err := storyfile.Decode("s.yaml", []byte(standing))
	if err != nil {
		t.Fatal(err)
	}
	e, root, err := storyfile.Decode("s.nb.yaml", []byte(strings.Replace(standing, "live: true", "lang: nb", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if found := data.Agree(s, e, root); len(found) != 1 || found[0].Path != "live" || found[0].What != "not true, in the story it is true" {
		t.Errorf("%v", found)
	}
}
