package data

import (
	"strings"

	"barline/data/edtf"
	"barline/data/tree"
)

// What a desk notes about a story: the day up to which it goes, whether it goes on,
// warnings that it has looked at, what its quotations were checked against, and
// corrections.

// decodeStanding reads the day of the story, whether it is live and says on what day its
// quotations were checked, what check is to be silent about, and the corrections. Events
// of corrections may be gone, so that their ids are not looked up.
func (d *decoder) decodeStanding(o object) {
	if n := o.get("date"); n != nil {
		d.story.date = d.day(n)
	}
	d.story.live, d.story.proof = d.truth(o, "live"), d.truth(o, "proof")
	d.story.allow = d.codes(o)
	for _, n := range d.list(o, "corrections", false) {
		d.decodeCorrection(n)
	}
}

// truth reads a field that is true or false; it is false where it is not there.
func (d *decoder) truth(o object, key string) bool {
	n := o.get(key)
	if n == nil {
		return false
	}
	if n.Kind != tree.Bool {
		d.faults.add(n, "this is neither true nor false", "write true, without quotation marks, or remove it")
		return false
	}
	return n.Text == "true"
}

// ReportEndings are those of the files of reports that quotations are checked against.
func ReportEndings() []string {
	return []string{".txt", ".html", ".htm", ".md", ".docx", ".pdf"}
}

// reportFile reads where the file of a source's report is, beside the story.
func (d *decoder) reportFile(o object) string {
	file := d.optional(o, "file", maxHeadline)
	if file != "" && !isFileBeside(file, ReportEndings()...) {
		d.faults.add(o.get("file"), quoted(file)+" is not a report's file beside the story", "write its name or a path downwards, ending in "+strings.Join(ReportEndings(), ", "))
	}
	return file
}

// day reads a date of one day.
func (d *decoder) day(n *tree.Node) edtf.Date {
	before := len(d.faults.found)
	date := d.date(n)
	if len(d.faults.found) == before && (date.IsInterval() || date.IsSet() || date.Precision() != edtf.Day) {
		d.faults.add(n, quoted(n.Text)+" is not a day", "write one such as 2025-03-14")
	}
	return date
}

// codes reads the codes of warnings that are not to be given.
func (d *decoder) codes(o object) []string {
	var codes []string
	for _, n := range d.list(o, "allow", false) {
		if n.Kind != tree.String {
			d.wrongKind(n, textKind)
			continue
		}
		code := strings.TrimSpace(n.Text)
		if !isID(code) {
			d.faults.add(n, quoted(code)+" is not the code of a warning", "write one as barline check prints it, such as no-source")
			continue
		}
		codes = append(codes, code)
	}
	return codes
}

func (d *decoder) decodeCorrection(n *tree.Node) {
	o, ok := d.object(n, correctionFields()...)
	if !ok {
		return
	}
	c := Correction{
		What: d.required(o, "what", 0),
		Why:  d.optional(o, "why", 0),
	}
	if date, ok := d.need(o, "date", "write the day on which it was corrected, such as 2025-03-14"); ok {
		c.Date = d.day(date)
	}
	if event := o.get("event"); event != nil {
		id, ok := d.text(event, maxID)
		if ok && !isID(id) {
			d.faults.add(event, quoted(id)+" is not an id", "write the id of the event that was corrected"+suggestID(id))
		}
		c.Event = id
	}
	d.story.corrections = append(d.story.corrections, c)
}
