package publish

import (
	"fmt"
	"strings"
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

func standIns() []standIn {
	return []standIn{
		{"Sans", 400, []string{"Arial", "Liberation Sans", "Arimo", "Helvetica"}, 102},
		{"Sans", 700, []string{"Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold", "Helvetica-Bold"}, 101},
		{"Sans", 400, []string{"Roboto", "Roboto-Regular"}, 102},
		{"Sans", 700, []string{"Roboto Bold", "Roboto-Bold"}, 106},
		{"Sans", 400, []string{"DejaVu Sans"}, 91},
		{"Sans", 700, []string{"DejaVu Sans Bold"}, 86},
		{"Serif", 400, []string{"Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"}, 114},
		{"Serif", 700, []string{"Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"}, 114},
		{"Serif", 400, []string{"DejaVu Serif"}, 92},
		{"Serif", 700, []string{"DejaVu Serif Bold"}, 88},
	}
}

// Noto's ascent and descent, in percent of its size: a stand-in's lines are as
// high as ours.
const (
	notoAscent  = 106.9
	notoDescent = 29.3
)

// familyRules declare the stand-ins, and --sans and --serif: ours first, then the
// story's own, if it brings fonts, then whatever of the stand-ins the system has.
// arabic are the letters that a page has in Arabic script, as style sheets write
// them, or empty.
func familyRules(own bool, arabic string) string {
	var b strings.Builder
	families := map[string]string{"Sans": `"Barline Sans"`, "Serif": `"Barline Serif"`}
	if own {
		for name := range families {
			families[name] += fmt.Sprintf(", %q", "Barline Own "+name)
		}
	}
	if arabic != "" {
		for i, s := range arabicStandIns() {
			name := fmt.Sprintf("Barline Arabic %d", i/2+1)
			if s.weight == 400 {
				families[s.family] += fmt.Sprintf(", %q", name)
			}
			b.WriteString(s.rule(name, " unicode-range: "+arabic+";"))
		}
	}
	for i, s := range standIns() {
		// Two weights make one family.
		name := fmt.Sprintf("Barline %s %d", s.family, i/2+1)
		if s.weight == 400 {
			families[s.family] += fmt.Sprintf(", %q", name)
		}
		b.WriteString(s.rule(name, ""))
	}
	fmt.Fprintf(&b, ":root { --sans: %s, sans-serif; --serif: %s, \"Noto Serif\", serif; }\n", families["Sans"], families["Serif"])
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
