package csvtree_test

import (
	"testing"

	"pgregory.net/rapid"

	"barline/data/csvtree"
)

// What a spreadsheet would run or change has an apostrophe before it; the rest stays
// as it is.
func TestGuard(t *testing.T) {
	for _, c := range []struct{ text, guarded string }{
		// Formulas, in any width, after space and after what separates cells elsewhere.
		{"=1+1", "'=1+1"}, {"+1", "'+1"}, {"-5 degrees", "'-5 degrees"}, {"@home", "'@home"},
		{"＝1+1", "'＝1+1"}, {"＋1", "'＋1"}, {"－1", "'－1"}, {"＠home", "'＠home"}, {" =1", "' =1"}, {"\u200b=1", "'\u200b=1"}, {"\u00a0=1", "'\u00a0=1"},
		{"\t=1", "'\t'=1"}, {"a;=b", "a;'=b"}, {"a, =b", "a, '=b"}, {"a\t@b", "a\t'@b"}, {"a|+b", "a|'+b"}, {"one\n- two", "one\n'- two"}, {"a,b;c", "a,b;c"},
		// Numbers, dates and truth that would come back in another form.
		{"0012", "'0012"}, {"0079", "'0079"}, {"-0044-03-15", "'-0044-03-15"}, {"1.50", "'1.50"}, {"1/2", "'1/2"}, {"12:30", "'12:30"}, {"5%", "'5%"}, {"1e5", "'1e5"}, {"1914-2", "'1914-2"}, {"2025-02-2", "'2025-02-2"}, {"1.000", "'1.000"},
		{"2025-03-14T15:09", "'2025-03-14T15:09"}, {"€5", "'€5"}, {"123456789012", "'123456789012"}, {"TRUE", "'TRUE"}, {"false", "'false"}, {"Mar-46", "'Mar-46"}, {"5 March 1825", "'5 March 1825"}, {"June 1990", "'June 1990"}, {"3 févr. 1848", "'3 févr. 1848"},
		// What comes back as it was.
		{"", ""}, {"Talks", "Talks"}, {"Round 2", "Round 2"}, {"1984", "1984"}, {"2025-02", "2025-02"}, {"2025-12-02", "2025-12-02"}, {"1914-1918", "1914-1918"}, {"1914-1918-2", "1914-1918-2"}, {"2025-03-14-10-00", "2025-03-14-10-00"}, {"2019-05/..", "2019-05/.."}, {"../1821", "../1821"}, {"2025-03-14T15:09:26Z", "2025-03-14T15:09:26Z"}, {"2025-03-14T15:09+02:00", "2025-03-14T15:09+02:00"},
		{"1890~", "1890~"}, {"2019-05/..", "2019-05/.."}, {"<PT3H", "<PT3H"}, {"May", "May"}, {"well-known", "well-known"},
		// An apostrophe of the text's own.
		{"'tis", "''tis"}, {"'=1", "''=1"}, {"a; '=b", "a; ''=b"}, {"'", "''"},
	} {
		if got := csvtree.Guard(c.text); got != c.guarded {
			t.Errorf("%q is guarded as %q, not %q", c.text, got, c.guarded)
		}
		if got := csvtree.Unguard(c.guarded); got != c.text {
			t.Errorf("%q is read as %q, not %q", c.guarded, got, c.text)
		}
	}
	// What nobody guarded is read as it is written.
	for _, text := range []string{"'tis the season", "'90s", "rock 'n' roll", "'May 1968'", "said: 'no'"} {
		if got := csvtree.Unguard(text); got != text {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// What people type with apostrophes stays, in tables that barline did not write.
func TestUnguardTyped(t *testing.T) {
	for text, want := range map[string]string{
		"'=1+1": "=1+1", "'-5 degrees": "-5 degrees", "'+49 30 1234": "+49 30 1234", "'-0043-03-15": "-0043-03-15", "'0012": "0012", "'1/2": "1/2", "'Mar-46": "Mar-46",
		"'05": "'05", "'68": "'68", "'90s": "'90s", "''Hello'' she said": "''Hello'' she said", "'+1' was the answer": "'+1' was the answer", "'-no’, she said": "'-no’, she said",
		"she said, '-no": "she said, '-no", "'tis": "'tis", "'": "'", "''": "''", "": "", "''=1": "''=1",
	} {
		if got := csvtree.UnguardTyped(text); got != want {
			t.Errorf("%q is read as %q, not %q", text, got, want)
		}
	}
	s := decode(t, "t.csv", "title,start,summary\n''Hello'' to all,2024,\"She said, '-no'\"\n'=1,'0079,\n")
	if a, b := s.Event(1), s.Event(0); a.Title != "''Hello'' to all" || a.Summary[0] != "She said, '-no'" || b.Title != "=1" || b.Date.String() != "0079" {
		t.Errorf("%+v, %+v", a, b)
	}
}

func TestGuardIsTakenAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringOfN(rapid.SampledFrom([]rune("'=-,;\n\t 0a1May./e:＝\u200b")), 0, 12, -1), rapid.String()).Draw(t, "text")
		if got := csvtree.Unguard(csvtree.Guard(text)); got != text {
			t.Fatalf("%q, guarded as %q, is read as %q", text, csvtree.Guard(text), got)
		}
	})
}
