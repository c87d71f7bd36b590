package browser_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// buttons are the controls that can be seen, in order; rows, on how many lines they stand.
func (p *tab) buttons() (actions []string, rows int) {
	p.t.Helper()
	seen := ask[[]struct {
		Action string
		Y      float64
	}](p, `[...document.querySelectorAll("[data-controls] button")].filter((b) => b.checkVisibility({visibilityProperty: true})).map((b) => ({action: b.dataset.action, y: b.getBoundingClientRect().y}))`)
	var at []float64
	for _, b := range seen {
		actions = append(actions, b.Action)
		if !slices.Contains(at, b.Y) {
			at = append(at, b.Y)
		}
	}
	return actions, len(at)
}

// Controls that do nothing are not shown, and on a phone one line holds them, whatever
// is in view: the picture under them does not move.
func TestControlsByNeed(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{width: 390, height: 844}, serveFirst(t)+"/")
	p.settles()
	top := p.boxOf("[data-figure]").Y
	for _, c := range []struct{ name, run, want string }{
		{"at first", "", "play calendar compare zoom-in"},
		{"zoomed", "barline.zoomBy(2)", "compare zoom-in zoom-out earlier later fit"},
		{"comparing", "barline.fit(); barline.view('compare')", "play calendar compare"},
		{"again", "barline.view('calendar')", "play calendar compare zoom-in"},
	} {
		p.run(c.run)
		p.settles()
		actions, rows := p.buttons()
		if diff := cmp.Diff(c.want, strings.Join(actions, " ")); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
		if rows != 1 {
			t.Errorf("%s: the buttons stand on %d lines", c.name, rows)
		}
		if y := p.boxOf("[data-figure]").Y; y != top {
			t.Errorf("%s: the figure begins at %v, at first at %v", c.name, y, top)
		}
	}
	// A button that hides what has the keyboard hands it on.
	p.run("barline.zoomBy(2)")
	p.settles()
	p.run(`document.querySelector('[data-action="fit"]').focus()`)
	p.press(keyEnter)
	p.settles()
	if got, _ := p.buttons(); strings.Join(got, " ") != "play calendar compare zoom-in" || p.focused() != "action zoom-in" {
		t.Errorf("after Show all there are %v, and the keyboard is at %s", got, p.focused())
	}
}

// Where events stand well apart nothing offers a closer look, but whoever took one gets
// back.
func TestNoCloserLookAtEventsFarApart(t *testing.T) {
	t.Parallel()
	files, err := publishStory("two.yaml", []byte("barline: 1\nid: two\nheadline: Two\nevents:\n  - {id: a, title: A, date: 1900-01-01}\n  - {id: b, title: B, date: 1950-01-01}\n"))
	if err != nil {
		t.Fatal(err)
	}
	p := openLive(t, device{}, serve(t, files)+"/")
	for _, c := range []struct{ run, want string }{
		{"", "play"},
		{"barline.zoomBy(2)", "play zoom-in zoom-out earlier later fit"},
		{"barline.fit()", "play"},
	} {
		p.run(c.run)
		p.settles()
		if actions, _ := p.buttons(); strings.Join(actions, " ") != c.want {
			t.Errorf("after %q there are %v", c.run, actions)
		}
	}
}
