package looks_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/internal/looks"
	"barline/publish"
	"barline/render/dom"
	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/window"
)

// The stories that page and window are compared by: what they say by the first five.
func compared() []string {
	return []string{"witkoff-putin-2025", "b-twelve-meetings", "e-sieges", "r-talks-dari", "g-register-61", "h-long-names", "s-wars"}
}

// inFigure keeps what of a window's page stands in the figure; what a page says apart, its
// key and its source line, is left out.
func inFigure(s *scene.Scene, figure scene.Rect) *scene.Scene {
	own := *s
	own.Nodes = nil
	for _, n := range s.Nodes {
		if n.Role == scene.Key || n.Role == scene.Credit || n.Role == scene.Heading || n.Role == scene.Control {
			continue
		}
		n.Box = n.Box.Move(0, -figure.Y)
		if !n.Hit.Empty() {
			n.Hit = n.Hit.Move(0, -figure.Y)
		}
		own.Nodes = append(own.Nodes, n)
	}
	return &own
}

// marks are the shapes of a scene, in the order in which they are drawn.
func marks(s *scene.Scene) (all []string) {
	for _, n := range s.Nodes {
		if n.Shape != scene.Glyphs {
			all = append(all, n.ID+" "+n.Shape.String()+" "+n.Paint.String()+" "+n.Event)
		}
	}
	return all
}

// The window's figure holds the words, marks and events that the page's layer holds, in
// the same order and at the same places.
func TestWindowAndPageDrawTheSame(t *testing.T) {
	opened := open(t)
	for _, name := range compared() {
		l := opened[slices.IndexFunc(opened, func(l looks.Look) bool { return l.Name == name })]
		for _, width := range []float64{390, 700, 1200} {
			v := view.View{}
			figure := l.Scene(width, looks.State{Name: looks.Calendar})
			page := window.New(l.Heading, l.Figure).Of(l.Story).Page(figure, window.State{View: v, Fitted: true, Caption: -1, Viewport: scene.Rect{W: width, H: 900}})
			own := inFigure(figure, scene.Rect{})
			is := inFigure(page.Scene, page.Figure)
			if want, got := dom.Of(own).Dump(), dom.Of(is).Dump(); want != got {
				t.Errorf("%s at %v px: the page's layer is\n%s\nthe window's\n%s", name, width, want, got)
			}
			if want, got := marks(own), marks(is); !slices.Equal(want, got) {
				t.Errorf("%s at %v px: the page draws\n%s\nthe window\n%s", name, width, strings.Join(want, "\n"), strings.Join(got, "\n"))
			}
		}
	}
}

// What popovers and the table say in the window is what they say on the page.
func TestWindowAndPageSayTheSame(t *testing.T) {
	opened := open(t)
	for _, name := range compared()[:5] {
		l := opened[slices.IndexFunc(opened, func(l looks.Look) bool { return l.Name == name })]
		page := publishedPage(t, l)
		w := window.New(l.Heading, l.Figure).Of(l.Story)
		figure := l.Scene(700, looks.State{Name: looks.Calendar})
		saw := 0
		for id, want := range popoversOf(page) {
			got := popoverOf(w, figure, id)
			saw++
			if bare(got) != bare(want) {
				t.Errorf("%s: of %s the page says\n%s\nthe window\n%s", name, id, bare(want), bare(got))
			}
		}
		if saw != l.Figure.Events().Len() {
			t.Errorf("%s: %d popovers of %d were compared", name, saw, l.Figure.Events().Len())
		}
		if table := find(page, "data-table"); table != nil {
			d := window.State{Fitted: true, Caption: -1, Sheet: window.SheetTable, Viewport: scene.Rect{W: 1600, H: 90_000}}
			got := map[rune]int{}
			for _, n := range w.Page(figure, d).Scene.Nodes {
				if n.Text != nil && n.Role == scene.Popover && strings.HasPrefix(n.ID, "table:") {
					for _, r := range bare(n.Text.String) {
						got[r]++
					}
				}
			}
			want := map[rune]int{}
			for _, r := range bare(text(child(table, "table"))) {
				want[r]++
			}
			if !maps.Equal(got, want) {
				t.Errorf("%s: the letters of the page's table are %v, of the window's %v", name, want, got)
			}
		}
	}
}

// popoverOf is what the popover of an event says, scrolled from its beginning to its end.
func popoverOf(w *window.Window, figure *scene.Scene, id string) string {
	rows := map[int]string{}
	for scroll, most := 0.0, 0.0; scroll <= most; scroll += 8 {
		page := w.Page(figure, window.State{View: view.View{Selected: id}, Fitted: true, Caption: -1, PanelScroll: scroll, Viewport: scene.Rect{W: 700, H: 9000}})
		most = page.PanelMost
		for _, n := range page.Scene.Nodes {
			number := n.ID[strings.LastIndexByte(n.ID, ':')+1:]
			if n.Text == nil || !strings.HasPrefix(n.ID, "popover:words") && !strings.HasPrefix(n.ID, "quote:") {
				continue
			}
			if i, err := strconv.Atoi(strings.TrimPrefix(number, "words")); err == nil {
				rows[i] = n.Text.String
			}
		}
	}
	said := ""
	for _, i := range slices.Sorted(maps.Keys(rows)) {
		said += rows[i]
	}
	return said
}

// bare are the letters and figures of a text, without blanks and signs that one side
// draws and the other leaves to its style sheet.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune("“”„«»‹›\"", r) {
			return -1
		}
		return r
	}, s)
}

// publishedPage is a story's page, parsed.
func publishedPage(t *testing.T, l looks.Look) *html.Node {
	t.Helper()
	contents, file := stories.WitkoffPutin2025(), stories.WitkoffPutin2025Name
	if l.Name != "witkoff-putin-2025" {
		matches, err := filepath.Glob(filepath.Join("..", "..", "testdata", "looks", l.Name+".*"))
		if err != nil || len(matches) != 1 {
			t.Fatalf("%s: %v, %v", l.Name, matches, err)
		}
		file = matches[0]
		if contents, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	s, root, err := storyfile.Decode(filepath.Base(file), contents)
	if err != nil {
		t.Fatal(err)
	}
	site, err := publish.New(s, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page, err := html.Parse(strings.NewReader(string(site["index.html"])))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// find is the first element that has an attribute.
func find(n *html.Node, key string) *html.Node {
	for d := range n.Descendants() {
		if _, ok := attribute(d, key); ok && d.Type == html.ElementNode {
			return d
		}
	}
	return nil
}

func child(n *html.Node, tag string) *html.Node {
	for d := range n.Descendants() {
		if d.Data == tag && d.Type == html.ElementNode {
			return d
		}
	}
	return nil
}

// text is what an element says, without buttons and the link that shares.
func text(n *html.Node) string {
	if class, _ := attribute(n, "class"); n.Data == "button" || class == "share" {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(text(c))
	}
	return b.String()
}

// popoversOf are what the popovers of a page say, by their events; of many events, what
// its records say, of which popovers are made.
func popoversOf(page *html.Node) map[string]string {
	all := map[string]string{}
	for d := range page.Descendants() {
		if id, ok := attribute(d, "data-record"); ok && d.Type == html.ElementNode {
			all[id] = text(d)
		}
		if id, ok := attribute(d, "data-popover"); ok && d.Type == html.ElementNode {
			for c := range d.ChildNodes() {
				if class, _ := attribute(c, "class"); class == "body" {
					all[id] = text(c)
				}
			}
		}
	}
	return all
}
