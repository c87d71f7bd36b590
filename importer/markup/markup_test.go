package markup_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/tree"
	"barline/importer/draft"
	"barline/importer/markup"
)

func TestText(t *testing.T) {
	type links = []draft.Link
	for _, c := range []struct {
		what, in     string
		want         []string
		links, media links
	}{
		{what: "nothing", in: ""},
		{what: "plain text", in: "The vote, at last.", want: []string{"The vote, at last."}},
		{what: "a comparison", in: "a < b and b > a", want: []string{"a < b and b > a"}},
		{what: "an ampersand", in: "AT&T, R&D; Q&A", want: []string{"AT&T, R&D; Q&A"}},
		{what: "a heart", in: "I <3 you", want: []string{"I <3 you"}},
		{what: "no tag, and no entity", in: "if x<y &notice, R&D; &notit; <unknown>", want: []string{"if x<y &notice, R&D; &notit; <unknown>"}},
		{what: "letters between brackets", in: "a<b and c>d", want: []string{"a<b and c>d"}},
		{what: "inline tags", in: "<b>Eleven days</b> of <i class=x>talks</i>", want: []string{"Eleven days of talks"}},
		{what: "a line break", in: "One<br/>two<BR>three", want: []string{"One", "two", "three"}},
		{what: "paragraphs over lines", in: "<p>The ship\nleaves\r\nthe dock.</p>\n<div>It turns.</div>", want: []string{"The ship leaves the dock.", "It turns."}},
		{what: "lines of a text", in: "One\r\n\r\n\r\n\r\ntwo\u2028three\vfour", want: []string{"One", "two", "three", "four"}},
		{what: "lines with inline tags", in: "One\n<b>two</b>", want: []string{"One", "two"}},
		{what: "lists", in: "They want:<ul><li>peace<li><p>bread</p></li></ul>now", want: []string{"They want:", "– peace", "– bread", "now"}},
		{what: "a table", in: "<table><tr><th>Year</th><th>Dead</th></tr><tr><td> 1914 </td><td></td><td>12</td></tr></table>", want: []string{"Year, Dead", "1914, 12"}},
		{what: "entities", in: "Caf&eacute;&nbsp;&#8217;s &#x2014; A&amp;B", want: []string{"Café ’s — A&B"}},
		{what: "entities written twice", in: "Tom &amp;amp; Ann &amp;#39;s", want: []string{"Tom & Ann 's"}},
		{what: "tags written as entities", in: "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", want: []string{"One", "two"}},
		{what: "a word that is no entity", in: "fish&chips;", want: []string{"fish&chips;"}},
		{what: "a link", in: `See <a href="https://example.org/a b?x=1&amp;y=2" target=_blank>the <b>letter</b></a>.`, want: []string{"See the letter."},
			links: links{{Title: "the letter", URL: "https://example.org/a%20b?x=1&y=2"}}},
		{what: "a link that is its own words", in: `<a href='http://www.example.org/'>example.org</a>`, want: []string{"example.org"}, links: links{{Title: "", URL: "http://www.example.org/"}}},
		{what: "links that lead nowhere", in: `<a href="/page">a</a> <a href="javascript:alert(1)">b</a> <a name=x>c</a> <a href="mailto:x@example.org">d</a>`, want: []string{"a b c d"}},
		{what: "a link of Markdown", in: `The [treaty](https://example.org/Treaty_(1920) "A title") held ![map](https://example.org/m.png) [1](sic).`, want: []string{"The treaty held [1](sic)."},
			links: links{{Title: "treaty", URL: "https://example.org/Treaty_(1920)"}}, media: links{{Title: "map", URL: "https://example.org/m.png"}}},
		{what: "addresses in brackets", in: "<https://example.org/?a=1&copy=2>, <post@example.org>", want: []string{"https://example.org/?a=1&copy=2, post@example.org"}},
		{what: "images and films", in: `<img src="https://example.org/p.jpg" alt="A photo">x<iframe src="//example.org/v" allowfullscreen></iframe><video controls><source src="https://example.org/f.mp4">no film</video>y`,
			want: []string{"xy"}, media: links{{Title: "A photo", URL: "https://example.org/p.jpg"}, {Title: "", URL: "https://example.org/v"}, {Title: "", URL: "https://example.org/f.mp4"}}},
		{what: "scripts and styles", in: "a<script>if (a<b) alert('x')</script><style>p{}</style>b<!-- c -->", want: []string{"ab"}},
		{what: "a frame that is never closed", in: `<iframe src="https://example.org/v">text`, want: []string{"text"}, media: links{{Title: "", URL: "https://example.org/v"}}},
		{what: "a tag that is cut off", in: `The end <a href="https://exa`, want: []string{"The end"}},
		{what: "tags of Word", in: `<o:p></o:p><font face="Arial" size=2>Text</font>`, want: []string{"Text"}},
		{what: "joiners", in: "می\u200cخواهم\u200c x\u200b\u00ad\ufeff क्\u200dष", want: []string{"می\u200cخواهم x क्\u200dष"}},
		{what: "controls", in: "a\x00b\x07c\u0085d", want: []string{"abc", "d"}},
		{what: "direction", in: "\u202eone \u2067two\u2069 \u202c\u2069three", want: []string{"\u202eone \u2067two\u2069 \u202cthree"}},
		{what: "direction over lines", in: "\u202bone\ntwo\u202c", want: []string{"one", "two"}},
		{what: "marks", in: "a" + strings.Repeat("\u0301", 40), want: []string{"a" + strings.Repeat("\u0301", 8)}},
	} {
		t.Run(c.what, func(t *testing.T) {
			got, gotLinks, gotMedia := markup.Text(c.in)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.in, diff)
			}
			if diff := cmp.Diff(c.links, gotLinks); diff != "" {
				t.Errorf("links of %q (-want +got):\n%s", c.in, diff)
			}
			if diff := cmp.Diff(c.media, gotMedia); diff != "" {
				t.Errorf("media of %q (-want +got):\n%s", c.in, diff)
			}
			if line, want := markup.Line(c.in), strings.Join(c.want, " "); line != want {
				t.Errorf("on one line %q, want %q", line, want)
			}
		})
	}
}

func TestDropped(t *testing.T) {
	got := markup.Dropped(`<video><source src="media/v1.mp4"></video><a href="#x">x</a><a href="/about">y</a><img src="data:image/png;base64,AA">`)
	if diff := cmp.Diff([]string{"media/v1.mp4", "/about"}, got); diff != "" {
		t.Error(diff)
	}
}

// check makes a story of what came of a text: its own rules find what is wrong.
func check(t interface{ Errorf(string, ...any) }, in string) {
	paragraphs, links, media := markup.Text(in)
	node := func(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }
	for _, p := range paragraphs {
		p, _ = markup.Apart(p)
		if what, _, bad := data.LabelFault(p); bad && !strings.HasSuffix(what, " characters") {
			t.Errorf("%q became the paragraph %q: %s", in, p, what)
		}
		// Long ones as a summary, which may be of any length.
		story := `{"barline": 1, "id": "s", "headline": "H", "events": [{"id": "e", "title": "T", "date": "2025", "summary": ` + string(tree.AppendJSON(nil, node(p))) + `}]}`
		if _, err := data.Decode([]byte(story)); err != nil && p != "" {
			t.Errorf("%q became the paragraph %q: %v", in, p, err)
		}
		if p == "" || strings.TrimSpace(p) != p {
			t.Errorf("%q became the paragraph %q", in, p)
		}
	}
	for _, l := range append(links, media...) {
		story := `{"barline": 1, "id": "s", "headline": "H", "sources": [{"id": "x", "name": "N", "url": ` + string(tree.AppendJSON(nil, node(l.URL))) + `}], "events": [{"id": "e", "title": "T", "date": "2025"}]}`
		if _, err := data.Decode([]byte(story)); err != nil {
			t.Errorf("%q has the link %q: %v", in, l.URL, err)
		}
		l.Title, _ = markup.Apart(l.Title)
		if what, _, bad := data.LabelFault(l.Title); bad && !strings.HasSuffix(what, " characters") {
			t.Errorf("%q has a link with the words %q: %s", in, l.Title, what)
		}
	}
}

func pieces() []string {
	return []string{"a", "word ", " ", "\n", "<", ">", "</", "<b>", "</b>", "<p>", "<li>", "<td>", "<script>", "</script>", "<a href=\"https://example.org/", "\">", "'", "&", "&amp;", "&lt;", "&#0;", "&#x202e;", ";", "#", "!", "?", "[x](https://example.org)", "](", "(", ")",
		"\u202e", "\u202c", "\u2067", "\u2069", "\u0301", "\ufe0f", "\u200d", "\u200c", "\u00a0", "\u00ad", "é", "ش", "😀", "\x00", "\xff", "<!--", "-->", "<img src=//x.org/", "=", "/"}
}

func TestTextObeysTheRulesOfStories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces()), 0, 60).Draw(t, "pieces"), ""))
	})
}

func FuzzText(f *testing.F) {
	f.Add("<p>The <b>vote</b> &amp; <a href=\"https://example.org\">more</a></p>")
	f.Add("a\u202e" + strings.Repeat("\u0301", 9) + "&lt;b&gt;<x")
	f.Fuzz(func(t *testing.T, in string) { check(t, in) })
}

// A megabyte of what invites to look for an end that does not come.
func TestHostileTextsTakeLittleTime(t *testing.T) {
	const size = 100 << 10
	for _, piece := range []string{"<", "<a href=\"", "<a x='\"' y=\"'", "](", "[", "[](", "<video>", "<td>", "<!--", "<script>", "&", "&amp", "\u202e", "<b ", "<p>"} {
		start := time.Now()
		markup.Text(strings.Repeat(piece, size/len(piece)))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q takes %v", piece, took)
		}
	}
}
