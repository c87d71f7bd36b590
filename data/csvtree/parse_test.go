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

func decode(t *testing.T, name, text string) *data.Story {
	t.Helper()
	root, err := csvtree.Parse(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	story, err := data.DecodeTree(root)
	if err != nil {
		t.Fatal(err)
	}
	return story
}

const whole = "\ufeffID,title,start,end,duration,lane,kind,place,people,summary,quote,speaker,source\r\n" +
	"first-round,A first round,2024-05,,<PT2H,Harbour,,Town hall,Ada Okafor; Per Lindqvist,They met.,We are not there yet.,Per Lindqvist,The Courier\r\n" +
	"\r\n" +
	"second,\"A night, long\",2024-06-11,2024-06-12,unknown,,meeting,,,,,,The Courier\r\n" +
	"first-round,,,,,,,,,,worth the night,Ada Okafor,\r\n" +
	"flight,'=A flight,2024-06-13T10:00:00Z,2024-06-13T12:30:00Z,,,,Åsa,,,,,\r\n" +
	"council,Council,2024-06-12~,,,,context,,,,,,\r\n"

func TestParse(t *testing.T) {
	s := decode(t, "dir/harbour talks.CSV", whole)
	if s.ID() != "harbour-talks" || s.Headline() != "Timeline, 2024" || s.Len() != 4 {
		t.Errorf("%q, %q, %d events", s.ID(), s.Headline(), s.Len())
	}
	e := s.Event(s.Index("first-round"))
	if e.Title != "A first round" || e.Date.String() != "2024-05" || e.Lane != "Harbour" || e.Kind.ID != "" || e.Place.Name != "Town hall" ||
		len(e.People) != 2 || e.People[1].Name != "Per Lindqvist" || e.Summary[0] != "They met." || e.Source.Name != "The Courier" {
		t.Errorf("%+v", e)
	}
	if talks, _ := e.Talks(); talks.Length.String() != "<PT2H" {
		t.Errorf("it took %v", talks.Length)
	}
	if len(e.Quotes) != 2 || e.Quotes[0].Words != "We are not there yet." || e.Quotes[1].Speaker.Name != "Ada Okafor" {
		t.Errorf("%+v", e.Quotes)
	}
	if e := s.Event(s.Index("second")); e.Title != "A night, long" || e.Date.String() != "2024-06-11/2024-06-12" {
		t.Errorf("%+v", e)
	}
	// From one moment to another it lasted; where others name a source, it names none.
	flight := s.Event(s.Index("flight"))
	if flight.Date.String() != "2024-06-13T10:00:00Z/2024-06-13T12:30:00Z" || len(flight.Phases) > 0 || flight.Title != "=A flight" || flight.Place.Name != "Åsa" || flight.Source != nil {
		t.Errorf("%+v", flight)
	}
	if e := s.Event(s.Index("council")); e.Kind.ID != data.ContextID {
		t.Errorf("%+v", e)
	}
}

func TestSeparatorsAndMoments(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons": "id;title;start;people\nvote;A vote, at last;2024-05-01;A; B\n",
		"tabs":       "id\ttitle\tstart\tpeople\nvote\tA vote, at last\t2024-05-01\tA; B\n",
	} {
		if name == "semicolons" {
			text = strings.Replace(text, "A; B", `"A; B"`, 1)
		}
		s := decode(t, name+".csv", text)
		e := s.Event(0)
		if e.Title != "A vote, at last" || len(e.People) != 2 || e.Kind.ID != "" || len(s.Sources()) > 0 {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestProblemsHavePlaceAndFix(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "1:1: the table is empty; write a header row and a row for each event"},
		{"\n\n", "1:1: the table is empty; write a header row and a row for each event"},
		{"id,title\n", "1:1: the table has no column start; add it; a table needs title and start"},
		{"id,title,start,id\n", "1:16: a second column id; keep one of them"},
		{"id,name,start\n", `1:4: "name" is no column that is known here; remove it, or name it one of ` + strings.Join(csvtree.Columns(), ", ") + ", headline, or of the others that data/FORMAT.md lists"},
		{"id,title,start\na,T,2025,x\n", `2:10: this row has 4 cells under 3 columns; put "…" around a cell that holds a separator`},
		{"id,title,start\na,T,2025\na,U,2025\n", `3:3: a second row with the id "a" says more than a quotation; give it an id of its own, or leave all cells empty but quote, speaker and source`},
		{"id,title,start,quote\na,T,2025,\na,,,\n", `3:1: a second row with the id "a"; give it an id of its own, or add a quotation to it`},
		{"id,title,start,quote,speaker,quote lead\na,T,2025,Words,A,no\n", "2:18: \"no\" in the column quote lead; write yes beside the one quotation that the picture shows, or empty the cell"},
		{"id,title,start,quote,speaker,quote lead\na,T,2025,Words,A,yes\nb,T,2025,Words,A,YES\n", "3:18: a second quotation that leads; leave yes in one row"},
		{"id,title,start,quote\na,T,2025,Words\n", "2:10: a quotation without a speaker; name who said it in the column speaker"},
		{"id,title,start,speaker\na,T,2025,Someone\n", "2:10: a speaker without a quotation; write the words into the column quote, or remove the speaker"},
		{"id,title,start,quote,speaker,source\na,T,2025,W,S,Courier\na,,,X,S,none\n", "3:9: a quotation without a source of its own has that of its event; empty the cell, or name the source of the quotation"},
		{"type,title,start\n,T,2025\nsource,none,\n", "3:8: a source named none, which says that there is no source; write an id into its row, and that id into the column source"},
		{"id,title,start\na,\"T,2025\n", `this is no CSV`},
		{"id,title,start\na,T\xff,2025\n", "2:4: the byte 0xff is not UTF-8; save the file as UTF-8"},
	} {
		_, err := csvtree.Parse("t.csv", []byte(c.text))
		fault, ok := errors.AsType[*tree.Error](err)
		if !ok || !strings.Contains(fault.Error(), c.want) {
			t.Errorf("%q: %v\nwant %s", c.text, err, c.want)
		}
	}
	// What the story's own rules find is found at the cell.
	root, err := csvtree.Parse("t.csv", []byte("id,title,start\na,T,2025\nB!,,2025-02-30\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = data.DecodeTree(root)
	for _, want := range []string{"3:1:", "3:5:"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("nothing is found at %s: %v", want, err)
		}
	}
}

// What nobody has: ids, sources, a headline, lengths. And what they have: titles that
// are texts, kinds of their own, an end.
func TestTablesOfOthers(t *testing.T) {
	long := strings.Repeat("word ", 50) + "end"
	s := decode(t, "my table.csv", "Title,Start,End,Kind,Headline,Summary\nWar,1914,1918,A War,,\nPeace,1919,,meeting,Two wars,\nWar,1939,1945,A War,,\n"+long+",-0043-03-15,,,,Why.\nWar,1914,1918,,,\n")
	if s.Headline() != "Two wars" || len(s.Sources()) != 0 || len(s.Kinds()) != 1 || s.Kinds()[0].Name != "A War" {
		t.Errorf("%q, %v, %v", s.Headline(), s.Sources(), s.Kinds())
	}
	var got []string
	for _, e := range s.Events() {
		got = append(got, e.ID+" "+e.Date.String()+" "+e.Kind.String())
		if len(e.Phases) > 0 || e.Source != nil || e.NoQuotes {
			t.Errorf("%+v", e)
		}
	}
	if diff := cmp.Diff([]string{"bc-44-03-15 -0043-03-15 event", "1914-1918 1914/1918 a-war", "1914-1918-2 1914/1918 event", "1919 1919 meeting", "1939-1945 1939/1945 a-war"}, got); diff != "" {
		t.Error(diff)
	}
	if e := s.Event(0); e.Title != strings.TrimSpace(strings.Repeat("word ", 39))+"…" || len(e.Summary) != 2 || e.Summary[0] != long || e.Summary[1] != "Why." {
		t.Errorf("%+v", e)
	}
	for text, want := range map[string]string{"title,start\nA,1914\nB,1919\n": "Timeline, 1914 to 1919", "title,start\nA,1914\n": "Timeline, 1914", "title,start\nA,-0043\nB,0014\n": "Timeline, 44 BC to 14 AD"} {
		if got := decode(t, "name.csv", text).Headline(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// An event has the source that its cell names, and none if it is empty where others
// name one; where none does, the only one goes without saying.
func TestSourcesOfEvents(t *testing.T) {
	for text, want := range map[string]string{
		"title,start,source\nA,1914,Courier\nB,1915,\n":                                    "courier, none",
		"title,start,source\nA,1914,Courier\nB,1915,none\n":                                "courier, none",
		"title,start,source\nA,1914,Courier\nB,1915,\nC,1916,Archive\n":                    "courier, none, archive",
		"type,title,start,source\n,A,1914,\n,B,1915,none\nsource,Courier,,\n":              "courier, none",
		"type,title,start\n,A,1914\nsource,Courier,\n":                                     "courier",
		"title,start,source\nA,1914,None\nB,1915,\n":                                       "none-2, none",
		"type,id,title,start,source\n,,A,1914,paper\n,,B,1915,none\nsource,paper,none,,\n": "paper, none",
		"title,start,source\nA,1914,none\n":                                                "none",
	} {
		var got []string
		for _, e := range decode(t, "t.csv", text).Events() {
			if e.Source == nil {
				got = append(got, "none")
			} else {
				got = append(got, e.Source.ID)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

// Names that read alike stay apart, and names of any script have ids.
func TestNamesHaveIDs(t *testing.T) {
	s := decode(t, "t.csv", "id,title,start,people\na,T,2025,Åsa; Asa; asa; د افغانستان; 新\n")
	var got []string
	seen := map[string]bool{}
	for _, p := range s.Event(0).People {
		got = append(got, p.Name)
		if seen[p.ID] {
			t.Errorf("two people are %s", p.ID)
		}
		seen[p.ID] = true
	}
	if diff := cmp.Diff([]string{"Åsa", "Asa", "asa", "د افغانستان", "新"}, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(whole)
	f.Add(typed)
	f.Add("id;title;start\na;T;2025\n")
	f.Add("id,title,start,end\na,\"T\n\",2025-01-01T00:00:00Z,2024\n")
	f.Fuzz(func(t *testing.T, text string) {
		root, err := csvtree.Parse("t.csv", []byte(text))
		if err != nil {
			if fault, ok := errors.AsType[*tree.Error](err); !ok || fault.Line < 1 || fault.Column < 1 || fault.Fix == "" {
				t.Errorf("%T %v", err, err)
			}
			return
		}
		story, err := data.DecodeTree(root)
		if err == nil && story.Len() == 0 {
			t.Error("a story without events")
		}
	})
}
