package data

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data/edtf"
	"barline/data/tree"
)

// Version is the version of the story format that Decode reads.
const Version = 1

// Limits of texts, in characters. They are far beyond what a page can show
// and only keep a mixed-up file from passing as a story.
const (
	maxID   = 200
	maxName = 200
	// MaxTitle is the length of the longest title.
	MaxTitle    = 200
	maxHeadline = 300
	// A standfirst stands in the window, on cards and over every picture, and is set
	// for every width.
	maxStandfirst = 3000
)

// Decode reads a story in JSON. Its errors are [Problems].
func Decode(json []byte) (*Story, error) {
	root, err := tree.ParseJSON(json)
	if err != nil {
		return nil, Problems{ProblemOf(err)}
	}
	return DecodeTree(root)
}

// DecodeTree reads a story that is already parsed. It collects what is wrong
// instead of stopping at the first fault; its errors are [Problems].
func DecodeTree(root *tree.Node) (*Story, error) {
	if root == nil {
		return nil, Problems{{What: "no story", Fix: "write one; data/FORMAT.md describes it"}}
	}
	d := newDecoder()
	d.decodeStory(root)
	d.nameEvents()
	d.checkAnnotations()
	if err := d.faults.problems(root); err != nil {
		return nil, err
	}
	d.story.sort()
	return &d.story, nil
}

// decoder turns a tree into a story, part by part. Values that are at fault
// are left zero, and the story is dropped at the end.
type decoder struct {
	faults faults
	story  Story

	people, places, sources, events, quotes, kinds index
	// numbers are those that ids made of a date may continue with, by the date.
	numbers map[string]int
	// leading is where a quotation says that it leads.
	leading *tree.Node
	// annotated is where each annotation stands.
	annotated []*tree.Node
}

func newDecoder() decoder {
	d := decoder{
		people:  newIndex("person"),
		places:  newIndex("place"),
		sources: newIndex("source"),
		events:  newIndex("event"),
		quotes:  newIndex("quotation"),
		kinds:   newIndex("kind"),
		numbers: map[string]int{},
	}
	d.sources.reserved = NoSource
	return d
}

func (d *decoder) decodeStory(root *tree.Node) {
	o, ok := d.object(root, storyFields()...)
	if !ok {
		return
	}
	d.decodeHead(o)
	for _, n := range d.list(o, "events", true) {
		d.decodeEvent(n)
	}
}

func (d *decoder) decodeHead(o object) {
	d.version(o)
	d.optional(o, "$schema", 0) // for the editor that the file is written in
	s := &d.story
	s.id = d.id(o)
	s.lang = "en"
	if n := o.get("lang"); n != nil {
		s.lang = d.language(n)
	}
	s.headline = d.required(o, "headline", maxHeadline)
	if n := o.get("standfirst"); n != nil && !(n.Kind == tree.String && strings.TrimSpace(n.Text) == "") {
		s.standfirst = strings.Join(d.paragraphs(n), "\n")
		if count := utf8.RuneCountInString(s.standfirst); count > maxStandfirst {
			d.faults.add(n, strconv.Itoa(count)+" characters", "shorten it to at most "+strconv.Itoa(maxStandfirst)+"; what is longer belongs into the article, or into the summaries of events")
		}
	}
	s.figure = Figure(d.word(o, "figure", figureWords()...))
	d.decodeStanding(o)
	d.decodeZone(o)
	d.decodeOpen(o)
	d.decodeTheme(o)
	for _, n := range d.list(o, "kinds", false) {
		d.decodeKind(n)
	}
	d.decodeCount(o)
	d.decodeLanes(o)
	for _, n := range d.list(o, "periods", false) {
		d.decodePeriod(n)
	}
	for _, n := range d.list(o, "fonts", false) {
		d.decodeFont(n)
	}
	for _, n := range d.list(o, "sources", false) {
		d.decodeSource(n)
	}
	d.decodeAnnotations(o) // which name sources
	for _, n := range d.list(o, "people", false) {
		d.decodePerson(n)
	}
	for _, n := range d.list(o, "places", false) {
		d.decodePlace(n)
	}
}

// version checks the format's version; YAML hands numbers on as text.
func (d *decoder) version(o object) {
	n, ok := d.need(o, "barline", "write barline: 1, the version of the format")
	if !ok {
		return
	}
	if n.Kind != tree.Number && n.Kind != tree.String {
		d.wrongKind(n, "a number")
		return
	}
	if n.Text != "1" {
		d.faults.add(n, quoted(n.Text)+" is not a version of the story format that is known here", "write 1")
	}
}

func (d *decoder) decodeSource(n *tree.Node) {
	o, ok := d.object(n, sourceFields()...)
	if !ok {
		return
	}
	source := Source{
		Name:  d.required(o, "name", maxName),
		Title: d.optional(o, "title", maxHeadline),
	}
	if url := o.get("url"); url != nil {
		source.URL = d.url(url)
	}
	source.File = d.reportFile(o)
	source.ID = d.idOrName(&d.sources, o, source.Name, len(d.story.sources))
	d.story.sources = append(d.story.sources, source)
}

// decodeZone reads the story's time zone. Its clocks are the same all through the
// story: where they are changed in between, times stand with the offset that they
// had.
func (d *decoder) decodeZone(o object) {
	n := o.get("zone")
	if n == nil {
		return
	}
	z, ok := d.object(n, zoneFields()...)
	if !ok {
		return
	}
	d.story.zone.Name = d.required(z, "name", maxName)
	offset, ok := d.need(z, "offset", "write what its clocks are ahead of UTC, such as +03:00")
	if !ok {
		return
	}
	minutes, known := parseOffset(offset.Text)
	if offset.Kind != tree.String || !known {
		d.faults.add(offset, quoted(offset.Text)+" is not an offset from UTC", "write hours and minutes such as +03:00, +04:30 or -05:00")
	}
	d.story.zone.OffsetMinutes = minutes
}

// parseOffset reads +hh:mm or -hh:mm, up to 14 hours.
func parseOffset(s string) (minutes int, ok bool) {
	if len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':' || !isDigit(s[1]) || !isDigit(s[2]) || !isDigit(s[4]) || !isDigit(s[5]) {
		return 0, false
	}
	hours, minutes := int(s[1]-'0')*10+int(s[2]-'0'), int(s[4]-'0')*10+int(s[5]-'0')
	if minutes > 59 || hours*60+minutes > 14*60 {
		return 0, false
	}
	minutes += hours * 60
	if s[0] == '-' {
		minutes = -minutes
	}
	return minutes, true
}

func (d *decoder) decodeFont(n *tree.Node) {
	o, ok := d.object(n, fontFields()...)
	if !ok {
		return
	}
	font := Font{File: d.required(o, "file", maxHeadline)}
	if file := o.get("file"); file != nil && font.File != "" && !isFileBeside(font.File, fontEndings()...) {
		d.faults.add(file, quoted(font.File)+" is not a font file beside the story", "write its name or a path downwards, ending in .ttf or .otf")
	}
	if o.get("weight") != nil {
		bold := d.word(o, "weight", weightWords()...) == 1
		font.Bold = &bold
	}
	if o.get("style") != nil {
		serif := d.word(o, "style", styleWords()...) == 1
		font.Serif = &serif
	}
	d.story.fonts = append(d.story.fonts, font)
}

func fontEndings() []string { return []string{".ttf", ".otf"} }

// isFileBeside reports whether a path leads to a file of one of these endings,
// and not out of the story's folder.
func isFileBeside(s string, endings ...string) bool {
	for part := range strings.SplitSeq(s, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	if strings.ContainsAny(s, "\\:") {
		return false
	}
	lower := strings.ToLower(s)
	for _, ending := range endings {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return false
}

func (d *decoder) decodePerson(n *tree.Node) {
	o, ok := d.object(n, personFields()...)
	if !ok {
		return
	}
	person := Person{
		Name: d.required(o, "name", maxName),
		Role: d.optional(o, "role", maxName),
	}
	person.ID = d.idOrName(&d.people, o, person.Name, len(d.story.people))
	d.story.people = append(d.story.people, person)
}

func (d *decoder) decodePlace(n *tree.Node) {
	o, ok := d.object(n, placeFields()...)
	if !ok {
		return
	}
	place := Place{
		Name:  d.required(o, "name", maxName),
		Short: d.optional(o, "short", maxName),
	}
	if place.Short == "" {
		place.Short = place.Name
	}
	place.ID = d.idOrName(&d.places, o, place.Name, len(d.story.places))
	d.story.places = append(d.story.places, place)
}

// date reads an EDTF text. In YAML a set of dates, [1860..1872], is a list.
func (d *decoder) date(n *tree.Node) edtf.Date {
	if n.Kind == tree.Array && len(n.Items) > 0 {
		members := make([]string, len(n.Items))
		for i, item := range n.Items {
			if item.Kind != tree.String {
				d.wrongKind(item, textKind)
				return edtf.Date{}
			}
			members[i] = item.Text
		}
		date, err := edtf.Parse("[" + strings.Join(members, ",") + "]")
		if err != nil {
			d.faults.addError(n, err)
		}
		return date
	}
	return value(d, n, edtf.Parse)
}

// duration reads an ISO 8601 duration with its qualifier.
func (d *decoder) duration(n *tree.Node) Duration {
	return value(d, n, ParseDuration)
}

// value reads a text of its own grammar. It is no prose, so that the < of
// "<PT3H" is no markup; the parser knows what it takes.
func value[T any](d *decoder, n *tree.Node, parse func(string) (T, error)) (v T) {
	if n.Kind != tree.String {
		d.wrongKind(n, textKind)
		return v
	}
	v, err := parse(strings.TrimSpace(n.Text))
	if err != nil {
		d.faults.addError(n, err)
	}
	return v
}
