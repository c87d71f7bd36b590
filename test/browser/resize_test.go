package browser_test

import (
	"math"
	"os"
	"testing"
)

// A window that changes its width while the page is live, with a popover open.
func TestResize(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{height: 1000}, serveFirst(t)+"/")
	p.settles()
	p.run("barline.select('2025-08-06')")
	p.opened("2025-08-06")
	for _, d := range []device{
		{width: 360, height: 800, scale: 1}, {width: 800, height: 360, scale: 1}, {width: 1200, height: 1000, scale: 1},
		{width: 700, height: 1000, scale: 1}, {width: 361, height: 800, scale: 1}, {width: 320, height: 640, scale: 1}, {width: 2000, height: 1000, scale: 1},
	} {
		p.emulate(d)
		want := ask[float64](p, `Math.max(...JSON.parse(document.querySelector("[data-config]").textContent).ladder.map((r) => r.width).filter((w) => w <= document.querySelector("main").clientWidth))`)
		p.until("the figure follows", `document.querySelector("[data-stage]").clientWidth === `+ftoa(want)+` && Math.abs(document.querySelector("canvas").clientWidth - `+ftoa(want)+`) < 1`)
		p.settles()
		p.opened("2025-08-06")
		screen, popover, stage := p.viewport(), p.popover("2025-08-06"), p.boxOf("[data-stage]")
		if popover.X < -0.5 || popover.right() > screen.right()+0.5 {
			t.Errorf("%d px: the popover %v leaves the screen %v", d.width, popover, screen)
		}
		// In a low window, and as a sheet, it may lie over what stands around the stage, but
		// is all seen.
		in := stage
		if d.height < 700 || d.width <= 480 {
			in = screen
		}
		if popover.Y < in.Y-0.5 || popover.bottom() > in.bottom()+0.5 {
			t.Errorf("%d px: the popover %v leaves %v", d.width, popover, in)
		}
		if ask[bool](p, "document.documentElement.scrollWidth > innerWidth") {
			t.Errorf("at %d px the page is wider than the screen", d.width)
		}
		canvas := ask[point](p, "({x: document.querySelector('canvas').width, y: document.querySelector('canvas').height})")
		if canvas.X != stage.Width || math.Abs(canvas.Y-stage.Height) > 1 {
			t.Errorf("at %d px the canvas has %v pixels on a stage of %v", d.width, canvas, stage)
		}
		for id, b := range p.boxes() {
			if b == nil || !p.button(id).holds(b.Bar, 0.51) {
				t.Errorf("at %d px the button of %s, %v, does not cover its bar %v", d.width, id, p.button(id), b)
			}
		}
	}
}

func TestDeviceScale(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{width: 700, scale: 2}, serveFirst(t)+"/")
	p.settles()
	for _, scale := range []float64{2, 1, 3, 1.5} {
		p.emulate(device{width: 700, height: 1000, scale: scale})
		p.until("the canvas is as fine as the screen", `document.documentElement.dataset.barline === "live" && Math.abs(document.querySelector("canvas").width - document.querySelector("[data-stage]").clientWidth * `+ftoa(scale)+`) < 1`)
		p.settles()
		if n := ask[int](p, "document.querySelectorAll('canvas').length"); n != 1 {
			t.Errorf("at scale %v there are %d canvases", scale, n)
		}
		// The edge of a bar is as sharp as a device pixel.
		bar := p.bar("2025-04-11")
		m := p.picture(p.viewport())
		soft := 0
		for x := bar.X - 3; x < bar.X+3; x += 1 / scale {
			c := p.colourAt(m, point{x, bar.middle().Y})
			if c.R > 0xA8 && c.R < 0xF0 {
				soft++
			}
		}
		if soft > 2 {
			t.Errorf("at scale %v the edge of a bar is %d pixels soft", scale, soft)
		}
	}
}

// A frame in an article that becomes narrower and wider while the whole figure is seen,
// with a popover open: the observer of what is seen tells nothing then.
func TestFrameChangesItsWidth(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{width: 1400, height: 1700}, `<iframe id="own" src="{site}/" style="border:0;width:1300px;height:1500px"></iframe>`, "", "")
	in := p.livesIn("document.getElementById('own')")
	for _, id := range []string{"2025-12-02", "2025-08-06"} {
		for _, width := range []string{"1300", "600", "1000", "500"} {
			in.run("barline.select('" + id + "')")
			in.opened(id)
			p.run(`document.getElementById("own").style.width = "` + width + `px"`)
			in.until("the figure follows", `innerWidth === `+width+` && (([stage, canvas]) => stage.clientWidth <= innerWidth && Math.abs(stage.clientWidth - canvas.clientWidth) < 1)([document.querySelector("[data-stage]"), document.querySelector("canvas")])`)
			in.settles()
			in.opened(id)
			if popover := in.popover(id); popover.X < -0.5 || popover.right() > ask[float64](in, "innerWidth")+0.5 {
				t.Errorf("in a frame of %s px the popover of %s is at %v", width, id, popover)
			}
		}
	}
}

// A frame that becomes wider has a popover beside its event, and not in the part that was
// there before.
func TestFrameBecomesWider(t *testing.T) {
	t.Parallel()
	wars, err := os.ReadFile("../../docs/wars-of-rome.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files, err := publishStory("wars-of-rome.yaml", wars)
	if err != nil {
		t.Fatal(err)
	}
	p := hostedAt(t, device{width: 1400, height: 1000}, serve(t, files), `<iframe id="own" src="{site}/" style="border:0;width:360px;height:850px"></iframe>`, "", "")
	in := p.livesIn("document.getElementById('own')")
	last := ask[string](in, `[...document.querySelectorAll("[data-event]")].at(-2).dataset.event`)
	in.run("barline.select(" + quoted(last) + ")")
	in.opened(last)
	p.run(`document.getElementById("own").style.width = "700px"`)
	in.until("the figure follows", `innerWidth === 700 && (([stage, canvas]) => stage.clientWidth > 400 && Math.abs(stage.clientWidth - canvas.clientWidth) < 1)([document.querySelector("[data-stage]"), document.querySelector("canvas")])`)
	in.settles()
	const near = 150 // px: the words of an event stand between
	if popover, at := in.popover(last), in.boxes()[last].Bar.middle().X; at < popover.X-near || at > popover.right()+near {
		t.Errorf("the popover, %v, is far from its event at %v", popover, at)
	}
}
