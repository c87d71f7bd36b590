package importer_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data"
	"barline/data/yamltree"
	"barline/importer"
	"barline/importer/columns"
	"barline/internal/golden"
)

func file(t *testing.T, name string) []byte {
	t.Helper()
	contents, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return contents
}

// whole is a story and its report, as a person reads them.
func whole(t *testing.T, r *importer.Result) string {
	t.Helper()
	story, err := yamltree.Append(nil, r.Root)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.Write(story)
	b.WriteString("\n# The report:\n")
	for _, line := range r.Report.Text() {
		b.WriteString("# " + line + "\n")
	}
	return b.String()
}

// What people have, and all that comes of it.
func TestFiles(t *testing.T) {
	for _, c := range []struct {
		file string
		o    importer.Options
	}{
		{"bridge.timelinejs.json", importer.Options{}},
		{"harbour.sheet.csv", importer.Options{Lang: "en-GB"}},
		{"archive.csv", importer.Options{Century: 1920}},
		{"minutes.csv", importer.Options{Day: "2018-01-17", Zone: "America/New_York"}},
		{"inspections.csv", importer.Options{Headline: "Two visits to the works"}},
		{"trailing.csv", importer.Options{}},
		{"eruptions.csv", importer.Options{}},
		{"relief.csv", importer.Options{}},
		{"cronologia.csv", importer.Options{Lang: "es"}},
		{"padded.csv", importer.Options{}},
		{"inventions.json", importer.Options{Lang: "es"}},
		{"plan.ics", importer.Options{}},
		{"vis.json", importer.Options{}},
		{"gesetze.csv", importer.Options{Lang: "de"}},
		{"unicode.txt", importer.Options{}},
		{"works.xlsx", importer.Options{}},
		{"route.mw", importer.Options{}},
		{"incidents.csv", importer.Options{}},
		{"people.tsv", importer.Options{}},
	} {
		t.Run(c.file, func(t *testing.T) {
			c.o.Name = c.file
			r, err := importer.Import(file(t, c.file), c.o)
			if err != nil {
				t.Fatal(err)
			}
			golden.Text(t, c.file+".yaml", whole(t, r))
		})
	}
}

func imported(t *testing.T, text string, o importer.Options) *importer.Result {
	t.Helper()
	if o.Name == "" {
		o.Name = "t.csv"
	}
	r, err := importer.Import([]byte(text), o)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return r
}

func TestQuestionsNameTheirOptions(t *testing.T) {
	for _, c := range []struct {
		text string
		o    importer.Options
		want []string
	}{
		{"date,title\n3/4/2014,A\n5/6/2014,B\n", importer.Options{}, []string{"t.csv:2:1: date: ", "--dates dmy", "--dates mdy"}},
		{"date,title\nMar-46,A\nApr-16,B\n", importer.Options{}, []string{"t.csv:2:1: date: ", "--century 1917"}},
		{"time,title\n10:40,A\n11:00,B\n", importer.Options{}, []string{"t.csv:2:1: time: ", "--day 2024-03-26", "--zone"}},
		{"a,b\nx,y\n", importer.Options{}, []string{"which column holds the date?", "--map date=a", "--map date=b"}},
	} {
		_, err := importer.Import([]byte(c.text), importer.Options{Name: "t.csv"})
		asked, ok := errors.AsType[*importer.QuestionsError](err)
		if !ok {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(asked.Error(), want) {
				t.Errorf("%q asks %v, without %q", c.text, asked, want)
			}
		}
	}
	for text, o := range map[string]importer.Options{
		"date,title\n3/4/2014,A\n5/6/2014,B\n": {Dates: "mdy"},
		"date,title\nMar-46,A\nApr-16,B\n":     {Century: 1917},
		"time,title\n10:40,A\n11:00,B\n":       {Day: "2024-03-26"},
	} {
		imported(t, text, o)
	}
}

// Everything that is asked is asked at once.
func TestQuestionsComeTogether(t *testing.T) {
	_, err := importer.Import([]byte("date,title\n3/4/46,A\n5/6/52,B\n"), importer.Options{Name: "t.csv"})
	asked, ok := errors.AsType[*importer.QuestionsError](err)
	if !ok || len(asked.Questions) != 2 {
		t.Errorf("%v", err)
	}
}

// One option answers all questions of dates: the message says it whole, with what was
// answered before.
func TestAnswersInOneOption(t *testing.T) {
	const both = "date,title\n3/4/2014,A\n1905-06,B\n5/6/2014,C\n"
	for _, c := range []struct {
		given string
		want  []string
	}{
		{"", []string{"the answer is dmy (", "the answer is months (", "say --dates dmy,months, --dates dmy,years, --dates mdy,months or --dates mdy,years"}},
		{"dmy", []string{"say --dates dmy,months (", "or --dates dmy,years ("}},
		{"years", []string{"say --dates years,dmy (", "or --dates years,mdy ("}},
		{"gregorian", []string{"--dates gregorian,dmy,months, "}},
	} {
		_, err := importer.Import([]byte(both), importer.Options{Name: "t.csv", Dates: c.given})
		asked, ok := errors.AsType[*importer.QuestionsError](err)
		if !ok {
			t.Errorf("%s: %v", c.given, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(asked.Error(), want) {
				t.Errorf("%s asks\n%v\nwithout %q", c.given, asked, want)
			}
		}
	}
	for _, answer := range []string{"dmy,months", "years, mdy"} {
		if r := imported(t, both, importer.Options{Dates: answer}); r.Story.Len() != 3 {
			t.Errorf("%s: %d events", answer, r.Story.Len())
		}
	}
}

func TestRowsThatCannotBeRead(t *testing.T) {
	const text = "date,title\n2014-03-01,A\nsoon after that,B\n2014-02-30,C\n"
	r := imported(t, text, importer.Options{})
	if r.Story.Len() != 1 || len(r.Report.Unread) != 2 || r.Report.Unread[0].Line != 3 || r.Report.Unread[0].Value != "soon after that" || r.Report.Unread[0].Column != "date" {
		t.Errorf("%d events, unread %+v", r.Story.Len(), r.Report.Unread)
	}
	_, err := importer.Import([]byte(text), importer.Options{Name: "t.csv", Strict: true})
	fault, ok := errors.AsType[*data.FileError](err)
	if !ok || len(fault.Problems) != 2 || !strings.HasPrefix(fault.Error(), "t.csv:3:1: date: “soon after that”: ") {
		t.Errorf("%v", err)
	}
	// Nothing at all is no story.
	_, err = importer.Import([]byte("date,title\nsoon,B\nlater,C\n"), importer.Options{Name: "t.csv", Map: map[string][]string{"date": {"date"}}})
	if _, ok := errors.AsType[*data.FileError](err); !ok {
		t.Errorf("%v", err)
	}
}

// A column that is named as dates are, and holds none, is one fault, which shows some
// of its cells and says what is accepted.
func TestColumnsWithoutOneDate(t *testing.T) {
	for _, c := range []struct {
		text string
		o    importer.Options
		want []string
	}{
		{"Datum,Titel\nirgendwann,A\nneulich,B\nbald,C\nbald,D\nspäter,E\n", importer.Options{}, []string{"t.csv:2:1: Datum: no cell of this column can be read as a date: line 2 “irgendwann”, line 3 “neulich”, lines 4, 5 “bald” and 1 more; ", "1 March 2014", "--map date=COLUMN"}},
		{"Titel,Wann etwa\nA,neulich\nB,bald\n", importer.Options{Map: map[string][]string{"date": {"Wann etwa"}}}, []string{"t.csv:2:1: Wann etwa: no cell of this column can be read as a date: line 2 “neulich”, line 3 “bald”; "}},
		{"Date,Title\n2014-02-30,A\n2014-13-01,B\n", importer.Options{}, []string{"line 2 “2014-02-30” ("}},
	} {
		c.o.Name = "t.csv"
		_, err := importer.Import([]byte(c.text), c.o)
		fault, ok := errors.AsType[*data.FileError](err)
		if !ok || len(fault.Problems) != 1 {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v, without %q", c.text, err, want)
			}
		}
	}
	// Some of it is enough: what cannot be read is listed.
	if r := imported(t, "Date,Title\nsoon,A\nlater,B\n2014-03-01,C\nnever,D\n", importer.Options{}); r.Story.Len() != 1 || len(r.Report.Unread) != 3 {
		t.Errorf("%+v", r.Report)
	}
}

func TestOptionsThatSayNothing(t *testing.T) {
	for _, c := range []struct {
		o    importer.Options
		want string
	}{
		{importer.Options{Dates: "xyz"}, "--dates xyz: write dmy, mdy or ymd"},
		{importer.Options{Dates: "dmy,months,mdy"}, "--dates dmy,months,mdy: dmy and mdy answer the same question; say one of them"},
		{importer.Options{Century: -3}, "--century -3: "},
		{importer.Options{Day: "Tuesday"}, "--day Tuesday: "},
		{importer.Options{Zone: "Oslo"}, "--zone Oslo: there is no such time zone"},
		{importer.Options{BC: "negative"}, "--bc negative: "},
		{importer.Options{Lang: "german language"}, "--lang german language: "},
	} {
		_, err := importer.Import([]byte("date,title\n2014,A\n"), c.o)
		if _, ok := errors.AsType[*importer.OptionError](err); !ok || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	_, err := importer.Import([]byte("date,title\n2014,A\n"), importer.Options{Map: map[string][]string{"title": {"main"}}})
	if _, ok := errors.AsType[*columns.UnknownError](err); !ok {
		t.Errorf("%v", err)
	}
}

// A story file and a table of ours are what they were.
func TestOwnFilesPassThrough(t *testing.T) {
	for name, text := range map[string]string{
		"s.yaml":  "barline: 1\nid: own\nheadline: H\nevents:\n- {id: e, title: T, date: 2025}\n",
		"pasted":  "# mine\nbarline: 1\nid: own\nheadline: H\nevents:\n- {id: e, title: T, date: 2025}\n",
		"s.json":  `{"barline": 1, "id": "own", "headline": "H", "events": [{"id": "e", "title": "T", "date": "2025"}]}`,
		"own.csv": "id,title,start,end\ne,T,2025,\n",
	} {
		r := imported(t, text, importer.Options{Name: name, Strict: true})
		if !r.Own || r.Story.ID() != "own" || r.Story.Event(0).ID != "e" {
			t.Errorf("%s: %+v", name, r)
		}
	}
	// What is broken in them is said in their place.
	_, err := importer.Import([]byte("barline: 1\nid: own\nheadline: H\nevents:\n- {id: e, title: T, date: 2025-02-30}\n"), importer.Options{Name: "pasted"})
	if err == nil || !strings.HasPrefix(err.Error(), "pasted:5:27: events[0].date: ") {
		t.Error(err)
	}
	// EDTF counts a year 0; people do not.
	for text, want := range map[string]string{
		"title,start\nIdes,-0043-03-15\n":           "-0043-03-15",
		"title,start,extra\nIdes,-0043-03-15,x\n":   "-0043-03-15",
		"title,date\nIdes,-44\nLater,1914\n":        "-0043",
		"title,start\nIdes,-44\nLater,3 May 1914\n": "-0043",
		"Year BC,Event\n44,Ides\n31,Later\n":        "-0043",
		"Date,Title\n41699,A\n41730,B\n":            "2014-03-01",
	} {
		if got := imported(t, text, importer.Options{}).Story.Event(0).Date.String(); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

func TestTitles(t *testing.T) {
	for text, want := range map[string]string{
		"The council votes. Nine are for it, four are against it, and one is not there that day, as so often.":                                                                                 "The council votes",
		"Dr. Okafor meets the mayor at 5 p.m. in the old hall of the town, which is cold. Nobody speaks.":                                                                                      "Dr. Okafor meets the mayor at 5 p.m. in the old hall of the town, which is cold",
		"Am 3. Mai beschließt der Rat, was alle längst erwartet hatten; die Gegner verlassen den Saal, und auf der Straße davor wird noch bis in die Nacht gefeiert, gesungen und gestritten.": "Am 3. Mai beschließt der Rat, was alle längst erwartet hatten",
		"“We will not go,” the foreman says. He stays. So do all of the others who have been called to the gate that morning and who know him.":                                                "“We will not go,” the foreman says",
		"Was it the wind? Nobody knows to this day, though many have asked, and more have written about it than about all else.":                                                               "Was it the wind?",
		"В зале собрались делегаты. Они спорили до утра и разошлись, так ничего и не решив, хотя каждый из них говорил, что готов.":                                                            "В зале собрались делегаты",
		strings.Repeat("unbroken words without any pause ", 8): "unbroken words without any pause unbroken words without any pause unbroken…",
	} {
		r := imported(t, "date,text\n2014,\""+text+"\"\n", importer.Options{})
		e := r.Story.Event(0)
		if e.Title != want || strings.Join(e.Summary, "\n") != strings.TrimSpace(text) {
			t.Errorf("%q\nis called %q\nwant      %q\nsummary %q", text, e.Title, want, e.Summary)
		}
	}
	long := strings.TrimSpace(strings.Repeat("word ", 50))
	e := imported(t, "date,title,text\n2014,"+long+",Why.\n", importer.Options{}).Story.Event(0)
	if !strings.HasSuffix(e.Title, "word…") || len(e.Title) > 205 || e.Summary[0] != long || e.Summary[1] != "Why." {
		t.Errorf("%+v", e)
	}
}

func TestIDs(t *testing.T) {
	r := imported(t, "id,date,title\nA_12,2014,A\nÅrs Møte,2015,B\n東京,2016,Tokyo\n", importer.Options{})
	var got []string
	for _, e := range r.Story.Events() {
		got = append(got, e.ID)
	}
	if fmt.Sprint(got) != "[a-12 ars-mote tokyo]" {
		t.Error(got)
	}
	r = imported(t, "date,title\n2014,Rain\n2015,Rain\n2016,Rain\n2017,Дождь\n", importer.Options{})
	got = nil
	for _, e := range r.Story.Events() {
		got = append(got, e.ID)
	}
	if fmt.Sprint(got) != "[rain rain-2 rain-3 2017]" {
		t.Error(got)
	}
}

func TestPeople(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"Ada Okafor; Per Lindqvist", "Ada Okafor|Per Lindqvist"},
		{"\"Ada Okafor, Per Lindqvist\"", "Ada Okafor|Per Lindqvist"},
		{"\"Okafor, Ada\"", "Okafor, Ada"},
		{"\"Ada, Per\"", "Ada, Per"},
		{"Ada Okafor and Per Lindqvist", "Ada Okafor|Per Lindqvist"},
		{"Ministry of Health and Social Affairs", "Ministry of Health and Social Affairs"},
		{"Marks and Spencer", "Marks and Spencer"},
		{"\"Ada\nPer\"", "Ada|Per"},
		{"Ada; Ada", "Ada"},
	} {
		r := imported(t, "date,title,people\n2014,A,"+c.cells+"\n", importer.Options{})
		var got []string
		for _, p := range r.Story.Event(0).People {
			got = append(got, p.Name)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q", c.cells, got)
		}
		if said := fmt.Sprint(r.Report.Decided); strings.Contains(c.cells, ",") && !strings.Contains(said, "people") {
			t.Errorf("%s: nothing is said of commas: %s", c.cells, said)
		}
	}
	// A name that stands alone elsewhere is a name.
	r := imported(t, "date,title,who\n2014,A,Ada\n2015,B,Per\n2016,C,\"Ada, Per\"\n", importer.Options{})
	if got := r.Story.Event(2).People; len(got) != 2 {
		t.Errorf("%+v", got)
	}
}

func TestSourcesAndLinks(t *testing.T) {
	r := imported(t, "date,title,source,url\n"+
		"2014,A,The Courier,https://courier.example/1\n"+
		"2015,B,https://www.paper.example/x?a=1,\n"+
		"2016,C,\"The Post, https://post.example/2\",https://other.example/3\n"+
		"2017,D,\"<a href=\"\"https://d.example/4\"\">The D</a>\",not there yet\n"+
		"2018,E,n/a,https://e.example/a|b\n", importer.Options{})
	var got []string
	for _, e := range r.Story.Events() {
		line := e.Title + ":"
		if e.Source != nil {
			line += " " + e.Source.Name + " " + e.Source.URL
		}
		for _, l := range e.Links {
			line += " link " + l.URL
		}
		got = append(got, line)
	}
	want := []string{"A: The Courier https://courier.example/1", "B: paper.example https://www.paper.example/x?a=1", "C: The Post https://post.example/2 link https://other.example/3", "D: The D https://d.example/4", "E: link https://e.example/a%7Cb"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if len(r.Report.LeftOut) != 1 || r.Report.LeftOut[0].Value != "not there yet" {
		t.Errorf("%+v", r.Report.LeftOut)
	}
}

// A path is an address once it is known where the file came from.
func TestAddressesOfTheFilesOwnSite(t *testing.T) {
	const text = "date,title,image\n2014,A,./media/a.jpg\n"
	r := imported(t, text, importer.Options{})
	if r.Report.MediaLeftOut != 1 || len(r.Story.Event(0).Links) != 0 {
		t.Errorf("%+v", r.Report)
	}
	r = imported(t, text, importer.Options{Base: "https://town.example/events/all.csv"})
	if l := r.Story.Event(0).Links; r.Report.MediaLinks != 1 || len(l) != 1 || l[0].URL != "https://town.example/events/media/a.jpg" {
		t.Errorf("%+v", l)
	}
}

// Texts of a file are texts, whatever they hold.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{"<script>alert(1)</script>", "a <b c", "&amp;lt;b&amp;gt;", "\u202eturned", "x" + strings.Repeat("\u0301", 40), strings.Repeat("\u200b", 99) + "y", "AT&T; R&D;", "\x01z", "<!-- c", "<?php"} {
		r := imported(t, "date,title,text,place,who,category\n2014,T "+text+","+text+" w,"+text+" p,"+text+" n,"+text+" c\n", importer.Options{})
		if r.Story.Len() != 1 {
			t.Errorf("%q: %+v", text, r.Report)
		}
	}
}

func FuzzImport(f *testing.F) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), ".yaml") {
			continue
		}
		contents, err := os.ReadFile(filepath.Join("testdata", e.Name()))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(contents)
	}
	f.Add([]byte("title,start\n<a,2014\n"))
	f.Fuzz(func(t *testing.T, contents []byte) {
		if len(contents) > 1<<14 {
			return
		}
		r, err := importer.Import(contents, importer.Options{Name: "f", Day: "2024-03-26", Dates: "dmy", Century: 1930})
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if r.Story == nil || r.Story.Len() == 0 {
			t.Error("no error and no story")
		}
		if _, err := data.DecodeTree(r.Root); err != nil {
			t.Error(err)
		}
		for _, line := range r.Report.Text() {
			if strings.Contains(line, "\n") {
				t.Errorf("a line with a break: %q", line)
			}
		}
	})
}
