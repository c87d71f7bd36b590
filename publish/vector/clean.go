// Package vector makes a newsroom's SVG safe to publish: shapes, colours and gradients
// go through, and nothing else. What is left out without a word are comments and what
// drawing programs write for themselves; what would act, load or look otherwise
// elsewhere is an error.
package vector

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// MaxBytes is the size of the largest file that is taken: a logo has some kilobytes.
const MaxBytes = 200_000

// Image is an SVG as it is published.
type Image struct {
	Contents []byte
	// Width and Height are in the drawing's own units.
	Width, Height float64
}

// elements are those that go through.
func elements() []string {
	return []string{"svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
		"linearGradient", "radialGradient", "stop", "clipPath", "mask", "title", "desc"}
}

// Clean reads an SVG and writes it anew.
func Clean(contents []byte) (Image, error) {
	if len(contents) > MaxBytes {
		return Image{}, fmt.Errorf("%d kB; save it without embedded pictures, with at most %d kB", len(contents)/1000, MaxBytes/1000)
	}
	c := cleaner{in: xml.NewDecoder(bytes.NewReader(contents))}
	if err := c.run(); err != nil {
		return Image{}, err
	}
	return Image{c.out.Bytes(), c.width, c.height}, nil
}

type cleaner struct {
	in            *xml.Decoder
	out           bytes.Buffer
	open          []string
	width, height float64
}

func (c *cleaner) run() error {
	for {
		token, err := c.in.RawToken()
		if err == io.EOF {
			if c.out.Len() == 0 || len(c.open) > 0 {
				return fmt.Errorf("it is cut off, or no SVG; save it anew")
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("it is no SVG that can be read: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := c.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			if len(c.open) == 0 || c.open[len(c.open)-1] != t.Name.Local {
				return fmt.Errorf("its element %s ends where it has not begun; save it anew", t.Name.Local)
			}
			c.open = c.open[:len(c.open)-1]
			c.out.WriteString("</" + t.Name.Local + ">")
		case xml.CharData:
			// Words stand in titles alone.
			if n := len(c.open); n > 0 && (c.open[n-1] == "title" || c.open[n-1] == "desc") {
				xml.EscapeText(&c.out, t)
			}
		}
	}
}

func (c *cleaner) start(t xml.StartElement) error {
	name := t.Name.Local
	switch {
	case t.Name.Space != "" && t.Name.Space != "svg" || name == "metadata":
		return c.skip()
	case t.Name.Space == "svg":
		return fmt.Errorf("its elements have a prefix; save it as plain SVG")
	case len(c.open) == 0 && (c.out.Len() > 0 || name != "svg"):
		return fmt.Errorf("it is no SVG: it begins with the element %s", name)
	case name == "text" || name == "tspan":
		return fmt.Errorf("it has text, which looks otherwise where its font is missing; turn text into paths")
	case name == "style":
		return fmt.Errorf("it has a style sheet; save it with presentation attributes (fill, stroke)")
	case name == "image" || name == "foreignObject":
		return fmt.Errorf("it has an element %s, which holds more than shapes; draw it, or save the logo as PNG", name)
	case !slices.Contains(elements(), name):
		return fmt.Errorf("it has an element %s, which a logo may not have; save it as plain SVG, of shapes alone", name)
	}
	root := len(c.open) == 0
	c.open = append(c.open, name)
	c.out.WriteString("<" + name)
	if root {
		c.out.WriteString(` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`)
		if err := c.size(t.Attr); err != nil {
			return err
		}
	}
	for _, a := range t.Attr {
		key := a.Name.Local
		switch {
		case a.Name.Space == "xlink" && key == "href":
			key = "xlink:href"
		case a.Name.Space != "" || key == "xmlns" || root && (key == "width" || key == "height" || key == "viewBox"):
			continue
		}
		value := strings.TrimSpace(a.Value)
		plain := strings.ToLower(value)
		switch {
		case strings.HasPrefix(strings.ToLower(key), "on"):
			return fmt.Errorf("its element %s has a script in %s; remove it", name, key)
		case strings.HasSuffix(key, "href") && !strings.HasPrefix(value, "#"):
			return fmt.Errorf("its element %s leads to %q, outside of the file; remove it", name, value)
		case strings.Contains(strings.ReplaceAll(plain, "url(#", ""), "url("), strings.ContainsAny(value, `\@`), strings.Contains(plain, "javascript:"):
			return fmt.Errorf("%s of its element %s names something outside of the file; remove it", key, name)
		}
		c.attribute(key, value)
	}
	c.out.WriteString(">")
	return nil
}

func (c *cleaner) attribute(key, value string) {
	c.out.WriteString(" " + key + `="`)
	xml.EscapeText(&c.out, []byte(value))
	c.out.WriteString(`"`)
}

// size writes how large the drawing is, by its viewBox or else its sides.
func (c *cleaner) size(attributes []xml.Attr) error {
	said := map[string]string{}
	for _, a := range attributes {
		if a.Name.Space == "" {
			said[a.Name.Local] = a.Value
		}
	}
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
		if err != nil || !(v > 0 && v < 1e6) {
			return 0
		}
		return v
	}
	box := said["viewBox"]
	if parts := strings.FieldsFunc(box, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' }); len(parts) == 4 {
		c.width, c.height = number(parts[2]), number(parts[3])
		box = strings.Join(parts, " ")
	} else {
		c.width, c.height = number(said["width"]), number(said["height"])
		box = fmt.Sprintf("0 0 %v %v", c.width, c.height)
	}
	if c.width == 0 || c.height == 0 {
		return fmt.Errorf("it does not say how large it is; save it with a viewBox")
	}
	c.attribute("width", strconv.FormatFloat(c.width, 'f', -1, 64))
	c.attribute("height", strconv.FormatFloat(c.height, 'f', -1, 64))
	c.attribute("viewBox", box)
	return nil
}

// skip leaves an element out, with all that is in it.
func (c *cleaner) skip() error {
	for depth := 1; depth > 0; {
		token, err := c.in.RawToken()
		if err != nil {
			return fmt.Errorf("it is cut off; save it anew")
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}
