package check

import (
	"strconv"
	"strings"

	"barline/check/proof"
	"barline/timeline/words"
)

// Report is a report that a story is held against.
type Report struct {
	*proof.Source
	// Words are those of its language; Known: there are some.
	Words *words.Words
	Known bool
}

// Quotes says what reports say of a story's quotations, dates, lengths and numbers.
func Quotes(in Input, reports []Report) ([]Finding, []proof.Result) {
	c := newChecker(in)
	sources := make([]*proof.Source, len(reports))
	for i := range reports {
		sources[i] = reports[i].Source
	}
	results := proof.Quotes(in.Story, sources)
	k := 0
	for n, i := range c.events {
		e := &event{Event: c.list[i], at: c.root().field("events").item(n), n: n}
		for q := range e.Quotes {
			c.proven(e, e.at.field("quotes").item(q).field("words"), results[k], sources)
			k++
		}
	}
	c.facts(reports)
	Sort(c.found)
	return c.found, results
}

// proven says what came of one quotation.
func (c *checker) proven(e *event, at place, r proof.Result, sources []*proof.Source) {
	where, name := "", ""
	if r.Source >= 0 {
		name = sources[r.Source].Name
		where = name + ", line " + strconv.Itoa(r.Line)
	}
	speaker := r.Speaker.Name
	switch r.Verdict {
	case proof.Exact:
		c.add(at, e, "quote-exact", "stands in "+where+", to the letter", "")
	case proof.Typography:
		c.add(at, e, "quote-typography", "stands in "+where+"; only its typography differs: "+r.Marks, "")
	case proof.Shortened:
		how := "the quotation says so"
		if !r.Marked {
			how = "the quotation joins them without a mark"
		}
		c.add(at, e, "quote-shortened", "stands in "+where+", in "+strconv.Itoa(len(r.Left)+1)+" parts; "+how+"; between them stands: "+strings.Join(quotedAll(r.Left), ", "), "")
	case proof.Language:
		lang := "another language"
		if len(sources) > 0 && sources[0].Lang != "" {
			lang = sources[0].Lang
		}
		c.add(at, e, "quote-language", "the source is in "+lang+", and the quotation is not: it proves nothing", "")
		return
	case proof.Misattributed:
		c.add(at, e, "quote-misattributed", where+" gives these words to "+r.Other+", not to "+speaker+": "+quotedWhole(r.Passage), "correct the speaker, or give the report that the words are from")
	case proof.Missing:
		switch {
		case r.Diff != "":
			c.add(at, e, "quote-missing", "does not stand in the source; nearest is "+where+", where [-words-] of the story are {+words+} of the source: "+r.Diff, "quote what stands there, or give the report that the words are from")
		case len(sources) == 1:
			c.add(at, e, "quote-missing", "does not stand in "+sources[0].Name+", nor anything like it", "give the report that the words are from, or take the quotation out")
		default:
			c.add(at, e, "quote-missing", "stands in none of the "+strconv.Itoa(len(sources))+" sources, nor does anything like it", "give the report that the words are from, or take the quotation out")
		}
		return
	}
	if !r.Attributed && r.Verdict != proof.Misattributed {
		says := "does not name " + speaker + " near these words"
		if r.Other != "" {
			says = "names " + r.Other + " near these words, and not " + speaker
		}
		c.add(at, e, "quote-speaker", where+", "+says+": "+quotedWhole(r.Passage), "look whether it was "+speaker+" who said this")
	}
	if r.IsOften() {
		c.add(at, e, "quote-often", "these few words stand "+strconv.Itoa(r.Times)+" times in "+name+": that they are there says little of who said them", "quote more of the sentence, or look at each: the first that fits is on line "+strconv.Itoa(r.Line))
	}
	if r.Disagree != "" {
		c.add(at, e, "sources-disagree", "stands in "+where+"; "+r.Disagree, "find out which of them is right")
	}
}

func quotedAll(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = quotedWhole(s)
	}
	return out
}

func quotedWhole(s string) string { return "“" + s + "”" }

// Records says whether the record of proofs beside a story still proves it. contents are
// those of the record's file, nil if there is none; files are those of the reports at
// hand, nil if none were given.
func Records(in Input, file string, contents []byte, files [][]byte) []Finding {
	c := newChecker(in)
	asked := c.root().field("proof")
	if contents == nil {
		if in.Story.Proof() {
			c.add(asked, nil, "no-proof", "the page is to say when the quotations were checked, and "+file+" is not there", "write it by check with --source and --write-proof, or remove proof")
		}
		return c.found
	}
	r, err := proof.ReadRecord(contents)
	var why []string
	switch {
	case err != nil:
		why = []string{err.Error()}
	case in.Story.Proof():
		if why = r.Unproven(in.Story); why == nil {
			why = r.Stale(in.Story, files)
		}
	default:
		why = r.Stale(in.Story, files)
	}
	for _, w := range why {
		if in.Story.Proof() {
			c.add(asked, nil, "no-proof", "the page is to say when the quotations were checked, and "+file+" does not prove it: "+w, "check with --source and --write-proof again, or remove proof")
			continue
		}
		c.File = file
		c.add(place{}, nil, "proof-stale", w, "check with --source and --write-proof again")
	}
	return c.found
}
