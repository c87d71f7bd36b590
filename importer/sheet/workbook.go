package sheet

import (
	"io"
	"slices"
	"strings"

	"barline/importer/draft"
	"barline/importer/sheet/xmlscan"
)

// workbook is what the worksheets of an XLSX file share.
type workbook struct {
	archive *archive
	sheets  []worksheet
	epoch   epoch
	strings []string
	styles  []numberFormat
}

// worksheet is the name of a sheet and the part that it is in.
type worksheet struct {
	name, part string
	hidden     bool
}

// readWorkbook reads the worksheet that was asked for, or the first one with a table
// that is not hidden.
func readWorkbook(contents []byte, o Options) (*Sheet, error) {
	w, err := openWorkbook(contents)
	if err != nil {
		return nil, err
	}
	chosen, g, err := w.choose(o)
	if err != nil {
		return nil, err
	}
	w.sayOthers(g, chosen, o)
	s, err := g.sheet()
	if err != nil {
		return nil, err
	}
	s.Name, s.Format = chosen.name, "XLSX"
	sayDaysOnly(s)
	return s, nil
}

func sayDaysOnly(s *Sheet) {
	for _, i := range daysOnly(s) {
		s.Remarks = append(s.Remarks, draft.Remark{Line: s.Header, Column: s.Columns[i], Kind: draft.Decided, Text: "every time of day in this column is midnight, so its values were read as days"})
	}
}

func openWorkbook(contents []byte) (*workbook, error) {
	a, err := openArchive(contents)
	if err != nil {
		return nil, err
	}
	roots, err := a.relations("")
	if err != nil {
		return nil, err
	}
	part := related(roots, "officeDocument", "xl/workbook.xml")
	if !a.has(part) || !strings.HasSuffix(strings.ToLower(part), ".xml") || a.has("word/document.xml") || a.has("ppt/presentation.xml") {
		what, fix := a.kind()
		return nil, refuse("this is "+what, fix)
	}
	w := &workbook{archive: a}
	parts, err := a.relations(part)
	if err != nil {
		return nil, err
	}
	if err := w.contents(part, parts); err != nil {
		return nil, err
	}
	if w.strings, err = a.sharedStrings(related(parts, "sharedStrings", "xl/sharedStrings.xml")); err != nil {
		return nil, err
	}
	if w.styles, err = a.styles(related(parts, "styles", "xl/styles.xml")); err != nil {
		return nil, err
	}
	if w.epoch == since1900 && a.madeByLibreOffice() {
		w.epoch = since1899
	}
	if len(w.sheets) == 0 {
		return nil, refuse("this workbook has no worksheet", "give one with a table in it")
	}
	return w, nil
}

// contents reads the list of worksheets.
func (w *workbook) contents(part string, parts map[string]relation) error {
	return w.archive.elements(part, func(e *xmlscan.Token) {
		switch string(e.Name) {
		case "workbookPr":
			if isOn(e.Attribute("date1904")) {
				w.epoch = since1904
			}
		case "sheet":
			// The id is the attribute with a prefix; sheetId is another.
			r := parts[e.Attribute("id")]
			if r.kind != "worksheet" { // charts and dialogs have sheets, too
				return
			}
			state := e.Attribute("state")
			w.sheets = append(w.sheets, worksheet{e.Attribute("name"), r.target, state == "hidden" || state == "veryHidden"})
		}
	})
}

// madeByLibreOffice reads which program wrote the workbook: LibreOffice counts the
// first two months of 1900 otherwise, and days before with negative numbers.
func (a *archive) madeByLibreOffice() bool {
	r, err := a.open("docProps/app.xml")
	if err != nil {
		return false
	}
	defer r.Close()
	const enough = 4096
	b, err := io.ReadAll(io.LimitReader(r, enough))
	return err == nil && strings.Contains(string(b), "LibreOffice")
}

// choose reads worksheets until one has a table.
func (w *workbook) choose(o Options) (worksheet, *grid, error) {
	if o.Sheet != "" {
		return w.named(o.Sheet)
	}
	var first worksheet
	var fallback *grid
	for _, s := range w.sheets {
		if s.hidden {
			continue
		}
		g, err := w.read(s)
		if err != nil {
			return s, nil, err
		}
		if g.isTable() {
			return s, g, nil
		}
		if fallback == nil && len(g.rows) > 0 {
			first, fallback = s, g
		}
	}
	if fallback == nil {
		return first, nil, refuse("no worksheet that is shown has anything in it", "name a hidden one with --sheet, or give a workbook with a table")
	}
	return first, fallback, nil
}

func (w *workbook) named(name string) (worksheet, *grid, error) {
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) },
	} {
		for _, s := range w.sheets {
			if same(s.name, name) {
				g, err := w.read(s)
				return s, g, err
			}
		}
	}
	return worksheet{}, nil, refuse("there is no worksheet “"+shortened(name)+"”", "the workbook has "+quotedList(w.sheets))
}

// isTable reports whether two rows have two cells: a sheet of notes has not.
func (g *grid) isTable() bool {
	n := 0
	for _, r := range g.rows {
		if r.filled() > 1 {
			n++
		}
	}
	return n > 1
}

// sayOthers names the worksheets that are not read.
func (w *workbook) sayOthers(g *grid, chosen worksheet, o Options) {
	var shown, hidden []worksheet
	for _, s := range w.sheets {
		switch {
		case s == chosen:
		case s.hidden:
			hidden = append(hidden, s)
		default:
			shown = append(shown, s)
		}
	}
	if len(shown) > 0 {
		why := ", the first with a table"
		if o.Sheet != "" {
			why = ""
		}
		g.remark(draft.Decided, 0, chosen.name, "the worksheet “"+shortened(chosen.name)+"” was read"+why+"; the workbook also has "+quotedList(shown)+", which --sheet can name")
	}
	if len(hidden) > 0 {
		g.remark(draft.LeftOut, 0, "", count(len(hidden), "hidden worksheet")+": "+quotedList(hidden))
	}
}

func quotedList(sheets []worksheet) string {
	const most = 10
	names := make([]string, 0, len(sheets))
	for _, s := range sheets[:min(len(sheets), most)] {
		names = append(names, "“"+shortened(s.name)+"”")
	}
	if len(sheets) > most {
		names = append(names, "and more")
	}
	return strings.Join(slices.Clip(names), ", ")
}
