package data

import (
	"slices"
	"strconv"

	"barline/data/edtf"
	"barline/data/tree"
)

func (d *decoder) decodeKind(n *tree.Node) {
	o, ok := d.object(n, kindFields()...)
	if !ok {
		return
	}
	k := Kind{
		ID:     d.id(o),
		Name:   d.required(o, "name", maxName),
		Plural: d.optional(o, "plural", maxName),
		Paint:  Paint(d.word(o, "paint", paintNames()...)),
	}
	if k.Plural == "" {
		k.Plural = k.Name
	}
	if k.ID == "event" {
		d.faults.add(o.get("id"), "the id event is that of events without a kind", "write another id, such as occasion")
	}
	d.define(&d.kinds, o, k.ID, len(d.story.kinds))
	d.story.kinds = append(d.story.kinds, k)
}

// kind reads the kind of an event. The story may declare the built-in ones anew,
// to name and paint them itself.
func (d *decoder) kind(n *tree.Node) Kind {
	if n == nil {
		return Kind{}
	}
	if n.Kind != tree.String {
		d.wrongKind(n, textKind)
		return Kind{}
	}
	if e, ok := d.kinds.entries[n.Text]; ok {
		return d.story.kinds[e.at]
	}
	switch n.Text {
	case MeetingID:
		return Meeting()
	case ContextID:
		return Context()
	}
	known := append(slices.Clone(d.kinds.ids), MeetingID, ContextID)
	d.faults.add(n, "nobody declared the kind "+quoted(n.Text), didYouMean(n.Text, known, "add it to the story's kinds, or write one of: "))
	return Kind{}
}

// decodeCount reads what the things are called that the story counts.
func (d *decoder) decodeCount(o object) {
	n := o.get("count")
	if n == nil {
		return
	}
	if n.Kind != tree.Object {
		d.wrongKind(n, "a set of fields")
		return
	}
	names, forms := pluralCategories(d.story.lang), object{n}
	f := &d.story.count
	for _, field := range n.Fields {
		if !slices.Contains(names, field.Key) {
			d.faults.addKey(n, field, quoted(field.Key)+" is no plural form of the language "+d.story.lang, didYouMean(field.Key, names, "write one of: "))
		}
	}
	for _, form := range []struct {
		key string
		at  *string
	}{{"zero", &f.Zero}, {"one", &f.One}, {"two", &f.Two}, {"few", &f.Few}, {"many", &f.Many}} {
		*form.at = d.optional(forms, form.key, maxName)
	}
	f.Other = d.required(forms, "other", maxName)
}

// decodeLanes reads the order of lanes.
func (d *decoder) decodeLanes(o object) {
	first := map[string]*tree.Node{}
	for _, n := range d.list(o, "lanes", false) {
		name, ok := d.text(n, maxName)
		switch before := first[name]; {
		case !ok:
		case name == "":
			d.faults.add(n, "a lane without a name", "write it, or remove it")
		case before != nil:
			d.faults.add(n, "the lane "+quoted(name)+" stands twice", "remove one; the first is "+place(before))
		default:
			first[name] = n
			d.story.lanes = append(d.story.lanes, name)
		}
	}
}

func (d *decoder) decodePeriod(n *tree.Node) {
	o, ok := d.object(n, periodFields()...)
	if !ok {
		return
	}
	p := Period{Title: d.required(o, "title", MaxTitle)}
	if date, ok := d.need(o, "date", "write the stretch from one date to another, such as 1914/1918"); ok {
		p.Date = d.date(date)
	}
	d.story.periods = append(d.story.periods, p)
}

// decodeOpen reads what is in view at first.
func (d *decoder) decodeOpen(o object) {
	n := o.get("open")
	if n == nil {
		return
	}
	view, ok := d.object(n, openFields()...)
	if !ok {
		return
	}
	read := func(key string) (date edtf.Date) {
		n, ok := d.need(view, key, "write a date such as 2025, 2025-03 or 2025-03-14")
		if !ok {
			return date
		}
		if date = d.date(n); date.IsInterval() || date.IsSet() {
			d.faults.add(n, "more than one date", "write one, such as "+date.Start().String())
		}
		return date
	}
	open := Open{From: read("from"), To: read("to")}
	from, _ := open.From.Bounds()
	if _, to := open.To.Bounds(); to <= from && !open.From.IsZero() && !open.To.IsZero() {
		d.faults.add(n, "what is in view at first ends before it begins", "write from: "+open.To.String()+" and to: "+open.From.String())
	}
	d.story.open = open
}

func (d *decoder) decodeLink(n *tree.Node) Link {
	o, ok := d.object(n, linkFields()...)
	if !ok {
		return Link{}
	}
	link := Link{Title: d.optional(o, "title", maxHeadline)}
	if url, ok := d.need(o, "url", "write the address, which begins with https:// or http://"); ok {
		link.URL = d.url(url)
	}
	return link
}

// decodeMedia reads the picture of an event. Whether its file is an image is for
// those to see who can read files.
func (d *decoder) decodeMedia(n *tree.Node) *Media {
	if n == nil {
		return nil
	}
	o, ok := d.object(n, mediaFields()...)
	if !ok {
		return nil
	}
	m := &Media{
		File:    d.required(o, "file", maxHeadline),
		Credit:  d.optional(o, "credit", maxHeadline),
		Caption: d.optional(o, "caption", 0),
	}
	if alt, ok := d.need(o, "alt", "write what the image shows, for readers who cannot see it"); ok {
		if m.Alt, ok = d.text(alt, 0); ok && m.Alt == "" {
			d.faults.add(alt, "empty", "write what the image shows, for readers who cannot see it")
		}
	}
	if file := o.get("file"); file != nil && m.File != "" && !isFileBeside(m.File, MediaEndings()...) {
		fix := "write its name or a path downwards, ending in .jpg, .png, .gif or .webp"
		if isWebAddress(m.File) {
			fix = "write the address as a link under links, or save the image beside the story"
		}
		d.faults.add(file, quoted(m.File)+" is not an image file beside the story", fix)
	}
	if url := o.get("url"); url != nil {
		m.URL = d.url(url)
	}
	return m
}

// MediaEndings are those of the images that a story may bring.
func MediaEndings() []string { return []string{".jpg", ".jpeg", ".png", ".gif", ".webp"} }

// nameEvents gives events without an id one that is made of their date, in the
// story's order.
func (d *decoder) nameEvents() {
	for i := range d.story.events {
		e := &d.story.events[i]
		if e.ID == "" && !e.Date.IsZero() {
			e.ID, e.AutoID = d.freeID(dateID(e.Date)), true
			d.events.entries[e.ID] = entry{at: i}
		}
	}
}

// freeID is the id that is made of a date, with a number behind it where it is taken.
func (d *decoder) freeID(base string) string {
	id := base
	for n := max(2, d.numbers[base]); ; n++ {
		if _, taken := d.events.entries[id]; !taken {
			d.numbers[base] = n
			return id
		}
		id = base + "-" + strconv.Itoa(n)
	}
}
