package csvtree_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/tree"
)

// A table as somebody writes it by hand: rows about the story in any place, people
// called by name or id, a quotation below its event and one before it.
const typed = `type,id,title,start,end,duration,kind,people,summary,quote,speaker,source,waiting,waiting order,waiting note,date basis,links,sentence,role,short,lang,zone,offset,count,plural,paint,source url
quote,vote,,,,,,,,Early,ada,,,,,,,,,,,,,,,,
Event,vote,The vote,2025-03-14T10:00Z,,PT2H,war,Ada; Per Lindqvist,One.,Enough.,ada,Courier,PT1H,after,late,outside,"https://a.example/ A page
https://b.example/",,,,,,,,,,
quote,,,,,,,,,word,Per Lindqvist,Herald,,,,,,She said {}.,,,,,,,,,
,,A day,2026,,,War of words,,,,,,,,,,,,,,,,,,,,
story,harbour,Two rounds,2025,2026,,,,First.,,,,,,,,,,,,nb,Oslo time,+01:00,"one: war
other: wars",,,
period,,The thaw,2024,2026,,,,,,,,,,,,,,,,,,,,,,
annotation,,A ceasefire,2025-06,,,,,,,,Archive,,,,,,,,,,,,,,,
annotation,,A working day,,,PT4H,,,,,,,,,,,,,,,,,,,,,
lane,,East,,,,,,,,,,,,,,,,,,,,,,,,
kind,war,A war,,,,,,,,,,,,,,,,,,,,,,wars,third,
person,ada,Ada,,,,,,,,,,,,,,,,mayor,,,,,,,,
person,,Kari,,,,,,,,,,,,,,,,,,,,,,,,
source,courier,Courier,,,,,,,,,,,,,,,,,,,,,,,,https://courier.example/
place,hall,The town hall,,,,,,,,,,,,,,,,,hall,,,,,,,
`

func TestRowsOfOtherTypes(t *testing.T) {
	s := decode(t, "table.csv", typed)
	if s.ID() != "harbour" || s.Headline() != "Two rounds" || s.Lang() != "nb" || s.Standfirst() != "First." || s.Zone() != (data.Zone{Name: "Oslo time", OffsetMinutes: 60}) || s.Count().Other != "wars" || s.Open().To.String() != "2026" {
		t.Errorf("%+v", s)
	}
	if diff := cmp.Diff([]data.Person{{ID: "ada", Name: "Ada", Role: "mayor"}, {ID: "kari", Name: "Kari"}, {ID: "per-lindqvist", Name: "Per Lindqvist"}}, s.People()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]data.Kind{{ID: "war", Name: "A war", Plural: "wars", Paint: data.PaintThird}, {ID: "war-of-words", Name: "War of words", Plural: "War of words"}}, s.Kinds()); diff != "" {
		t.Error(diff)
	}
	if len(s.Places()) != 1 || s.Places()[0].Short != "hall" || len(s.Periods()) != 1 || s.Periods()[0].Date.String() != "2024/2026" || s.Lanes()[0] != "East" || len(s.Sources()) != 3 {
		t.Errorf("%+v %+v %+v %+v", s.Places(), s.Periods(), s.Lanes(), s.Sources())
	}
	if a := s.Annotations(); len(a) != 2 || a[0].Text != "A ceasefire" || a[0].Date.String() != "2025-06" || a[0].Source.Name != "Archive" || a[1].Length.String() != "PT4H" || a[1].Source != nil {
		t.Errorf("%+v", a)
	}
	e := s.Event(s.Index("vote"))
	var quotes []string
	for _, q := range e.Quotes {
		quotes = append(quotes, q.ID+" "+q.Speaker.ID+" "+q.Before+q.Words+q.After)
	}
	if diff := cmp.Diff([]string{"q2 ada Enough.", "q1 ada Early", "q3 per-lindqvist She said word."}, quotes); diff != "" {
		t.Error(diff)
	}
	if len(e.Phases) != 2 || e.Phases[1].Kind != data.Waiting || e.Phases[1].Note != "late" || e.DateBasis != data.Outside || e.Kind.ID != "war" || e.Quotes[2].Source.Name != "Herald" || e.Quotes[0].Source != nil {
		t.Errorf("%+v", e)
	}
	if diff := cmp.Diff([]data.Link{{URL: "https://a.example/", Title: "A page"}, {URL: "https://b.example/"}}, e.Links); diff != "" {
		t.Error(diff)
	}
}

func TestProblemsOfOtherTypes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"type,title,start\nera,T,2025\n", `2:1: "era" is no type of a row; write one of event, quote, story, period, lane, kind, person, place, source, font, annotation, correction, theme, or nothing for an event`},
		{"type,title,start\nperson,Ada,2025\n", "2:12: a row of the type person has nothing in the column start; empty the cell, or correct the type"},
		{"type,title,start\nperson,,\n", "2:1: a person without a name; write it into the column title"},
		{"type,title,start\nstory,A,\nstory,B,\n", "3:1: a second row of the type story; keep one of them"},
		{"type,id,title,start,quote,speaker\nquote,,,,A,B\n", "2:1: a quotation without an event; put it below its event, or write the event's id"},
		{"type,id,title,start,quote,speaker\nquote,x,,,A,B\n,y,T,2025,,\n", `2:7: no event has the id "x"; write the id of the event that the quotation belongs to`},
		{"type,id,title,start,quote,speaker\nquote,x,,,,\n", "2:1: a row of the type quote without a quotation; write the words into the column quote, or remove the row"},
		{"type,title,start,count\nstory,A,,wars\n", `2:10: "wars" is no plural form with its words; write each form once, on a line of its own, such as other: wars`},
		{"type,id,title,start,people\n,,T,2025,Ada\nperson,a,Ada,,\nperson,b,Ada,,\n", `2:10: "Ada" is the name of more than one person; write the id of the one that is meant`},
		{"type,title,start\nperson,Ada,\nperson,Ada,\n,T,2025\n", `2:8: a second person named "Ada"; write an id into each of their rows`},
		{"title,start,waiting\nT,2025,PT1H\n", "2:8: something in the column waiting without a duration; write how long it took into the column duration, or unknown"},
		{"title,start,duration,waiting note\nT,2025,PT1H,late\n", "2:13: something in the column waiting note without a wait; write how long it took into the column waiting, or unknown"},
		{"title,start,duration,waiting,waiting order\nT,2025,PT1H,PT1H,later\n", `2:18: "later" says not when they waited; write after, for a wait after the talks, or nothing`},
		{"title,start,quotes\nT,2025,two\n", `2:8: "two" is not known here; write none where the source reports no quotation, or nothing`},
		{"title,start,quotes,quote,speaker\nT,2025,none,Words,Ada\n", "2:8: a quotation where there is said to be none; empty this cell, or the column quote"},
		{"title,start,circumstance\nT,2025,late\n", "2:8: something in the column circumstance without a quotation; write the words into the column quote, or empty this cell"},
	} {
		_, err := csvtree.Parse("t.csv", []byte(c.text))
		fault, ok := errors.AsType[*tree.Error](err)
		if !ok || fault.Error() != c.want {
			t.Errorf("%q: %v\nwant %s", c.text, err, c.want)
		}
	}
	// What the story's own rules find is found at the cell.
	root, err := csvtree.Parse("t.csv", []byte("type,id,title,start,paint,source url,offset\n,a,T,2025,,,\nkind,k,K,,red,,\nsource,s,S,,,nowhere,\nstory,,,,,,+3\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = data.DecodeTree(root)
	for _, want := range []string{"3:11:", "4:14:", "5:12:"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("nothing is found at %s: %v", want, err)
		}
	}
}

// A kind may be called like one that is built in, or like what a kind is of.
func TestNamesOfKinds(t *testing.T) {
	s := decode(t, "t.csv", "title,start,kind\nA,2025,Event\nB,2025,Meeting!\nC,2025,Meeting\n")
	var got []string
	for _, e := range s.Events() {
		got = append(got, e.Kind.ID+" "+e.Kind.Name)
	}
	if diff := cmp.Diff([]string{"event-2 Event", "meeting-2 Meeting!", "meeting "}, got); diff != "" {
		t.Error(diff)
	}
}

// Every column has a name of its own, and every type has columns.
func TestColumns(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range csvtree.All() {
		if c.String() == "" || seen[c.String()] {
			t.Errorf("the column %d is called %q", c, c)
		}
		seen[c.String()] = true
	}
	if diff := cmp.Diff(strings.Split("id,title,start,end,duration,lane,kind,place,people,summary,quote,speaker,source", ","), csvtree.Columns()); diff != "" {
		t.Error(diff)
	}
}
