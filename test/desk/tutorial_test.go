package desk_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	_ "barline/internal/golden" // for the flag -update
)

// tutorial is docs/desk.md: its text, and the pictures that its steps took.
type tutorial struct {
	p     *tab
	text  string
	shown []string
}

// step is what stands under a heading of the tutorial; its picture is taken, and written
// with -update.
func (u *tutorial) step(heading, name string) {
	u.p.t.Helper()
	if !strings.Contains(u.text, "\n## "+heading+"\n") {
		u.p.t.Errorf("docs/desk.md has no step “%s”", heading)
	}
	if !strings.Contains(u.text, "](desk/"+name+".png)") {
		u.p.t.Errorf("docs/desk.md does not show desk/%s.png", name)
	}
	u.shown = append(u.shown, name)
	u.p.run(`document.activeElement.blur()`)
	picture := u.p.picture()
	file := filepath.Join("..", "..", "docs", "desk", name+".png")
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			u.p.t.Fatal(err)
		}
		if err := os.WriteFile(file, picture, 0o644); err != nil {
			u.p.t.Fatal(err)
		}
		return
	}
	if _, err := os.Stat(file); err != nil {
		u.p.t.Errorf("%v; -update takes the pictures", err)
	}
}

// From a spreadsheet to a published timeline, as docs/desk.md tells it: what it says to
// press is pressed here, in its order.
func TestTutorial(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/desk.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(cells), "\n") {
		for _, cell := range strings.Split(line, "\t") {
			if !bytes.Contains(text, []byte(cell)) {
				t.Errorf("the table of docs/desk.md does not have %q", cell)
			}
		}
	}
	for _, words := range []string{article, quotation} {
		if !bytes.Contains(text, []byte(words)) {
			t.Errorf("docs/desk.md does not have %q", words)
		}
	}
	p := open(t, device{}, serveDesk(t))
	u := &tutorial{p: p, text: string(text)}

	p.checkAccessible("empty")
	p.pasteInto("[data-paste]", cells)
	p.until("it asks which comes first", `document.querySelector('[data-question] [data-answer="mdy"]') && document.querySelector('[data-question] [data-answer="dmy"]')`)
	p.until("with the rows", `document.querySelector("[data-question]").textContent.includes("04/06/1917")`)
	p.checkAccessible("question")
	p.run(`document.querySelector("[data-question]").scrollIntoView({block: "end"})`)
	u.step("Paste the cells", "1-question")

	p.click(`[data-answer="mdy"]`)
	p.opens("6 events")
	p.until("the first is of April", `document.querySelector('.grid .body [aria-colindex="2"]').textContent === "1917-04-06"`)
	p.looks("six events", `d.querySelectorAll("[data-event]").length === 6 && d.documentElement.dataset.barline === "live"`)
	p.checkAccessible("opened")
	u.step("Answer what only you know", "2-opened")

	p.click("[data-view=story]")
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "America and the end of the war")
	p.until("it is the headline", `document.querySelector("[data-headline]").textContent === "America and the end of the war"`)
	p.looks("the headline", `d.querySelector("h1").textContent === "America and the end of the war"`)
	p.click("[data-view=events]")
	p.fix("5", "1918-02-30", "1918-02-10")
	p.until("the preview is of the story as it is", `document.querySelector("[data-look-words]").textContent === ""`)
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	u.step("Put right what is wrong", "3-fixed")

	p.cell("4", "1")
	p.quote("Woodrow Wilson")
	p.looks("the quotation, live", `d.documentElement.dataset.barline === "live" && d.body.textContent.includes(`+quoted(quotation)+`)`)
	p.checkAccessible("proved")
	p.run(`document.querySelector("[data-quote-proof]").scrollIntoView({block: "center"})`)
	u.step("Add a quotation, and prove it", "4-proved")

	// Pressing an event in the preview opens its form.
	p.until("the armistice is pressed", `(() => { const d = document.querySelector("iframe[data-preview]").contentDocument; if (d.documentElement.dataset.barline !== "live") return false; const b = [...d.querySelectorAll("[data-event]")].at(-1); b?.click(); return b; })()`)
	p.until("its form is open", `document.querySelector("[data-event-form]").dataset.eventForm === "5"`)
	for _, size := range []string{"390", "1200", "fit"} {
		p.click(`[data-size="` + size + `"]`)
		p.until("the frame is so wide", `document.querySelector("[data-size='`+size+`']").getAttribute("aria-pressed") === "true"`)
	}
	p.click(`[data-look-theme=dark]`)
	p.looks("dark colours", `d.defaultView.barline.state().theme === "dark"`)
	p.click(`[data-look-theme=light]`)
	p.looks("it live, with what is open", `d.documentElement.dataset.barline === "live" && d.defaultView.barline.state().selected !== null`)
	p.run(`document.querySelector("[data-form]").scrollIntoView()`)
	u.step("Look at it", "5-look")

	p.writeInto("[data-address]", "https://example.org/america-and-the-war/")
	p.until("the code is there", `document.querySelector("[data-embed] pre").textContent.includes("https://example.org/america-and-the-war/")`)
	p.checkAccessible("publish")
	p.run(`document.querySelector("#out").scrollIntoView()`)
	u.step("Publish", "6-publish")
	p.published("Armistice")

	p.press(kb.Escape)
	for _, narrow := range []int64{390, 700} {
		p.emulate(device{width: narrow, dark: true})
		p.until("nothing scrolls sideways", `document.documentElement.scrollWidth <= innerWidth`)
		p.checkAccessible(fmt.Sprint(narrow, " px, dark"))
	}
	for _, line := range strings.Split(u.text, "](desk/")[1:] {
		name, _, _ := strings.Cut(line, ".png)")
		if !strings.Contains(strings.Join(u.shown, " "), name) {
			t.Errorf("docs/desk.md shows %s, which no step takes", name)
		}
	}
}

// Right to left, everything stands mirrored, and nothing scrolls sideways.
func TestRightToLeft(t *testing.T) {
	t.Parallel()
	p := open(t, device{lang: "fa-AF"}, serveDesk(t))
	p.until("it is Dari", `document.documentElement.dir === "rtl" && document.querySelector("#in h2").textContent.includes("وارد کردن")`)
	p.click("[data-do=open-example]")
	p.until("the example is in hand", `document.querySelectorAll(".grid .body [role=row]").length > 5`)
	p.until("the work stands to the right of the preview", `document.querySelector(".work").getBoundingClientRect().left > document.querySelector(".look").getBoundingClientRect().left && document.documentElement.scrollWidth <= innerWidth`)
	p.cell("2", "2")
	p.press(kb.ArrowLeft)
	p.until("the left arrow leads on", `document.activeElement.getAttribute("aria-colindex") === "3"`)
	p.checkAccessible("right to left")
}
