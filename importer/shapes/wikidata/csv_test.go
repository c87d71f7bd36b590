package wikidata

import "testing"

// The values of an answer in TSV stand in quotation marks, with their language or type.
func TestTSV(t *testing.T) {
	const text = "?item\t?itemLabel\t?date\t?datePrecision\r\n" +
		"<http://www.wikidata.org/entity/Q1>\t\"Ides\"@en\t\"-0043-03-15T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>\t\"11\"^^<http://www.w3.org/2001/XMLSchema#integer>\r\n" +
		"<http://www.wikidata.org/entity/Q2>\t\"Battle of \\\"Hastings\\\"\"@en-gb\t\"1066-10-14T00:00:00Z\"^^xsd:dateTime\t10\r\n" +
		"<http://www.wikidata.org/entity/Q3>\tO'Brien \"the\" third\t1801-01-01T00:00:00Z\t7\r\n" +
		"<http://www.wikidata.org/entity/Q4>\t'Fifties'@de\t1950-01-01T00:00:00Z\t8\r\n" +
		"<http://www.wikidata.org/entity/Q5>\t\"5\"\t1951-05-06T00:00:00Z\t9\r\n"
	table, ok := FindCSV(text)
	if !ok {
		t.Fatal("the answer is not found")
	}
	s, _ := Read(table)
	want := [][2]string{{"Ides", "-0043-03-15"}, {`Battle of "Hastings"`, "1066-10"}, {`O'Brien "the" third`, "18XX"}, {"Fifties", "195X"}, {"5", "1951"}}
	if len(s.Rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(s.Rows), len(want))
	}
	for i, row := range s.Rows {
		if got := [2]string{row.Cells[0].Text, row.Cells[1].Date}; got != want[i] || row.Line != i+2 {
			t.Errorf("line %d: %q, want %q", row.Line, got, want[i])
		}
	}
}

// A spreadsheet's TSV and CSV have line breaks within cells in quotation marks.
func TestQuotedCells(t *testing.T) {
	for _, text := range []string{
		"item,itemLabel,date\nhttp://www.wikidata.org/entity/Q1,\"a, \"\"b\"\"\",1914-05-06T00:00:00Z\n",
		"item\titemLabel\tdate\nhttp://www.wikidata.org/entity/Q1\t\"a, \"\"b\"\"\"\t1914-05-06T00:00:00Z\n",
	} {
		table, ok := FindCSV(text)
		if !ok {
			t.Errorf("%q is not found", text)
			continue
		}
		if s, _ := Read(table); s.Rows[0].Cells[0].Text != `a, "b"` {
			t.Errorf("%q: %q", text, s.Rows[0].Cells[0].Text)
		}
	}
}
