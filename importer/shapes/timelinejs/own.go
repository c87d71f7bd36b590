package timelinejs

import (
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
)

// own reads what barline wrote of a story beside what TimelineJS has fields for.
func (r *reader) own(v literal.Value) {
	if v.Kind != literal.Object {
		return
	}
	r.ours = true
	if lang := v.Get("lang").Scalar(); data.IsLanguage(lang) {
		r.draft.Lang = lang
	}
	if z := v.Get("zone"); z.Get("name").Scalar() != "" && data.IsOffset(z.Get("offset").Scalar()) {
		r.draft.Zone = draft.Zone{Name: z.Get("name").Scalar(), Offset: z.Get("offset").Scalar()}
	}
	for _, m := range v.Get("lanes").Members {
		if name := m.Value.Scalar(); name != "" && !r.lanes[name] {
			r.lanes[name] = true
			r.draft.Lanes = append(r.draft.Lanes, name)
		}
	}
}

// exactDate is the date that barline wrote beside those of a slide, if they are still
// the ones that it stood beside.
func exactDate(v literal.Value) (date string, ok bool) {
	date = v.Path("x_barline", "date").Scalar()
	if _, err := edtf.Parse(date); err != nil {
		return "", false
	}
	var parts []string
	for _, key := range []string{"start_date", "end_date"} {
		d := v.Get(key)
		parts = append(parts, strings.Join([]string{d.Get("year").Scalar(), d.Get("month").Scalar(), d.Get("day").Scalar(),
			d.Get("hour").Scalar(), d.Get("minute").Scalar(), d.Get("second").Scalar()}, " "))
	}
	parts = append(parts, v.Get("display_date").Scalar())
	return date, strings.Join(parts, "/") == v.Path("x_barline", "beside").Scalar()
}
