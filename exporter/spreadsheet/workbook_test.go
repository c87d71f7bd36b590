package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/exporter/spreadsheet"
	"barline/internal/storytest"
)

// sheet is what a reader of workbooks takes from the first sheet.
type sheet struct {
	Pane struct {
		State string `xml:"state,attr"`
		Split int    `xml:"ySplit,attr"`
	} `xml:"sheetViews>sheetView>pane"`
	Columns []struct {
		Width float64 `xml:"width,attr"`
	} `xml:"cols>col"`
	Rows []struct {
		Cells []struct {
			At   string `xml:"r,attr"`
			Type string `xml:"t,attr"`
			Text string `xml:"is>t"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
}

func sheetOf(t storytest.TB, book []byte) sheet {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var s sheet
	if err := xml.NewDecoder(f).Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

// asCSV writes a sheet as a spreadsheet does that saves it as CSV.
func asCSV(t storytest.TB, s sheet) []byte {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, r := range s.Rows {
		record := make([]string, len(s.Columns))
		for _, c := range r.Cells {
			at := 0
			for _, letter := range strings.TrimRight(c.At, "0123456789") {
				at = at*26 + int(letter-'A') + 1
			}
			if c.Type != "inlineStr" {
				t.Fatalf("the cell %s is no text", c.At)
			}
			record[at-1] = strings.ReplaceAll(c.Text, "_x005F", "")
		}
		w.Write(record)
	}
	w.Flush()
	return out.Bytes()
}

// A workbook holds the story, every cell of it as text.
func TestWorkbookIsTheStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := storytest.WholeStory(t)
		book, left, err := spreadsheet.Workbook(s)
		if err != nil || len(left) > 0 {
			t.Fatal(left, err)
		}
		if diff := differences(s, reread(t, "other.csv", asCSV(t, sheetOf(t, book)))); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

func TestWorkbookIsReadable(t *testing.T) {
	book, _, err := spreadsheet.Workbook(storytest.Story(t))
	if err != nil {
		t.Fatal(err)
	}
	s := sheetOf(t, book)
	if s.Pane.State != "frozen" || s.Pane.Split != 1 {
		t.Errorf("the header does not stay in view: %+v", s.Pane)
	}
	for i, c := range s.Columns {
		if c.Width < 8 || c.Width > 60 {
			t.Errorf("column %d is %v wide", i, c.Width)
		}
	}
	again, _, _ := spreadsheet.Workbook(storytest.Story(t))
	if !bytes.Equal(book, again) {
		t.Error("the same story makes another workbook")
	}
}

// A text that no cell holds is left out and named, not cut; nor is a number of a
// letter in a text taken for that letter.
func TestWorkbookNamesWhatACellDoesNotHold(t *testing.T) {
	long := strings.Repeat("word ", 7000)
	s := storytest.Decode(t, fmt.Sprintf(`
barline: 1
id: long
headline: "_x0041_ and _x00"
people: [{id: ada, name: Ada}]
events:
  - {id: a, title: A, date: 2025, summary: %s, quotes: [{id: q1, speaker: ada, words: %s, circumstance: late}, {id: q2, speaker: ada, words: Short.}]}
  - {id: b, title: B, date: 2026, quotes: [{id: q3, speaker: ada, words: Yes.}, {id: q4, speaker: ada, words: %s}]}
`, long, long, long))
	book, left, err := spreadsheet.Workbook(s)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, item := range left {
		lines = append(lines, item.String())
	}
	if got := strings.Join(lines, "\n"); got != "left out: texts that a cell does not hold, in the column summary (1): a\nleft out: texts that a cell does not hold, in the column quote (2): a, b" {
		t.Error(got)
	}
	again := reread(t, "long.csv", asCSV(t, sheetOf(t, book)))
	if again.Headline() != s.Headline() || len(again.Event(0).Quotes) != 1 || again.Event(0).Quotes[0].Words != "Short." || len(again.Event(1).Quotes) != 1 {
		t.Errorf("%q, %+v", again.Headline(), again.Events())
	}
}
