package data_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/yamltree"
)

const everyField = `barline: 1
id: wars
headline: Two wars
lang: en
standfirst: |
  One paragraph.
  Another.
figure: spans
open: {from: 1914, to: 1920-06}
kinds:
  - {id: war, name: war, plural: wars, paint: third}
  - {id: treaty, name: treaty}
count: {one: war, other: wars}
lanes: [Europe, Asia]
periods:
  - {title: The long century, date: 1789/1914}
annotations:
  - {date: 1916-02/1916-12, text: The longest battle}
  - {length: PT2H, text: As long as a play}
people: [{name: Ada Okafor}, {id: per, name: Per Lindqvist}]
places: [{name: Paris}]
events:
  - {kind: war, title: The first, date: 1914/1918, lane: Asia, people: [Ada Okafor, per], place: Paris}
  - {kind: war, title: The first again, date: 1914/1918, quotes: []}
  - {title: The end, date: -0043-03-15, lane: Africa, links: [{url: "https://a.example/", title: More}, {url: "https://b.example/"}]}
  - {kind: treaty, title: Signed, date: 1919-06-28T15:00, duration: ">=PT1H", media: {file: img/hall.jpg, alt: The hall, credit: A photographer}}
  - {title: One of them, date: [1860..1872, 1880]}
  - {title: Going on, date: 2019-05/..}
`

func TestEveryField(t *testing.T) {
	s := decodeYAML(t, everyField)
	if s.Standfirst() != "One paragraph.\nAnother." || s.Figure() != data.FigureSpans || s.Open().To.String() != "1920-06" {
		t.Errorf("%q, %v, %v", s.Standfirst(), s.Figure(), s.Open())
	}
	war := data.Kind{ID: "war", Name: "war", Plural: "wars", Paint: data.PaintThird}
	if diff := cmp.Diff([]data.Kind{war, {ID: "treaty", Name: "treaty", Plural: "treaty"}}, s.Kinds()); diff != "" {
		t.Error(diff)
	}
	if s.Count() != (data.Forms{One: "war", Other: "wars"}) || strings.Join(s.Lanes(), ", ") != "Europe, Asia, Africa" {
		t.Errorf("%+v, %v", s.Count(), s.Lanes())
	}
	if p := s.Periods(); len(p) != 1 || p[0].Title != "The long century" || p[0].Date.String() != "1789/1914" {
		t.Errorf("%+v", p)
	}
	if a := s.Annotations(); len(a) != 2 || a[0].Text != "The longest battle" || a[0].Date.String() != "1916-02/1916-12" || a[1].Length.Seconds != 7200 || !a[1].AtLength() {
		t.Errorf("%+v", a)
	}
	var ids []string
	for _, e := range s.Events() {
		if !e.AutoID {
			t.Errorf("%s is said to be the story's own id", e.ID)
		}
		ids = append(ids, e.ID)
	}
	if got := strings.Join(ids, " "); got != "bc-44-03-15 1860-1872-or-1880 1914-1918 1914-1918-2 1919-06-28-15-00 2019-05-open" {
		t.Errorf("ids are %s", got)
	}
	first := s.Event(s.Index("1914-1918"))
	if first.Kind != war || len(first.Phases) != 0 || first.NoQuotes || first.Source != nil || first.Place.ID != "paris" || first.People[0].ID != "ada-okafor" || first.People[1].ID != "per" {
		t.Errorf("%+v", first)
	}
	if again := s.Event(s.Index("1914-1918-2")); !again.NoQuotes {
		t.Error("that no quotation was reported is lost")
	}
	want := []data.Link{{URL: "https://a.example/", Title: "More"}, {URL: "https://b.example/"}}
	if diff := cmp.Diff(want, s.Event(0).Links); diff != "" {
		t.Error(diff)
	}
	signed := s.Event(s.Index("1919-06-28-15-00"))
	if talks, _ := signed.Talks(); talks.Length != (data.Duration{Seconds: 3600, Qualifier: data.AtLeast}) || signed.Media == nil || signed.Media.Alt != "The hall" {
		t.Errorf("%+v", signed)
	}
}

// An id that the story gives is not taken by one that is made of a date.
func TestOwnIDsGoFirst(t *testing.T) {
	s := decodeYAML(t, "barline: 1\nid: s\nheadline: H\nevents:\n  - {title: A, date: 1914}\n  - {title: B, date: 1914~}\n  - {id: 1914, title: C, date: 2000}\n  - {title: D, date: 1914}\n")
	var got []string
	for _, e := range s.Events() {
		got = append(got, e.Title+" "+e.ID)
	}
	if all := strings.Join(got, ", "); all != "A 1914-2, B 1914-3, D 1914-4, C 1914" {
		t.Error(all)
	}
}

// Of several sources an event that names none has none.
func TestSources(t *testing.T) {
	for sources, want := range map[string]string{"": "none", "sources: [{name: One}]": "One", "sources: [{name: One}, {name: Two}]": "none"} {
		e := decodeYAML(t, "barline: 1\nid: s\nheadline: H\n"+sources+"\nevents: [{title: A, date: 1914}]\n").Event(0)
		got := "none"
		if e.Source != nil {
			got = e.Source.Name
		}
		if got != want {
			t.Errorf("%s: the source is %s, want %s", sources, got, want)
		}
	}
}

// Each fault says what to write; written so, the story is accepted. from is put
// into the story in place of to, which is what the error says.
func TestFixesAreAccepted(t *testing.T) {
	for _, c := range []struct{ sound, bad, want, fixed string }{
		{"kind: treaty", "kind: treat", `nobody declared the kind "treat"; did you mean treaty?`, "kind: treaty"},
		{"{id: treaty, name: treaty}", "{id: treaty, name: treaty}\n  - {id: event, name: x}", "the id event is that of events without a kind; write another id, such as occasion", "{id: treaty, name: treaty}\n  - {id: occasion, name: x}"},
		{"kind: treaty, title: Signed", "kind: battle, title: Signed", `nobody declared the kind "battle"; add it to the story's kinds, or write one of: war, treaty, meeting, context`, "kind: meeting, title: Signed"},
		{"paint: third", "paint: red", `"red" is not known; write one of: talks, context, third, fourth`, "paint: fourth"},
		{"{one: war, other: wars}", "{one: war, few: wars, other: wars}", `"few" is no plural form of the language en; write one of: one, other`, "{one: war, other: wars}"},
		{"{one: war, other: wars}", "{one: war}", "count.other: missing; write it", "{one: war, other: wars}"},
		{"figure: spans", "figure: bars", `"bars" is not known; write one of: lengths, spans`, "figure: lengths"},
		{"1914/1918, lane", "1918/1914, lane", "the interval ends before it starts; write 1914/1918 with the earlier date first", "1914/1918, lane"},
		{"1789/1914}", "1914/1789}", "periods[0].date: \"1914/1789\": the interval ends before it starts; write 1789/1914", "1789/1914}"},
		{"length: PT2H", "length: P400000D", "more than twice the longest length, P1826D; write P3652D at most", "length: P3652D"},
		{"length: PT2H", "length: ~PT2H", "a line at a length that is not exact; write a length, such as PT8H", "length: PT8H"},
		{"length: PT2H, ", "", "annotations[1].date: missing; write the date that the text stands at, such as 2025-03, or a length, such as PT8H", "date: 2025-03, "},
		{"length: PT2H", "length: PT2H, date: 1916", "both a date and a length; keep one", "length: PT2H"},
		{"date: 1916-02/1916-12", "date: 1916-12/1916-02", "write 1916-02/1916-12 with the earlier date first", "date: 1916-02/1916-12"},
		{"1916-02/1916-12, text: The longest battle", "1916, text: " + strings.Repeat("long ", 30), "shorten it to at most 140", "1916, text: Long"},
		{"{from: 1914, to: 1920-06}", "{from: 1920-06, to: 1914}", "ends before it begins; write from: 1914 and to: 1920-06", "{from: 1914, to: 1920-06}"},
		{"{from: 1914, to: 1920-06}", "{from: 1914/1915, to: 1920}", "more than one date; write one, such as 1914", "{from: 1914, to: 1920}"},
		{"lanes: [Europe, Asia]", "lanes: [Europe, Europe]", `the lane "Europe" stands twice; remove one`, "lanes: [Europe]"},
		{"[1860..1872, 1880]", "[]", "this is a list, not text", "[1860..1872]"},
		{"[1860..1872, 1880]", "[1872..1860]", "ends before it starts; write [1860..1872]", "[1860..1872]"},
		{"2019-05/..", "2019-13/..", "there is no month 13; write 2019 if only the year is known", "2019/.."},
		{"2019-05/..", "2019-28", "write 2019-24 for the season", "2019-24"},
		{"2019-05/..", "Y200000000000", "a year beyond 100 billion; write Y100000000000 at most", "Y100000000000"},
		{"kind: treaty, title: Signed, date: 1919-06-28T15:00, duration: \">=PT1H\"", "title: Signed, date: 1919-06-24/1919-06-28, duration: P17D", "duration: P17D is longer than the interval 1919-06-24/1919-06-28; write P5D at most", "title: Signed, date: 1919-06-24/1919-06-28, duration: P5D"},
		{"{name: Ada Okafor}, ", "{name: Ada Okafor}, {name: Ada Okafor}, ", `a second person named "Ada Okafor"; give both an id`, "{name: Ada Okafor}, {id: other, name: Ada Okafor}, "},
		{"people: [Ada Okafor, per]", "people: [Ada Okafur, per]", `unknown person "Ada Okafur"; did you mean Ada Okafor?`, "people: [Ada Okafor, per]"},
		{"https://a.example/", "javascript:alert(1)", `"javascript:alert(1)" is not a web address; write one that begins with https:// or http://`, "https://example.org/"},
		{"img/hall.jpg", "../hall.jpg", "is not an image file beside the story; write its name or a path downwards, ending in .jpg, .png, .gif or .webp", "hall.jpg"},
		{"img/hall.jpg", "hall.svg", "is not an image file beside the story", "hall.png"},
		{"img/hall.jpg", "https://a.example/hall.jpg", "is not an image file beside the story; write the address as a link under links, or save the image beside the story", "hall.jpg"},
		{"alt: The hall, ", "", "media.alt: missing; write what the image shows", "alt: A hall, "},
		{"title: Going on", "title: " + strings.Repeat("long ", 41) + "title", "characters; shorten it to at most 200", "title: Going on"},
	} {
		bad := strings.Replace(everyField, c.sound, c.bad, 1)
		root, err := yamltree.Parse([]byte(bad))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := data.DecodeTree(root); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one that says %q", c.bad, err, c.want)
		}
		decodeYAML(t, strings.Replace(everyField, c.sound, c.fixed, 1))
	}
}

// In YAML some dates and lengths need quotation marks; the error says which.
func TestValuesThatNeedQuotationMarks(t *testing.T) {
	for _, value := range []string{"2024-05-07?", "?1950", "%1950", ">=PT3H", ">PT3H", ">>PT3H"} {
		text := "a:\n- {id: x, date: " + value + "}\n- {id: x, date: " + value + ", title: y}\n"
		_, err := yamltree.Parse([]byte(text))
		if want := `2:17: "` + value + `" means something else in YAML; write "` + value + `" with the quotation marks`; err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
		if _, err := yamltree.Parse([]byte(strings.ReplaceAll(text, value, `"`+value+`"`))); err != nil {
			t.Error(err)
		}
	}
}

// The order of the file is kept beside that of the dates.
func TestFileOrder(t *testing.T) {
	s := decodeYAML(t, everyField)
	var dates []string
	for _, i := range s.FileOrder() {
		dates = append(dates, s.Event(i).Date.String())
	}
	if diff := cmp.Diff([]string{"1914/1918", "1914/1918", "-0043-03-15", "1919-06-28T15:00", "[1860..1872,1880]", "2019-05/.."}, dates); diff != "" {
		t.Error(diff)
	}
}
