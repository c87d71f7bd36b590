package sheet_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"barline/importer/sheet"
	"barline/internal/golden"
)

const (
	spreadsheetML = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// book is a workbook of parts; those that are not given are these.
func book(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="r1" Type="` + relationships + `officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="` + relationships + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="` + relationships + `worksheet" Target="worksheets/sheet2.xml"/>` +
			`<Relationship Id="r3" Type="` + relationships + `worksheet" Target="worksheets/sheet3.xml"/>` +
			`<Relationship Id="r4" Type="` + relationships + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r5" Type="` + relationships + `styles" Target="styles.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook ` + spreadsheetML + `><workbookPr/><sheets><sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c><c r="B1" t="inlineStr"><is><t>start</t></is></c></row>` +
			`<row r="2"><c r="A2" t="inlineStr"><is><t>The vote</t></is></c><c r="B2"><v>41699</v></c></row></sheetData></worksheet>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const styles = `<styleSheet ` + spreadsheetML + `><numFmts><numFmt numFmtId="164" formatCode="yyyy"/><numFmt numFmtId="165" formatCode="mmm\ yyyy"/>` +
	`<numFmt numFmtId="166" formatCode="[$-F800]dddd\,\ mmmm\ dd\,\ yyyy"/><numFmt numFmtId="167" formatCode="0000"/><numFmt numFmtId="168" formatCode="d&quot;. day of &quot;mmmm"/>` +
	`<numFmt numFmtId="169" formatCode="yyyy\-mm\-dd hh:mm:ss"/></numFmts>` +
	`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>` +
	`<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="9"/>` +
	`</cellXfs></styleSheet>`

// row writes cells; each is its attributes and its content, by a bar.
func row(number string, cells ...string) string {
	out := `<row r="` + number + `">`
	for i, c := range cells {
		attributes, content, _ := strings.Cut(c, "|")
		out += `<c r="` + string(rune('A'+i)) + number + `" ` + attributes + `>` + content + `</c>`
	}
	return out + `</row>`
}

func words(s string) string { return `t="inlineStr"|<is><t>` + s + `</t></is>` }

// What spreadsheets write, of all kinds that cells have.
func TestWorkbook(t *testing.T) {
	sheet1 := `<worksheet ` + spreadsheetML + `><cols/><sheetData>` +
		row("1", words("The harbour, 1900 to 2020")) +
		row("3", words("Event"), words("When"), words("Shown"), words("More"), words("Imported&#10;on")) +
		row("4", `t="s"|<v>0</v>`, `s="1"|<v>41699</v>`, `s="3"|<v>41699</v>`, `|<v>0.30000000000000004</v>`, `s="8"|<v>41699</v>`) +
		row("5", `t="s"|<v>1</v>`, `s="2"|<v>41699.856944444444</v>`, `s="4"|<v>17000</v>`, `|<v>1E+05</v>`, `s="8"|<v>41700</v>`) +
		row("6", `t="s"|<v>2</v>`, `s="8"|<v>41699.249999999</v>`, `s="5"|<v>41699</v>`, `s="6"|<v>12</v>`, ``) +
		row("8", `t="str"|<f>A1&amp;B1</f><v>made of others</v>`, `s="1"|<v>1</v>`, `s="7"|<v>41699</v>`, `t="b"|<v>1</v>`, ``) +
		row("9", `|<f>HYPERLINK("https://example.org/f","film")</f><v>film</v>`, `s="1"|<v>60</v>`, `s="9"|<v>41699.5</v>`, `t="e"|<v>#REF!</v>`, ``) +
		row("10", `|<f>X1</f>`, `t="d"|<v>2014-03-01T00:00:00</v>`, `s="10"|<v>1.5</v>`, `s="11"|<v>0.125</v>`, ``) +
		row("11", ``, `s="1"|<v>-1</v>`, `|<v>12345678901234567890123</v>`, `|<v>1.0</v>`, ``) +
		row("12", ``, ``) + row("13", ``) +
		`</sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A10:A11"/></mergeCells>` +
		`<hyperlinks><hyperlink ref="A4" r:id="h1" location="page2"/><hyperlink ref="A5:A6" r:id="h2"/><hyperlink ref="A8" location="Notes!A1"/></hyperlinks></worksheet>`
	contents := book(t, map[string]string{
		"xl/workbook.xml": `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="Read me" sheetId="1" r:id="r1"/>` +
			`<x:sheet name="Old" sheetId="2" state="hidden" r:id="r2"/><x:sheet name="Events" sheetId="3" r:id="r3"/></x:sheets></x:workbook>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + row("1", words("Notes")) + row("2", words("Ask Ada.")) + `</sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml": `<worksheet><sheetData>` + row("1", words("a"), words("b")) + row("2", words("c"), words("d")) + `</sheetData></worksheet>`,
		"xl/worksheets/sheet3.xml": sheet1,
		"xl/worksheets/_rels/sheet3.xml.rels": `<Relationships><Relationship Id="h1" Type="` + relationships + `hyperlink" Target="https://example.org/a" TargetMode="External"/>` +
			`<Relationship Id="h2" Type="` + relationships + `hyperlink" Target="mailto:ada@example.org" TargetMode="External"/></Relationships>`,
		"xl/styles.xml": styles,
		"xl/sharedStrings.xml": `<sst ` + spreadsheetML + `><si><t xml:space="preserve"> The vote </t></si><si><r><t>The </t></r><r><rPr><b/></rPr><t>answer</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>` +
			`<si><t>Two_x000D_&#10;lines _x005F_x0041_</t></si></sst>`,
	})
	golden.Text(t, "workbook.golden", dump(read(t, string(contents))))

	hidden, err := sheet.Read("t", contents, sheet.Options{Sheet: " old"})
	if err != nil || hidden.Name != "Old" || len(hidden.Rows) != 1 {
		t.Errorf("a hidden worksheet by name: %v, %v", hidden, err)
	}
	if _, err = sheet.Read("t", contents, sheet.Options{Sheet: "New"}); err == nil || !strings.Contains(err.Error(), "there is no worksheet “New”; the workbook has “Read me”, “Old”, “Events”") {
		t.Errorf("a worksheet that is not there: %v", err)
	}
}

// Workbooks count days from one of three.
func TestEpochs(t *testing.T) {
	cells := `<worksheet><sheetData>` + row("1", words("title"), words("start")) + row("2", words("A"), `s="1"|<v>1</v>`) + row("3", words("B"), `s="1"|<v>-18137</v>`) + row("4", words("C"), `s="1"|<v>40237</v>`) + `</sheetData></worksheet>`
	for _, c := range []struct {
		name  string
		parts map[string]string
		want  string
	}{
		{"Excel", nil, "1900-01-01 1850-05-04 2010-02-28"},
		{"LibreOffice", map[string]string{"docProps/app.xml": "<Properties><Application>LibreOffice/7.4</Application></Properties>"}, "1899-12-31 1850-05-04 2010-02-28"},
		{"1904", map[string]string{"xl/workbook.xml": `<workbook><workbookPr date1904="1"/><sheets><sheet name="E" id="r1"/></sheets></workbook>`}, "1904-01-02 1854-05-05 2014-03-01"},
	} {
		parts := map[string]string{"xl/worksheets/sheet1.xml": cells, "xl/styles.xml": styles}
		for name, text := range c.parts {
			parts[name] = text
		}
		var got []string
		for _, r := range read(t, string(book(t, parts))).Rows {
			got = append(got, r.Cells[1].Date)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

func TestArchivesThatAreNoWorkbooks(t *testing.T) {
	for want, parts := range map[string]map[string]string{
		"this is an OpenDocument spreadsheet (.ods); open it and save it as .xlsx or CSV": {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"},
		"this is a Word document (.docx)":                                                 {"word/document.xml": "x"},
		"this is a binary workbook (.xlsb)":                                               {"xl/workbook.bin": "x"},
		"this is a file of Apple's Numbers or Pages":                                      {"Index/Document.iwa": "x"},
		"this is a ZIP archive that holds data/events.csv":                                {"data/events.csv": "x"},
		"this is a ZIP archive without a workbook":                                        {"a.txt": "x"},
	} {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for name, text := range parts {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := sheet.Read("t", out.Bytes(), sheet.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nwant %s", err, want)
		}
		if _, _, err := sheet.Text(out.Bytes()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("as a text: %v\nwant %s", err, want)
		}
	}
}

func TestHostileWorkbooks(t *testing.T) {
	for name, c := range map[string]struct{ sheet, want string }{
		"a bomb":         {`<worksheet><sheetData>` + strings.Repeat("<row/>", 8<<20) + `</sheetData></worksheet>`, "unpacks to more than"},
		"a far column":   {`<worksheet><sheetData>` + row("1", words("a"), words("b")) + `<row r="2"><c r="ZZZ2"><v>1</v></c></row></sheetData></worksheet>`, "2:1: more than 16384 columns"},
		"no end":         {`<worksheet><sheetData><row r="1"><c`, "cannot be read"},
		"deep elements":  {strings.Repeat("<a>", 1<<20) + "<row><c t='str'><v>x</v></c></row>", "cannot be read"},
		"many far cells": {`<worksheet><sheetData>` + strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 2000) + `</sheetData></worksheet>`, "more than 16000000 cells"},
		"merged areas":   {`<worksheet><sheetData>` + strings.Repeat(`<row><c r="A1"><v>1</v></c><c><v>2</v></c></row>`, 5000) + `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 5000) + `</mergeCells></worksheet>`, ""},
	} {
		_, err := sheet.Read("t", book(t, map[string]string{"xl/worksheets/sheet1.xml": c.sheet}), sheet.Options{})
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
