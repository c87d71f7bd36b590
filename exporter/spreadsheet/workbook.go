package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"barline/data"
	"barline/data/csvtree"
	"barline/exporter/leftout"
)

// Limits of a workbook, which are those of the programs that open it.
const (
	maxCell = 32767 // UTF-16 code units
	maxRows = 1 << 20
)

// Workbook is the story as a workbook (XLSX) with one sheet, "Events", which has the
// columns of the table in CSV. Every cell is text, so that nothing is taken for a
// number or a date; the header stays in view. The bytes depend on the story alone.
// What is left out are texts of more than 32,767 characters, which a cell does not
// hold.
func Workbook(s *data.Story) ([]byte, []leftout.Item, error) {
	w := &workbook{rows: rowsOf(s)}
	count := 0
	w.rows.each(func(r *row) { count++; w.leaveOut(r) })
	if count >= maxRows {
		return nil, nil, fmt.Errorf("%d rows are more than the %d of a workbook; write a .csv", count, maxRows-1)
	}
	out, err := w.zip()
	return out, w.lost.Items(), err
}

// workbook is one on its way.
type workbook struct {
	rows *rows
	lost leftout.List
}

// leaveOut empties the cells that hold too much, and says so.
func (w *workbook) leaveOut(r *row) {
	id := r[csvtree.ID]
	if id == "" {
		id = r[csvtree.Start]
	}
	for i, text := range r {
		if !holds(text) {
			w.lost.Add("texts that a cell does not hold, in the column "+csvtree.Column(i).String(), id)
		}
	}
	emptyTooLong(r)
}

// emptyTooLong takes the texts out of a row that a cell does not hold, and with
// them what says nothing without them.
func emptyTooLong(r *row) {
	for i, text := range r {
		if holds(text) {
			continue
		}
		r[i] = ""
		switch c := csvtree.Column(i); {
		case c == csvtree.Words || c == csvtree.Sentence:
			r[csvtree.Words], r[csvtree.Speaker] = "", ""
			for q := csvtree.QuoteID; q <= csvtree.Circumstance; q++ {
				r[q] = ""
			}
		case c == csvtree.Translation:
			r[csvtree.Translator] = ""
		case c == csvtree.LengthNote:
			r[csvtree.LengthNoteBasis] = ""
		case c == csvtree.WaitingNote:
			r[csvtree.WaitingNoteBasis] = ""
		case c == csvtree.MediaAlt:
			for m := csvtree.Media; m <= csvtree.MediaURL; m++ {
				r[m] = ""
			}
		}
	}
}

// holds reports whether a cell can hold a text: it is not too long, and has none of
// the characters that XML has not.
func holds(text string) bool {
	if strings.ContainsAny(text, "\ufffe\uffff") {
		return false
	}
	if len(text) <= maxCell {
		return true
	}
	units := 0
	for _, r := range text {
		if units++; r >= 0x10000 {
			units++
		}
	}
	return units <= maxCell
}

// isEmptyQuote reports whether a row was a quotation whose words are left out.
func isEmptyQuote(r *row) bool {
	return r[csvtree.Type] == csvtree.QuoteRow.String() && r[csvtree.Words] == ""
}

// zip writes the parts of a workbook.
func (w *workbook) zip() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts() {
		to, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if p.text == "" {
			err = w.sheet(to)
		} else {
			_, err = io.WriteString(to, xml.Header+p.text)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// sheet writes the rows.
func (w *workbook) sheet(to io.Writer) error {
	columns := w.rows.columns()
	var b bytes.Buffer
	b.WriteString(xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	b.WriteString(`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, width := range w.widths(columns) {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" style="%d" customWidth="1"/>`, i+1, i+1, width, plainStyle)
	}
	b.WriteString(`</cols><sheetData>`)
	at := 1
	write := func(style int, text func(csvtree.Column) string) {
		fmt.Fprintf(&b, `<row r="%d">`, at)
		for i, c := range columns {
			if s := text(c); s != "" {
				fmt.Fprintf(&b, `<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">`, letters(i), at, style)
				xml.EscapeText(&b, []byte(escaped(s))) // memory takes everything
				b.WriteString(`</t></is></c>`)
			}
		}
		b.WriteString(`</row>`)
		at++
	}
	write(headStyle, csvtree.Column.String)
	var err error
	w.rows.each(func(r *row) {
		if emptyTooLong(r); isEmptyQuote(r) || err != nil {
			return
		}
		write(plainStyle, func(c csvtree.Column) string { return kept(r[c]) })
		if b.Len() > 1<<20 {
			_, err = b.WriteTo(to)
		}
	})
	b.WriteString(`</sheetData></worksheet>`)
	if err == nil {
		_, err = b.WriteTo(to)
	}
	return err
}

// kept is a text as a cell has it: without an apostrophe, since the cell is said to
// be text, unless reading would take one away that is the text's own.
func kept(text string) string {
	if csvtree.Unguard(text) != text {
		return csvtree.Guard(text)
	}
	return text
}

// escaped keeps _x0041_ in a text from being read as the letter of that number.
func escaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && len(s) >= i+7 && s[i+1] == 'x' && s[i+6] == '_' && strings.Trim(s[i+2:i+6], "0123456789abcdefABCDEF") == "" {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// letters are how a spreadsheet names a column: A to Z, AA and so on.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}

// Widths of columns, in characters.
const (
	leastWidth = 8
	mostWidth  = 60
)

// widths are those of the columns: as wide as their longest line, within limits.
func (w *workbook) widths(columns []csvtree.Column) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = max(leastWidth, len(c.String())+2)
	}
	w.rows.each(func(r *row) {
		for i, c := range columns {
			for line := range strings.SplitSeq(r[c], "\n") {
				if widths[i] >= mostWidth || len(line) <= widths[i] {
					continue
				}
				widths[i] = max(widths[i], min(mostWidth, utf8.RuneCountInString(line)+1))
			}
		}
	})
	return widths
}

// The styles of cells, by their places in the part of styles.
const (
	plainStyle = 1
	headStyle  = 2
)

// part is a file of the workbook; the sheet's has no text here.
type part struct{ name, text string }

func parts() []part {
	const (
		types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
		of    = "http://schemas.openxmlformats.org/"
	)
	return []part{
		{"[Content_Types].xml", `<Types xmlns="` + of + `package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + types + `worksheet+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + types + `styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + of + `package/2006/relationships"><Relationship Id="rId1" Type="` + of + `officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + of + `spreadsheetml/2006/main" xmlns:r="` + of + `officeDocument/2006/relationships"><sheets><sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + of + `package/2006/relationships"><Relationship Id="rId1" Type="` + of + `officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + of + `officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
		// Format 49 is text; the header is bold.
		{"xl/styles.xml", `<styleSheet xmlns="` + of + `spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
			`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
			`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
			`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
			`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`},
		{"xl/worksheets/sheet1.xml", ""},
	}
}
