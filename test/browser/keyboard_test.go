package browser_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Tab walks from the address bar through the page and out of it again.
func TestTabWalks(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			var walked []string
			for range 30 {
				p.press(keyTab)
				at := p.focused()
				if at == "body" {
					break
				}
				walked = append(walked, at)
			}
			var want []string
			if mode.live {
				// At the fitted view there is nowhere to pan to, and nothing to zoom out of.
				want = []string{"action play", "action calendar", "action compare", "action zoom-in"}
			}
			want = append(append(want, ids()...), "summary", "summary", "summary")
			if diff := cmp.Diff(want, walked); diff != "" {
				t.Errorf("Tab's way (-want +got):\n%s", diff)
			}
			// Nothing was opened on the way, and the way back is the same.
			p.opened("")
			p.run("document.querySelector('[data-more] summary').focus()")
			back := []string{p.focused()}
			for range len(want) - 1 {
				p.press(keyTab, withShift)
				back = append(back, p.focused())
			}
			slices.Reverse(back)
			if diff := cmp.Diff(want, back); diff != "" {
				t.Errorf("the way back (-want +got):\n%s", diff)
			}
			// Then it leaves: to the browser's own, or around to the end.
			p.press(keyTab, withShift)
			if at := p.focused(); at == want[0] || mode.live && at == want[1] {
				t.Errorf("Shift+Tab does not leave the page: it is at %s", at)
			}
		})
	}
}

func TestArrows(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			all := ids()
			focus := func(id string) { p.run(`document.querySelector('[data-event="` + id + `"]').focus()`) }
			focus(all[0])
			at := 0
			go_ := func(key string, want int) {
				t.Helper()
				p.press(key)
				if got := p.focused(); got != all[want] {
					t.Fatalf("after %q from %s the keyboard is at %s, want %s", key, all[at], got, all[want])
				}
				at = want
			}
			go_(keyLeft, 0)
			go_(keyUp, 0)
			go_(keyRight, 1)
			go_(keyDown, 2)
			go_(keyLeft, 1)
			go_(keyUp, 0)
			go_(keyEnd, 9)
			go_(keyRight, 9)
			go_(keyDown, 9)
			go_(keyLeft, 8)
			go_(keyHome, 0)
			p.opened("")
			if h := p.hash(); h != "" {
				t.Errorf("moving the keyboard set the hash to %q", h)
			}
			// With a popover open, it follows.
			p.press(keyEnter)
			p.opened(all[0])
			for i := 1; i < len(all); i++ {
				go_(keyRight, i)
				p.opened(all[i])
				if h := p.hash(); h != "#"+all[i] {
					t.Errorf("at %s the hash is %q", all[i], h)
				}
			}
			go_(keyRight, 9)
			p.opened(all[9])
			go_(keyHome, 0)
			p.opened(all[0])
			go_(keyEnd, 9)
			p.opened(all[9])
			p.press(keyEscape)
			p.opened("")
			// With Ctrl the arrows are not ours.
			p.press(keyLeft, withCtrl)
			if got := p.focused(); got != all[9] {
				t.Errorf("Ctrl and an arrow moved the keyboard to %s", got)
			}
		})
	}
}

// length is how much time is in view.
func (p *tab) length() time.Duration {
	p.t.Helper()
	from, to := p.span()
	return to.Sub(from)
}

func TestKeys(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{motion: true}, serveFirst(t)+"/")
	p.settles()
	fitted := p.length()
	zooms := func(key string, want func(d time.Duration) bool) {
		t.Helper()
		p.press(key)
		p.settles()
		if d := p.length(); !want(d) {
			t.Errorf("after %q %v are in view", key, d)
		}
	}
	// Outside, keys do nothing.
	for _, key := range []string{"+", "-", "0", "p", keyRight, keyEnd, keyHome} {
		p.press(key)
	}
	p.settles()
	if s := p.state(); p.length() != fitted || s.Playing || s.Selected != nil || p.focused() != "body" {
		t.Errorf("keys outside did something: %+v, focus at %s", s, p.focused())
	}
	p.run(`document.querySelector('[data-event="2025-08-06"]').focus()`)
	zooms("+", func(d time.Duration) bool { return d < fitted*7/10 })
	closer := p.length()
	for _, key := range []string{"+", "-", "0"} {
		p.press(key, withCtrl)
	}
	p.settles()
	if d := p.length(); d != closer {
		t.Errorf("with Ctrl, keys zoomed from %v to %v", closer, d)
	}
	zooms("=", func(d time.Duration) bool { return d < closer*7/10 })
	zooms("-", func(d time.Duration) bool { return d > closer*9/10 && d < closer*11/10 })
	zooms("0", func(d time.Duration) bool { return d == fitted })

	// Shift and an arrow pans, and leaves the keyboard where it is.
	p.press("+")
	p.settles()
	from, _ := p.span()
	p.press(keyRight, withShift)
	p.settles()
	later, _ := p.span()
	p.press(keyLeft, withShift)
	p.settles()
	if back, _ := p.span(); !later.After(from) || back.Sub(from).Abs() > time.Minute {
		t.Errorf("Shift and arrows led from %v to %v to %v", from, later, back)
	}
	if at := p.focused(); at != "2025-08-06" {
		t.Errorf("Shift and an arrow moved the keyboard to %s", at)
	}

	p.press("p")
	p.until("it plays", "barline.state().playing")
	p.press("p")
	p.until("it stands still", "!barline.state().playing")
	p.press("p")
	p.until("it plays again", "barline.state().playing")
	p.press(keyEscape)
	p.until("a key has ended it", "!barline.state().playing && document.querySelector('[data-caption]').hidden")
}
