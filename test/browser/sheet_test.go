package browser_test

import (
	"math"
	"testing"
)

// On a phone a popover is a sheet at the lower edge of what is seen, at most two thirds
// of it high, with its event in sight; it is swiped for the next one and dragged away.
func TestSheet(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, d := range []device{{width: 390, height: 844, touch: true}, {width: 320, height: 568, touch: true, dark: true}} {
		for _, m := range modes() {
			p := m.open(t, d, site)
			for _, id := range ids() {
				p.tap(p.tappable(id))
				p.opened(id)
				p.painted()
				p.checkSheet(m.name+" "+id, p.popover(id), p.button(id), p.viewport())
				p.checkWordsBeside(m.name+" "+id, id)
				p.run("barline.select(null)")
			}
			p.tap(p.tappable("2025-04-11"))
			p.opened("2025-04-11")
			at := p.boxOf("[data-popover='2025-04-11'] h2").middle()
			p.swipe(at.plus(60, 0), at.plus(-80, 0), 8)
			p.opened("2025-04-25")
			p.swipe(at.plus(-60, 0), at.plus(80, 0), 8)
			p.opened("2025-04-11")
			b := p.popover("2025-04-11")
			handle := point{b.middle().X, b.Y + 8}
			p.swipe(handle, handle.plus(0, 30), 6)
			p.opened("2025-04-11")
			if now := p.popover("2025-04-11"); now != b {
				t.Errorf("%s: after a short drag the sheet is at %v, was at %v", m.name, now, b)
			}
			p.swipe(handle, handle.plus(0, 120), 8)
			p.opened("")
		}
	}
}

// withoutPopovers takes the popover API away before any script of the page runs, and
// lets a container hold what is fixed, as browsers had it that knew containers first.
const withoutPopovers = `(() => {
	for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"]) delete HTMLElement.prototype[name];
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(".barline { contain: layout; }");
	document.adoptedStyleSheets = [sheet];
})()`

// Where browsers know containers, but no popovers, a sheet is still at the lower edge of
// the window, be its event in the picture or not.
func TestSheetWithoutPopovers(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	d := device{width: 390, height: 844, touch: true}
	for _, m := range modes() {
		p := newTab(t, d)
		p.prepare(withoutPopovers)
		query := "?engine=off"
		if m.live {
			query = ""
		}
		p.navigate(site + "/" + query)
		if m.live {
			p.becomes("live")
			p.settles()
		}
		for _, id := range ids() {
			p.tap(p.tappable(id))
			p.opened(id)
			p.painted()
			p.checkSheet(m.name+" "+id, p.popover(id), p.button(id), p.viewport())
			p.checkWordsBeside(m.name+" "+id, id)
			p.run("barline.select(null)")
		}
	}
	many := serve(t, manySites()[0].site(t))
	for _, width := range []int64{390, 1000} {
		p := newTab(t, device{width: width, height: 844, touch: width < 500})
		p.prepare(withoutPopovers)
		p.navigate(many + "/?engine=off#e60")
		p.until("the event of the address is open", "barline.state().selected === 'e60'")
		p.painted()
		if b, seen := p.popover("e60"), p.viewport(); !seen.holds(b, 1) || b.bottom() < seen.bottom()-20 {
			t.Errorf("%d px: the popover of an event that is not in the picture is at %v, seen is %v", width, b, seen)
		}
	}
}

// In an article the sheet is at the lower edge of what the window shows of the frame,
// and the article scrolls the event into what is left.
func TestSheetInAnArticle(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{width: 390, height: 700, touch: true}, `<p style="height: 600px">Before.</p><barline-timeline src="{site}/"></barline-timeline><p style="height: 3000px">After.</p>`+embedded, "", "")
	in := p.lives(0)
	in.settles()
	for _, id := range []string{"2025-02", "2025-08-06", "2025-12-02"} {
		p.run("scrollTo(0, " + ftoa(ask[box](p, frameBox).Y+ask[float64](p, "scrollY")+in.button(id).middle().Y-600) + ")")
		p.painted()
		at := in.button(id).middle()
		p.tap(at.plus(ask[box](p, frameBox).X, ask[box](p, frameBox).Y))
		in.opened(id)
		p.painted()
		var frame box
		p.waitFor("the sheet is in sight", `scrollY`, func() bool {
			frame = ask[box](p, frameBox)
			b := in.popover(id)
			return b.Y+frame.Y >= 0 && b.bottom()+frame.Y <= p.viewport().Height
		})
		b, button := in.popover(id), in.button(id)
		in.checkWordsBeside("in an article "+id, id)
		if left, right := b.X, frame.Width-b.right(); math.Abs(left-right) > 1 {
			t.Errorf("%s: the sheet leaves %v px on the left, %v on the right", id, left, right)
		}
		b.Y, button.Y = b.Y+frame.Y, button.Y+frame.Y
		p.checkSheet(id, b, button, p.viewport())
		in.run("barline.select(null)")
	}
}

const frameBox = "(({x, y, width, height}) => ({x, y, width, height}))(frameOf(timelines()[0]).getBoundingClientRect())"

// checkSheet wants a sheet within what is seen, no higher than two thirds of it, and its
// event in what is left.
func (p *tab) checkSheet(what string, sheet, event, seen box) {
	p.t.Helper()
	if !seen.holds(sheet, 1) || sheet.Height > seen.Height*2/3 || sheet.Width < 0.85*seen.Width {
		p.t.Errorf("%s: the sheet is at %v, seen is %v", what, sheet, seen)
	}
	if !seen.holds(event, 1) || event.bottom() > sheet.Y+1 && event.Y < sheet.bottom()-1 {
		p.t.Errorf("%s: the sheet at %v leaves its event at %v out of sight", what, sheet, event)
	}
}

// checkWordsBeside wants the words of an event in the picture free of its sheet.
func (p *tab) checkWordsBeside(what, id string) {
	p.t.Helper()
	if label := p.boxes()[id].Label; label != nil && p.popover(id).overlaps(*label, 1) {
		p.t.Errorf("%s: the sheet at %v lies over the event's words at %v", what, p.popover(id), *label)
	}
}

// tappable scrolls to an event's button, and says where it is.
func (p *tab) tappable(id string) point {
	p.t.Helper()
	p.run(`document.querySelector('button[data-event="` + id + `"]').scrollIntoView({block: "center"})`)
	p.painted()
	return p.button(id).middle()
}
