package publish_test

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"barline/publish/pack"
	"barline/timeline/view"
)

func TestEmbedScriptIsSmall(t *testing.T) {
	s, _ := site2025(t)
	script := s["embed.js"]
	if !strings.HasPrefix(string(script), "/* Barline embed 1 */\n(") {
		t.Errorf("the script begins %.40q", script)
	}
	for _, c := range pack.Codings() {
		if n := len(c.Pack(script, pack.Smallest)); n >= 3600 {
			t.Errorf("%d bytes as %s", n, c.Ending)
		}
	}
}

// The code keeps free what the timeline takes, at every width.
func TestEmbedCode(t *testing.T) {
	s, _ := at(t, "https://example.org/a'b/")
	var o struct {
		Heights map[string]float64 `json:"barline_heights"`
		Embed   string             `json:"barline_embed"`
		Height  float64
	}
	if err := json.Unmarshal(s["oembed.json"], &o); err != nil {
		t.Fatal(err)
	}
	var page struct {
		URL, Embed string
		Ladder     []struct{ Width, Height float64 }
	}
	if err := json.Unmarshal([]byte(parse(t, s["index.html"]).with("data-config")[0].text), &page); err != nil {
		t.Fatal(err)
	}
	if len(o.Heights) != len(view.Ladder()) {
		t.Errorf("%d heights are told", len(o.Heights))
	}
	steps := regexp.MustCompile(`@container\(width>=(\d+)px\)\{\.barline-[a-z0-9-]+>a\{height:(\d+)px\}\}`).FindAllStringSubmatch(o.Embed, -1)
	first := regexp.MustCompile(`>a\{display:block;height:(\d+)px\}`).FindStringSubmatch(o.Embed)
	if first == nil || len(steps) < 5 {
		t.Fatalf("the code keeps nothing free:\n%s", o.Embed)
	}
	for _, rung := range page.Ladder {
		if told := o.Heights[strconv.FormatFloat(rung.Width, 'f', -1, 64)]; told != rung.Height {
			t.Errorf("at %v px oEmbed says %v, the page %v", rung.Width, told, rung.Height)
		}
		kept, _ := strconv.ParseFloat(first[1], 64)
		for _, step := range steps {
			if from, _ := strconv.ParseFloat(step[1], 64); from <= rung.Width {
				kept, _ = strconv.ParseFloat(step[2], 64)
			}
		}
		if kept != rung.Height {
			t.Errorf("at %v px %v px are kept free of %v", rung.Width, kept, rung.Height)
		}
		if rung.Width == 700 && o.Height != rung.Height {
			t.Errorf("the frame of oEmbed is %v px high, the page %v", o.Height, rung.Height)
		}
	}
	for _, part := range []string{
		`<barline-timeline class="barline-witkoff-putin-2025" src="https://example.org/a&#39;b/" title="Six meetings, no breakthrough" background="transparent">`,
		`<a href="https://example.org/a&#39;b/">Six meetings, no breakthrough</a></barline-timeline>`,
		`<script async src="https://example.org/a&#39;b/embed.js"></script>`,
	} {
		if !strings.Contains(o.Embed, part) {
			t.Errorf("the code lacks %s:\n%s", part, o.Embed)
		}
	}
	// The page's own copy differs by the address alone.
	if got := strings.ReplaceAll(page.Embed, "{url}", "https://example.org/a&#39;b/"); got != o.Embed || page.URL != "https://example.org/a'b/" {
		t.Errorf("the page at %q copies\n%s", page.URL, got)
	}
}

// A headline's braces are words, also where the page puts its own address into the
// code.
func TestEmbedOfAHeadlineInBraces(t *testing.T) {
	s, _ := site(t, "s.yaml", []byte("barline: 1\nid: s\nheadline: 'The {url} of {n}'\nevents: [{title: T, date: 2025-03-05}]\n"))
	var page struct{ Embed string }
	if err := json.Unmarshal([]byte(parse(t, s["index.html"]).with("data-config")[0].text), &page); err != nil {
		t.Fatal(err)
	}
	code := strings.ReplaceAll(page.Embed, "{url}", "https://example.org/")
	title := `title="The &#123;url&#125; of &#123;n&#125;"`
	if !strings.Contains(code, title) || strings.Count(code, "https://example.org/") != 3 {
		t.Errorf("it copies\n%s", code)
	}
}
