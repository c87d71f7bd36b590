package columns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/data"
	"barline/importer/dates"
	"barline/importer/sheet"
)

// mostSampled are the rows of which columns are told apart, and mostCells the cells
// that are looked at for it.
const (
	mostSampled = 1000
	mostCells   = 2_000_000
)

// stats is what is in a column, of the rows of the sample.
type stats struct {
	filled    int // cells with something in them
	distinct  int
	runes     int // of all cells
	long      int // cells of more than a title's length
	dates     int // that look like dates
	typed     int // that the file itself says are dates
	clocks    int
	whole     int // whole numbers
	addresses int // cells that are an address of the web
	linked    int // cells with an address behind them
	images    int // addresses and paths of images and films
	lengths   int // ISO durations
	letters   int // cells with a letter
	example   string
	values    map[string]int

	said     bool   // by the one who imports
	ignored  bool   // its name says that it is nothing for readers
	aside    bool   // its name says that it tells of the record, not of what happened
	thing    bool   // its name says that it names things: volcano_name
	strength int    // of the name for its field
	bare     bool   // of dates: its name says that something begins or ends, and not that it is a date
	key      string // of dates: what they are the dates of
}

// aLong text is longer than a title should be.
const aLong = 120

func (s *stats) share(n int) float64 {
	if s.filled == 0 {
		return 0
	}
	return float64(n) / float64(s.filled)
}

func (s *stats) mean() float64 { return s.share(s.runes) }

// mostOfLane is how long the names of lanes are at most, in the mean.
const mostOfLane = 60

// few reports whether few values come again and again.
func (s *stats) few() bool {
	return s.filled > 0 && s.letters*2 > s.filled && s.mean() <= mostOfLane && (s.distinct <= data.MostLanes || s.distinct*2 <= s.filled)
}

// yesNo reports whether a column only says yes and no.
func (s *stats) yesNo() bool {
	for v := range s.values {
		switch strings.ToLower(v) {
		case "yes", "no", "y", "n", "true", "false", "0", "1", "x", "si", "sí", "ja", "nein", "nei", "oui", "non", "да", "нет", "так", "ні", "evet", "hayır", "نعم", "لا", "بله", "نه", "هو":
		default:
			return false
		}
	}
	return len(s.values) > 0
}

// only reports whether all values are among these.
func (s *stats) only(words ...string) bool {
	for v := range s.values {
		known := false
		for _, w := range words {
			known = known || strings.EqualFold(v, w)
		}
		if !known {
			return false
		}
	}
	return s.filled > 0
}

// has reports whether one of the values is this word.
func (s *stats) has(word string) bool {
	for v := range s.values {
		if strings.EqualFold(v, word) {
			return true
		}
	}
	return false
}

// look fills in the statistics of all columns.
func (f *finder) look() {
	n := len(f.sheet.Columns)
	f.stats = make([]stats, n)
	rows := f.sheet.Rows
	sample := min(len(rows), mostSampled, max(20, mostCells/max(1, n)))
	f.sampled = sample
	for k := range sample {
		row := rows[k*len(rows)/sample]
		for i := range min(n, len(row.Cells)) {
			f.stats[i].take(row.Cells[i])
		}
	}
}

func (s *stats) take(c sheet.Cell) {
	text := c.Text
	if Nothing(text) && c.Date == "" {
		return
	}
	s.filled++
	if s.example == "" {
		s.example = text
	}
	if s.values == nil {
		s.values = map[string]int{}
	}
	if len(text) > 400 {
		s.distinct++
	} else if s.values[text]++; s.values[text] == 1 {
		s.distinct++
	}
	length := utf8.RuneCountInString(text)
	s.runes += length
	if length > aLong {
		s.long++
	}
	if strings.ContainsFunc(text, unicode.IsLetter) {
		s.letters++
	}
	if IsAddress(text) {
		s.addresses++
	} else if c.Link != "" {
		s.linked++
	}
	if isImage(text) {
		s.images++
	}
	if isWhole(text) {
		s.whole++
	}
	if c.Date != "" {
		s.typed++
		s.dates++
		return
	}
	if length > 80 {
		return
	}
	if dates.LooksClock(text) {
		s.clocks++
	} else if dates.Looks(text) {
		s.dates++
	}
	if _, err := data.ParseDuration(text); err == nil {
		s.lengths++
	}
}

// IsAddress reports whether a text is an address of the web and nothing else.
func IsAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "http://"); !ok {
			return false
		}
	}
	return rest != "" && !strings.ContainsAny(s, " \n\t\"<>")
}

// isImage reports whether a text is an address or a path of an image or a film, or
// the tag of one.
func isImage(s string) bool {
	lower := strings.ToLower(s)
	if strings.HasPrefix(lower, "<") {
		return strings.HasPrefix(lower, "<img") || strings.HasPrefix(lower, "<video") || strings.HasPrefix(lower, "<iframe") || strings.HasPrefix(lower, "<blockquote")
	}
	if strings.ContainsAny(s, " \n") {
		return false
	}
	lower, _, _ = strings.Cut(lower, "?")
	for _, ending := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".webm", ".mov", ".mp3", ".tif", ".tiff", ".avif"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return strings.Contains(lower, "youtube.com/") || strings.Contains(lower, "youtu.be/") || strings.Contains(lower, "vimeo.com/")
}

func isWhole(s string) bool {
	s = strings.TrimLeft(s, "+-−")
	if s == "" || len(s) > 12 {
		return false
	}
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
