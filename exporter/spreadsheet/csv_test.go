package spreadsheet_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/edtf"
	"barline/exporter/spreadsheet"
	"barline/internal/storytest"
)

// said is all that a story says, by its accessors.
type said struct {
	ID, Lang, Headline, Standfirst string
	Zone                           data.Zone
	Fonts                          []data.Font
	Kinds                          []data.Kind
	Count                          data.Forms
	Periods                        []data.Period
	Lanes, ListedLanes             []string
	Figure                         data.Figure
	Open                           data.Open
	People                         []data.Person
	Places                         []data.Place
	Sources                        []data.Source
	Events                         []data.Event
	Order                          []int
	Date                           edtf.Date
	Allow                          []string
	Live, Proof                    bool
	Corrections                    []data.Correction
}

func saidBy(s *data.Story) said {
	return said{s.ID(), s.Lang(), s.Headline(), s.Standfirst(), s.Zone(), s.Fonts(), s.Kinds(), s.Count(), s.Periods(), s.Lanes(), s.ListedLanes(),
		s.Figure(), s.Open(), s.People(), s.Places(), s.Sources(), s.Events(), s.FileOrder(), s.Date(), s.Allow(), s.Live(), s.Proof(), s.Corrections()}
}

func differences(want, got *data.Story) string {
	return cmp.Diff(saidBy(want), saidBy(got), cmp.Comparer(func(a, b edtf.Date) bool { return a == b }))
}

func reread(t storytest.TB, name string, csv []byte) *data.Story {
	t.Helper()
	root, err := csvtree.Parse(name, csv)
	if err != nil {
		t.Fatalf("%v\n%s", err, csv)
	}
	s, err := data.DecodeTree(root)
	if err != nil {
		t.Fatalf("%v\n%s", err, csv)
	}
	return s
}

// Whatever a story says, its table says.
func TestCSVIsTheStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := storytest.WholeStory(t)
		csv := spreadsheet.CSV(s)
		if diff := differences(s, reread(t, "other.csv", csv)); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%s", diff, csv)
		}
	})
}
