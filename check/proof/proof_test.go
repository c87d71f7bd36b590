package proof_test

import (
	"strings"
	"testing"

	"barline/check/proof"
	"barline/data"
	"barline/data/storyfile"
)

// story is one with these quotations of Ada Okafor's, beside other people.
func story(t testing.TB, lang string, quotes ...string) *data.Story {
	t.Helper()
	var b strings.Builder
	b.WriteString("barline: 1\nid: s\nheadline: H\nlang: " + lang + "\npeople: [{id: ada, name: Ada Okafor}, {id: per, name: Per Lindqvist}, {id: putin, name: Владимир Путин}, {id: karzai, name: حامد کرزی}]\nevents:\n  - title: T\n    date: 2025\n    quotes:\n")
	for i, q := range quotes {
		speaker := "ada"
		if who, words, ok := strings.Cut(q, ": "); ok && (who == "putin" || who == "karzai" || who == "per") {
			speaker, q = who, words
		}
		b.WriteString("      - {id: q" + letters(i) + ", speaker: " + speaker + ", words: '" + strings.ReplaceAll(q, "'", "''") + "'}\n")
	}
	s, _, err := storyfile.Decode("s.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func one(t testing.TB, lang, quote string, sources ...string) proof.Result {
	t.Helper()
	var all []*proof.Source
	for i, text := range sources {
		all = append(all, proof.NewSource("source "+string(rune('a'+i)), "", text))
	}
	return proof.Quotes(story(t, lang, quote), all)[0]
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct{ lang, quote, source, verdict, marks string }{
		{"en", "We are ready.", "“We are ready,” Okafor said.", "exact", ""},
		{"en", "We are ready", "Okafor said they were ready. “We are ready.”", "exact", ""},
		{"en", "we are ready", "“We are ready,” Okafor said.", "typography", "the capital at the beginning"},
		{"en", "We’re “ready” – now", "'We're \"ready\" - now', Okafor said.", "typography", "quotation marks, apostrophes, dashes"},
		{"en", "We are\u00a0ready, all of us", "Okafor said: “We are ready all of\nus.”", "typography", "punctuation, spaces"},
		{"en", "Wait… we are ready", "“Wait... we are ready,” Okafor said.", "typography", "ellipses, punctuation"},
		{"en", "structive talks", "“Constructive talks,” Okafor said.", "missing", ""},
		{"en", "We are ready […] to sign", "“We are ready, as ever, to sign,” Okafor said.", "shortened", ""},
		{"en", "We are ready to sign. The harbour is open.", "“We are ready to sign,” Okafor said. “The harbour is open.”", "shortened", ""},
		{"en", "We were ready to sign the paper", "“We are ready to sign the paper,” Okafor said.", "missing", ""},
		{"en", "We are ready to sign", "“We are ready to sign,” Per Lindqvist said.", "misattributed", ""},
		{"en", "We are ready to sign", "“We are ready to sign,” Lindqvist's adviser Ada Okafor said.", "exact", ""},
		{"en", "We are ready to sign", "“We are ready to sign,” she said of Lindqvist.", "exact", ""},
		{"en", "We are ready to sign", "“We are ready to sign,” Okafor told Lindqvist.", "exact", ""},
		{"de", "Wir sind bereit", "„Wir sind bereit“, sagte Per Lindqvist.", "misattributed", ""},
		// Normal forms, ё, kashida and vowel signs, ZWNJ, two ways to write yeh.
		{"fr", "Nous sommes d\u00e9j\u00e0 pr\u00eats", "« Nous sommes de\u0301ja\u0300 pre\u0302ts », a dit Ada Okafor.", "typography", "marks that are not seen, how letters are encoded"},
		{"ru", "putin: Всё ещё впереди", "«Все еще впереди», — сказал Путин.", "typography", "how letters are encoded"},
		{"fa", "karzai: ما می‌خواهیم صلح", "کرزی گفت: «ما می‌خواهيم صلـح».", "typography", "marks that are not seen, how letters are encoded"},
		{"en", "We are ready to sign the paper", "Der Hafen ist offen, und die Stadt und die Gewerkschaft haben sich mit der Regierung geeinigt, sagte der Bürgermeister. Wir sind nicht sicher, ob das auf Dauer so ist.", "language", ""},
	} {
		r := one(t, c.lang, c.quote, c.source)
		if r.Verdict.String() != c.verdict || r.Marks != c.marks {
			t.Errorf("%q in %q: %s (%s), want %s (%s); %+v", c.quote, c.source, r.Verdict, r.Marks, c.verdict, c.marks, r)
		}
	}
}

func TestDifferenceByWords(t *testing.T) {
	r := one(t, "en", "We were ready to sign the paper today", "Nothing else. “We are ready to sign the new paper,” Okafor said. And more of it.")
	if r.Diff != "We [-were-] {+are+} ready to sign the {+new+} paper [-today-]" || r.Line != 1 {
		t.Error(r.Diff)
	}
	if r := one(t, "en", "Nothing of the kind stands anywhere", "“We are ready,” Okafor said."); r.Diff != "" || r.Verdict != proof.Missing {
		t.Errorf("%+v", r)
	}
}

func TestWhoSaidIt(t *testing.T) {
	for source, want := range map[string]bool{
		"“We are ready,” Okafor said.":                                                   true,
		"Okafor came out late. She looked tired. “We are ready,” she said.":              true,
		"“We are ready,” she said.":                                                      false,
		"The doors stayed shut. “We are ready.”":                                         false,
		"Ada Okafor spoke to reporters.\n“We are ready.”":                                true,
		"Ada Okafor left, and then came Per Lindqvist.\n“We are ready,” somebody cried.": false,
	} {
		if r := one(t, "en", "We are ready", source); r.Attributed != want {
			t.Errorf("%q: %t", source, r.Attributed)
		}
	}
	if r := one(t, "en", "We are ready", "“We are ready,” Kari Hansen said."); r.Other != "Kari Hansen" || r.Known || r.Verdict != proof.Exact {
		t.Errorf("%+v", r)
	}
}

// Three words that stand forty times, and two sources that disagree.
func TestOftenAndDisagree(t *testing.T) {
	r := one(t, "en", "We are ready", strings.Repeat("“We are ready,” Okafor said.\n", 40))
	if r.Times != 40 || !r.IsOften() {
		t.Errorf("%+v", r)
	}
	r = one(t, "en", "We are ready to sign", "“We are ready to sign,” Okafor said.", "“We are not ready to sign,” Okafor said.")
	if r.Verdict != proof.Exact || r.Disagree != "source b has: We are {+not+} ready to sign" {
		t.Errorf("%+v", r)
	}
	r = one(t, "en", "We are ready to sign", "“We are ready to sign,” Lindqvist said.", "“We are ready to sign,” Okafor said.")
	if r.Verdict != proof.Exact || r.Source != 1 || r.Disagree != "source a gives the words to Per Lindqvist" {
		t.Errorf("%+v", r)
	}
}

// A record that was edited, of another story or of other words, is noticed.
func TestRecord(t *testing.T) {
	s := story(t, "en", "We are ready", "We were late")
	text := []byte("“We are ready. We were late,” Okafor said.")
	results := proof.Quotes(s, []*proof.Source{proof.NewSource("a.txt", "", string(text))})
	r := proof.NewRecord(s, "2025-12-03", []string{"a.txt"}, [][]byte{text}, results)
	back, err := proof.ReadRecord(r.JSON())
	if err != nil || len(back.Stale(s, nil)) != 0 || len(back.Stale(s, [][]byte{text})) != 0 {
		t.Fatal(err, back.Stale(s, nil))
	}
	for _, c := range []struct {
		record []byte
		story  *data.Story
		files  [][]byte
		want   string
	}{
		{[]byte(strings.Replace(string(r.JSON()), "exact", "missing", 1)), s, nil, "edited by hand"},
		{r.JSON(), story(t, "en", "We are ready", "We were early"), nil, "qb was changed"},
		{r.JSON(), story(t, "en", "We are ready"), nil, "qb is gone"},
		{r.JSON(), story(t, "en", "We are ready", "We were late", "More"), nil, "qc is new"},
		{r.JSON(), s, [][]byte{[]byte("x")}, "a.txt is another file"},
	} {
		back, err := proof.ReadRecord(c.record)
		if err != nil {
			t.Fatal(err)
		}
		if why := back.Stale(c.story, c.files); len(why) != 1 || !strings.Contains(why[0], c.want) {
			t.Errorf("%v, want %s", why, c.want)
		}
	}
	if _, err := proof.ReadRecord([]byte(`{"made": "by hand"}`)); err == nil {
		t.Error("any JSON is a record")
	}
}

// 200 quotations against 1 MB: some to the letter, some changed, some joined.
func BenchmarkQuotes(b *testing.B) {
	var text strings.Builder
	var quotes []string
	for i := 0; text.Len() < 1<<20; i++ {
		sentence := ""
		for k := range 16 {
			sentence += []string{"the", "harbour", "council", "talks", "went", "on", "into", "night", "without", "deal", "mayor", "union", "wanted", "more", "time", "and"}[(i*7+k*k*3+i/3*k)%16] + " "
		}
		sentence += "number" + string(rune('a'+i%26)) + string(rune('a'+i/26%26))
		text.WriteString("“" + sentence + ",” Okafor said. ")
		if i%25 == 0 && len(quotes) < 200 {
			switch len(quotes) % 3 {
			case 1:
				sentence = strings.Replace(sentence, "harbour", "port", 1) + " today"
			case 2:
				sentence = sentence[:30] + "[…]" + sentence[50:]
			}
			quotes = append(quotes, strings.TrimSpace(sentence))
		}
	}
	s := story(b, "en", quotes...)
	b.ReportMetric(float64(len(quotes)), "quotations")
	for b.Loop() {
		proof.Quotes(s, []*proof.Source{proof.NewSource("a", "", text.String())})
	}
}

// letters are a number from 0 on as letters: a to z, then baa and so on.
func letters(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return "b" + string(rune('a'+i/26)) + string(rune('a'+i%26))
}
