package sheet_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"barline/data/tree"
	"barline/importer/sheet"
	"barline/internal/golden"
)

// dump writes a table so that a person can read it.
func dump(s *sheet.Sheet) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s, encoding %q, worksheet %q, header in line %d\n", s.Format, s.Encoding, s.Name, s.Header)
	for _, title := range s.Above {
		fmt.Fprintf(&out, "above: %q\n", title)
	}
	fmt.Fprintf(&out, "columns: %q\n", s.Columns)
	for _, r := range s.Rows {
		fmt.Fprintf(&out, "%d:", r.Line)
		for _, c := range r.Cells {
			fmt.Fprintf(&out, " %q", c.Text)
			if c.Date != "" {
				out.WriteString("=" + c.Date)
			}
			if c.Link != "" {
				out.WriteString("->" + c.Link)
			}
		}
		out.WriteString("\n")
	}
	kinds := []string{"decided", "left out", "changed", "unread", "contrary"}
	for _, r := range s.Remarks {
		fmt.Fprintf(&out, "%s", kinds[r.Kind])
		if r.Line > 0 {
			fmt.Fprintf(&out, ", line %d", r.Line)
		}
		if r.Column != "" {
			fmt.Fprintf(&out, ", column %q", r.Column)
		}
		out.WriteString(": " + r.Text + "\n")
	}
	return out.String()
}

func read(t *testing.T, contents string) *sheet.Sheet {
	t.Helper()
	s, err := sheet.Read("t", []byte(contents), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") || strings.HasSuffix(file, "fuzz") {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			contents, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			golden.Text(t, filepath.Base(file)+".golden", dump(read(t, string(contents))))
		})
	}
	if n < 8 {
		t.Errorf("%d files", n)
	}
}

// The same text in many encodings is the same text.
func TestEncodings(t *testing.T) {
	western := "Titel;Text\nGründung;Über Köln, spät\nÉcole;le siècle dernier à Paris – « déjà »\nNiño;mañana\n"
	polish := "data,opis\n1 maja,Święto pracy w Łodzi, źle się zaczęło\n"
	russian := "дата,событие\n1 мая,Началась забастовка рабочих\n"
	ukrainian := "дата,подія\n1 травня,Почався їхній страйк у Києві, мій\n"
	arabic := "التاريخ,الحدث\n1920,بدأت المحادثات في القاهرة بين الطرفين\n"
	persian := "تاريخ,رويداد\n1320,گفتگو درباره پيمان در تهران آغاز شد\n"
	turkish := "tarih,olay\n1920,Görüşmeler İstanbul'da başladı, değişiklik çıktı\n"
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), western},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), russian},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), western},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), western},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), russian},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), arabic},
		{"UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), western},
		{"UTF-32", utf32.UTF32(utf32.BigEndian, utf32.UseBOM), western + "😀"},
		{"UTF-8", unicode.UTF8BOM, western},
		{"UTF-8", unicode.UTF8, persian},
		{"Windows-1252", charmap.Windows1252, western},
		{"Windows-1252", charmap.Windows1252, "id,title\n1,Müller\n"},
		{"Windows-1252", charmap.Windows1252, "id,title\n1,“Words” cost £5 – it’s so\n"},
		{"Windows-1252", charmap.Windows1252, "dato,tittel\n1905,Grunnloven på Åsgårdstrand, ærlig søndag\n"},
		{"Windows-1252", charmap.ISO8859_1, "date,titre\n1905,L'été à la frontière, où ça\n"},
		{"ISO-8859-15", charmap.ISO8859_15, "date,titre\n1905,Une œuvre du cœur, sœur\n"},
		{"Mac Roman", charmap.Macintosh, "date;titel\n1905;Über Köln, spät geführt – größer\n"},
		{"DOS code page 850", charmap.CodePage850, "date;titel\n1905;Über Köln, spät geführt und größer\n"},
		{"Windows-1250", charmap.Windows1250, polish},
		{"Windows-1250", charmap.Windows1250, "datum,název\n1918,Československo vyhlášeno, příští měsíc\n"},
		{"Windows-1251", charmap.Windows1251, russian},
		{"Windows-1251", charmap.Windows1251, ukrainian},
		{"Windows-1251", charmap.Windows1251, "ДАТА;СОБЫТИЕ\n1;НАЧАЛАСЬ ЗАБАСТОВКА РАБОЧИХ\n"},
		{"KOI8-R", charmap.KOI8R, russian},
		{"KOI8-U", charmap.KOI8U, ukrainian},
		{"DOS code page 866", charmap.CodePage866, russian},
		{"Windows-1256", charmap.Windows1256, arabic},
		{"Windows-1256", charmap.Windows1256, persian},
		{"Windows-1254", charmap.Windows1254, turkish},
		{"Windows-1253", charmap.Windows1253, "ημερομηνία,γεγονός\n1821,Η επανάσταση άρχισε στην πόλη\n"},
		{"Windows-1255", charmap.Windows1255, "תאריך,אירוע\n1948,השיחות התחילו בעיר\n"},
	} {
		encoded, err := c.enc.NewEncoder().String(c.text)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got, name, err := sheet.Text([]byte(encoded))
		if err != nil || name != c.name || got != c.text {
			t.Errorf("%s: %s, %v\n%q\nwant %q", c.name, name, err, got, c.text)
		}
	}
}

func TestBytesThatAreNotUTF8AreSaid(t *testing.T) {
	s := read(t, "title,date\nGründung,1848\nM\xfcnchen — Köln,1849\nSpät für Übermut,1850\n")
	if s.Encoding != "UTF-8" || s.Rows[1].Cells[0].Text != "München — Köln" || len(s.Remarks) != 1 || s.Remarks[0].Line != 3 {
		t.Errorf("%s", dump(s))
	}
}

func TestFaultsHavePlaceAndFix(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "1:1: the file is empty; give one with a table in it"},
		{" \n\n", "1:1: the file is empty; give one with a table in it"},
		{"\ufeff,,\n,,\n", "1:1: there is nothing in this table; give a file with a row for each event"},
		{"a,b\nc,\"d\ne,f\n", `2:3: the quotation mark that opens here is never closed; close it, or write "" for a quotation mark that is part of the text`},
		{"a,b\nc,\"d\ne,\"f\"\n", `2:3: the quotation mark that opens here is not closed before line 3, where another cell begins with one; close it, or write "" for a quotation mark that is part of the text`},
		{"a,b\nc\x00,d\n", "2:2: a NUL byte: this is no text, or it is damaged; save the table again as CSV in UTF-8, or as .xlsx"},
		{"%PDF-1.7\n\x80\x81", "this is a PDF; copy the table"},
		{"\x89PNG\r\n\x1a\n\x00", "this is a PNG image"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", "this is an old Excel workbook (.xls); open it and save it as .xlsx or CSV"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "this is a workbook that is protected by a password"},
		{"<!DOCTYPE html><html>", "this is a web page; open it"},
		{"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", "this is a workbook in Excel's XML of 2003"},
		{`{"a": 1}`, "this is JSON of no shape that is known"},
		{"PK\x03\x04rubbish", "this file is cut off or damaged"},
		{"PAR1rubbishPAR1", "this Parquet file cannot be read"},
		{"a" + strings.Repeat(",x", 100_000) + "\n1,2\n", "1:1: 100001 columns; a table has at most 16384"},
		{strings.Repeat("\x01\x02\x03abc", 20), "control characters: this is no text"},
	} {
		_, err := sheet.Read("t", []byte(c.in), sheet.Options{})
		fault, ok := errors.AsType[*tree.Error](err)
		if !ok || !strings.Contains(fault.Error(), c.want) || fault.Line < 1 || fault.Fix == "" {
			t.Errorf("%.60q: %v\nwant %s", c.in, err, c.want)
		}
	}
}

// Separators in texts do not win over those between cells.
func TestSeparators(t *testing.T) {
	for want, in := range map[string]string{
		"semicolons": "name;x;y\nA, B and C;1,5;2,5\nD, E;3,5;4,5\n",
		"CSV":        "name,text\nA,one; two; three\nB,four; five; six\n",
		"TSV":        "name\ttext\nA\tone, two; three|four\nB\tfive, six\n",
		"pipes":      "name|text\nA|one, two\nB|three, four\n",
	} {
		if s := read(t, in); s.Format != want || s.Header != 1 {
			t.Errorf("%q:\n%s", in, dump(s))
		}
	}
}

func TestHeaders(t *testing.T) {
	for _, c := range []struct {
		in     string
		header int
	}{
		{"1914,War\n1918,Peace\n", 0},
		{"War,1914\nPeace,1918\n", 0},
		{"Event,Year\nPeace,1918\n", 1},
		{"Reform,Jahr\n01.12.1946,1946\n", 1},
		{"year 1,year 2\n1914,1918\n", 1},
		{"War,A\nPeace,B\nWar,C\nPeace,A\n", 0},
		{"what,who\nWar,C\nPeace,A\n", 1},
		{"5 March 1825,Flood\n6 March 1825,Storm\n", 0},
		{"https://example.org/1,Flood\nhttps://example.org/2,Storm\n", 0},
		{"id,title\n", 1},
		{"2014-03-01,The vote\n", 0},
	} {
		if s := read(t, c.in); s.Header != c.header {
			t.Errorf("%q:\n%s", c.in, dump(s))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a,b\n1,\"2\n3\"\n"))
	f.Add([]byte("sep=;\r\n\"a;b\"\r\n\"c;\"\"d\"\"\"\r\n"))
	f.Add([]byte("\xff\xfea\x00,\x00b\x00\n\x00"))
	f.Add(book(f, nil))
	f.Fuzz(func(t *testing.T, contents []byte) {
		s, err := sheet.Read("t", contents, sheet.Options{})
		if err != nil {
			if fault, ok := errors.AsType[*tree.Error](err); !ok || fault.Line < 1 || fault.Column < 1 || fault.Fix == "" || fault.What == "" {
				t.Errorf("%T %v", err, err)
			}
			return
		}
		line := 0
		for _, r := range s.Rows {
			if len(r.Cells) != len(s.Columns) {
				t.Fatalf("%d cells under %d columns", len(r.Cells), len(s.Columns))
			}
			if r.Line < line && s.Format != "XLSX" || r.Line < 1 {
				t.Fatalf("line %d after line %d", r.Line, line)
			}
			line = r.Line
			for _, c := range r.Cells {
				if strings.TrimSpace(c.Text) != c.Text || strings.Contains(c.Text, "\r") {
					t.Fatalf("%q", c.Text)
				}
			}
		}
	})
}

// hundredThousand is a table of 100,000 rows of 10 columns.
func hundredThousand() []byte {
	var out strings.Builder
	out.WriteString("id,date,title,text,place,who,category,source,url,note\n")
	for i := range 100_000 {
		fmt.Fprintf(&out, "%d,2014-%02d-%02d,Meeting %d,\"They met, and talked\",Town,Ada,talks,Courier,https://example.org/%d,\n", i, i%12+1, i%28+1, i, i)
	}
	return []byte(out.String())
}

func TestLargeTables(t *testing.T) {
	in := hundredThousand()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	s, err := sheet.Read("t", in, sheet.Options{})
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil || len(s.Rows) != 100_000 {
		t.Fatal(err)
	}
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 3*time.Second || mb > 150 {
		t.Errorf("it took %v and %d MB", took, mb)
	}
	for name, in := range map[string]string{
		"one cell of 10 MB":    "a,b\n" + strings.Repeat("word ", 2<<20) + ",2\n",
		"one quoted cell":      "a,b\n\"" + strings.Repeat("wo\"\"rd ", 1<<20) + "\",2\n",
		"stray quotes":         "a,b\n\"x" + strings.Repeat("\" ", 4<<20) + ",2\n",
		"only quotes":          strings.Repeat("\"", 10<<20),
		"only separators":      "a,b\n" + strings.Repeat(",", 1<<19) + "\n1,2\n",
		"many empty lines":     "a,b\n" + strings.Repeat("\n", 10<<20) + "1,2\n",
		"a line of 100 quotes": strings.Repeat("a,\"b\" c,\n", 1<<20),
	} {
		start := time.Now()
		if _, err := sheet.Read("t", []byte(in), sheet.Options{}); time.Since(start) > 5*time.Second {
			t.Errorf("%s takes %v (%v)", name, time.Since(start), err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	in := hundredThousand()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sheet.Read("t", in, sheet.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
