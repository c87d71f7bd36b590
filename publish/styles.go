package publish

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"barline/assets"
	"barline/assets/themes"
	"barline/scene"
	"barline/timeline/view"
	"barline/web"
)

// pageStyle is the style sheet that stands in the page: palettes, the places
// of everything on every rung, and the rules of these files. It names no file, so that it is
// the same on every page of a site and the policy can allow it by its hash.
func pageStyle(o Options, stills []still, h heights, l *themes.Look, sheets ...string) ([]byte, error) {
	css, err := pageSheet(stills, h, l, sheets...)
	if err != nil || o.Draft != nil {
		return css, err
	}
	return o.Bundles.shortened(sheets[0], css)
}

// pageSheet is that style sheet before it is shortened.
func pageSheet(stills []still, h heights, l *themes.Look, sheets ...string) ([]byte, error) {
	var b strings.Builder
	b.WriteString(familyRules(h.arabic, l.Families()))
	palettes(&b, &l.Palettes)
	if px := l.Theme.Corners; px != nil {
		fmt.Fprintf(&b, ":root { --corners: %vpx }\n", *px)
	}
	fmt.Fprintf(&b, ":root { --open: %s; --close: %s }\n", cssString(h.openQuote), cssString(h.closeQuote))
	var drawings [][]byte
	for _, s := range stills {
		drawings = append(drawings, s.svg)
	}
	b.WriteString(paintRules(drawings...))
	for _, group := range h.controls {
		for _, c := range group {
			fmt.Fprintf(&b, "[data-action=%q] { --wide: %spx }\n", c.action, px(c.widthPx))
		}
	}
	b.WriteString(h.signed.rules())
	rungRules(&b, stills, h)
	printRules(&b, stills, h)
	for _, name := range sheets {
		rules, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			return nil, err
		}
		if rules, err = sized(name, rules, h.gaps); err != nil {
			return nil, err
		}
		b.Write(rules)
	}
	css, err := withoutContainers(b.String())
	return []byte(css), err
}

// lateStyle is the style sheet that follows the page: our fonts, which lie
// beside it, and late.css.
func lateStyle(files []fontName, o Options) ([]byte, error) {
	rules, err := fs.ReadFile(web.Files(), "late.css")
	if err != nil {
		return nil, err
	}
	if rules, err = sized("late.css", rules, gaps{}); err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(fontRules(files))
	b.WriteString(fontFamilies(files))
	b.Write(rules)
	if o.Draft != nil {
		return []byte(b.String()), nil
	}
	return o.Bundles.style("late.css", []byte(b.String()))
}

// cssString writes a text as CSS has it: Go's own escapes mean nothing there.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == '"' || r == '\\' || r == '<' || r < ' ' || r == 0x7f {
			fmt.Fprintf(&b, "\\%X ", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

// palettes writes a theme as CSS variables. Print is light, whatever the theme.
func palettes(b *strings.Builder, p *themes.Palettes) {
	light, dark, lightMore, darkMore := p.Light, p.Dark, p.LightMore, p.DarkMore
	const isDark, more = "(prefers-color-scheme: dark)", "(prefers-contrast: more)"
	fmt.Fprintf(b, ":root { color-scheme: light; %s}\n", variables(&light))
	fmt.Fprintf(b, "@media screen and %s { :root:not([data-theme=\"light\"]) { color-scheme: dark; %s} }\n", isDark, variables(&dark))
	fmt.Fprintf(b, "@media screen { :root[data-theme=\"dark\"] { color-scheme: dark; %s} }\n", variables(&dark))
	// More contrast comes after both, in the system's words or the address's.
	const asked = ":not([data-contrast=\"standard\"])"
	fmt.Fprintf(b, "@media screen and %s { :root%s { %s} }\n@media screen { :root[data-contrast=\"more\"] { %[3]s} }\n", more, asked, variables(&lightMore))
	fmt.Fprintf(b, "@media screen and %s and %s { :root%s:not([data-theme=\"light\"]) { %s} }\n", more, isDark, asked, variables(&darkMore))
	fmt.Fprintf(b, "@media screen and %s { :root[data-theme=\"dark\"]%s { %s} }\n", more, asked, variables(&darkMore))
	fmt.Fprintf(b, "@media screen and %s { :root[data-contrast=\"more\"]:not([data-theme=\"light\"]) { %s} }\n", isDark, variables(&darkMore))
	fmt.Fprintf(b, "@media screen { :root[data-contrast=\"more\"][data-theme=\"dark\"] { %s} }\n", variables(&darkMore))
	if print := p.Print(); print != light {
		fmt.Fprintf(b, "@media print { :root:root { %s} }\n", variables(&print))
	}
	// The system's choice of colours outdoes ours: it comes last and is as specific.
	b.WriteString("@media (forced-colors: active) { :root:root:root:root { ")
	for paint, name := range assets.Forced() {
		fmt.Fprintf(b, "--%s: %s; ", scene.Paint(paint), name)
	}
	b.WriteString("} }\n")
}

// paintRules fill, stroke and grade what the given drawings call by a paint's
// name.
func paintRules(drawings ...[]byte) string {
	var b strings.Builder
	for p := range scene.NumPaints {
		for _, use := range [...]struct{ ending, rule string }{
			{"", "fill: var(--%s)"}, {"-s", "fill: none; stroke: var(--%s)"}, {"-c", "stop-color: var(--%s)"},
		} {
			class := p.String() + use.ending
			if slices.ContainsFunc(drawings, func(d []byte) bool {
				return bytes.Contains(d, []byte(`class="`+class+`"`)) || bytes.Contains(d, []byte(`class="`+class+" "))
			}) {
				fmt.Fprintf(&b, "svg .%s { "+use.rule+" }\n", class, p)
			}
		}
	}
	return b.String()
}

// rungRules writes what each rung of the ladder lays out in its own way: its
// picture, its sizes and the places of its events. A wider page takes all that
// narrower ones have and then what differs, so that no rule repeats another:
// on phones a bar that grows is one declaration a rung.
func rungRules(b *strings.Builder, stills []still, h heights) {
	said := map[string]string{} // what a page this wide has been told, by selector and property
	rule := func(selector string, declarations ...declaration) {
		var changed []string
		for _, d := range declarations {
			key := selector + " " + d.property
			if said[key] != d.value {
				said[key] = d.value
				changed = append(changed, d.property+": "+d.value)
			}
		}
		if len(changed) > 0 {
			fmt.Fprintf(b, "%s { %s }\n", selector, strings.Join(changed, "; "))
		}
	}
	for i, s := range stills {
		if i > 0 {
			fmt.Fprintf(b, "@container barline (width >= %spx) {\n", px(s.widthPx))
			rule(".r"+px(stills[i-1].widthPx), declaration{"display", "none !important"})
		}
		rule(".r"+px(s.widthPx), declaration{"display", "block !important"})
		head := h.head(s.widthPx)
		rule(".barline > *, .figure > *", length("--rung", s.widthPx), length("--figure", s.heightPx), length("--margin", view.Margin(s.widthPx)),
			length("--headline", headlinePx(head, s.widthPx)), length("--totals", bodyPx(head.totals)))
		if h.signed != nil {
			rule(".signed", length("min-height", h.signed.heightPx(h.fonts, s.widthPx)))
		}
		for k, paragraph := range head.standfirst {
			rule(".standfirst:nth-of-type("+strconv.Itoa(k+1)+")", length("--standfirst", bodyPx(paragraph)))
		}
		for _, e := range s.events {
			rule(`[data-event="`+e.id+`"]`, length("left", e.hit.X), length("top", e.hit.Y), length("width", e.hit.W), length("height", e.hit.H))
		}
		if i > 0 {
			b.WriteString("}\n")
		}
	}
}

// printRules give Firefox one picture on paper, about as wide as a page of it is:
// there it draws none that a container query has chosen.
func printRules(b *strings.Builder, stills []still, h heights) {
	const paperPx = 700
	if len(stills) == 0 {
		return
	}
	s := stills[0]
	for _, wider := range stills {
		if wider.widthPx <= paperPx {
			s = wider
		}
	}
	fmt.Fprintf(b, "@supports (-moz-appearance: none) { @media print {\n.barline { container-type: normal }\n.still > svg { display: none !important }\n.still > .r%s { display: block !important }\n", px(s.widthPx))
	fmt.Fprintf(b, ".barline > *, .figure > * { --rung: %spx; --figure: %spx; --margin: %spx }\n} }\n", px(s.widthPx), px(s.heightPx), px(view.Margin(s.widthPx)))
}

type declaration struct{ property, value string }

func length(property string, v float64) declaration { return declaration{property, px(v) + "px"} }

func variables(p *scene.Palette) string {
	var b strings.Builder
	for paint := range scene.NumPaints {
		c := p[paint]
		// In custom properties esbuild writes nothing anew, and the oldest browsers
		// know no colours of eight digits.
		if c.A == 0xFF {
			fmt.Fprintf(&b, "--%s: #%02x%02x%02x; ", paint, c.R, c.G, c.B)
		} else {
			fmt.Fprintf(&b, "--%s: rgba(%d,%d,%d,%s); ", paint, c.R, c.G, c.B, strings.TrimPrefix(fmt.Sprintf("%.3g", float64(c.A)/255), "0"))
		}
	}
	return b.String()
}
