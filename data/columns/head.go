package columns

import (
	"encoding/binary"
	"hash/crc32"
	"strconv"

	"barline/data"
	"barline/data/tree"
)

// The file begins with its name and the version of its layout. The byte that is
// no letter keeps it from being taken for text.
const (
	magic   = "BARLINE\x01"
	version = 2
	// preamble is what stands before the head: both of them, and its length.
	preamble = len(magic) + 2 + 4
)

// Limits of the head. Numbers of two bytes count lanes, people, places and
// sources.
const (
	maxHead = 64 << 20
	most    = 0xFFFF
	// mostKinds are those that a byte can number, the built-in ones included.
	mostKinds = 250
)

// headTree is a story without its events, as a story file writes it.
func headTree(s *data.Story) *tree.Node {
	root := object("id", s.ID(), "lang", s.Lang(), "headline", s.Headline(), "standfirst", s.Standfirst())
	root.Fields = append([]tree.Field{{Key: "barline", Value: &tree.Node{Kind: tree.Number, Text: strconv.Itoa(data.Version)}}}, root.Fields...)
	list := func(key string, items []*tree.Node) {
		if len(items) > 0 {
			set(root, key, &tree.Node{Kind: tree.Array, Items: items})
		}
	}
	var sources, people, places, kinds, lanes, periods, annotations []*tree.Node
	for _, k := range s.Kinds() {
		kinds = append(kinds, object("id", k.ID, "name", k.Name, "plural", k.Plural, "paint", k.Paint.String()))
	}
	for _, name := range s.ListedLanes() {
		lanes = append(lanes, text(name))
	}
	for _, p := range s.Periods() {
		periods = append(periods, object("title", p.Title, "date", p.Date.String()))
	}
	for _, a := range s.Annotations() {
		o := object("text", a.Text)
		if a.AtLength() {
			set(o, "length", text(a.Length.String()))
		} else {
			set(o, "date", text(a.Date.String()))
		}
		if a.Source != nil {
			set(o, "source", text(a.Source.ID))
		}
		annotations = append(annotations, o)
	}
	for _, x := range s.Sources() {
		sources = append(sources, object("id", x.ID, "name", x.Name, "title", x.Title, "url", x.URL))
	}
	for _, x := range s.People() {
		people = append(people, object("id", x.ID, "name", x.Name, "role", x.Role))
	}
	for _, x := range s.Places() {
		places = append(places, object("id", x.ID, "name", x.Name, "short", x.Short))
	}
	if zone := s.Zone(); zone != (data.Zone{}) {
		set(root, "zone", object("name", zone.Name, "offset", zone.Offset()))
	}
	if f := s.Count(); f != (data.Forms{}) {
		set(root, "count", object("zero", f.Zero, "one", f.One, "two", f.Two, "few", f.Few, "many", f.Many, "other", f.Other))
	}
	if f := s.Figure(); f != data.FigureAuto {
		set(root, "figure", text(f.String()))
	}
	if d := s.Date(); !d.IsZero() {
		set(root, "date", text(d.String()))
	}
	if o := s.Open(); !o.From.IsZero() {
		set(root, "open", object("from", o.From.String(), "to", o.To.String()))
	}
	var corrections []*tree.Node
	for _, c := range s.Corrections() {
		corrections = append(corrections, object("date", c.Date.String(), "event", c.Event, "what", c.What, "why", c.Why))
	}
	list("corrections", corrections)
	list("kinds", kinds)
	list("lanes", lanes)
	list("periods", periods)
	list("annotations", annotations)
	list("sources", sources)
	list("people", people)
	list("places", places)
	return root
}

// object is a node of texts, of those that are not empty.
func object(pairs ...string) *tree.Node {
	n := &tree.Node{Kind: tree.Object}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			set(n, pairs[i], text(pairs[i+1]))
		}
	}
	return n
}

func text(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

func set(n *tree.Node, key string, value *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, Value: value})
}

// appendHead writes all that stands before the first block.
func (t *Table) appendHead(dst []byte) []byte {
	dst = append(dst, magic...)
	dst = binary.LittleEndian.AppendUint16(dst, version)
	lengthAt := len(dst)
	dst = append(dst, 0, 0, 0, 0)
	start := len(dst)

	json := tree.AppendJSON(nil, headTree(t.head.Story()))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(json)))
	dst = append(dst, json...)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(t.total))
	dst = binary.LittleEndian.AppendUint64(dst, uint64(t.from))
	dst = binary.LittleEndian.AppendUint64(dst, uint64(t.to))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(t.lanes)))
	for _, name := range t.lanes {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(len(name)))
		dst = append(dst, name...)
	}
	dst = binary.LittleEndian.AppendUint32(dst, crc32.ChecksumIEEE(dst[start:]))
	binary.LittleEndian.PutUint32(dst[lengthAt:], uint32(len(dst)-start))
	return dst
}

// HeadSize is how many bytes of the file come before the first event. A decoder
// that has them has a Table.
func (t *Table) HeadSize() int { return len(t.appendHead(nil)) }

// readHead makes a table without events of a head, whose sum is right.
func readHead(head []byte) (*Table, *Error) {
	r := reader{rest: head[:len(head)-crcSize]}
	json := r.take(r.number(4))
	total, from, to, lanes := r.number(4), int64(r.number(8)), int64(r.number(8)), r.number(4)
	if r.short {
		return nil, damaged("a head whose parts do not fit")
	}
	root, err := tree.ParseJSONWithin(json, maxHead)
	if err != nil {
		return nil, damaged("a head that is no JSON: " + data.ProblemOf(err).String())
	}
	decoded, err := data.DecodeHead(root)
	if err != nil {
		return nil, damaged("a head that is no story: " + err.Error())
	}
	t := newTable(decoded)
	t.total, t.from, t.to = int(total), from, to
	seen := map[string]bool{}
	for range lanes {
		name := string(r.take(r.number(2)))
		if r.short {
			return nil, damaged("a head whose parts do not fit")
		}
		if what, _, bad := data.LabelFault(name); bad {
			return nil, damaged("the name of a lane with " + what)
		}
		if seen[name] {
			return nil, damaged("two lanes of one name")
		}
		seen[name] = true
		t.lanes = append(t.lanes, name)
	}
	switch {
	case len(r.rest) > 0:
		return nil, damaged("a head whose parts do not fit")
	case t.total == 0:
		return nil, damaged("a table without events")
	case from >= to || from < earliest || to > latest:
		return nil, damaged("a table whose time ends before it begins, or is none")
	}
	if fault := t.tooMany(); fault != nil {
		return nil, fault
	}
	return t, nil
}

// tooMany finds what there is more of than can be numbered.
func (t *Table) tooMany() *Error {
	for _, x := range [...]struct {
		n    int
		what string
	}{{len(t.lanes), "lanes"}, {len(t.people), "people"}, {len(t.places), "places"}, {len(t.sources), "sources"}, {len(t.kinds), "kinds"}} {
		limit := most
		if x.what == "kinds" {
			limit = mostKinds
		}
		if x.n > limit {
			return &Error{What: strconv.Itoa(x.n) + " " + x.what, Fix: "a table of events has at most " + strconv.Itoa(limit) + "; join some of them"}
		}
	}
	return nil
}

// reader takes numbers and texts from the front of bytes. After one that is too
// long it is short, and gives nothing more.
type reader struct {
	rest  []byte
	short bool
}

func (r *reader) take(n uint64) []byte {
	if r.short || n > uint64(len(r.rest)) {
		r.short = true
		return nil
	}
	part := r.rest[:n]
	r.rest = r.rest[n:]
	return part
}

func (r *reader) number(size uint64) (n uint64) {
	for i, c := range r.take(size) {
		n |= uint64(c) << (8 * i)
	}
	return n
}
