package publish

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"barline/assets"
	"barline/scene"
	"barline/timeline/layout"
	"barline/web"
)

// pageStyle is the style sheet that stands in the page: palettes, the places
// of everything on every rung, and the rules of these files. It names no file, so that it is
// the same on every page of a site and the policy can allow it by its hash.
func pageStyle(stills []still, h heights, sheets ...string) ([]byte, error) {
	var b strings.Builder
	b.WriteString(familyRules(h.ownFonts, h.arabic) + "@layer theme {\n")
	palettes(&b)
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
	for i, s := range stills {
		head := h.head(s.widthPx)
		fmt.Fprintf(&b, "@container barline %s {\n", between(stills, i))
		fmt.Fprintf(&b, ".barline > *, .figure > * { --rung: %spx; --figure: %spx; --margin: %spx; --headline: %d; --standfirst: %d; --totals: %d; }\n.r%[1]s { display: block !important; }\n",
			px(s.widthPx), px(s.heightPx), px(layout.Margin(s.widthPx)), head.headline, head.standfirst, head.totals)
		for _, e := range s.events {
			fmt.Fprintf(&b, "[data-event=\"%s\"] { left: %spx; top: %spx; width: %spx; height: %spx; }\n", e.id, px(e.hit.X), px(e.hit.Y), px(e.hit.W), px(e.hit.H))
		}
		b.WriteString("}\n")
	}
	b.WriteString("}\n")
	for _, name := range sheets {
		rules, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			return nil, err
		}
		b.Write(rules)
	}
	return style(sheets[0], []byte(b.String()))
}

// lateStyle is the style sheet that follows the page: our fonts, which lie
// beside it, and late.css.
func lateStyle(files []fontName) ([]byte, error) {
	rules, err := fs.ReadFile(web.Files(), "late.css")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(fontRules(files))
	b.Write(rules)
	return style("late.css", []byte(b.String()))
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

// palettes writes the themes as CSS variables. Paper is light: print is, too.
func palettes(b *strings.Builder) {
	light, dark, lightMore, darkMore := assets.Light(), assets.Dark(), assets.LightMore(), assets.DarkMore()
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

// between is the container condition under which a rung is the one shown.
func between(stills []still, i int) string {
	switch {
	case i == 0:
		return "(width < " + px(stills[1].widthPx) + "px)"
	case i == len(stills)-1:
		return "(width >= " + px(stills[i].widthPx) + "px)"
	}
	return "(" + px(stills[i].widthPx) + "px <= width < " + px(stills[i+1].widthPx) + "px)"
}

func variables(p *scene.Palette) string {
	var b strings.Builder
	for paint := range scene.NumPaints {
		c := p[paint]
		fmt.Fprintf(&b, "--%s: #%02x%02x%02x", paint, c.R, c.G, c.B)
		if c.A != 0xFF {
			fmt.Fprintf(&b, "%02x", c.A)
		}
		b.WriteString("; ")
	}
	return b.String()
}
