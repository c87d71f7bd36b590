package words

// forms are the ways to say so many of something: those of CLDR's plural
// categories that a language has. The last one is always there, and stands for
// those that are not.
type forms struct{ zero, one, two, few, many, other string }

// plurals names the rule by which a language chooses among its forms.
type plurals uint8

const (
	// oneOther: one thing, and any other number. English, Norwegian, German,
	// Spanish, Turkish.
	oneOther plurals = iota
	// upToOne: none and one are alike. French, Persian, Dari.
	upToOne
	// eastSlavic: by the last digits. Russian, Ukrainian.
	eastSlavic
	// arabic: six of them.
	arabic
)

// pluralNames are the rules as files name them.
func pluralNames() [4]string { return [...]string{"one-other", "up-to-one", "east-slavic", "arabic"} }

// of is the form for a whole number that is not negative.
func (p plurals) of(f *forms, n int) string {
	form := &f.other
	last, lastTwo := n%10, n%100
	switch p {
	case oneOther:
		if n == 1 {
			form = &f.one
		}
	case upToOne:
		if n < 2 {
			form = &f.one
		}
	case eastSlavic:
		switch {
		case last == 1 && lastTwo != 11:
			form = &f.one
		case last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14):
			form = &f.few
		default:
			form = &f.many
		}
	case arabic:
		switch {
		case n == 0:
			form = &f.zero
		case n == 1:
			form = &f.one
		case n == 2:
			form = &f.two
		case lastTwo >= 3 && lastTwo <= 10:
			form = &f.few
		case lastTwo >= 11:
			form = &f.many
		}
	}
	if *form == "" {
		return f.other
	}
	return *form
}

// count says so many of something.
func (w *Words) count(f *forms, n int) string { return Fill(w.plurals.of(f, n), "n", w.Large(n)) }
