package languages_test

import (
	"testing"

	"barline/timeline/words/languages"
)

func TestFor(t *testing.T) {
	for _, c := range []struct {
		tag, is string
		known   bool
	}{
		{"en", "en", true}, {"en-GB", "en", true}, {"nb", "nb", true}, {"nb-NO", "nb", true}, {"no", "nb", true}, {"NB", "nb", true},
		{"de-CH-1996", "de", true}, {"xx", "en", false}, {"", "en", false}, {"nbx", "en", false},
	} {
		l, err := languages.For(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		if l.Words.Tag != c.is || l.Known != c.known || (l.File == nil) != (c.is == "en") {
			t.Errorf("%q: %s, known: %v, a file of %d bytes", c.tag, l.Words.Tag, l.Known, len(l.File))
		}
	}
}
