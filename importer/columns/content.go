package columns

import (
	"strings"
	"unicode"

	"barline/data"
	"barline/importer/draft"
	"barline/importer/shell"
)

// byContent gives fields to columns whose names say nothing, by what is in them.
func (f *finder) byContent() {
	f.datesByContent()
	for i := range f.stats {
		s := &f.stats[i]
		if !f.free(i) || s.share(s.addresses) < 0.8 || s.filled == 0 {
			continue
		}
		field := URL
		if s.share(s.images) >= 0.5 {
			field = Media
		}
		f.giveByContent(i, field)
	}
}

// free reports whether a column has no meaning, and may get one.
func (f *finder) free(i int) bool {
	s := &f.stats[i]
	return f.m.Fields[i] == None && s.filled > 0 && !s.ignored
}

func (f *finder) giveByContent(i int, field Field) {
	f.m.Fields[i], f.m.How[i] = field, "by what is in it"
}

// datesByContent finds a column of dates where no name says which it is, or where
// names only tell a year.
func (f *finder) datesByContent() {
	if f.m.First(Start) >= 0 || f.m.First(Year) >= 0 && f.m.First(Month) >= 0 {
		return
	}
	if i := f.namedDate(); i >= 0 && f.stats[i].share(f.stats[i].dates) >= 0.1 {
		f.give(i, Start)
		return
	}
	best, share := -1, 0.6
	for i := range f.stats {
		s := &f.stats[i]
		if !f.free(i) || s.filled*2 < f.sampled {
			continue
		}
		n := s.share(s.dates)
		if s.whole*2 > s.filled && s.typed == 0 && (f.m.First(Year) >= 0 || !s.years()) {
			continue // numbers of anything
		}
		if n > share {
			best, share = i, n
		}
	}
	if best >= 0 {
		f.giveByContent(best, Start)
	}
}

// years reports whether whole numbers are years of four digits.
func (s *stats) years() bool {
	n, whole := 0, 0
	for v := range s.values {
		if !isWhole(v) {
			continue
		}
		whole++
		if len(v) == 4 && v >= "1000" && v < "2100" {
			n++
		}
	}
	return n*10 >= whole*9
}

// titles finds what happened: titles, texts, or columns of few values that say it
// together.
func (f *finder) titles() {
	title, text := f.m.First(Title), f.m.First(Text)
	if title >= 0 && !f.stats[title].said && text < 0 {
		// A column of titles that holds texts: one that is called event or the like need
		// only hold one, what is called title has to hold nothing that could be one.
		s := &f.stats[title]
		if s.strength < usual*exactly && s.long > 0 || s.strength < strong*exactly-60 && (s.mean() > 100 || s.share(s.long) > 0.4) || s.mean() > data.MaxTitle {
			f.m.Fields[title] = Text
			title, text = -1, title
		}
	}
	short, long, others := f.unnamedTexts()
	switch {
	case title < 0 && text < 0:
		if long >= 0 {
			f.giveByContent(long, Text)
		}
		if short >= 0 {
			f.chooseTitle(short, others)
		}
	case title >= 0 && text < 0 && long >= 0:
		f.giveByContent(long, Text)
	case title < 0 && short >= 0 && (f.sheet.Columns[short] == "" || f.saysWhat(short)):
		f.chooseTitle(short, others)
	}
	title, text = f.m.First(Title), f.m.First(Text)
	if title < 0 && text >= 0 && !f.stats[text].said && len(f.m.Of(Text)) == 1 {
		// Texts that are all as short as titles are titles.
		if s := &f.stats[text]; s.long == 0 && s.mean() <= 80 && s.filled*10 >= f.sampled*9 && f.allShort(text) {
			f.m.Fields[text] = Title
			return
		}
	}
	if title < 0 && (text < 0 || f.stats[text].filled*2 < f.sampled) {
		f.titleOfFew()
	}
}

// chooseTitle takes a column whose name is not known for the titles, and says so
// where another one could be them as well.
func (f *finder) chooseTitle(i int, others []int) {
	f.giveByContent(i, Title)
	if f.sheet.Columns[i] == "" {
		return
	}
	text := "no column is named as titles are: this one was taken; --map title=COLUMN names another"
	if len(others) > 0 {
		text = "no column is named as titles are: of those that could be, this one was taken, the first; --map title=" + shell.Quoted(Key(f.sheet, others[0])) + " takes another"
	}
	f.m.Remarks = append(f.m.Remarks, draft.Remark{Column: Label(f.sheet, i), Kind: draft.Decided, Text: text})
}

// saysWhat reports whether most values of a column are words, and all but few of them
// different: beside a column of texts they say what happened, whatever the column is
// called. Codes, initials and names of categories do not.
func (f *finder) saysWhat(i int) bool {
	s := &f.stats[i]
	worded := 0
	for v := range s.values {
		if isWorded(v) {
			worded++
		}
	}
	return s.mean() >= 4 && s.distinct*5 >= s.filled*4 && worded*5 >= s.distinct*4
}

// isWorded reports whether a text is made of words: a word of three small letters or
// more, or of a script that has none, and no code such as AB-12 alone.
func isWorded(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—/,;:.()", r) }) {
		letters := 0
		for _, r := range word {
			switch {
			case unicode.IsDigit(r):
				letters = -100
			case unicode.IsLower(r) || unicode.Is(unicode.Lo, r):
				letters++
			}
		}
		if letters >= 3 || letters == 2 && len([]rune(word)) == 3 {
			return true
		}
	}
	// Whole lines in capitals are words where there are several of them.
	return len(strings.Fields(text)) >= 2 && !strings.ContainsFunc(text, unicode.IsDigit)
}

// mostOfTitle is how long a title should be.
const mostOfTitle = 80

// allShort reports whether all values of a column are as short as titles.
func (f *finder) allShort(i int) bool {
	for _, row := range f.sheet.Rows {
		if i < len(row.Cells) && len(row.Cells[i].Text) > mostOfTitle && len([]rune(row.Cells[i].Text)) > mostOfTitle {
			return false
		}
	}
	return true
}

// unnamedTexts are the best columns of short and of long texts whose names say
// nothing, or -1: of the short ones the first that says what happened, else the one
// with most different values. others are further ones that say what happened.
func (f *finder) unnamedTexts() (short, long int, others []int) {
	short, long = -1, -1
	says := false
	for i := range f.stats {
		s := &f.stats[i]
		if !f.free(i) || s.thing || s.aside || s.share(s.letters) < 0.7 || s.share(s.dates) > 0.3 || s.share(s.addresses) > 0.3 || s.filled*2 < f.sampled || s.yesNo() {
			continue
		}
		switch varied := s.distinct*2 > s.filled; {
		case !varied:
		case s.mean() > 60:
			if long < 0 || s.mean() > f.stats[long].mean() {
				long = i
			}
		case s.mean() < 3:
		case says:
			if f.saysWhat(i) {
				others = append(others, i)
			}
		case f.saysWhat(i):
			short, says = i, true
		case short < 0 || s.distinct > f.stats[short].distinct:
			short = i
		}
	}
	return short, long, others
}

// titleOfFew makes the title of columns of few values and of the place.
func (f *finder) titleOfFew() {
	lane := f.m.First(Lane)
	if lane < 0 {
		lane = f.fewValues()
	}
	if lane >= 0 {
		f.m.TitleOf = append(f.m.TitleOf, lane)
		// Another column of few values is the lane then: the title says this one.
		if !f.stats[lane].said {
			f.m.Fields[lane], f.m.How[lane] = None, ""
			if other := f.fewValuesBut(lane); other >= 0 {
				f.giveByContent(other, Lane)
			} else {
				f.giveByContent(lane, Lane)
			}
			if f.m.Fields[lane] == None {
				f.m.How[lane] = "title: its few values"
			}
		}
	}
	if place := f.m.First(Place); place >= 0 {
		f.m.TitleOf = append(f.m.TitleOf, place)
	}
}

// lanes finds a column of few values where no name says which it is.
func (f *finder) lanes() {
	if f.m.First(Lane) >= 0 || f.m.First(Kind) >= 0 {
		return
	}
	if i := f.fewValues(); i >= 0 {
		f.giveByContent(i, Lane)
	}
}

func (f *finder) fewValues() int { return f.fewValuesBut(-1) }

// fewValuesBut is the first column of few values that come again, but for one, or -1.
func (f *finder) fewValuesBut(not int) int {
	for i := range f.stats {
		s := &f.stats[i]
		if i == not || !f.free(i) || !s.few() || s.yesNo() || s.share(s.dates) > 0.3 || s.share(s.addresses) > 0.3 || s.distinct < 2 || s.filled*2 < f.sampled {
			continue
		}
		if s.thing && s.distinct < s.filled || s.distinct*3 <= s.filled && s.mean() <= 30 && s.distinct <= 12 && s.share(s.letters) > 0.9 {
			return i
		}
	}
	return -1
}
