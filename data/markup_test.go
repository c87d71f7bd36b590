package data_test

import (
	"strings"
	"testing"
	"time"

	"barline/data"
)

// What is refused as markup is what HTML knows; what only looks like it is text.
func TestMarkupIn(t *testing.T) {
	for text, want := range map[string]string{
		"a <b>bold</b> claim":                "<b>",
		"the end</p>":                        "</p>",
		"one<br/>two":                        "<br/>",
		"one<BR >two":                        "<BR >",
		"see <a href=\"x\">here</a>":         "<a href=\"x\">",
		"see <a href='x":                     "<a href='x",
		"see <img src = x.jpg>":              "<img src = x.jpg>",
		"<h1>":                               "<h1>",
		"a <!-- note --> b":                  "<!-- note -->",
		"<!DOCTYPE html>":                    "<!DOCTYPE html>",
		"<?php echo 1 ?>x":                   "<?php echo 1 ?>",
		"<script>alert(1)</script>":          "<script>",
		"x < y <i>":                          "<i>",
		"a&nbsp;b":                           "&nbsp;",
		"Fish &amp; chips":                   "&amp;",
		"it&#39;s":                           "&#39;",
		"it&#x2019;s":                        "&#x2019;",
		"a&semi;b":                           "&semi;",
		"Q&CounterClockwiseContourIntegral;": "&CounterClockwiseContourIntegral;",

		"x<y":                    "",
		"R&D;":                   "",
		"AT&T; M&S;":             "",
		"a < b":                  "",
		"<3":                     "",
		"<unknown>":              "",
		"</unknown>":             "",
		"<Name of the source>":   "",
		"a<b and c>d":            "",
		"if a <b and c=d":        "",
		"a <b":                   "",
		"<a, b>":                 "",
		"<b-day>":                "",
		"<!>, <?>":               "",
		"&":                      "",
		"&;":                     "",
		"&#;":                    "",
		"&notit;":                "",
		"?a=1&copy=2&lt=3":       "",
		"Tom & Ann; others":      "",
		"& nbsp;":                "",
		"<<PT3H":                 "",
		"a<b<c<d":                "",
		"<figcaptionfigcaption>": "",
	} {
		from, to := data.MarkupIn(text)
		if text[from:to] != want {
			t.Errorf("%q: %q, want %q", text, text[from:to], want)
		}
		if _, _, bad := data.LabelFault(text); bad != (want != "") {
			t.Errorf("%q is refused: %v", text, bad)
		}
	}
}

func TestHostileMarkupTakesLittleTime(t *testing.T) {
	for _, piece := range []string{"<", "<a", "<a ", "<b b", "<a b=", "&", "&a", "<!", "</", "<x>"} {
		start := time.Now()
		data.MarkupIn(strings.Repeat(piece, (1<<20)/len(piece)))
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q takes %v", piece, took)
		}
	}
}
