package detail_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"barline/data"
	"barline/data/edtf"
	"barline/internal/storytest"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// caption is what Play says of an event on a day.
func caption(t storytest.TB, e data.Event) detail.Captioned {
	var err error
	if e.Date, err = edtf.Parse("2030-01-02"); err != nil {
		t.Fatal(err)
	}
	return detail.Caption(e, words.English())
}

// Popovers and captions begin with the quotation that leads, or else with the first.
func TestTheStrongestQuotation(t *testing.T) {
	said := func(lead int) data.Event {
		e := data.Event{Title: "Said", Summary: []string{"It was said."}}
		for i, s := range []string{"one", "two", "three"} {
			e.Quotes = append(e.Quotes, data.Quote{ID: s, Words: s, Speaker: data.Person{Name: "Ada"}, Lead: i == lead})
		}
		return e
	}
	for lead, want := range map[int]string{-1: "one", 0: "one", 1: "two", 2: "three"} {
		e := said(lead)
		if c := caption(t, e); c.Said != "“"+want+"”" || c.Speaker != "Ada" || c.Text != "" {
			t.Errorf("with number %d leading the caption is %+v", lead, c)
		}
		d := detail.Of(events{e}, 0, words.English())
		order := ""
		for _, q := range append(d.LeadQuotes(), d.OtherQuotes()...) {
			order += q.ID + " "
		}
		rest := strings.ReplaceAll("one two three ", want+" ", "")
		if order != want+" "+rest {
			t.Errorf("with number %d leading the popover says %s", lead, order)
		}
	}
	e := data.Event{Title: "Said", Quotes: []data.Quote{
		{Words: "Да", Lang: "ru", Speaker: data.Person{Name: "Ada"}},
		{Words: "Нет", Lang: "ru", Speaker: data.Person{Name: "Ada"}, Translation: "No", TranslatedBy: "translated by Eve", Lead: true},
	}}
	if c := caption(t, e); c.Said != "“No”" || c.Speaker != "Ada; translated by Eve" || c.Lang != "" {
		t.Errorf("of a translation it is %+v", c)
	}
	e.Quotes = e.Quotes[:1]
	if c := caption(t, e); c.Said != "“Да”" || c.Lang != "ru" {
		t.Errorf("of foreign words it is %+v", c)
	}
	if d := detail.Of(events{{Title: "Silent"}}, 0, words.English()); len(d.LeadQuotes())+len(d.OtherQuotes()) != 0 {
		t.Errorf("without any the popover says %v and %v", d.LeadQuotes(), d.OtherQuotes())
	}
}

type events []data.Event

func (e events) Len() int               { return len(e) }
func (e events) Event(i int) data.Event { return e[i] }

func TestCaptionsAreShort(t *testing.T) {
	long := strings.Repeat("and so it went on ", 30)
	for name, c := range map[string]struct {
		q          data.Quote
		begin, end string
	}{
		"words":               {data.Quote{Words: long}, "“and so it went on and", " on and…”"},
		"before a comma":      {data.Quote{Words: strings.Repeat("a word, ", 40)}, "“a word, ", "word…”"},
		"a fragment":          {data.Quote{Form: data.Fragment, Before: "He called it ", Words: "a success", After: "."}, "He called it “a", "a success”."},
		"a long fragment":     {data.Quote{Form: data.Fragment, Before: long, Words: "a success", After: "."}, "“a success”", "“a success”"},
		"no spaces":           {data.Quote{Words: strings.Repeat("长城", 200)}, "“长城", "…”"},
		"marks stay together": {data.Quote{Words: strings.Repeat("กี", 300)}, "“กี", "ี…”"},
		"a translation":       {data.Quote{Words: "Да", Translation: long}, "“and so", "…”"},
	} {
		got := caption(t, data.Event{Title: "Said", Quotes: []data.Quote{c.q}}).Said
		if !strings.HasPrefix(got, c.begin) || !strings.HasSuffix(got, c.end) || utf8.RuneCountInString(got) > 250 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Shortened, a text is its beginning, up to the end of a word.
func TestShortenedAtAWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zé]{1,20}[,.]?`), 1, 90).Draw(t, "words"), " ")
		got := caption(t, data.Event{Title: "Said", Quotes: []data.Quote{{Words: text}}}).Said
		begin, cut := strings.CutSuffix(strings.Trim(got, "“”"), "…")
		rest := strings.TrimPrefix(text, begin)
		if rest == text || cut != (rest != "") || cut && strings.ContainsAny(rest[:1], "abcdefghijklmnopqrstuvwxyzé") {
			t.Fatalf("of %q the caption says %q", text, got)
		}
	})
}

func TestTheFirstSentence(t *testing.T) {
	for paragraph, want := range map[string]string{
		"They talked in St. Petersburg. Nobody said more.":            "They talked in St. Petersburg.",
		"The U.S. envoy spoke to the press. It was late.":             "The U.S. envoy spoke to the press.",
		"Signed in 1919. Broken later on. It ended.":                  "Signed in 1919. Broken later on. It ended.",
		"He asked: “And then?” Nobody answered. It rained.":           "He asked: “And then?”",
		"“Was that all?” he asked. It was already over. Then silence": "“Was that all?” he asked.",
		"It is over! Really.":                                         "It is over!",
		"Only one":                                                    "Only one",
		"条約が結ばれた。戦争は終わった。":                                            "条約が結ばれた。",
		"У июня 5. числа ничего. Потом":                               "У июня 5. числа ничего.",
		"انتهت الحرب؟ لا أحد يعرف.":                                   "انتهت الحرب؟",
		"It rose by 3.5 points. Then it fell.":                        "It rose by 3.5 points.",
	} {
		if got := caption(t, data.Event{Title: "Was", Summary: []string{paragraph, "More."}}).Text; got != want {
			t.Errorf("the first sentence of %q is %q, want %q", paragraph, got, want)
		}
	}
}

// What is less than certain says so, read aloud as well.
func TestCaptionsSayHearsay(t *testing.T) {
	e := data.Event{Title: "Met", DateBasis: data.Reportedly, Summary: []string{"They met"},
		Phases: []data.Phase{{Kind: data.Talks, Basis: data.Reportedly, Length: data.Duration{Seconds: 3600, Qualifier: data.About}}}}
	c := caption(t, e)
	if want := "2 January 2030 (reportedly): reportedly about 1 hour"; c.When != want {
		t.Errorf("it says %q, want %q", c.When, want)
	}
	if got, want := c.Spoken(words.English()), "Met. 2 January 2030 (reportedly): reportedly about 1 hour. They met."; got != want {
		t.Errorf("read aloud it is %q, want %q", got, want)
	}
}

// Words are read by their number or by their letters, whichever takes longer.
func TestReadingSeconds(t *testing.T) {
	for text, want := range map[string]float64{
		"":                                     1.8,
		strings.Repeat("to be or ", 12):        11,
		strings.Repeat("Donaudampfschiff", 19): 17,
		strings.Repeat("戦", 95):                11,
	} {
		if got := detail.ReadingSeconds(text); got != want {
			t.Errorf("%q takes %v s, want %v", text, got, want)
		}
	}
	if one, two := detail.ReadingSeconds(strings.Repeat("word ", 36)), detail.ReadingSeconds(strings.Repeat("word ", 18), strings.Repeat("word ", 18)); one != two {
		t.Errorf("in one text words take %v s, in two %v s", one, two)
	}
}
