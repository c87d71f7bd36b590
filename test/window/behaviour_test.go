package window_test

import (
	"bytes"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"barline/internal/xserver"
)

// handsReport is what hands and keyboard have brought about.
type handsReport struct {
	Sheet, Stretch, Tip, TipMore, Blank, Told, Field string
	SheetLink, Exporting                             string
	SheetLinkRing                                    *box
	SheetRow                                         int
	SheetPlace                                       [2]float64
	Text                                             float64
	Picture                                          *box
	PictureDrawn                                     bool
	Presenting                                       bool
	PanelScroll, PanelMost, Scroll                   float64
	Query                                            struct{ Text, Person, Place, Kind string }
	Found, Looked                                    int
}

// More X keysyms.
const (
	keyEnd    = 0xff57
	keyHome   = 0xff50
	keyPageUp = 0xff55
	keyF11    = 0xffc8
	keyShift  = 0xffe1
)

// hold presses a key while others are held down.
func (w *window) hold(keysym uint32, others ...uint32) {
	for _, o := range others {
		w.display.KeyDown(o)
		time.Sleep(step)
	}
	w.key(keysym)
	for _, o := range others {
		w.display.KeyUp(o)
		time.Sleep(step)
	}
}

// copyOf is the first story in a folder of its own.
func copyOf(t *testing.T) string {
	t.Helper()
	contents, err := os.ReadFile(filepath.Join("..", "..", "data", "stories", "witkoff-putin-2025.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "meetings.yaml")
	if err := os.WriteFile(path, contents, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// browser puts a program in the place of the one that opens addresses; what it was asked
// for stands in the file.
func browser(t *testing.T) (asked string) {
	t.Helper()
	dir := t.TempDir()
	asked = filepath.Join(dir, "asked")
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" > "+asked+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	return asked
}

// Everything that hands and keyboard do with a story of few events, in one window.
func TestHandsAndKeyboard(t *testing.T) {
	story, asked := copyOf(t), browser(t)
	// Whatever dialogues this machine has, none asks where to write.
	environment = []string{"PATH=" + filepath.Dir(asked)}
	defer func() { environment = nil }()
	w := open(t, "-size", "700x560", "-theme", "light", story)
	r := w.until("the talks are drawn", func(r report) bool { return r.Boxes["2025-12-02"] != nil })

	// The pointer is told what it is over.
	x, y := r.Boxes["2025-04-11"].Bar.middle()
	w.display.Move(x+float64(w.origin.X), y+float64(w.origin.Y))
	w.until("the bar is named", func(r report) bool { return r.Tip != "" && strings.Contains(r.TipMore, "11 April 2025") })
	w.display.Move(float64(w.origin.X)+3, float64(w.origin.Y)+3)
	w.until("beside it nothing is", func(r report) bool { return r.Tip == "" })

	// The panel of shortcuts, by the key that it names.
	w.hold('/', keyShift)
	r = w.until("the shortcuts are shown", func(r report) bool { return r.Sheet == "help" })
	w.look("b-help")
	w.key(keyPageDown)
	r = w.until("the panel is scrolled", func(r report) bool { return r.SheetPlace != [2]float64{} })
	w.key(keyEnd)
	w.key(keyHome)
	w.until("the panel is at its beginning", func(r report) bool { return r.SheetPlace == [2]float64{} })
	w.key(keyEscape)
	w.until("the panel is closed", func(r report) bool { return r.Sheet == "" })

	// The table leads to events.
	w.key('t')
	w.until("the table is shown", func(r report) bool { return r.Sheet == "table" })
	w.key(keyDown)
	w.key(keyDown)
	w.until("its second row has the keyboard", func(r report) bool { return r.SheetRow == 2 })
	w.look("b-table")
	w.key(keyReturn)
	w.until("the second event is open", func(r report) bool { return r.Sheet == "" && r.Selected == "2025-03" })
	w.key(keyEscape)
	w.until("nothing is open", func(r report) bool { return r.Selected == "" })

	// The popover has its own order, and scrolls to its end.
	w.key(keyEnd)
	r = w.until("the last event has the keyboard", func(r report) bool { return r.Focused != "" })
	for r.Focused != "2025-12-02" {
		was := r.Focused
		w.key(keyLeft)
		r = w.until("the keyboard has moved", func(r report) bool { return r.Focused != was })
	}
	w.key(keyReturn)
	r = w.until("its popover is open and scrolls", func(r report) bool { return r.Selected == "2025-12-02" && r.PanelMost > 0 })
	var order []string
	for range 20 {
		was := r.Control
		w.key(keyTab)
		r = w.until("Tab has moved the keyboard", func(r report) bool { return r.Control != was || r.Focused != "2025-12-02" })
		if r.Control == "" {
			break
		}
		order = append(order, r.Control)
		if strings.HasPrefix(r.Control, "copy:") || strings.HasPrefix(r.Control, "open:") {
			if b := r.Controls[r.Control]; b == nil || b.Y < r.Popover.Y || b.Y+b.Height > r.Popover.Y+r.Popover.Height {
				t.Errorf("%s has the keyboard and stands at %v, in a popover at %v", r.Control, b, r.Popover)
			}
		}
		if slices.Contains([]string{"transcript", "next"}, r.Control) {
			break
		}
	}
	if len(order) < 4 || !strings.HasPrefix(order[0], "copy:") || order[len(order)-1] != "next" || !slices.Contains(order, "close") || !slices.Contains(order, "previous") {
		t.Errorf("Tab walks through the popover by %v", order)
	}
	w.look("b-popover")
	w.key(keyEnd)
	w.until("End has scrolled it to its end", func(r report) bool { return r.PanelScroll == r.PanelMost })
	w.key(keyPageUp)
	w.until("PageUp has scrolled back", func(r report) bool { return r.PanelScroll < r.PanelMost })
	w.key(keyReturn)
	w.until("next is pressed by Enter", func(r report) bool { return r.Selected == "nato-brussels" })
	w.key(keyLeft)
	r = w.until("the event before is open again", func(r report) bool { return r.Selected == "2025-12-02" })

	// A quotation, with speaker and source, and the picture.
	w.hold('c', keyControl)
	r = w.until("the quotation is copied", func(r report) bool { return strings.Contains(r.Notice, "Quotation copied") })
	said := string(w.display.Clipboard("UTF8_STRING"))
	for _, part := range []string{"“No compromises have been found yet.", "Yuri Ushakov", "Source"} {
		if !strings.Contains(said, part) {
			t.Errorf("what is copied lacks %q: %s", part, said)
		}
	}
	w.hold('c', keyControl, keyShift)
	w.until("the picture is copied", func(r report) bool { return strings.Contains(r.Notice, "Picture copied") })
	if picture, err := png.Decode(bytes.NewReader(w.display.Clipboard("image/png"))); err != nil || picture.Bounds().Dx() != 1400 {
		t.Errorf("the picture that is copied: %v", err)
	}

	// The source opens in the browser.
	for name, b := range r.Controls {
		if strings.HasPrefix(name, "open:") {
			w.click(b)
			waitFor(t, "the browser is asked for "+name, func() bool {
				contents, _ := os.ReadFile(asked)
				return strings.TrimSpace(string(contents)) == strings.TrimPrefix(name, "open:")
			})
		}
	}
	w.key(keyEscape)
	w.until("nothing is open", func(r report) bool { return r.Selected == "" })

	// Larger text is another layout, not a larger picture.
	r = w.until("the page is of the usual size", func(r report) bool { return r.Text == 1 })
	down := r.Boxes["2025-12-02"].Bar
	w.hold('=', keyControl)
	r = w.until("text is larger", func(r report) bool { return r.Text > 1.1 && r.Width < 640 && r.Boxes["2025-12-02"] != nil })
	if now := r.Boxes["2025-12-02"].Bar; now.Width <= now.Height || down.Width >= down.Height {
		t.Errorf("in fewer px the calendar still runs along: the bar was %v and is %v", down, now)
	}
	w.hold('0', keyControl)
	w.until("text is of the usual size", func(r report) bool { return r.Text == 1 })

	// Play, its ticks, and blank screens.
	w.key('p')
	r = w.until("the story is told", func(r report) bool { return r.Told == "2025-02" && r.Controls["turn:4"] != nil })
	w.look("b-ticks")
	w.click(r.Controls["turn:4"])
	w.until("a tick has led to its event", func(r report) bool { return r.Told != "2025-02" && r.Told != "" })
	w.key('b')
	w.until("the screen is black", func(r report) bool { return r.Blank == "black" })
	waitFor(t, "nothing is seen", func() bool {
		c := w.display.Screenshot().RGBAAt(w.origin.X+350, w.origin.Y+200)
		return c.R == 0 && c.G == 0 && c.B == 0
	})
	w.key('b')
	w.until("the page is back", func(r report) bool { return r.Blank == "" })
	w.key(keyEscape)
	w.until("Play has ended", func(r report) bool { return r.Told == "" })

	w.export(story)
}

// export writes files beside the story, under names that are free.
func (w *window) export(story string) {
	t := w.t
	choose := func(kind string) {
		t.Helper()
		w.hold('e', keyControl)
		r := w.until("what can be exported is listed", func(r report) bool { return r.Sheet == "export" && r.Controls["export:"+kind] != nil })
		w.click(r.Controls["export:"+kind])
	}
	dir := filepath.Dir(story)
	for _, name := range []string{"meetings.csv", "meetings-2.csv", "meetings.svg"} {
		choose(filepath.Ext(name)[1:])
		w.until(name+" is written", func(r report) bool {
			return strings.Contains(r.Notice, filepath.Join(dir, name)) && strings.HasPrefix(r.Notice, "Written")
		})
		if contents, err := os.ReadFile(filepath.Join(dir, name)); err != nil || len(contents) < 500 {
			t.Errorf("%s: %v, %d bytes", name, err, len(contents))
		}
	}
	choose("site")
	w.until("the site is written", func(r report) bool {
		// The notice before it names a file that begins alike.
		return strings.Contains(r.Notice, filepath.Join(dir, "meetings")) && !strings.Contains(r.Notice, "meetings.svg") && strings.HasPrefix(r.Notice, "Written")
	})
	for _, name := range []string{"index.html", "index.html.br", "embed.js", "events.csv", "barline.json"} {
		if _, err := os.Stat(filepath.Join(dir, "meetings", name)); err != nil {
			t.Error(err)
		}
	}
	// A folder that is gone is said, and nothing appears.
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	choose("png")
	w.until("the failure is said", func(r report) bool { return strings.HasPrefix(r.Notice, "Nothing was written") })
	if _, err := os.Stat(dir); err == nil {
		t.Errorf("%s is there again", dir)
	}
}

// waitFor waits for something that the window does outside of itself.
func waitFor(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for until := time.Now().Add(30 * time.Second); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("timed out waiting until %s", what)
}

// A story of many events is searched, filtered and walked through by keys.
func TestSearchAndFilters(t *testing.T) {
	w := open(t, "-size", "900x700", "-theme", "light", filepath.Join("..", "..", "testdata", "looks", "g-register-300.csv"))
	r := w.until("the search field is drawn", func(r report) bool { return r.Controls["search"] != nil })
	w.key('/')
	w.until("the field has the keyboard", func(r report) bool { return r.Control == "search" })
	for _, letter := range "ri" {
		w.key(uint32(letter))
	}
	r = w.until("something is found", func(r report) bool {
		return r.Field == "ri" && r.Query.Text == "ri" && r.Looked == r.Events && r.Found > 0 && r.Found < r.Events
	})
	w.key(keyReturn)
	r = w.until("Enter opens what is found", func(r report) bool { return r.Selected != "" })
	first := r.Selected
	w.key(keyReturn)
	w.until("and the next", func(r report) bool { return r.Selected != "" && r.Selected != first })
	w.key(keyEscape)
	w.until("Escape clears the search", func(r report) bool { return r.Query.Text == "" && r.Field == "" })
	w.key(keyEscape)
	w.until("and leaves the field", func(r report) bool { return r.Control == "" })
	w.key(keyEscape)
	w.until("nothing is open", func(r report) bool { return r.Selected == "" })
	w.key(keyPageUp)
	r = w.until("the controls are in sight", func(r report) bool { return r.Scroll == 0 })

	w.click(r.Controls["filter:place"])
	w.until("the list is shown", func(r report) bool { return r.Sheet == "place" && r.SheetRow == 1 })
	w.key(keyDown)
	w.until("a row has the keyboard", func(r report) bool { return r.SheetRow == 2 })
	w.look("b-filter")
	w.key(keyReturn)
	w.until("it is asked for", func(r report) bool {
		return r.Sheet == "" && r.Query.Place != "" && r.Looked == r.Events && r.Found > 0
	})

	// Stretches of time and events are reached by keys; Enter goes into a stretch.
	w.key(keyHome)
	r = w.until("the first entry has the keyboard", func(r report) bool { return r.Stretch+r.Focused != "" })
	was := r.Stretch + r.Focused
	w.key(keyRight)
	r = w.until("the next one has", func(r report) bool { return r.Stretch+r.Focused != was })
	for i := 0; r.Stretch == ""; i++ {
		if i == 40 {
			t.Fatal("no stretch of time is reached")
		}
		was = r.Focused
		w.key(keyRight)
		r = w.until("the keyboard has moved", func(r report) bool { return r.Stretch != "" || r.Focused != was })
	}
	w.look("b-stretch")
	span := r.Span
	w.key(keyReturn)
	w.until("the view is closer, and something in it has the keyboard", func(r report) bool { return r.Span != span && r.Stretch+r.Focused != "" })
}

// In the transcript Tab leads from link to link, and Enter opens the one that has the
// keyboard.
func TestLinksOfTheTranscriptByKeys(t *testing.T) {
	asked := browser(t)
	path := filepath.Join(t.TempDir(), "links.yaml")
	save(t, path, "barline: 1\nid: links\nheadline: Links\nsources: [{id: s, name: Minutes, url: 'https://example.org/minutes'}]\nevents:\n"+
		"  - {id: a, title: First, date: 2024-01-01, links: [{url: 'https://example.org/first', title: A map}]}\n"+
		"  - {id: b, title: Second, date: 2024-02-01}\n")
	w := open(t, "-size", "500x400", "-theme", "dark", path)
	r := w.until("the story is shown", func(r report) bool { return r.Controls["transcript"] != nil })
	w.click(r.Controls["transcript"])
	w.until("the transcript is shown", func(r report) bool { return r.Sheet == "transcript" })
	// Each key is held until it is seen: what goes on while it is held would lead on.
	tab := func(what string, ok func(r report) bool) (r report) {
		t.Helper()
		w.display.KeyDown(keyTab)
		r = w.until(what, ok)
		w.display.KeyUp(keyTab)
		time.Sleep(step)
		return r
	}
	const first, source = "open:https://example.org/first", "open:https://example.org/minutes"
	tab("the first link has the keyboard", func(r report) bool { return r.SheetLink == first && r.SheetLinkRing != nil })
	r = tab("the source has it", func(r report) bool { return r.SheetLink == source && r.SheetLinkRing != nil })
	w.look("b-transcript-link")
	of := *r.SheetLinkRing
	tab("the same source of the next event has it", func(r report) bool {
		return r.SheetLink == source && r.SheetLinkRing != nil && *r.SheetLinkRing != of
	})
	tab("after the last one the cross has it", func(r report) bool { return r.SheetLink == "" && r.Control == "close-sheet" })
	w.display.KeyDown(keyShift)
	time.Sleep(step)
	tab("Shift and Tab lead back", func(r report) bool { return r.SheetLink == source })
	w.display.KeyUp(keyShift)
	time.Sleep(step)
	w.key(keyReturn)
	waitFor(t, "the browser is asked for the source", func() bool {
		contents, _ := os.ReadFile(asked)
		return strings.TrimSpace(string(contents)) == "https://example.org/minutes"
	})
	w.key(keyEscape)
	w.until("the transcript is closed", func(r report) bool { return r.Sheet == "" && r.SheetLink == "" })
}

// For an audience the page is set so large that its figure fills the screen.
func TestPresenting(t *testing.T) {
	display := xserver.Start(t, 1900, 1300)
	w := openOn(t, display, "-size", "800x600", "-theme", "dark", "-contrast", "forced")
	w.until("all is drawn, in forced colours", func(r report) bool { return r.Boxes["2025-12-02"] != nil && r.Contrast == "forced" })
	w.key(keyF11)
	w.until("the window fills the screen", func(r report) bool {
		return r.Presenting && math.Round(r.Width*r.Scale) == 1900 && math.Round(r.Height*r.Scale) == 1300 && r.Text > 1
	})
	w.look("presenting")
	if c := display.Screenshot().RGBAAt(4, 4); c.R != 0 || c.G != 0 || c.B != 0 {
		t.Errorf("on black the paper is %v", c)
	}
	w.key(keyRight)
	w.until("an arrow steps", func(r report) bool { return r.Focused != "" })
	w.key('w')
	w.until("the screen is white", func(r report) bool { return r.Blank == "white" })
	w.key('w')
	w.until("it shows the page", func(r report) bool { return r.Blank == "" })
	w.key(keyEscape)
	w.until("Escape gives the screen back", func(r report) bool { return !r.Presenting && r.Text == 1 })
}
