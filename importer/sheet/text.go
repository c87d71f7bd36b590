package sheet

import (
	"strings"

	"barline/importer/draft"
)

// readText reads separated text.
func readText(d decoded) (*Sheet, error) {
	if what, fix := foreignText(d.text); what != "" {
		return nil, refuse("this is "+what, fix)
	}
	g := grid{ragged: true}
	if len(d.repaired) > 0 {
		g.remark(draft.Changed, d.repaired[0], "", "the file is UTF-8, but "+some(d.repaired)+" "+hold(d.repaired)+" bytes that are not, which were read as Windows-1252")
	}
	text := strings.TrimPrefix(d.text, "\ufeff")
	separator, said, row := saidSeparator(text)
	text = text[said:]
	if said == 0 {
		separator = separatorOf(text)
	}
	format, err := g.read(text, separator, row)
	if err != nil {
		return nil, err
	}
	s, err := g.sheet()
	if err != nil {
		return nil, err
	}
	s.Encoding, s.Format = d.encoding, format
	return s, nil
}

func hold(lines []int) string {
	if len(lines) == 1 {
		return "holds"
	}
	return "hold"
}

// saidSeparator reads a first line sep=; which Excel writes and minds. length is
// what it takes of the text, 0 if there is none.
func saidSeparator(text string) (separator byte, length, rows int) {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		return 0, 0, 0
	}
	line := strings.Trim(text[:end], `"`)
	if len(line) != len("sep=;") || !strings.EqualFold(line[:4], "sep=") || line[4] == '"' {
		return 0, 0, 0
	}
	if strings.HasPrefix(text[end:], "\r\n") {
		end++
	}
	return line[4], end + 1, 1
}

// read takes the rows of a text to the grid. rows are those before it in the file.
func (g *grid) read(text string, separator byte, rows int) (format string, err error) {
	r := records{text: text, separator: separator, row: rows}
	var cells []Cell
	alone, whole := 0, 0 // records of one cell, and those of them in quotation marks
	for r.next() {
		cells = cells[:0]
		for _, f := range r.fields {
			cells = append(cells, Cell{Text: tidy(unwrapped(f))})
		}
		if isRule(cells) {
			continue
		}
		if len(r.fields) == 1 && r.fields[0] != "" {
			alone++
			whole += r.quoted
		}
		if err := g.add(r.line, cells); err != nil {
			return "", err
		}
	}
	if r.err != nil {
		return "", r.err
	}
	if len(r.sloppy) > 0 {
		g.remark(draft.Decided, r.sloppy[0], "", "quotation marks inside a cell are not doubled in "+some(r.sloppy)+"; the cell was taken to end where a separator follows")
	}
	if len(g.rows) > 1 && alone == len(g.rows) && whole == alone {
		if inner, ok := g.unquoted(); ok {
			return g.again(inner)
		}
	}
	return formatOf(separator), nil
}

// unquoted finds the separator inside of lines that stand in quotation marks as a
// whole, as a table has them that was saved as CSV twice.
func (g *grid) unquoted() (separator byte, ok bool) {
	var inner strings.Builder
	for _, row := range g.rows {
		inner.WriteString(row.cells[0].Text)
		inner.WriteByte('\n')
		if inner.Len() > sampleBytes {
			break
		}
	}
	separator = separatorOf(inner.String())
	return separator, separator != 0
}

// again reads what the single cells of the rows hold.
func (g *grid) again(separator byte) (format string, err error) {
	outer := *g
	*g = grid{ragged: true, remarks: outer.remarks}
	for _, row := range outer.rows {
		if _, err := g.read(row.cells[0].Text, separator, row.line-1); err != nil {
			return "", err
		}
	}
	g.remark(draft.Decided, 0, "", "every line stands in quotation marks as a whole; they were taken away")
	return formatOf(separator), nil
}

// unwrapped takes ="0012", with which some programs keep spreadsheets from making a
// number of it, to what it shows.
func unwrapped(s string) string {
	if inner, ok := strings.CutPrefix(s, `="`); ok {
		if inner, ok = strings.CutSuffix(inner, `"`); ok && !strings.Contains(inner, `"`) {
			return inner
		}
	}
	return s
}

// isRule reports the line under the header of a table drawn with bars: |---|:--|.
func isRule(cells []Cell) bool {
	rules := 0
	for _, c := range cells {
		if c.Text == "" {
			continue
		}
		if strings.Trim(c.Text, ":-") != "" || !strings.Contains(c.Text, "--") {
			return false
		}
		rules++
	}
	return rules > 1
}

func formatOf(separator byte) string {
	switch separator {
	case ',', 0:
		return "CSV"
	case ';':
		return "semicolons"
	case '\t':
		return "TSV"
	case '|':
		return "pipes"
	}
	return "values separated by “" + string(rune(separator)) + "”"
}
