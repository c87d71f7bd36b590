package publish

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"barline/assets/fonts"
)

// A standIn is a font of the reader's system that is seen until ours arrives.
// Its letters are scaled to set words about as wide as ours, and never wider,
// so that no line breaks that will not, and no button is wider than it will be.
type standIn struct {
	family string // ours
	weight int
	// local are the names that the font goes by on one system or another.
	local []string
	// scale is the least of ours over theirs, in percent, among the words of
	// the page: measured in Chromium, the fonts being Arial's and Times's
	// metric twins Liberation, Roboto and DejaVu.
	scale float64
}

// DejaVu comes first: where it is missing, looking for it costs little; it is on
// Linux, where every name that is not there costs a search of all fonts.
func standIns() []standIn {
	return []standIn{
		{"Sans", 400, []string{"DejaVu Sans"}, 91},
		{"Sans", 700, []string{"DejaVu Sans Bold"}, 86},
		{"Sans", 400, []string{"Arial", "Liberation Sans", "Arimo", "Helvetica"}, 102},
		{"Sans", 700, []string{"Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold", "Helvetica-Bold"}, 101},
		{"Sans", 400, []string{"Roboto", "Roboto-Regular"}, 102},
		{"Sans", 700, []string{"Roboto Bold", "Roboto-Bold"}, 106},
		{"Serif", 400, []string{"DejaVu Serif"}, 92},
		{"Serif", 700, []string{"DejaVu Serif Bold"}, 88},
		{"Serif", 400, []string{"Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"}, 114},
		{"Serif", 700, []string{"Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"}, 114},
	}
}

// Noto's ascent and descent, in percent of its size: a stand-in's lines are as
// high as ours.
const (
	notoAscent  = 106.9
	notoDescent = 29.3
)

// familyRules declare the stand-ins, and --sans and --serif: whatever of the
// stand-ins the system has. Ours are added by the late sheet that declares them
// (fontFamilies): before it they would be names to search the whole system for,
// and a browser does so, for every weight, before it sets its first word.
// arabic are the letters that a page has in Arabic script, as style sheets write
// them, or empty.
// Of a theme's own choice of families, f, each has the stand-ins of what it is set in.
func familyRules(arabic string, f fonts.Families) string {
	var b strings.Builder
	families := map[string][]string{}
	declare := func(prefix string, standIns []standIn, more string) {
		for i, s := range standIns {
			// Two weights make one family.
			name := fmt.Sprintf("Barline %s %d", prefix, i/2+1)
			if s.weight == 400 {
				families[s.family] = append(families[s.family], strconv.Quote(name))
			}
			b.WriteString(s.rule(name, more))
		}
	}
	if arabic != "" {
		declare("Arabic", arabicStandIns(), " unicode-range: "+arabic+";")
	}
	declare("Latin", standIns(), "")
	sans, serif := strings.Join(families["Sans"], ", ")+", sans-serif", strings.Join(families["Serif"], ", ")+`, "Noto Serif", serif`
	text, heading := sans, serif
	if f.SerifText {
		text = serif
	}
	if f.SansHeading {
		heading = sans
	}
	fmt.Fprintf(&b, ":root { --standin-sans: %s; --standin-serif: %s; --sans: var(--standin-sans); --serif: var(--standin-serif) }\n", text, heading)
	return b.String()
}

// fontFamilies put our fonts before the stand-ins, before ours the theme's, and after
// ours the story's own, if it brings any.
func fontFamilies(files []fontName) string {
	var b strings.Builder
	b.WriteString(":root {")
	for _, family := range []string{"Sans", "Serif"} {
		names := strconv.Quote("Barline " + family)
		if slices.ContainsFunc(files, func(f fontName) bool { return f.first && f.isSet(family == "Serif") }) {
			names = strconv.Quote("Barline Theme "+family) + ", " + names
		}
		if slices.ContainsFunc(files, fontName.own) {
			names += ", " + strconv.Quote("Barline Own "+family)
		}
		lower := strings.ToLower(family)
		fmt.Fprintf(&b, " --%s: %s, var(--standin-%[1]s);", lower, names)
	}
	b.WriteString(" }\n")
	return b.String()
}

// rule declares a stand-in under a name; more is what else is to be said of it.
func (s standIn) rule(name, more string) string {
	var sources []string
	for _, l := range s.local {
		sources = append(sources, fmt.Sprintf("local(%q)", l))
	}
	return fmt.Sprintf("@font-face { font-family: %q; font-weight: %d; src: %s; size-adjust: %.0f%%; ascent-override: %.1f%%; descent-override: %.1f%%; line-gap-override: 0%%;%s }\n",
		name, s.weight, strings.Join(sources, ", "), s.scale, notoAscent*100/s.scale, notoDescent*100/s.scale, more)
}

// arabicStandIns stand in for letters in Arabic script, which others set much
// wider than ours: the same font where a system has it, and the one that free
// systems have. Of others nobody here could measure the widths.
func arabicStandIns() []standIn {
	return []standIn{
		{"Sans", 400, []string{"Noto Sans Arabic", "NotoSansArabic-Regular", "Noto Sans Arabic UI"}, 100},
		{"Sans", 700, []string{"Noto Sans Arabic Bold", "NotoSansArabic-Bold"}, 100},
		{"Sans", 400, []string{"DejaVu Sans"}, 68},
		{"Sans", 700, []string{"DejaVu Sans Bold"}, 68},
		{"Serif", 400, []string{"Noto Sans Arabic", "NotoSansArabic-Regular", "Noto Sans Arabic UI"}, 100},
		{"Serif", 700, []string{"Noto Naskh Arabic Bold", "NotoNaskhArabic-Bold"}, 100},
		{"Serif", 400, []string{"DejaVu Sans"}, 68},
		{"Serif", 700, []string{"DejaVu Sans Bold"}, 68},
	}
}
