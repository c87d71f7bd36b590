package xmlscan_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/unicode"

	"barline/importer/sheet/xmlscan"
)

// tokens are the tokens of a text, one a line, with pieces of text joined.
func tokens(r io.Reader) (string, error) {
	s, err := xmlscan.New(r)
	if err != nil {
		return "", err
	}
	var out listing
	for {
		t, err := s.Next()
		if err != nil {
			return "", err
		}
		switch t.Kind {
		case xmlscan.EOF:
			return out.done(), nil
		case xmlscan.Start:
			out.line("<%s", t.Name)
			for _, a := range t.Attributes {
				out.line("@%s=%q", a.Name, a.Value)
			}
		case xmlscan.End:
			out.line(">%s", t.Name)
		case xmlscan.Text:
			out.text.Write(t.Text)
		}
	}
}

type listing struct{ lines, text strings.Builder }

func (l *listing) line(format string, args ...any) {
	if l.text.Len() > 0 {
		fmt.Fprintf(&l.lines, "%q\n", l.text.String())
		l.text.Reset()
	}
	fmt.Fprintf(&l.lines, format+"\n", args...)
}

func (l *listing) done() string { return l.lines.String() }

// oracle is what encoding/xml makes of a text.
func oracle(text []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var out listing
	depth := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			return out.done(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			out.line("<%s", t.Name.Local)
			for _, a := range t.Attr {
				out.line("@%s=%q", a.Name.Local, a.Value)
			}
		case xml.EndElement:
			depth--
			out.line(">%s", t.Name.Local)
		case xml.CharData:
			if depth > 0 {
				out.text.Write(t)
			}
		}
	}
}

func read(text string) (string, error) { return tokens(strings.NewReader(text)) }

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"<a/>":                   "<a\n>a\n",
		"<a></a >":               "<a\n>a\n",
		"\ufeff<a/>":             "<a\n>a\n",
		"<x:a x:b='1' c=\"2\"/>": "<a\n@b=\"1\"\n@c=\"2\"\n>a\n",
		"<?xml version=\"1.0\" encoding='UTF-8' standalone=\"yes\"?>\n<a>b</a>\n": "<a\n\"b\"\n>a\n",
		"<a>1 &lt; 2 &amp;&#32;&#x410;&quot;&apos;&gt;</a>":                       "<a\n\"1 < 2 & А\\\"'>\"\n>a\n",
		"<a b='&amp;x'/>":                     "<a\n@b=\"&x\"\n>a\n",
		"<a b='1>2'/>":                        "<a\n@b=\"1>2\"\n>a\n",
		"<a>1<![CDATA[<b>&amp;]]]]>2</a>":     "<a\n\"1<b>&amp;]]2\"\n>a\n",
		"<a><![CDATA[]]></a>":                 "<a\n>a\n",
		"<a>x\r\ny\rz</a>":                    "<a\n\"x\\ny\\nz\"\n>a\n",
		"<a><!-- no - text --><?do it?>y</a>": "<a\n\"y\"\n>a\n",
		"<!-- first --><a/><!-- last -->":     "<a\n>a\n",
		"<a>тест ]] 漢字</a>":                   "<a\n\"тест ]] 漢字\"\n>a\n",
		"<?xml version='1.0' encoding='windows-1251'?><a>\xf2\xe5\xf1\xf2</a>": "<a\n\"тест\"\n>a\n",
	} {
		got, err := read(text)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestUTF16(t *testing.T) {
	const text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a b=\"ж\">тест &amp; 漢字 😀</a>"
	for _, order := range []unicode.Endianness{unicode.BigEndian, unicode.LittleEndian} {
		b, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := read(b); err != nil || got != "<a\n@b=\"ж\"\n\"тест & 漢字 😀\"\n>a\n" {
			t.Errorf("%v: %q, %v", order, got, err)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, text := range []string{
		"<a>", "<a", "<", "</a>", "<a></b>", "<a><b></a></b>", "x", "<a/>x", "<a/><b/>", "<a b/>", "<a b=1/>", "<a b='1/>", "<a b='<'/>", "<1/>", "< a/>",
		"<a>&nbsp;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#;</a>", "<a>]]></a>", "<a>\x01</a>", "<a>\xff</a>", "<a b='\xff'/>",
		"<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a><!-- -- --></a>", "<a><!-- </a>", "<a><![CDATA[</a>", "<![CDATA[x]]><a/>", "<a><![CDAT[x]]></a>",
		"<?xml version='1.1'?><a/>", "<?xml?><a/>", "<a/><?xml version='1.0'?>", "<?x", "<a:b:c/>", "<é/>", "<?xml version='1.0' encoding='none such'?><a/>",
		strings.Repeat("<a>", 2000), "<a b='" + strings.Repeat("x", 2<<20) + "'/>", "<?a " + strings.Repeat("x", 2<<20) + "?><a/>",
	} {
		if got, err := read(text); err == nil {
			t.Errorf("%.60q is read as %.60q", text, got)
		}
	}
}

// Wherever the reader cuts a text, its tokens are the same; long texts and comments do
// not have to be held.
func TestPieces(t *testing.T) {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?><a>")
	for i := range 9000 {
		fmt.Fprintf(&b, "<b c='&amp;%d'>x&#1080;\r\n漢]]&lt;%d</b>\r\n", i, i)
	}
	b.WriteString("<t>" + strings.Repeat("long &amp; wide ]] тест\r\n", 200_000) + "</t><![CDATA[" + strings.Repeat("]]漢\r\n", 300_000) + "]]>")
	b.WriteString("<!--" + strings.Repeat(" - x", 1_000_000) + "--></a>")
	want, err := oracle([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]io.Reader{"whole": strings.NewReader(b.String()), "halves": iotest.HalfReader(strings.NewReader(b.String())), "with the end": iotest.DataErrReader(strings.NewReader(b.String()))} {
		if got, err := tokens(r); err != nil || got != want {
			t.Errorf("%s: the tokens are other ones: %v", name, err)
		}
	}
	small := "<a b='1'>x&amp;\r\n漢]]<![CDATA[]]]>y<!-- z --></a>"
	want, _ = read(small)
	if got, err := tokens(iotest.OneByteReader(strings.NewReader(small))); err != nil || got != want {
		t.Errorf("byte by byte: %q, %v; want %q", got, err, want)
	}
}

func TestErrorOfTheReader(t *testing.T) {
	if _, err := tokens(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(io.ErrClosedPipe))); err != io.ErrClosedPipe {
		t.Error(err)
	}
}

// FuzzScanner: what is accepted, encoding/xml accepts with the same tokens; what it
// accepts of the kind that workbooks have, is accepted.
func FuzzScanner(f *testing.F) {
	for _, text := range []string{
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?><sst xmlns:x='u'><si><t xml:space=\"preserve\"> a&amp;b </t></si><x:r/></sst>",
		"<a b='1'>x&#x41;\r\n漢]]<![CDATA[]]]>y<!-- z --><?p i?></a>", "<a>&</a>", "<a></b>", "<!DOCTYPE a>", "\ufeff<a/>",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if bytes.HasPrefix(text, []byte("\xfe\xff")) || bytes.HasPrefix(text, []byte("\xff\xfe")) {
			_, _ = tokens(bytes.NewReader(text))
			return // encoding/xml does not read UTF-16
		}
		got, err := tokens(iotest.HalfReader(bytes.NewReader(text)))
		want, theirs := oracle(text)
		switch {
		case err == nil && theirs != nil && !bytes.Contains(text, []byte("encoding")):
			t.Fatalf("%q is read as %q, where encoding/xml says %v", text, got, theirs)
		case err == nil && theirs == nil && got != want && !bytes.Contains(text, []byte("encoding")):
			t.Fatalf("%q is read as %q, want %q", text, got, want)
		case err != nil && theirs == nil && isOfWorkbooks(text):
			t.Fatalf("%q: %v", text, err)
		}
	})
}

// isOfWorkbooks reports whether a text that encoding/xml accepts has nothing that
// workbooks do not have and the scanner refuses.
func isOfWorkbooks(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 || c == 0 {
			return false
		}
	}
	for _, refused := range []string{"<!", "<?", "&#"} {
		if bytes.Contains(text, []byte(refused)) {
			return false
		}
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	depth, roots := 0, 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return roots == 1
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			if depth++; depth > 900 {
				return false
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth == 0 && len(bytes.TrimSpace(t)) > 0 {
				return false
			}
		}
	}
}
