package csvtree

import (
	"strconv"
	"strings"

	"barline/data"
	"barline/data/tree"
)

// further is a quotation of an event that has a row of its own.
type further struct {
	row    *row
	number int
}

// quoteNode is a row's quotation, the table's one of this number.
func (r *row) quoteNode(number int) *tree.Node {
	t, words := r.table, r.get(Words)
	q := words.object()
	id := r.get(QuoteID)
	if id.Text == "" {
		id = Cell{"q" + strconv.Itoa(number), words.Line, words.Column}
	}
	field(q, "id", id.node())
	field(q, "speaker", t.people.refer(r.get(Speaker)))
	if sentence := r.get(Sentence); sentence.Text != "" {
		field(q, "form", Cell{"fragment", sentence.Line, sentence.Column}.node())
		field(q, "sentence", sentence.node())
	}
	field(q, "words", words.node())
	text(q, "lang", r.get(QuoteLang))
	if translation := r.fields(named{{Translation, "words"}, {Translator, "by"}}); translation != nil {
		at := r.get(Translation)
		o := at.object()
		o.Fields = translation
		field(q, "translation", o)
	}
	if lead := r.get(QuoteLead); lead.Text != "" {
		field(q, "lead", &tree.Node{Kind: tree.Bool, Text: "true", Line: lead.Line, Column: lead.Column})
	}
	text(q, "circumstance", r.get(Circumstance))
	if source := r.quoteSource(); source.Text != "" {
		field(q, "source", t.sources.refer(source))
	}
	return q
}

// quoteSource is the source that a row names for its quotation. In the row of an
// event it is the event's, which goes without saying.
func (r *row) quoteSource() Cell {
	if r.isEvent() {
		return Cell{}
	}
	return r.get(Source)
}

// isEvent reports whether the row is the first one of its event.
func (r *row) isEvent() bool { return r.about == EventRow && r.get(Title).Text != "" }

// yes is what the cell beside the leading quotation says. Spreadsheet programs would
// translate true.
const yes = "yes"

// takeQuote checks a row's quotation, takes note of whom and what it names, and
// counts it; has is false where there is none.
func (r *row) takeQuote() (has bool, err error) {
	words, speaker := r.get(Words), r.get(Speaker)
	if words.Text == "" {
		for c := QuoteID; c <= Circumstance; c++ {
			if cell := r.get(c); cell.Text != "" && speaker.Text == "" {
				return false, cell.fail("something in the column "+c.String()+" without a quotation", "write the words into the column quote, or empty this cell")
			}
		}
		if speaker.Text != "" {
			return false, speaker.fail("a speaker without a quotation", "write the words into the column quote, or remove the speaker")
		}
		return false, nil
	}
	if speaker.Text == "" {
		return false, words.fail("a quotation without a speaker", "name who said it in the column speaker")
	}
	switch lead := r.get(QuoteLead); {
	case lead.Text == "":
	case !strings.EqualFold(lead.Text, yes):
		return false, lead.fail(strconv.Quote(lead.Text)+" in the column "+QuoteLead.String(), "write "+yes+" beside the one quotation that the picture shows, or empty the cell")
	case r.table.leads:
		return false, lead.fail("a second quotation that leads", "leave "+yes+" in one row")
	default:
		r.table.leads = true
	}
	r.table.people.mention(speaker)
	if source := r.quoteSource(); source.Text == data.NoSource {
		return false, source.fail("a quotation without a source of its own has that of its event", "empty the cell, or name the source of the quotation")
	} else if source.Text != "" {
		r.table.sources.mention(source)
	}
	r.table.quotes++
	return true, nil
}

// checkFurther checks that a row that repeats an id is a quotation alone.
func (r *row) checkFurther() error {
	id := strconv.Quote(r.get(ID).Text)
	for i, c := range r.table.columns {
		if i < len(r.cells) && r.cells[i].Text != "" && !QuoteRow.takes(c) {
			return r.cells[i].fail("a second row with the id "+id+" says more than a quotation", "give it an id of its own, or leave all cells empty but quote, speaker and source")
		}
	}
	if r.get(Words).Text == "" {
		return r.get(ID).fail("a second row with the id "+id, "give it an id of its own, or add a quotation to it")
	}
	return nil
}
