package window_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/detail"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

func windowOf(p *lengths.Picture) *window.Window {
	return window.New(card.HeadingOf(p.Story(), p.Words()), p)
}

// desktop lays the page out as the window does, without Play.
func desktop(p *lengths.Picture, widthPx float64, d window.State) window.Page {
	figure := p.Figure(widthPx, d.View)
	if d.Viewport.Empty() {
		d.Viewport = scene.Rect{W: widthPx, H: 4000}
	}
	return windowOf(p).Page(figure, d)
}

// The desktop's page as text, with a popover open: what changed in it can be
// read in a diff.
func TestGoldenPages(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{400, 1100} {
		d := window.State{View: view.View{Selected: "2025-12-02"}, Viewport: scene.Rect{W: view.Rung(width), H: 900},
			Fitted: true, Caption: -1, FocusedAction: "compare", HoveredAction: "play"}
		golden.Text(t, fmt.Sprintf("page-%v.txt", width), desktop(p, view.Rung(width), d).Scene.Dump())
		// While the story plays: the caption with the quotation, the other events pale.
		d = window.State{View: view.View{Told: "2025-12-02"}, Viewport: d.Viewport, Fitted: true, Playing: true, Caption: 5}
		golden.Text(t, fmt.Sprintf("told-%v.txt", width), desktop(p, view.Rung(width), d).Scene.Dump())
	}
}

// zoomed is a view of a fifth of the story's time.
func zoomed(p *lengths.Picture) view.View {
	from, to := p.Extent()
	return view.View{From: from + 0.2*(to-from), To: from + 0.4*(to-from)}
}

// desks are states of the window that differ in what is on the page.
func desks(p *lengths.Picture) map[string]window.State {
	all := map[string]window.State{
		"fitted":     {Fitted: true, Caption: -1},
		"zoomed":     {Caption: -1, View: zoomed(p)},
		"compared":   {Fitted: true, Caption: -1, View: view.View{Arrangement: view.Compare}},
		"playing":    {Fitted: true, Playing: true, Caption: 3},
		"paused":     {Fitted: true, Paused: true, Caption: 9},
		"transcript": {Fitted: true, Caption: -1, Sheet: window.SheetTranscript, FocusedAction: "close-sheet"},
		"table":      {Fitted: true, Caption: -1, Sheet: window.SheetTable, SheetRow: 3},
		"help":       {Fitted: true, Caption: -1, Sheet: window.SheetHelp},
		"exports":    {Fitted: true, Caption: -1, Sheet: window.SheetExport, SheetRow: 1},
		"below":      {Fitted: true, Caption: -1, FocusedAction: "transcript", Tip: window.Tip{Name: "A name", More: "and more", At: scene.Point{X: 310, Y: 300}}},
	}
	for i, e := range p.Story().Events() {
		d := window.State{Fitted: true, Caption: -1, View: view.View{Selected: e.ID, Arrangement: []view.Arrangement{view.Calendar, view.Compare}[i%2]}, FocusedAction: windowOf(p).Actions()[i%8]}
		all["open "+e.ID] = d
	}
	return all
}

func TestEverythingLiesOnThePage(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for name, d := range desks(p) {
			for _, height := range []float64{320, 700, 4000} {
				d.Viewport = scene.Rect{W: width, H: height}
				page := desktop(p, width, d)
				whole := scene.Rect{W: width, H: page.Scene.HeightPx}
				for i := range page.Scene.Nodes {
					if n := &page.Scene.Nodes[i]; !storytest.Extent(n).Within(whole) || !n.Hit.Within(whole) {
						t.Errorf("%v px, %s, window %v px high: %s at %v, pressed at %v, is not within %v", width, name, height, n.ID, n.Box, n.Hit, whole)
					}
				}
				ids := map[string]bool{}
				for i := range page.Scene.Nodes {
					if id := page.Scene.Nodes[i].ID; ids[id] {
						t.Errorf("%v px, %s: two nodes are called %s", width, name, id)
					} else {
						ids[id] = true
					}
				}
				if page.Figure.W != width || !page.Figure.Within(whole) || !page.Panel.Within(whole) {
					t.Errorf("%v px, %s: the figure is at %v, the panel at %v", width, name, page.Figure, page.Panel)
				}
			}
		}
	}
}

// The figure in the page is the figure, moved.
func TestPageHoldsTheFigure(t *testing.T) {
	p := storytest.Picture(t)
	figure := p.Figure(700, view.View{})
	before := figure.Dump()
	page := desktop(p, 700, window.State{Caption: -1})
	for _, e := range p.Story().Events() {
		was, _ := figure.EventBoxes(e.ID)
		is, ok := page.Scene.EventBoxes(e.ID)
		if !ok || is.Bar != was.Bar.Move(0, page.Figure.Y) || is.Hit != was.Hit.Move(0, page.Figure.Y) {
			t.Errorf("%s is at %v in the page, at %v in the figure", e.ID, is.Bar, was.Bar)
		}
		if n := page.Scene.HitTest(is.Hit.Centre()); n == nil || n.Event != e.ID {
			t.Errorf("a press in the middle of %s means %v", e.ID, n)
		}
	}
	if figure.Dump() != before {
		t.Error("laying out the page changed the figure")
	}
}

// action is the node that does something, or nil.
func action(s *scene.Scene, name string) *scene.Node {
	for i := range s.Nodes {
		if s.Nodes[i].Action == name {
			return &s.Nodes[i]
		}
	}
	return nil
}

func TestControlsCanBePressed(t *testing.T) {
	p := storytest.Picture(t)
	const least = 24
	for _, width := range view.Ladder() {
		for _, c := range []struct {
			name string
			desk window.State
			off  []string
		}{
			{"zoomed", window.State{Caption: -1}, nil},
			{"fitted", window.State{Caption: -1, Fitted: true}, []string{"zoom-out", "earlier", "later", "fit"}},
			{"compared", window.State{Caption: -1, View: view.View{Arrangement: view.Compare}}, []string{"earlier", "later", "zoom-out", "zoom-in", "fit"}},
			{"open", window.State{Caption: -1, View: view.View{Selected: "2025-02"}}, nil},
			{"playing", window.State{Playing: true}, nil},
		} {
			s := desktop(p, width, c.desk).Scene
			for _, name := range append(windowOf(p).Actions(), "transcript") {
				n := action(s, name)
				// In a narrow window those for the time in view take the place of others.
				narrow := width < view.ControlsFrom && len(c.off) == 0
				switch off := slices.Contains(c.off, name) || narrow && (name == "calendar" || name == "play" && !c.desk.Playing); {
				case off && n != nil:
					t.Errorf("%v px, %s: %s can be pressed, though it does nothing", width, c.name, name)
				case off:
				case n == nil:
					t.Errorf("%v px, %s: nothing does %s", width, c.name, name)
				case n.Hit.W < least || n.Hit.H < least:
					t.Errorf("%v px, %s: %s can be pressed on %v × %v px only", width, c.name, name, n.Hit.W, n.Hit.H)
				default:
					if hit := s.HitTest(n.Hit.Centre()); hit == nil || hit.Action != name {
						t.Errorf("%v px, %s: the middle of %s hits %+v", width, c.name, name, hit)
					}
				}
			}
		}
	}
}

// No control lies on another, or on words that are not its own.
func TestControlsKeepApart(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		s := desktop(p, width, window.State{Caption: -1, FocusedAction: "fit"}).Scene
		for _, name := range windowOf(p).Actions() {
			n := action(s, name)
			if n == nil && width < view.ControlsFrom {
				continue // another is in its place
			}
			for i := range s.Nodes {
				o := &s.Nodes[i]
				switch {
				case o.Role == scene.Ring || o.ID == n.ID || strings.HasPrefix(o.ID, n.ID+":"):
				case storytest.Collide(n.Box, storytest.Extent(o)):
					t.Errorf("%v px: %s at %v meets %s at %v", width, n.ID, n.Box, o.ID, o.Box)
				}
			}
		}
	}
}

// texts are the words of every node whose id begins so, in the order of the
// scene, without blanks: lines break at blanks and after hyphens.
func texts(s *scene.Scene, prefix string) string {
	var b strings.Builder
	for _, n := range s.Nodes {
		if n.Text != nil && strings.HasPrefix(n.ID, prefix) {
			b.WriteString(n.Text.String)
		}
	}
	return tight(b.String())
}

func tight(s string) string { return strings.Join(strings.Fields(s), "") }

func TestPageSaysTheStorysHead(t *testing.T) {
	p := storytest.Picture(t)
	figure, _ := p.Words().Total(words.TotalTalks(p.Story()))
	for _, width := range view.Ladder() {
		s := desktop(p, width, window.State{Caption: -1}).Scene
		for prefix, want := range map[string]string{"headline:": p.Story().Headline(), "standfirst:": p.Story().Standfirst(), "total:figure": figure} {
			if got := texts(s, prefix); got != tight(want) {
				t.Errorf("%v px: %s says %q, want %q", width, prefix, got, want)
			}
		}
	}
}

// A story without quotations has nothing that was said.
func TestTheNameOfTheTranscript(t *testing.T) {
	w := words.English()
	quoteless := storytest.PictureOf(t, storytest.Decode(t, "barline: 1\nid: s\nheadline: H\nevents:\n  - {title: A, date: 1961-05-03, duration: PT1H}\n"), storytest.Fonts(t))
	for want, p := range map[string]*lengths.Picture{w.UI.Transcript: storytest.Picture(t), w.UI.TranscriptAll: quoteless} {
		if got := texts(desktop(p, 700, window.State{Caption: -1}).Scene, "transcript:name"); got != tight(want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The transcript lies over the page, which stays as it was, and holds every word.
func TestTranscriptHoldsEveryQuote(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		folded := desktop(p, width, window.State{Caption: -1})
		open := desktop(p, width, window.State{Caption: -1, Sheet: window.SheetTranscript, Viewport: scene.Rect{W: width, H: 30_000}})
		if open.Figure != folded.Figure {
			t.Errorf("%v px: opening the transcript moves the figure", width)
		}
		said := ""
		for i, d := range detail.All(p.Story(), p.Words()) {
			got := texts(open.Scene, fmt.Sprintf("transcript:%d:", i))
			said += got
			if !strings.Contains(got, tight(d.Title)) {
				t.Errorf("%v px: %s lacks its title: %q", width, d.ID, got)
			}
			for _, q := range d.Quotes {
				if !strings.Contains(got, tight("“"+q.Words+"”")) || !strings.Contains(got, tight(q.Speaker)) {
					t.Errorf("%v px: %s lacks %s: %q", width, d.ID, q.ID, got)
				}
			}
		}
		if strings.Contains(texts(folded.Scene, "transcript:"), said) {
			t.Errorf("%v px: closed, the transcript is still there", width)
		}
	}
}

func TestPlayButtonSaysWhatItDoes(t *testing.T) {
	p := storytest.Picture(t)
	for want, d := range map[string]window.State{"Play": {Caption: -1}, "Pause": {Playing: true}, "Resume": {Paused: true}, "Next": {Playing: true, Steps: true}} {
		if got := texts(desktop(p, 700, d).Scene, "control:play:name"); got != want {
			t.Errorf("playing %v, paused %v: it says %q", d.Playing, d.Paused, got)
		}
	}
}

// Where there is too little room for all of a caption it is shortened with an ellipsis.
func TestCaptionInALowWindow(t *testing.T) {
	p := storytest.Picture(t)
	for i, e := range p.Story().Events() {
		page := desktop(p, 400, window.State{Playing: true, Caption: i, Viewport: scene.Rect{Y: 200, W: 400, H: 130}})
		said := detail.Caption(e, p.Words()).Texts()
		got, want := texts(page.Scene, "caption:"), tight(strings.Join(said[:], ""))
		if got != want && !strings.Contains(got, "…") {
			t.Errorf("of %s the caption says %q, want %q", e.ID, got, want)
		}
	}
}

func TestCaptionOfPlay(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for i, e := range p.Story().Events() {
			page := desktop(p, width, window.State{View: view.View{Selected: ""}, Playing: true, Caption: i})
			c := detail.Caption(e, p.Words())
			said := c.Texts()
			if got, want := texts(page.Scene, "caption:"), tight(strings.Join(said[:], "")); got != want {
				t.Errorf("%v px: of %s the caption says %q, want %q", width, e.ID, got, want)
			}
			back := slices.IndexFunc(page.Scene.Nodes, func(n scene.Node) bool { return n.ID == "caption:back" })
			if back < 0 {
				t.Fatalf("%v px: %s has no caption", width, e.ID)
			}
			box := page.Scene.Nodes[back].Box
			if b, _ := page.Scene.EventBoxes(e.ID); box.Overlaps(b.Bar) || box.Overlaps(b.Label) {
				t.Errorf("%v px: the caption at %v hides %s at %v, %v", width, box, e.ID, b.Bar, b.Label)
			}
		}
	}
	if got := texts(desktop(p, 700, window.State{Caption: -1}).Scene, "caption:"); got != "" {
		t.Errorf("without Play the caption says %q", got)
	}
	// One thing at a time: what the reader opened stands in front.
	if got := texts(desktop(p, 700, window.State{Caption: 2, View: view.View{Selected: "2025-02"}}).Scene, "caption:"); got != "" {
		t.Errorf("over a popover the caption says %q", got)
	}
}

// A picture for print has head and figure, and nothing to press.
func TestStill(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{360, 1200} {
		for _, selected := range []string{"", "2025-12-02"} {
			v := view.View{Selected: selected}
			s := windowOf(p).Still(p.Figure(width, v), v)
			whole := scene.Rect{W: width, H: s.HeightPx}
			for i := range s.Nodes {
				n := &s.Nodes[i]
				if n.Role == scene.Control || !storytest.Extent(n).Within(whole) {
					t.Errorf("%v px: %s %s at %v", width, n.Role, n.ID, n.Box)
				}
			}
			if texts(s, "headline:") != tight(p.Story().Headline()) {
				t.Errorf("%v px: the headline says %q", width, texts(s, "headline:"))
			}
			if open := texts(s, "quote:q1:") != ""; open != (selected != "") {
				t.Errorf("%v px: with %q selected, its quote is there: %v", width, selected, open)
			}
		}
	}
}
