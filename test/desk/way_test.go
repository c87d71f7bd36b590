package desk_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// cells are what a spreadsheet puts on the clipboard. Nothing in them tells whether the
// day or the month comes first.
const cells = "When\tWhat\tWhere\tText\n" +
	"04/06/1917\tCongress declares war on Germany\tWashington\tThe House of Representatives votes 373 to 50.\n" +
	"12/11/1917\tAllenby enters Jerusalem\tJerusalem\tHe goes in on foot, through the Jaffa Gate.\n" +
	"01/08/1918\tWilson lists fourteen points\tWashington\tHe tells Congress what peace should rest on.\n" +
	"02/10/1918\tTrotsky leaves the talks\tBrest-Litovsk\tRussia will neither fight nor sign.\n" +
	"03/03/1918\tRussia signs a peace\tBrest-Litovsk\tIt gives up Finland, the Baltic lands, Poland and Ukraine.\n" +
	"11/11/1918\tArmistice\tCompiègne\tIt is signed in a railway carriage and begins at eleven o’clock.\n"

// article is from the speech itself, of 8 January 1918.
const article = "We demand in this war nothing peculiar to ourselves, the President told Congress. The first point, Woodrow Wilson said, was this: “Open covenants of peace, openly arrived at, after which there shall be no private international understandings of any kind.”"

const quotation = "Open covenants of peace, openly arrived at"

// timelineJS is what the program of that name reads.
const timelineJS = `{"title": {"text": {"headline": "Apollo 11"}}, "events": [
	{"start_date": {"year": "1969", "month": "7", "day": "16"}, "text": {"headline": "Lift-off", "text": "<p>Apollo 11 leaves Cape Kennedy.</p>"}},
	{"start_date": {"year": "1969", "month": "7", "day": "20"}, "text": {"headline": "The landing", "text": "<p>Armstrong and Aldrin land in the Sea of Tranquility.</p>"}},
	{"start_date": {"year": "1969", "month": "7", "day": "24"}, "text": {"headline": "Splashdown", "text": "<p>The crew comes down in the Pacific.</p>"}}]}`

const eventCount = `document.querySelectorAll(".grid .body [role=row]").length`

// opens waits until a document with so many events is in hand, and checked.
func (p *tab) opens(events string) {
	p.t.Helper()
	p.until("the story is in hand", `document.querySelector("[data-total]").textContent === `+quoted(events))
}

// looks waits until the preview shows what an expression about its document asks for.
func (p *tab) looks(what, expression string) {
	p.t.Helper()
	p.until("the preview shows "+what, `(() => { const d = document.querySelector("iframe[data-preview]").contentDocument; return d && d.readyState === "complete" && (`+expression+`); })()`)
}

// cell goes to a cell of the list by press.
func (p *tab) cell(row, column string) {
	p.t.Helper()
	p.click(`.grid [aria-rowindex="` + row + `"] [aria-colindex="` + column + `"]`)
}

// fix writes a wrong date with the keyboard, follows the error to its field, and puts it
// right there.
func (p *tab) fix(row, wrong, right string) {
	p.t.Helper()
	p.cell(row, "2")
	p.press(kb.F2)
	p.writeInto(".grid input.cell", wrong)
	p.press(kb.Enter)
	p.until("the error is listed", `document.querySelector('[data-problem][data-severity="error"]')`)
	p.until("errors stand first", `document.querySelector("[data-problem]").dataset.severity === "error" && document.querySelector("[data-problem]").dataset.line > 0 && document.querySelector("[data-problem]").dataset.code`)
	p.until("the zip waits", `document.querySelector("[data-save=zip]").disabled`)
	p.click("[data-problem] button")
	p.until("its field has the keyboard, and says what is wrong", `document.activeElement.value === `+quoted(wrong)+` && document.activeElement.getAttribute("aria-invalid") === "true" && document.activeElement.closest(".field").querySelector(".fault").textContent.length > 10`)
	p.press("a", kb.ModifierCtrl)
	p.write(right)
	p.until("nothing is wrong any more", `!document.querySelector('[data-severity="error"]') && !document.querySelector("[data-save=zip]").disabled`)
}

// quote adds a quotation to the event whose form is open, and proves it.
func (p *tab) quote(speaker string) {
	p.t.Helper()
	p.click("[data-do=add-quote]")
	field := func(name string) string {
		return `[data-form] .item input[data-path*='"` + name + `"'], [data-form] .item textarea[data-path*='"` + name + `"']`
	}
	p.until("the fields of a quotation are there", `document.querySelector(`+quoted(field("words"))+`)`)
	p.writeInto(field("words"), quotation)
	p.until("its words are in the story", `!document.querySelector('[data-form] .item textarea').getAttribute("aria-invalid")`)
	p.writeInto(field("speaker"), speaker)
	p.press(kb.Tab)
	p.until("the story is right", `!document.querySelector("[data-save=zip]").disabled`)
	p.writeInto("[data-source]", article)
	p.until("the quotation is found word for word", `document.querySelector('[data-quote-proof="exact"]')`)
	p.until("words and passage say so", `document.querySelector("[data-quote-proof] .verdict").textContent.includes("Word for word") && document.querySelector("[data-quote-proof] .passage").textContent.includes("arrived at")`)
}

// published saves the site and opens what was saved, from a server that knows nothing.
func (p *tab) published(title string) {
	p.t.Helper()
	name, contents := p.saved("[data-save=zip]")
	if path.Ext(name) != ".zip" {
		p.t.Errorf("what is saved is called %s", name)
	}
	dir := unpack(p.t, contents)
	site := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer site.Close()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		p.t.Fatalf("the zip holds %v, want one folder: %v", entries, err)
	}
	page := newTab(p.t, device{})
	page.navigate(site.URL + "/" + entries[0].Name() + "/")
	page.until("the published page is live", `document.documentElement.dataset.barline === "live"`)
	page.until("it has the event", `[...document.querySelectorAll("button[data-event]")].some((b) => b.textContent.includes(`+quoted(title)+`) || b.getAttribute("aria-label")?.includes(`+quoted(title)+`))`)
}

func unpack(t testing.TB, contents []byte) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range r.File {
		to := filepath.Join(dir, filepath.FromSlash(f.Name))
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// The way of somebody who has a TimelineJS file, and of axe-core through its states.
func TestFromTimelineJS(t *testing.T) {
	t.Parallel()
	p := open(t, device{dark: true}, serveDesk(t))
	file := filepath.Join(t.TempDir(), "apollo.json")
	if err := os.WriteFile(file, []byte(timelineJS), 0o600); err != nil {
		t.Fatal(err)
	}
	p.choose("[data-open]", file)
	p.opens("3 events")
	p.looks("three events", `d.querySelectorAll("[data-event]").length === 3`)
	p.checkAccessible("opened")
	p.fix("3", "1969-07-32", "1969-07-20")
	p.cell("3", "1")
	p.quote("Woodrow Wilson")
	p.checkAccessible("proved")

	// The former story is in the list of versions, and comes back from there.
	p.click("[data-do=open-blank]")
	p.opens("1 event")
	p.click("[data-do=versions]")
	p.until("the list has it", `[...document.querySelectorAll("[data-version]")].some((e) => e.textContent.includes("Apollo 11"))`)
	p.checkAccessible("versions")
	p.click("[data-version] button")
	p.opens("3 events")
	p.looks("three events again", `d.querySelectorAll("[data-event]").length === 3`)
	p.until("with the article", `document.querySelector("[data-source]").value.includes("covenants")`)
	p.until("it can be published", `!document.querySelector("[data-save=zip]").disabled`)
	p.published("The landing")
}

// The way of somebody who has nothing, with the keyboard.
func TestFromNothing(t *testing.T) {
	t.Parallel()
	p := open(t, device{}, serveDesk(t))
	p.click("[data-do=open-blank]")
	p.opens("1 event")
	// Many cells at once, from a spreadsheet: rows are added.
	p.cell("2", "2")
	p.pasteInto(".grid [tabindex='0']", "1918-01-08\tWilson lists fourteen points\n1917-04-06\tCongress declares war\n1918-11-11\tArmistice")
	p.opens("3 events")
	p.click("[data-do=sort]")
	p.until("they stand by date", `[...document.querySelectorAll('.grid .body [aria-colindex="2"]')].map((e) => e.textContent).join() === "1917-04-06,1918-01-08,1918-11-11"`)
	p.press("z", kb.ModifierCtrl)
	p.until("sorting is undone", `document.querySelector('.grid .body [aria-colindex="2"]').textContent === "1918-01-08"`)
	p.press("y", kb.ModifierCtrl)
	p.until("and done again", `document.querySelector('.grid .body [aria-colindex="2"]').textContent === "1917-04-06"`)

	// Arrow keys, and typing over a cell.
	p.cell("3", "2")
	p.press(kb.ArrowRight)
	p.press(kb.ArrowRight)
	p.press(kb.ArrowDown)
	p.until("the keyboard is two to the right and one down", `document.activeElement.getAttribute("aria-colindex") === "4" && document.activeElement.parentElement.getAttribute("aria-rowindex") === "4"`)

	// The form says what it understands, with the mark.
	p.cell("2", "2")
	p.writeInto(`[data-form] input[data-path*='"date"]']`, "1917-04~")
	p.until("it says what was understood", `/about April 1917|April 1917 \(|around/i.test(document.querySelector("[data-understood=date]").textContent) && document.querySelector("[data-understood=date] svg")`)
	p.press("a", kb.ModifierCtrl)
	p.write("1917-04-06")

	// The file as text: comments that are written there stay.
	p.until("the date is right again", `document.querySelector('.grid .body [aria-colindex="2"]').textContent === "1917-04-06"`)
	p.click("[data-view=text]")
	p.until("the editor is there", `document.querySelector("[data-editor]")?.shadowRoot.querySelector(".cm-content")`)
	p.checkAccessible("file")
	p.run(`document.querySelector("[data-editor]").shadowRoot.querySelector(".cm-content").focus()`)
	p.press(kb.End, kb.ModifierCtrl)
	p.press(kb.Enter)
	p.write("# checked by the desk")
	p.click("[data-view=story]")
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "America and the war")
	p.until("the headline is the story's", `document.querySelector("[data-headline]").textContent === "America and the war"`)
	p.checkAccessible("story")
	_, yaml := p.saved("[data-save=yaml]")
	if !bytes.Contains(yaml, []byte("# checked by the desk")) || !bytes.Contains(yaml, []byte("headline: America and the war")) {
		t.Errorf("the file is\n%s", yaml)
	}

	p.click("[data-view=events]")
	p.fix("3", "1918-01-88", "1918-01-08")
	p.cell("3", "1")
	p.quote("Woodrow Wilson")
	p.looks("the headline", `d.querySelector("h1").textContent === "America and the war"`)
	p.published("Armistice")
}
