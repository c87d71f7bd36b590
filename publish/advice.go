package publish

import (
	"fmt"
	"slices"
	"strings"

	"barline/assets/themes"
	"barline/data"
	"barline/timeline/words"
	"barline/timeline/words/languages"
)

// Remark is something that those who publish a story should know.
type Remark struct {
	Sort RemarkSort
	// Path is the field that it is about, "theme.accent.light"; empty for the whole page.
	Path string
	What string
	Fix  string // may be empty
}

// RemarkSort is what a remark is about.
type RemarkSort uint8

const (
	Remarked RemarkSort = iota
	LowContrast
	MissingLetters
)

// String returns the remark as a sentence.
func (r Remark) String() string {
	text := r.What
	if r.Path != "" {
		text = r.Path + ": " + text
	}
	if r.Fix != "" {
		text += "; " + r.Fix
	}
	return text
}

// FileFault is what is wrong with a file that a story names, in a field.
type FileFault struct {
	Path string // "fonts[0].file"
	Err  error
}

// Error returns the fault alone, which names the file.
func (f *FileFault) Error() string { return f.Err.Error() }

// Unwrap returns the fault.
func (f *FileFault) Unwrap() error { return f.Err }

// in names the field of a fault, if there is one.
func in(path string, err error) error {
	if err == nil {
		return nil
	}
	return &FileFault{path, err}
}

// Advice is [Remarks], a sentence each.
func Advice(s *data.Story, read func(name string) ([]byte, error)) ([]string, error) {
	remarks, err := Remarks(s, read)
	var all []string
	for _, r := range remarks {
		all = append(all, r.String())
	}
	return all, err
}

// Remarks are what those who publish a story should know of its page: where the
// interface does not speak the story's language, which colours of its theme fall short,
// what no font has letters for, and what makes readers wait. read reads a file that the
// story names; what is wrong with one is a [FileFault].
func Remarks(s *data.Story, read func(name string) ([]byte, error)) ([]Remark, error) {
	return RemarksWith(s, read, nil)
}

// RemarksWith is Remarks with fonts that are kept.
func RemarksWith(s *data.Story, read func(name string) ([]byte, error), kept *Letters) ([]Remark, error) {
	l, err := languages.ForStory(s)
	if err != nil {
		return nil, err
	}
	var advice []Remark
	switch {
	case !l.Known:
		advice = append(advice, Remark{What: "the interface has no words in " + s.Lang() + " and is in English", Fix: "it has them in " + strings.Join(languages.Tags(), ", ")})
	case len(l.Missing) > 0:
		advice = append(advice, Remark{What: "in " + l.Words.Tag + " the interface lacks, and says in English: " + strings.Join(l.Missing, ", ")})
	}
	look, err := themes.Of(s.Theme(), read)
	if err != nil {
		return nil, in("theme.base", err)
	}
	if err := themeFault(&look, read); err != nil {
		return nil, err
	}
	advice = append(advice, contrasts(&look)...)
	theirs, err := fontsBrought(s, &look, read)
	if err != nil {
		return nil, err
	}
	letters, err := lettersWithoutFont(s, l.Words, theirs, kept)
	if err != nil {
		return nil, err
	}
	if letters != "" {
		advice = append(advice, Remark{Sort: MissingLetters, What: letters, Fix: "name a font file that has them under fonts"})
	}
	heavy := func(whose, file string, bytes int) {
		if bytes > heavyFont {
			advice = append(advice, Remark{What: fmt.Sprintf("the %s font %s has %.1f MB, which every reader fetches", whose, file, float64(bytes)/1e6), Fix: "cut it to the letters of the story, as pyftsubset does"})
		}
	}
	for i, f := range theirs.own {
		heavy("story's", s.Fonts()[i].File, len(f.Contents))
	}
	for i, f := range theirs.theme {
		heavy("theme's", look.FontFiles()[i].Name, len(f.Contents))
	}
	return advice, nil
}

// contrasts are the colours of a theme that fall short.
func contrasts(look *themes.Look) []Remark {
	var all []Remark
	for _, m := range look.Adjusted {
		what, instead := m.Says()
		all = append(all, Remark{Sort: LowContrast, Path: m.Field, What: what, Fix: instead})
	}
	return all
}

// ThemeAdvice is what should be known of a story's colours, a sentence each.
func ThemeAdvice(s *data.Story, read func(name string) ([]byte, error)) ([]string, error) {
	look, err := themes.Of(s.Theme(), read)
	if err != nil {
		return nil, err
	}
	return look.Advice(), nil
}

// heavyFont is a size, in bytes, that readers on a phone notice.
const heavyFont = 400_000

// namedLetters is how many letters are named, of those without a font.
const namedLetters = 12

// lettersWithoutFont says which letters no font has, the story's own included, and
// where the first stands.
func lettersWithoutFont(s *data.Story, w *words.Words, theirs brought, kept *Letters) (string, error) {
	set, err := kept.all(s.Lang(), theirs.around(nil)...)
	if err != nil {
		return "", err
	}
	lacking := missing(s, w, set)
	if len(lacking) == 0 {
		return "", nil
	}
	var names []string
	for _, r := range lacking[:min(len(lacking), namedLetters)] {
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	if more := len(lacking) - namedLetters; more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	what := "no font has the letters "
	if len(lacking) == 1 {
		what = "no font has the letter "
	}
	return what + strings.Join(names, ", ") + whereSaid(s, lacking[0]) +
		": browsers draw them in a font of their own, pictures and the window as boxes", nil
}

// whereSaid is the first event in which a letter stands.
func whereSaid(s *data.Story, r rune) string {
	has := func(texts ...string) bool {
		return slices.ContainsFunc(texts, func(t string) bool { return strings.ContainsRune(t, r) })
	}
	for i := range s.Len() {
		e := s.Event(i)
		texts := append([]string{e.Title, e.Short, e.Lane, e.DateNote}, e.Summary...)
		if e.Place != nil {
			texts = append(texts, e.Place.Name, e.Place.Short)
		}
		for _, p := range e.People {
			texts = append(texts, p.Name)
		}
		for _, p := range e.Phases {
			texts = append(texts, p.Note)
		}
		for _, q := range e.Quotes {
			texts = append(texts, q.Speaker.Name, q.Speaker.Role, q.Before, q.Words, q.After, q.Circumstance, q.Translation, q.TranslatedBy)
		}
		if has(texts...) {
			return fmt.Sprintf(", the first of them in the event %s", e.ID)
		}
	}
	return ""
}
