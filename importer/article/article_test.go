package article_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"barline/importer/article"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, contents, want, lang string }{
		{"a.txt", "One.\nTwo.", "One.\nTwo.", ""},
		{"a.txt", "caf\xe9 \x93ready\x94 na\xefve", "café “ready” naïve", ""}, // Windows-1252
		{"a.txt", "\xff\xfeW\x00e\x00 \x00a\x00r\x00e\x00", "We are", ""},     // UTF-16
		{"a.html", `<!doctype html><html lang="de"><head><title>T</title><style>p{}</style><script>var words = "We are ready"</script></head><body><p>Wir&nbsp;sind <b>be</b>reit<br>heute</p><!-- We are ready --><ul><li>Eins<li>Zwei</ul><p>Er sagte <q>ja</q>.</p></body></html>`,
			"Wir\u00a0sind bereit\nheute\nEins\nZwei\nEr sagte “ja”.\n", "de"},
		{"a.htm", "<meta charset=windows-1252><p>\x93Ready\x94 caf\xe9", "“Ready” café\n", ""},
		{"a.html", "<p>one<script>if (a < b) { x = '</p>' }</script>two", "one\ntwo\n", ""},
		{"a.md", "# Head\n\n> We **are** [ready](https://a.example/x)\n- one *two*\n", "Head\n\nWe are ready\none two\n", ""},
	} {
		a, err := article.Read(c.name, []byte(c.contents))
		if err != nil || strings.TrimLeft(a.Text, " ") != c.want && strings.ReplaceAll(a.Text, "\n ", "\n") != c.want || a.Lang != c.lang {
			t.Errorf("%s: %q, %q, %v; want %q", c.name, a.Text, a.Lang, err, c.want)
		}
	}
}

func docx(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWord(t *testing.T) {
	const body = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>We are </w:t></w:r><w:del><w:r><w:t>not </w:t><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>ready.</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>Two</w:t><w:tab/><w:t>three</w:t></w:r></w:p></w:body></w:document>`
	a, err := article.Read("a.docx", docx(t, map[string]string{"word/document.xml": body, "word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnotes>`}))
	if err != nil || a.Text != "We are ready.\nTwo three\nA note.\n" || a.Lang != "en-GB" {
		t.Errorf("%q %q %v", a.Text, a.Lang, err)
	}
}

func TestWhatIsNoReport(t *testing.T) {
	for _, c := range []struct {
		name     string
		contents []byte
		want     string
	}{
		{"a.txt", nil, "no text in it"},
		{"a.html", []byte("<script>We are ready</script>"), "no text in it"},
		{"a.txt", make([]byte, article.MaxBytes+1), "a report has at most 32 MB"},
		{"a.txt", []byte("%PDF-1.7"), "a PDF"},
		{"a.docx", []byte("no zip"), "no Word file"},
		{"a.docx", docx(t, map[string]string{"xl/workbook.xml": "<a/>"}), "no Word file"},
		{"a.docx", docx(t, map[string]string{"word/document.xml": "<a><b>"}), "damaged"},
	} {
		_, err := article.Read(c.name, c.contents)
		if e, ok := errors.AsType[*article.Error](err); !ok || !strings.Contains(err.Error(), c.want) || e.Fix == "" {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// Lines of a PDF's columns are paragraphs again, and words whole.
func TestUnbroken(t *testing.T) {
	if got := article.Unbroken("No compro-\nmises have\nbeen found.\n\nA four-\nHour talk\n"); got != "No compromises have been found.\nA four-Hour talk" {
		t.Errorf("%q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.html", []byte("<p>x</p>"))
	f.Add("a.md", []byte("[a](b) ]("))
	f.Add("a.docx", []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, name string, contents []byte) {
		a, err := article.Read(name, contents)
		if err == nil && strings.TrimSpace(a.Text) == "" {
			t.Error("nothing was read")
		}
	})
}
