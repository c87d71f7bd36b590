package looks

import (
	"encoding/base64"
	"fmt"
	"strings"

	"barline/assets/fonts"
	"barline/render/svg"
	"barline/scene"
)

// SVG is a scene as a drawing whose colours are a page's variables (Styles). prefix
// makes its ids unique in the page.
func SVG(s *scene.Scene, prefix string) []byte { return svg.Append(nil, s, prefix, "picture") }

// Styles are the rules of a page of drawings: the fonts, whole, and the colours of a
// theme under each selector.
func Styles(themes map[string]Theme) (string, error) {
	var b strings.Builder
	files, err := fonts.Read()
	if err != nil {
		return "", err
	}
	for _, f := range files {
		for _, face := range f.Faces {
			weight := 400
			if face.Bold() {
				weight = 700
			}
			fmt.Fprintf(&b, "@font-face { font-family: %q; font-weight: %d; src: url(data:font/ttf;base64,%s); unicode-range: %s }\n",
				family(face), weight, base64.StdEncoding.EncodeToString(f.Contents), f.Letters)
		}
	}
	for selector, theme := range themes {
		fmt.Fprintf(&b, "%s {", selector)
		for p := range scene.NumPaints {
			c := theme.Palette[p]
			fmt.Fprintf(&b, " --%s: rgba(%d,%d,%d,%.3g);", p, c.R, c.G, c.B, float64(c.A)/255)
		}
		b.WriteString(" }\n")
	}
	for p := range scene.NumPaints {
		fmt.Fprintf(&b, ".%[1]s { fill: var(--%[1]s) } .%[1]s-s { fill: none; stroke: var(--%[1]s) } .%[1]s-c { stop-color: var(--%[1]s) }\n", p)
	}
	for face := range scene.NumFaces {
		fmt.Fprintf(&b, ".%s { font-family: %q, %q; font-weight: %d }\n", face, family(face), family(scene.Sans), map[bool]int{false: 400, true: 700}[face.Bold()])
	}
	return b.String(), nil
}

// family is the name of a face's family in the page.
func family(f scene.Face) string {
	if f.Serif() {
		return "Gallery Serif"
	}
	return "Gallery Sans"
}
