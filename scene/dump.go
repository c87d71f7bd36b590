package scene

import (
	"fmt"
	"strconv"
	"strings"
)

// Dump writes the scene as text, a line per node in drawing order, for golden
// files that a reviewer can read in a diff.
func (s *Scene) Dump() string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %s x %s plot %s\n", num(s.WidthPx), num(s.HeightPx), box(s.Plot))
	for i := range s.Nodes {
		n := &s.Nodes[i]
		fmt.Fprintf(&b, "%d %s %s %s %s %s", n.Z, n.Role, n.ID, n.Shape, box(n.Box), n.Paint)
		if n.Alpha != 1 {
			b.WriteString(" alpha " + num(n.Alpha))
		}
		if n.Radius != 0 {
			b.WriteString(" radius " + num(n.Radius))
		}
		if n.Stroke != 0 {
			b.WriteString(" stroke " + num(n.Stroke))
		}
		if n.Fade != (Fade{}) {
			b.WriteString(" fade " + num(n.Fade.From.X) + "," + num(n.Fade.From.Y) + ">" + num(n.Fade.To.X) + "," + num(n.Fade.To.Y))
		}
		if !n.Hit.Empty() {
			b.WriteString(" hit " + box(n.Hit))
		}
		if n.Action != "" {
			b.WriteString(" does " + n.Action)
		}
		for _, c := range n.Cells {
			b.WriteString(" " + box(Rect{c.X, c.Y, c.W, c.H}))
			if c.Alpha != 1 {
				b.WriteString("*" + num(c.Alpha))
			}
		}
		if n.Text != nil {
			fmt.Fprintf(&b, " %s %s %q", n.Text.Style.Face, num(n.Text.Style.SizePx), n.Text.String)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// num writes a number with at most two decimals: what lies below is rounding.
func num(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func box(r Rect) string {
	return "[" + num(r.X) + " " + num(r.Y) + " " + num(r.W) + " " + num(r.H) + "]"
}
