package oldcss

import "regexp"

// where in a style sheet something stands.
type where int

const (
	atRule where = iota
	selector
	property
	value
	media
)

// feature is something that not all browsers of ten years know.
type feature struct {
	where   where
	name    string
	pattern string // in what stands there
	since   Browsers
	// without says what is so where it is not known, and that this will do.
	// Empty: it must be guarded.
	without string
}

func (f feature) in(w where, text string) bool {
	return f.where == w && regexp.MustCompile(f.pattern).MatchString(text)
}

// features are those that our sheets may want, and since when browsers have them, by
// the data of MDN's browser compatibility tables. 0: not yet.
func features() []feature {
	return []feature{
		{atRule, "@container", `^@container`, Browsers{16, 105, 110}, ""},
		{atRule, "@layer", `^@layer`, Browsers{15.4, 99, 97}, ""},
		{atRule, "@property", `^@property`, Browsers{16.4, 85, 128}, ""},
		{atRule, "nesting", `^&|[^)]&`, Browsers{17.2, 120, 117}, ""},
		{selector, ":popover-open", `:popover-open`, Browsers{17, 114, 125}, "a rule for [data-on] says the same"},
		{selector, ":has()", `:has\(`, Browsers{15.4, 105, 121}, "what it marks is unmarked"},
		{selector, ":is()", `:is\(|:where\(`, Browsers{14, 88, 78}, ""},
		{selector, ":focus-visible", `:focus-visible`, Browsers{15.4, 86, 85}, "the browser's own ring is seen"},
		{selector, "::details-content", `::details-content`, Browsers{18.4, 131, 143}, "the transcript is unfolded by hand, or by the script before it is printed"},
		{selector, ":dir()", `:dir\(`, Browsers{16.4, 120, 49}, ""},
		{property, "inset", `^inset`, Browsers{14.1, 87, 66}, ""},
		{property, "gap", `^(row-|column-)?gap$`, Browsers{14.1, 84, 63}, "controls stand closer together"},
		{property, "logical longhands", `^(padding|margin)-(inline|block)-(start|end)$|^border-inline-start$|^border-inline-end$`, Browsers{12.1, 69, 41}, "a quotation is not indented"},
		{property, "logical shorthands", `^(padding|margin)-(inline|block)$`, Browsers{14.1, 87, 66}, ""},
		{property, "container", `^container(-type|-name)?$`, Browsers{16, 105, 110}, "media queries choose"},
		{property, "overscroll-behavior", `^overscroll-behavior`, Browsers{16, 63, 59}, "the page scrolls on after the popover"},
		{property, "content-visibility", `^content-visibility`, Browsers{18, 85, 125}, "stands in rules for ::details-content alone"},
		{property, "scroll-margin", `^scroll-(margin|padding)`, Browsers{14.1, 69, 68}, "the section stands at the window's edge"},
		{property, "scrollbar-width", `^scrollbar-(width|gutter|color)`, Browsers{18.2, 121, 64}, "a scrollbar is seen"},
		{property, "forced-color-adjust", `^forced-color-adjust`, Browsers{0, 89, 113}, "there are no forced colours"},
		{property, "color-scheme", `^color-scheme`, Browsers{13, 81, 96}, "scrollbars stay light"},
		{property, "text-underline-offset", `^text-underline-offset`, Browsers{12.1, 87, 70}, "the line is nearer"},
		{property, "text-wrap", `^text-wrap`, Browsers{17.5, 114, 121}, "a headline's lines are of unequal length"},
		{property, "metrics of stand-ins", `^(ascent|descent|line-gap)-override$|^size-adjust$`, Browsers{0, 92, 92}, "words move once when our fonts come"},
		{property, "aspect-ratio", `^aspect-ratio`, Browsers{15, 88, 89}, ""},
		{property, "text-size-adjust", `^(-[a-z]+-)?text-size-adjust`, Browsers{0, 54, 0}, "a phone on its side may set words larger"},
		{property, "own transforms", `^(translate|rotate|scale)$`, Browsers{14.1, 104, 72}, ""},
		{property, "touch-action", `^touch-action`, Browsers{13, 36, 52}, "the finger is the page's"},
		{property, "font-display", `^font-display`, Browsers{11.1, 60, 58}, "words wait for our fonts, three seconds at most"},
		{property, "appearance", `^appearance`, Browsers{15.4, 84, 80}, "the prefixed one stands before it"},
		{property, "break", `^break-(before|after|inside)`, Browsers{10, 50, 65}, "a page ends where it ends"},
		{property, "overflow of two values", `^overflow$`, Browsers{1, 1, 1}, ""},
		{value, "min(), max(), clamp()", `(^|[^a-z-])(min|max|clamp)\(`, Browsers{13.1, 79, 75}, ""},
		{value, "color-mix()", `color-mix\(`, Browsers{16.2, 111, 113}, ""},
		{value, "colours of eight digits", `#[0-9a-fA-F]{8}\b`, Browsers{9.1, 62, 49}, ""},
		{value, "units of a line", `\d(lh|rlh|cap|ic)\b`, Browsers{16.4, 109, 120}, ""},
		{value, "units of what is seen", `\d[dsl]v[hwib]\b`, Browsers{15.4, 108, 101}, ""},
		{value, "units of a container", `\dcq[whib]`, Browsers{16, 105, 110}, ""},
		{value, "overflow: clip", `^clip$`, Browsers{16, 90, 81}, "body clips"},
		{value, "overflow-wrap: anywhere", `^anywhere$`, Browsers{15.4, 80, 65}, ""},
		{value, "fit-content", `fit-content`, Browsers{11, 46, 94}, "it is as wide as there is room"},
		{value, "start in a row", `^(start|end)$`, Browsers{9, 57, 45}, "stands in text-align alone"},
		{value, "calc with division of units", `\bround\(|\bmod\(|\bsin\(`, Browsers{15.4, 125, 118}, ""},
		{value, "system-ui", `system-ui`, Browsers{11, 56, 92}, "the next font of the list is taken"},
		{media, "ranges", `\(\s*(width|height)\s*[<>=]`, Browsers{16.4, 104, 102}, ""},
		{media, "scripting", `\(scripting`, Browsers{17, 120, 113}, "controls that need a script are seen, and cannot be pressed"},
		{media, "prefers-color-scheme", `\(prefers-color-scheme`, Browsers{12.1, 76, 67}, "it is light"},
		{media, "prefers-contrast", `\(prefers-contrast`, Browsers{14.1, 96, 101}, "contrast is the usual one"},
		{media, "forced-colors", `\(forced-colors`, Browsers{16, 89, 81}, "there are none"},
		{media, "prefers-reduced-motion", `\(prefers-reduced-motion`, Browsers{10.1, 74, 63}, "the script asks"},
	}
}

// old are the names that browsers had ten years ago, by where they stand.
func old(w where) string {
	switch w {
	case atRule:
		return "@media @supports @font-face @keyframes @page @charset"
	case selector:
		return "::selection ::-webkit-details-marker :active :after :before ::after ::before :disabled :enabled :first-child :last-child :hover :focus :not :root :target :nth-child"
	case property:
		return "align-items align-self animation background background-color background-image background-position background-repeat background-size " +
			"border border-bottom border-collapse border-color border-left border-left-color border-radius border-right border-top border-width bottom box-shadow box-sizing " +
			"clip-path color content cursor direction display fill flex flex-direction flex-wrap font font-family font-size font-style font-weight " +
			"grid-template-columns height isolation justify-content left letter-spacing line-height list-style margin margin-bottom margin-left margin-right margin-top " +
			"max-height max-width min-height min-width opacity outline outline-color outline-offset overflow overflow-wrap overflow-x overflow-y " +
			"padding padding-bottom padding-left padding-right padding-top pointer-events position quotes resize right src stop-color stroke " +
			"text-align text-decoration text-overflow text-rendering top transform transform-origin transition unicode-range vertical-align visibility " +
			"white-space width will-change z-index"
	case value:
		return "calc inset linear-gradient local rgba rgb rotate scaleX translate url var format attr"
	default:
		return ""
	}
}
