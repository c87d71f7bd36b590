package typeset_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"barline/assets/fonts"
	"barline/typeset"
)

func loadFor(t testing.TB, lang string) *typeset.Fonts {
	t.Helper()
	f, err := fonts.All(lang)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{"en": false, "ar": true, "fa-AF": true, "ps": true, "he": true, "ur": true, "prs": true, "nb-NO": false,
		"az-Arab": true, "fa-Latn": false, "ks-Deva-IN": false, "": false, "AR-EG": true, "de-1996": false, "ar-u-nu-latn": true, "en-u-nu-arab": false, "en-t-fa-arab": false} {
		if got := typeset.RightToLeft(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

// seen is a line's letters from left to right: each shaped by itself has the
// glyph that the line has there. Only for scripts whose letters do not join.
func seen(f *typeset.Fonts, s string) string {
	line := f.Line(s, body)
	var b strings.Builder
	for i, g := range line.Glyphs {
		if len(f.Outline(g.Font, g.ID)) == 0 {
			// A space of whichever font, or a mark that nothing is drawn for.
			if i+1 < len(line.Glyphs) && line.Glyphs[i+1].X > g.X {
				b.WriteRune(' ')
			}
			continue
		}
		found := '?'
		for _, r := range s {
			alone := f.Line(string(r), body)
			if len(alone.Glyphs) == 1 && alone.Glyphs[0].ID == g.ID && alone.Glyphs[0].Font == g.Font {
				found = r
			}
		}
		b.WriteRune(found)
	}
	return b.String()
}

// What Unicode's rules say of the order in which letters are seen, also where
// numbers lie in words of one direction in a sentence of the other.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "abc", "abc"},
		{"en", "אבג 123 abc", "abc 123 גבא"}, // its first strong letter is Hebrew
		{"en", "x אבג 123 abc", "x 123 גבא abc"},
		{"en", "x אבג, דה y", "x הד ,גבא y"},
		{"he", "NATO אבג", "גבא NATO"},
		{"he", "NATO", "NATO"},
		{"he", "Hello, world!", "Hello, world!"},
		{"he", "אבג NATO 12 דה", "הד NATO 12 גבא"},
		{"he", "12–14", "14–12"},
		{"he", "אב \u2066x גד y\u2069 ה", "ה x דג y בא"},
	} {
		f := loadFor(t, c.lang)
		if got := seen(f, c.text); got != c.want {
			t.Errorf("%s: %q is seen as %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

// However a text is broken into lines, every letter is in one of them, and each
// line runs as the whole does.
func TestWrapOfMixedDirections(t *testing.T) {
	f := loadFor(t, "fa-AF")
	s := "استیو ویتکاف، فرستادهٔ ویژهٔ ترامپ، در ۱۱ اپریل ۲۰۲۵ در Saint Petersburg با ولادیمیر پوتین (Vladimir Putin) دیدار کرد."
	for width := 110.0; width < 600; width += 7 {
		var words []string
		for _, line := range f.Wrap(s, body, width, 0) {
			if !line.RTL || line.Foreign || line.WidthPx > width+0.01 {
				t.Fatalf("%v px: %q is %v px wide, rtl: %v, foreign: %v", width, line.String, line.WidthPx, line.RTL, line.Foreign)
			}
			words = append(words, line.String)
		}
		if got := strings.Join(words, " "); got != s {
			t.Fatalf("%v px: the lines read %q", width, got)
		}
	}
}

// A text that is cut runs as the whole would, and leaves nothing open.
func TestCutKeepsTheDirection(t *testing.T) {
	f := loadFor(t, "fa")
	s := "NATO and the European Union سلام"
	for width := 30.0; width < 200; width += 5 {
		if line := f.Shorten(s, body, width); !line.RTL {
			t.Errorf("%v px: %q runs ltr", width, line.String)
		}
		for _, line := range f.Wrap(s, body, width, 2) {
			if !line.RTL {
				t.Errorf("%v px: of two lines %q runs ltr", width, line.String)
			}
		}
	}
	for width := 30.0; width < 200; width += 5 {
		line := f.Shorten("سلام \u2066one two three four five\u2069 سلام", body, width)
		if opened, closed := strings.Count(line.String, "\u2066"), strings.Count(line.String, "\u2069"); opened != closed {
			t.Errorf("%v px: %q", width, line.String)
		}
	}
	// A word that is broken gets no space where it was.
	for _, line := range f.Wrap(strings.Repeat("Llanfairpwll", 20), body, 90, 2) {
		if strings.Contains(line.String, " ") {
			t.Errorf("%q", line.String)
		}
	}
}

// Each line of a text is one by itself, too: what it is part of is opened and
// closed in it, so that a page sets it as we do.
func TestLinesAreWhole(t *testing.T) {
	f := loadFor(t, "fa-AF")
	for _, s := range []string{"منبع: \u2068Dawat Media Center, Five-Hour Kremlin Summit Yields\u2069. * تاریخ", "سلام \u202bone سلام two سلام three\u202c four"} {
		for width := 60.0; width < 400; width += 9 {
			var all []string
			for _, line := range f.Wrap(s, body, width, 0) {
				opened, closed := 0, 0
				for _, r := range line.String {
					switch r {
					case '\u2066', '\u2067', '\u2068', '\u202b':
						opened++
					case '\u2069', '\u202c':
						closed++
					}
				}
				if opened != closed {
					t.Errorf("%v px: %q", width, line.String)
				}
				if alone := f.Line(line.String, body); alone.RTL == line.RTL && alone.WidthPx < line.WidthPx-0.5 || alone.WidthPx > line.WidthPx+0.5 {
					t.Errorf("%v px: %q is %v px wide, by itself %v", width, line.String, line.WidthPx, alone.WidthPx)
				}
				all = append(all, line.String)
			}
			if len(all) == 0 {
				t.Fatal("no lines")
			}
		}
	}
}

// A letter that no font has is known to be missing.
func TestForeign(t *testing.T) {
	f := load(t)
	for s, want := range map[string]bool{"Москва": false, "Αθήνα": false, "תל אביב": false, "کابل، پښتو ټ ډ ړ ږ ښ ڼ ې ۍ ځ څ": false, "दिल्ली": false,
		"กรุงเทพ": true, "Moscow 莫斯科": true, "🎉": true, "a\u200db\ufe0f": false} {
		if got := f.Line(s, body).Foreign; got != want {
			t.Errorf("%q is foreign: %v", s, got)
		}
	}
}

// Letters join over the whole word, also where a word is in bold.
func TestArabicLettersJoin(t *testing.T) {
	f := loadFor(t, "ps")
	apart := 0.0
	for _, r := range "پښتو" {
		apart += f.Width(string(r), body)
	}
	if whole := f.Width("پښتو", body); whole >= apart {
		t.Errorf("%v px wide, its letters apart %v", whole, apart)
	}
}

// Marks without end on one letter neither take for ever nor leave the line.
func TestTowersOfMarksEnd(t *testing.T) {
	f := load(t)
	line := f.Line("a"+strings.Repeat("\u0301\u0323", 5000)+"b", body)
	high := typeset.LineHeightPx(body)
	for _, g := range line.Glyphs {
		if g.Y < -high || g.Y > high {
			t.Fatalf("a mark stands %v px from the line", g.Y)
		}
	}
	if line.WidthPx > 3*f.Width("ab", body) {
		t.Errorf("%v px wide", line.WidthPx)
	}
}

// Whatever a text is made of, it is set, in finite places.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"abc", "سلام 12 abc", "\u2067x\u2066y\u2069", "\u202eabc", "a\u0301\u0301", "\u200d\u200d", "😀👨‍👩‍👧", "\xff\xfe", "אב 1\u20662 ג", "a\rb", "\v\u2028c\u0085", "م\x1c"} {
		f.Add(s, 40.0)
	}
	fonts := loadFor(f, "he")
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !utf8.ValidString(s) || width < 1 || width > 5000 || len(s) > 2000 {
			return
		}
		for _, line := range slices.Concat(fonts.Wrap(s, body, width, 0), fonts.Wrap(s, body, width, 2), fonts.Wrap(s, body, width, 0)) {
			if !(line.WidthPx >= 0 && line.WidthPx < 1e7) {
				t.Errorf("%q is %v px wide", s, line.WidthPx)
			}
		}
	})
}
