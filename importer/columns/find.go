package columns

import (
	"slices"
	"strings"

	"barline/data/csvtree"
	"barline/importer/dates"
	"barline/importer/sheet"
	"barline/importer/shell"
)

// finder finds the meanings of the columns of one table.
type finder struct {
	sheet   *sheet.Sheet
	stats   []stats
	sampled int // rows that were looked at
	m       Mapping
	// thrown are names that were given up, by column: why.
	thrown map[int]string
	// undated are columns that are named as dates are, and hold none that can be read.
	undated []candidate
	// emptyDates is a column that is named as dates are, and has nothing in it, or "".
	emptyDates string
}

// candidate is a column that may have a field.
type candidate struct {
	column, score int
}

// byName gives fields to the columns whose names say what they are, if what is in
// them does not contradict.
func (f *finder) byName(lex lexicon) {
	f.thrown = map[int]string{}
	own := f.isOwn()
	taken := map[Field][]candidate{}
	for i, name := range f.sheet.Columns {
		s := &f.stats[i]
		if s.filled == 0 && slices.Contains(lex.of(fold(name)), meaning{Start, strong}) && f.emptyDates == "" {
			f.emptyDates = Label(f.sheet, i)
		}
		if f.m.Fields[i] != None || s.filled == 0 {
			continue
		}
		if lex.isPrivate(name) {
			s.ignored, f.thrown[i] = true, f.private(i)
			continue
		}
		for _, m := range f.meanings(lex, name, i) {
			if own && strings.EqualFold(name, "kind") {
				m.field = Kind
			}
			field, ok := f.fits(m.field, i)
			if !ok {
				f.unfit(lex, m, i)
				continue
			}
			s.strength = m.strength
			taken[field] = append(taken[field], candidate{i, m.strength})
			break
		}
	}
	f.headlines(taken)
	for field := ID; field <= RowType; field++ {
		f.settle(field, taken[field])
	}
}

// private says why a column is left out whose name says that it is not for
// publication.
func (f *finder) private(i int) string {
	if s := &f.stats[i]; s.yesNo() || s.share(s.dates) > 0.5 || s.mean() <= 20 && s.distinct <= 4 && s.distinct*2 <= s.filled {
		return "its name says that something is not for publication, or not yet, but the rows that it marks are in the story: take them out of the file if they should not be"
	}
	return "its name says that it is not for publication; --map text=" + shell.Quoted(Key(f.sheet, i)) + " takes it in"
}

// unfit keeps why a column whose name is known does not have what the name says.
func (f *finder) unfit(lex lexicon, m meaning, i int) {
	s := &f.stats[i]
	switch {
	case m.field == ID && s.distinct < s.filled:
		f.thrown[i] = "its values repeat, so they are no ids"
	case m.field == ID && s.filled*10 < f.sampled*9:
		f.thrown[i] = "many rows have none, so they are no ids"
	case m.field == ID:
		f.thrown[i] = "its values are too long for ids"
	case m.field == Duration:
		f.thrown[i] = "its values are no lengths in ISO 8601, such as P14D or PT3H30M"
	case (m.field == Start || m.field == Year) && (m.strength >= strong*exactly-10 || m.strength > weak*exactly && m.strength < weak*exactly+50):
		f.undated = append(f.undated, candidate{i, m.strength})
	}
}

// isOwn reports whether all columns are those of the tables that barline writes.
func (f *finder) isOwn() bool {
	for _, name := range f.sheet.Columns {
		if name != "" && !slices.Contains(csvtree.Columns(), strings.ToLower(name)) && !strings.EqualFold(name, "headline") {
			return false
		}
	}
	return true
}

// exactly is how much more the whole name of a column says than a part of it.
const exactly = 100

// meanings are what a name may mean, the surest first.
func (f *finder) meanings(lex lexicon, name string, i int) []meaning {
	s := &f.stats[i]
	key := fold(name)
	if key == "" {
		return nil
	}
	if lex.ignored[key] {
		s.ignored = true
		return nil
	}
	if lex.coordinates[key] {
		s.ignored, f.thrown[i] = true, "coordinates, which a story does not hold"
		return nil
	}
	s.aside = lex.aside[key]
	var all []meaning
	for _, m := range lex.of(key) {
		all = append(all, meaning{m.field, m.strength * exactly})
	}
	if len(all) == 0 {
		all = f.ofCompound(lex, slices.DeleteFunc(words(name), func(w string) bool { return isSmall(w) || isWhole(w) }), i)
	}
	slices.SortStableFunc(all, func(a, b meaning) int { return b.strength - a.strength })
	return all
}

// ofCompound are what a name of several words may mean: that of its last word, or
// its first in languages that put it there.
func (f *finder) ofCompound(lex lexicon, parts []string, i int) []meaning {
	s := &f.stats[i]
	if len(parts) == 0 {
		return nil
	}
	if whole := lex.of(strings.Join(parts, " ")); len(whole) > 0 {
		var all []meaning
		for _, m := range whole {
			all = append(all, meaning{m.field, m.strength*exactly - 10})
		}
		return all
	}
	if m, key, ok := partOfDate(lex, parts); ok && (!bareRole(lex, parts) || s.share(s.dates) >= 0.5) {
		s.key, s.bare = key, bareRole(lex, parts)
		return []meaning{{m, exactly + 50 - 10*len(parts) + ofWhat(parts)}}
	}
	last, first := parts[len(parts)-1], parts[0]
	if slices.Contains(parts, "id") {
		if isEvent(first) {
			return []meaning{{ID, exactly}}
		}
		s.ignored = true
		return nil
	}
	switch last {
	case "number", "nr", "no", "code", "num":
		s.ignored, f.thrown[i] = true, "numbers or codes of records, which say nothing to readers"
		return nil
	case "by": // moved by, reported by
		if len(parts) > 1 {
			s.aside = true
			f.thrown[i] = "it says by whom, and not whether they took part; --map people=" + shell.Quoted(Key(f.sheet, i)) + " takes them for people"
			return nil
		}
	case "url", "link", "uri", "href":
		for _, w := range parts[:len(parts)-1] {
			for _, m := range lex.of(w) {
				if m.field == Media {
					return []meaning{{Media, exactly}}
				}
			}
		}
		return []meaning{{URL, exactly}}
	}
	if len(parts) == 1 {
		if strings.HasSuffix(last, "datum") || strings.HasSuffix(last, "dato") { // Sitzungsdatum, møtedato
			return []meaning{{Start, exactly + 30}}
		}
		if len(last) > 3 && (strings.HasSuffix(last, "id") || strings.HasSuffix(last, "nr") || strings.HasSuffix(last, "nummer")) {
			s.ignored, f.thrown[i] = true, "numbers or codes of records, which say nothing to readers"
		}
		return nil
	}
	var all []meaning
	nameOf := false
	for k, word := range []string{last, first} {
		for _, m := range lex.of(word) {
			if m.field == Title && m.strength == usual && !slices.ContainsFunc(parts, isEvent) {
				nameOf = true // of a thing, such as a volcano
				continue
			}
			if m.field >= Start && m.field <= EndClock {
				continue
			}
			all = append(all, meaning{m.field, m.strength*exactly - 50 - 10*k - len(parts)})
		}
	}
	s.thing = nameOf
	return all
}

// ofWhat is how much more a name says that a date is when something happened, than that
// it is when somebody wrote it down.
func ofWhat(parts []string) int {
	for _, word := range parts {
		switch word {
		case "occurred", "occurrence", "happened", "incident", "event":
			return 5
		case "reported", "report", "recorded", "logged", "entered", "filed", "posted", "published", "publication", "uploaded", "received", "registered", "created", "updated", "modified", "meldung", "publicacion", "registro", "enregistrement":
			return -5
		}
	}
	return 0
}

// partOfDate reads names such as event_date_year, eruption_start_year, Datum Ende.
// key is what the date is of.
func partOfDate(lex lexicon, parts []string) (field Field, key string, ok bool) {
	part, end, rest := None, false, []string{}
	for _, word := range parts {
		switch word {
		case "start", "begin", "beginning", "from", "inicio", "debut", "beginn", "anfang", "начала", "початку", "baslangic", "birth", "born", "founded":
			continue
		case "end", "ending", "to", "until", "fin", "final", "ende", "slutt", "окончания", "закінчення", "bitis", "death", "died", "dissolved", "closed", "пایان":
			end = true
			continue
		}
		found := None
		for _, m := range lex.of(word) {
			if m.strength == strong && (m.field == Start || m.field >= Year && m.field <= Clock) {
				found = m.field
			}
		}
		switch {
		case found == None:
			rest = append(rest, word)
		case found != Start || part == None:
			part = found
		}
	}
	if part == None {
		if len(rest) == len(parts) || len(parts) < 2 {
			return None, "", false
		}
		part = Start // reign start, reign end: what is in it has to be dates
	}
	if end {
		switch part {
		case Start:
			part = End
		default:
			part += EndYear - Year
		}
	}
	return part, strings.Join(rest, " "), true
}

// bareRole reports whether a name says that something begins or ends, and not that it
// is a date.
func bareRole(lex lexicon, parts []string) bool {
	for _, word := range parts {
		for _, m := range lex.of(word) {
			if m.strength == strong && (m.field == Start || m.field >= Year && m.field <= Clock) {
				return false
			}
		}
	}
	return true
}

// fits reports whether what is in a column can be this field, or another one that
// goes by the same name.
func (f *finder) fits(field Field, i int) (Field, bool) {
	s := &f.stats[i]
	prose := s.share(s.addresses) < 0.5
	switch field {
	case ID:
		return field, s.distinct == s.filled && s.mean() <= 60 && s.filled*10 >= f.sampled*9
	case Title:
		return field, prose && s.share(s.letters) > 0.3 && !s.yesNo()
	case Text:
		return field, prose
	case Start, End:
		if s.share(s.clocks) > 0.5 {
			if field == End {
				return EndClock, true
			}
			return Clock, true
		}
		return field, s.share(s.dates) >= 0.5 || s.share(s.whole) >= 0.9 || s.strength == 0 && s.share(s.dates) > 0.2
	case Display:
		return field, true
	case Year, EndYear:
		return field, s.share(max(s.whole, s.dates)) >= 0.5
	case Month, EndMonth:
		return field, s.share(s.whole) >= 0.5 || f.months(i)
	case Day, EndDay:
		if s.share(s.dates) >= 0.7 && s.share(s.whole) < 0.5 {
			return Start + (field-Day)/(EndDay-Day), true
		}
		return field, s.share(s.whole) >= 0.5
	case Clock, EndClock:
		if s.share(s.clocks) < 0.3 && s.share(s.dates) >= 0.5 {
			if field == EndClock {
				return End, true
			}
			return Start, true
		}
		return field, s.share(s.clocks) >= 0.3
	case Duration:
		return field, s.share(s.lengths) >= 0.5
	case RowType:
		return field, s.only("title", "era", "event", "slide") && (s.has("title") || s.has("era"))
	case Lane, Kind:
		return field, prose && !s.yesNo() && s.share(s.dates) < 0.6
	case Place, People:
		if !prose || s.share(s.images) >= 0.5 {
			if s.share(s.images) >= 0.5 {
				return Media, true
			}
			return URL, true
		}
		return field, s.mean() <= 200 && s.share(s.letters) > 0.3
	case Source, Quote, Speaker:
		return field, true
	case URL:
		return field, s.share(s.addresses+s.linked) >= 0.3
	case Media:
		return field, s.share(max(s.addresses+s.linked, s.images)) >= 0.3
	}
	return field, true
}

// months reports whether a column holds the names of months.
func (f *finder) months(i int) bool {
	tried, read := 0, 0
	for v := range f.stats[i].values {
		if tried++; tried > 24 {
			break
		}
		if _, err := dates.Parts("2000", v, "", "", dates.Options{}); err == nil {
			read++
		}
	}
	return tried > 0 && read*2 >= tried
}

// headlines finds the column that holds the story's headline, beside one of titles.
func (f *finder) headlines(taken map[Field][]candidate) {
	titles := taken[Title]
	if len(titles) < 2 {
		return
	}
	taken[Title] = slices.DeleteFunc(titles, func(c candidate) bool {
		s := &f.stats[c.column]
		if fold(f.sheet.Columns[c.column]) != "headline" || s.distinct != 1 || f.sampled < 2 && !f.isOwn() {
			return false
		}
		f.give(c.column, Headline)
		return true
	})
}

func (f *finder) give(i int, field Field) {
	f.m.Fields[i] = field
	if f.m.How[i] == "" {
		f.m.How[i] = "by its name"
	}
}

// settle gives a field to the best of its candidates, and to all where several may
// have it.
func (f *finder) settle(field Field, all []candidate) {
	all = slices.DeleteFunc(all, func(c candidate) bool { return f.m.Fields[c.column] != None })
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	if f.isSaid(field) {
		for _, c := range all {
			f.thrown[c.column] = "--map names another column for " + field.String()
		}
		return
	}
	switch field {
	case Start, End, Year, Month, Day, Clock, EndYear, EndMonth, EndDay, EndClock:
		for _, c := range all { // dating chooses among them
			f.give(c.column, field)
		}
	case Text:
		best := all[0].score >= strong*exactly-60
		for _, c := range all {
			if best && c.score < strong*exactly-60 {
				f.thrown[c.column] = "another column has the texts"
				continue
			}
			f.give(c.column, field)
		}
	case People, URL, Media, MediaCaption, MediaCredit:
		for _, c := range all {
			f.give(c.column, field)
		}
	case Title:
		f.settleTitle(all)
	case Lane:
		f.settleLane(all)
	default:
		for _, c := range all[1:] {
			f.thrown[c.column] = "another column is the " + field.String()
		}
		f.give(all[0].column, field)
	}
}

func (f *finder) isSaid(field Field) bool {
	for i, have := range f.m.Fields {
		if have == field && f.stats[i].said {
			return true
		}
	}
	return false
}

// settleTitle chooses the column of titles. Where two have names that say no more
// than that something happened, the shorter texts are the titles and the longer ones
// the texts.
func (f *finder) settleTitle(all []candidate) {
	if len(all) > 1 && all[0].score < strong*exactly-60 {
		slices.SortStableFunc(all[:2], func(a, b candidate) int {
			if f.stats[a.column].mean() > f.stats[b.column].mean()*1.3 {
				return 1
			}
			return 0
		})
		if f.stats[all[0].column].mean() > f.stats[all[1].column].mean()*1.3 {
			all[0], all[1] = all[1], all[0]
		}
	}
	f.give(all[0].column, Title)
	for _, c := range all[1:] {
		longer := 1.5
		if c.score < usual*exactly {
			longer = 1 // "event" beside "name"
		}
		if f.stats[c.column].mean() > f.stats[all[0].column].mean()*longer && len(f.m.Of(Text)) == 0 {
			f.give(c.column, Text)
			continue
		}
		f.thrown[c.column] = "another column has the titles"
	}
}

func (f *finder) settleLane(all []candidate) {
	for _, c := range all {
		switch s := &f.stats[c.column]; {
		case f.m.First(Lane) >= 0:
			f.thrown[c.column] = "another column is the lane"
		case s.letters*2 <= s.filled:
			f.thrown[c.column] = "its values are numbers, which are no names of lanes; --map lane=" + shell.Quoted(Key(f.sheet, c.column)) + " takes them all the same"
		case s.mean() > mostOfLane:
			f.thrown[c.column] = "its values are too long for lanes"
		case !s.few():
			f.thrown[c.column] = "too many different values for lanes"
		default:
			f.give(c.column, Lane)
		}
	}
}
