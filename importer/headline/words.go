package headline

import "strings"

// language is how a language names a timeline by its years. It is what the interface
// says (timeline/words/languages), which a test compares.
type language struct {
	timeline  string
	comma     string
	span      string // from one year to another
	wide      string // the same of years in two eras
	bc, ad    string
	eraYear   string // a year before its era, where it is not the number alone
	thousands string
	zero      rune // the digit, where digits are not 0 to 9
}

// find is the language of a tag, or of what it is a kind of: that of nb for nb-NO. It
// is English where there is none.
func find(tag string) (w *language, known bool) {
	for part := strings.ToLower(tag); part != ""; {
		switch part {
		case "no":
			part = "nb"
		case "prs":
			part = "fa-af"
		}
		if w := of(part); w != nil {
			return w, true
		}
		cut := strings.LastIndexByte(part, '-')
		part = part[:max(cut, 0)]
	}
	return of("en"), tag == ""
}

// of is the language of exactly this tag in small letters, or nil.
func of(tag string) *language {
	switch tag {
	case "en":
		return &language{timeline: "Timeline", comma: ", ", span: "Timeline, {from} to {to}", wide: "{from} – {to}",
			bc: "{date} BC", ad: "{date} AD", thousands: ","}
	case "de":
		return &language{timeline: "Zeitleiste", comma: ", ", span: "Zeitleiste, {from} bis {to}", wide: "{from} – {to}",
			bc: "{date} v. Chr.", ad: "{date} n. Chr.", thousands: "."}
	case "es":
		return &language{timeline: "Cronología", comma: ", ", span: "Cronología, {from}–{to}", wide: "{from} – {to}",
			bc: "{date} a. C.", ad: "{date} d. C.", thousands: "."}
	case "fr":
		return &language{timeline: "Chronologie", comma: ", ", span: "Chronologie, {from}–{to}", wide: "{from} – {to}",
			bc: "{date} av. J.-C.", ad: "{date} ap. J.-C.", thousands: "\u202f"}
	case "nb":
		return &language{timeline: "Tidslinje", comma: ", ", span: "Tidslinje, {from}–{to}", wide: "{from}–{to}",
			bc: "{date} f.Kr.", ad: "{date} e.Kr.", thousands: "\u00a0"}
	case "ru":
		return &language{timeline: "Хронология", comma: ", ", span: "Хронология, {from}–{to}", wide: "{from} – {to}",
			bc: "{date} до н. э.", ad: "{date} н. э.", eraYear: "{year} г.", thousands: "\u00a0"}
	case "uk":
		return &language{timeline: "Хронологія", comma: ", ", span: "Хронологія, {from}–{to}", wide: "{from} – {to}",
			bc: "{date} до н. е.", ad: "{date} н. е.", eraYear: "{year} р.", thousands: "\u00a0"}
	case "tr":
		return &language{timeline: "Zaman çizelgesi", comma: ", ", span: "Zaman çizelgesi, {from}–{to}", wide: "{from} – {to}",
			bc: "MÖ {date}", ad: "MS {date}", thousands: "."}
	case "ar":
		return &language{timeline: "الخط الزمني", comma: "، ", span: "الخط الزمني، {from}–{to}", wide: "{from} – {to}",
			bc: "{date} ق.م", ad: "{date} م", thousands: ","}
	case "fa":
		return &language{timeline: "گاه\u200cشمار", comma: "، ", span: "گاه\u200cشمار، {from} تا {to}", wide: "{from} – {to}",
			bc: "{date} ق.م.", ad: "{date} م.", thousands: "٬", zero: '۰'}
	case "fa-af":
		return &language{timeline: "خط زمانی", comma: "، ", span: "خط زمانی، {from} تا {to}", wide: "{from} – {to}",
			bc: "{date} ق.م.", ad: "{date} م.", thousands: "٬", zero: '۰'}
	case "ps":
		return &language{timeline: "د وخت کرښه", comma: "، ", span: "د وخت کرښه، {from} – {to}", wide: "{from} – {to}",
			bc: "{date} له میلاد وړاندې", ad: "{date} م.", thousands: "٬", zero: '۰'}
	}
	return nil
}
