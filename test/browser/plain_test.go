package browser_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
)

// openPlain opens a page for which the browser runs no scripts.
func openPlain(t *testing.T, d device, address string) *tab {
	t.Helper()
	p := newTab(t, d)
	command(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.navigate(address)
	p.until("the page is there", `document.querySelector("[data-config]") !== null`)
	return p
}

// openByItself is the popover that the browser has open, or "".
func (p *tab) openByItself() string {
	p.t.Helper()
	return ask[string](p, `[...document.querySelectorAll(":popover-open")].map((e) => e.dataset.popover).join(" ")`)
}

// Without scripts every word can be read, every popover opens and closes, and
// nothing is offered that does not work.
func TestWithoutScripts(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, width := range []int64{320, 700, 1200} {
		p := openPlain(t, device{width: width, height: 800}, site+"/")
		if ask[bool](p, "window.barline !== undefined") {
			t.Fatal("scripts run")
		}
		for _, id := range ids() {
			p.run(`document.querySelector('[data-event="` + id + `"]').scrollIntoView({block: "center"})`)
			p.click(p.button(id).middle())
			if open := p.openByItself(); open != id {
				t.Fatalf("%d px: pressed %s, %q is open", width, id, open)
			}
			p.checkPopover(id)
			if b, view := p.popover(id), p.viewport(); !view.holds(b, 0.5) {
				t.Errorf("%d px: the popover %v leaves the screen %v", width, b, view)
			}
			if ask[bool](p, `[...document.querySelectorAll('[data-step]')].some((b) => getComputedStyle(b).visibility !== "hidden")`) {
				t.Errorf("%d px: previous and next are offered", width)
			}
			p.click(p.popoverButton(id, ".close").middle())
			if open := p.openByItself(); open != "" {
				t.Fatalf("%d px: closed, %q is open", width, open)
			}
		}
		if wide := ask[int](p, "document.documentElement.scrollWidth"); wide > int(width) {
			t.Errorf("the page is %d px wide on a screen of %d", wide, width)
		}
		if ask[bool](p, `document.querySelector("[data-controls]").checkVisibility()`) {
			t.Errorf("%d px: controls are offered that do nothing", width)
		}
		shown := `document.querySelector("[data-transcript] blockquote").checkVisibility({contentVisibilityAuto: true}) && document.querySelector("[data-transcript] blockquote").getBoundingClientRect().height > 10`
		if !ask[bool](p, shown) {
			t.Errorf("%d px: the transcript is folded", width)
		}
	}
}

// An address leads to the event, and its own page shows it.
func TestAddressWithoutScripts(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, width := range []int64{320, 1200} {
		for _, id := range []string{"2025-02", "2025-12-02", "embassy"} {
			p := openPlain(t, device{width: width, height: 700}, site+"/#"+id)
			title := ask[string](p, `document.querySelector('[data-popover="`+id+`"] h2').textContent`)
			section := ask[string](p, `document.querySelector(":target").closest("section").querySelector("h2").textContent`)
			if section != title {
				t.Errorf("#%s leads to %q", id, section)
			}
			if top := ask[float64](p, `document.querySelector(":target").closest("section").querySelector("h2").getBoundingClientRect().top`); top < -0.5 || top > 700 {
				t.Errorf("%d px: #%s is %v px from the top of the screen", width, id, top)
			}
			p = openPlain(t, device{width: width, height: 700}, site+"/e/"+id+"/")
			text := ask[string](p, `document.querySelector(".inline").innerText`)
			for _, q := range quotations(id) {
				if !strings.Contains(text, q.Words) {
					t.Errorf("the page of %s does not say %q", id, q.Words)
				}
			}
			if b := p.boxOf(".inline h2"); b.Y < 0 || b.bottom() > 700 || !strings.Contains(text, title) {
				t.Errorf("%d px: the page of %s shows it at %v", width, id, b)
			}
			if wide := ask[int](p, "document.documentElement.scrollWidth"); wide > int(width) {
				t.Errorf("the page is %d px wide on a screen of %d", wide, width)
			}
		}
	}
}

// Printed, the picture has the width of the sheet and every word is there,
// whatever was open, in light colours, with scripts or without.
func TestPrint(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	sheets := map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}}
	for _, mode := range []string{"live", "compare, dark, a popover open", "engine off", "no scripts"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			var p *tab
			switch mode {
			case "live":
				p = openLive(t, device{}, site+"/")
			case "engine off":
				p = open(t, device{width: 360}, site+"/?engine=off#2025-03")
				p.opened("2025-03")
			case "no scripts":
				p = openPlain(t, device{}, site+"/")
			default:
				p = openLive(t, device{width: 700, dark: true}, site+"/?theme=dark&view=compare#2025-12-02")
				p.opened("2025-12-02")
			}
			p.run("await document.fonts.ready")
			for name, sheet := range sheets {
				r := command(p, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: sheet[0], PaperHeight: sheet[1]})
				file := filepath.Join(t.TempDir(), "page.pdf")
				if err := os.WriteFile(file, r.Data, 0o644); err != nil {
					t.Fatal(err)
				}
				text := words(pdftotext(t, file))
				for _, f := range facts() {
					for _, q := range quotations(f.id) {
						want := 1
						if q.ID == "q1" {
							want = 2 // in the picture, too
						}
						if n := strings.Count(text, words(q.Words)); n != want && len(q.Words) > 20 || n < 1 {
							t.Errorf("%s: %s is printed %d times", name, q.ID, n)
						}
					}
				}
				for _, drawn := range []string{"Longest reported", "Reportedly kept waiting 8 hours", "Source: Dawat Media Center, “Five-Hour Kremlin Summit"} {
					if n := strings.Count(text, drawn); n < 1 {
						t.Errorf("%s: the picture does not say %q", name, drawn)
					}
				}
				for _, control := range []string{"Show all", "Everything that was said, as text", "Share and download"} {
					if strings.Contains(text, control) {
						t.Errorf("%s: %q is printed", name, control)
					}
				}
				figure := words(pdftotext(t, file, "-l", "1"))
				if !strings.Contains(figure, "Embassy briefing") || !strings.Contains(figure, "Day not given") {
					t.Errorf("%s: the picture is not on the first sheet: %s", name, figure)
				}
				if n := sheetsOf(t, file); n > 6 {
					t.Errorf("%s: %d sheets", name, n)
				}
			}
		})
	}
}

// words are a text's words with one space between them.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

func pdftotext(t *testing.T, file string, args ...string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", append(args, file, "-")...).Output()
	if err != nil {
		t.Fatalf("pdftotext: %v; scripts/test-deps.sh installs it", err)
	}
	return string(out)
}

func sheetsOf(t *testing.T, file string) int {
	t.Helper()
	out, err := exec.Command("pdfinfo", file).Output()
	if err != nil {
		t.Fatalf("pdfinfo: %v; scripts/test-deps.sh installs it", err)
	}
	_, rest, _ := strings.Cut(string(out), "Pages:")
	line, _, _ := strings.Cut(rest, "\n")
	n, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The page of an event opens it, and is the whole timeline beside that.
func TestEventPage(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			query := "?engine=off"
			if mode.live {
				query = ""
			}
			p := open(t, device{}, site+"/e/2025-08-06/"+query)
			if mode.live {
				p.becomes("live")
				p.settles()
			} else {
				p.becomes("static")
			}
			p.opened("2025-08-06")
			p.checkPopover("2025-08-06")
			if title := ask[string](p, "document.title"); !strings.HasPrefix(title, "Just under three hours – ") {
				t.Errorf("it is called %q", title)
			}
			if n := ask[int](p, `document.querySelectorAll(".inline").length`); n != 0 {
				t.Error("with scripts it shows the event twice")
			}
			p.click(p.button("embassy").middle())
			p.opened("embassy")
			if at := ask[string](p, "location.pathname + location.hash"); at != "/e/2025-08-06/#embassy" {
				t.Errorf("at another event the address is %s", at)
			}
			p.Leave("history.back()")
			p.opened("2025-08-06")
			// Closed by hand it stays closed, also when it is come back to.
			p.press(keyEscape)
			p.opened("")
			p.click(p.button("2025-02").middle())
			p.opened("2025-02")
			p.Leave("history.back()")
			p.opened("")
			// An address with a hash is that event's.
			p.navigate(site + "/e/2025-08-06/" + query + "#2025-03")
			p.opened("2025-03")
		})
	}
}

// A story without quotations needs no plain serif, and goes live without it.
func TestWithoutQuotations(t *testing.T) {
	t.Parallel()
	site, err := publishStory("quiet.yaml", []byte("barline: 1\nid: quiet\nheadline: A quiet story\nsources: [{id: s, name: S}]\nevents:\n- {id: one, title: One, date: 2025-02-03, duration: PT2H}\n- {id: two, title: Two, date: 2025-05, duration: <PT3H}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if name := site.Named("Serif-Regular-latin.ttf"); name != "" || site.Named("Serif-Bold-latin.ttf") == "" {
		t.Errorf("it carries %q", name)
	}
	p := openLive(t, device{}, serve(t, site)+"/#two")
	p.opened("two")
}
