package session

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/data/tree"
	"barline/importer/dates"
	"barline/render/svg"
	"barline/scene"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/timeline/words/languages"
)

// understanding is what a date and a length mean.
type understanding struct {
	Date       string         `json:"date"`
	Duration   string         `json:"duration"`
	Words      string         `json:"words"`
	SVG        string         `json:"svg"`
	Problems   []fieldProblem `json:"problems"`
	Suggestion *suggestion    `json:"suggestion,omitempty"`
}

type fieldProblem struct {
	Field   string `json:"field"`
	Message string `json:"message"`
	Fix     string `json:"fix"`
}

type suggestion struct {
	Date     string `json:"date,omitempty"`
	Duration string `json:"duration,omitempty"`
}

func (t *task) understood() (any, error) {
	var of struct{ Date, Duration, Lang, Zone string }
	if err := t.read(&of); err != nil {
		return nil, err
	}
	l, err := languages.For(of.Lang)
	if err != nil {
		return nil, err
	}
	u := understanding{Problems: []fieldProblem{}}
	fault := func(field, text string, err error) {
		p := data.ProblemOf(err)
		u.Problems = append(u.Problems, fieldProblem{field, p.What, p.Fix})
	}
	date := strings.TrimSpace(of.Date)
	if date != "" {
		read, err := edtf.Parse(date)
		if err != nil {
			fault("date", date, err)
			if meant, err := dates.Parse(date, dates.Options{Lang: of.Lang, Zone: of.Zone}); err == nil && meant.EDTF != date {
				u.Suggestion = &suggestion{Date: meant.EDTF}
			}
		} else {
			u.Date = l.Words.Date(read, words.Full)
		}
	}
	length := strings.TrimSpace(of.Duration)
	if length != "" {
		read, err := data.ParseDuration(length)
		if err != nil {
			fault("duration", length, err)
		} else {
			u.Duration = l.Words.Length(read)
		}
	}
	u.Words = strings.Trim(l.Words.Clauses(u.Date, u.Duration), " ,،")
	if u.Date == "" || u.Duration == "" {
		u.Words = u.Date + u.Duration
	}
	if u.Date != "" {
		if u.Duration == "" {
			length = ""
		}
		u.SVG, err = t.mark(date, length, of.Lang, l.Words)
	}
	return u, err
}

// The picture of a mark is at most this wide and high, in CSS px.
const (
	mostMarkPx     = 160.0
	mostMarkHighPx = 22.0
)

// mark draws an event as the timeline does, without its words; "" where it cannot be.
func (t *task) mark(date, duration, lang string, w *words.Words) (string, error) {
	text := func(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }
	event := &tree.Node{Kind: tree.Object, Fields: []tree.Field{{Key: "id", Value: text("e")}, {Key: "title", Value: text("e")}, {Key: "date", Value: text(date)}}}
	if duration != "" {
		event.Fields = append(event.Fields, tree.Field{Key: "duration", Value: text(duration)})
	}
	root := &tree.Node{Kind: tree.Object, Fields: []tree.Field{
		{Key: "barline", Value: &tree.Node{Kind: tree.Number, Text: itoa(data.Version)}}, {Key: "id", Value: text("e")}, {Key: "lang", Value: text(lang)},
		{Key: "headline", Value: text("e")}, {Key: "events", Value: &tree.Node{Kind: tree.Array, Items: []*tree.Node{event}}},
	}}
	story, err := data.DecodeTree(root)
	if err != nil {
		if _, ok := errors.AsType[data.Problems](err); ok {
			return "", nil // what is wrong is said of the fields
		}
		return "", err
	}
	set, err := t.letters.Set(lang)
	if err != nil {
		return "", err
	}
	f, err := figure.Open(story, w, set)
	if err != nil {
		return "", err
	}
	s := f.Figure(view.Ladder()[0], view.View{})
	var box scene.Rect
	only := &scene.Scene{RTL: s.RTL}
	boxes, _ := s.EventBoxes("e")
	near := boxes.Bar.Union(boxes.Wait)
	for _, n := range s.Nodes {
		// Brackets and lines on the axis are far from the mark itself.
		if n.Event == "e" && n.Shape != scene.Glyphs && n.Alpha > 0 && overlap(near, n.Box) {
			box = box.Union(n.Box)
			n.Hit, n.Clip = scene.Rect{}, false
			only.Nodes = append(only.Nodes, n)
		}
	}
	if box.Empty() {
		return "", nil
	}
	const edge = 2
	only.Shift(edge-box.X, edge-box.Y)
	only.WidthPx, only.HeightPx = box.W+2*edge, box.H+2*edge
	return coloured(svg.Append(nil, only, "m-", "mark-picture"), only), nil
}

// overlap reports whether two boxes have a point in common.
func overlap(a, b scene.Rect) bool {
	return a.X <= b.X+b.W && b.X <= a.X+a.W && a.Y <= b.Y+b.H && b.Y <= a.Y+a.H
}

// coloured is a drawing that names its colours itself, without a style sheet, at the size
// of a line of text.
func coloured(drawing []byte, s *scene.Scene) string {
	for p := range scene.NumPaints {
		for _, use := range [][2]string{
			{`class="` + p.String() + `"`, `fill="var(--` + p.String() + `)"`},
			{`class="` + p.String() + `-s"`, `fill="none" stroke="var(--` + p.String() + `)"`},
			{`class="` + p.String() + `-c"`, `stop-color="var(--` + p.String() + `)"`},
		} {
			drawing = bytes.ReplaceAll(drawing, []byte(use[0]), []byte(use[1]))
		}
	}
	scale := min(1, mostMarkPx/s.WidthPx, mostMarkHighPx/s.HeightPx)
	_, inner, _ := bytes.Cut(drawing, []byte(">"))
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" class="mark-picture" width="%.0f" height="%.0f" viewBox="0 0 %.1f %.1f">%s`, s.WidthPx*scale, s.HeightPx*scale, s.WidthPx, s.HeightPx, inner)
}
