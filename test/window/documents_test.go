package window_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"barline/assets"
	"barline/internal/xserver"
	"barline/scene"
)

// documentReport is what the window says of its files and of what stands in front.
type documentReport struct {
	File, Notice, Lang, Headline, Dialog, DialogTitle, DialogFocused, Page, Theme, Contrast, Motion string
	DialogTexts, Editions                                                                           []string
	DialogBox                                                                                       *box
	Choices                                                                                         map[string]*box
	Events                                                                                          int
	DialogScroll                                                                                    float64
}

func (r documentReport) says(words string) bool {
	return strings.Contains(strings.Join(append(r.DialogTexts, r.DialogTitle), "\n"), words)
}

const story = `barline: 1
id: treaties
headline: %s
sources: [{id: s, name: Treaty series}]
events:
  - {id: westphalia, title: Peace of Westphalia, date: 1648-10-24}
  - {id: utrecht, title: Peace of Utrecht, date: 1713-04-11}
  - {id: vienna, title: Congress of Vienna, date: 1814-11-01/1815-06-09}
  - {id: versailles, title: Treaty of Versailles, date: 1919-06-28}
`

func save(t *testing.T, path, contents string) {
	t.Helper()
	// As editors do: a new file takes the place of the old one.
	if err := os.WriteFile(path+".new", []byte(contents), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

// The file is followed while it is edited: what is open and in view stays, errors lie
// over the last good picture, and nothing that happens to the file ends the window.
func TestAStoryIsFollowed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "treaties.yaml")
	save(t, path, fmt.Sprintf(story, "First"))
	w := open(t, path)
	r := w.until("the story is shown", func(r report) bool { return r.Headline == "First" && r.Boxes["utrecht"] != nil })
	if r.File != path || r.Events != 4 {
		t.Errorf("the window shows %d events of %s", r.Events, r.File)
	}
	whole := r.Span
	w.click(r.Boxes["utrecht"].Bar)
	w.until("an event is open", func(r report) bool { return r.Selected == "utrecht" })
	w.typed('=')
	kept := w.until("the view is closer", func(r report) bool { return r.Span != whole })

	save(t, path, fmt.Sprintf(story, "Second"))
	r = w.until("the change is shown", func(r report) bool { return r.Headline == "Second" })
	if r.Selected != "utrecht" || r.Span != kept.Span {
		t.Errorf("after the change %s is open at %v, before utrecht at %v", r.Selected, r.Span, kept.Span)
	}

	save(t, path, strings.Replace(fmt.Sprintf(story, "Third"), "1713-04-11", "1713-04-31", 1))
	r = w.until("the error is shown", func(r report) bool { return r.Dialog == "problems" })
	if !r.says("treaties.yaml:7:") || !r.says("April 1713 has 30 days") || !r.says("1713-04-30") || r.Headline != "Second" {
		t.Errorf("over %q it says %q", r.Headline, r.DialogTexts)
	}
	w.look("problems")
	save(t, path, fmt.Sprintf(story, "Fourth"))
	r = w.until("the error is gone", func(r report) bool { return r.Dialog == "" && r.Headline == "Fourth" })
	if r.Selected != "utrecht" {
		t.Errorf("after the error %q is open", r.Selected)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	r = w.until("it is said that the file is gone", func(r report) bool { return strings.Contains(r.Notice, "not there any more") })
	if r.Headline != "Fourth" {
		t.Errorf("without its file the window shows %q", r.Headline)
	}
	save(t, path, fmt.Sprintf(story, "Fifth"))
	w.until("the file is back", func(r report) bool { return r.Headline == "Fifth" })
}

// A story that is broken when the window opens is explained there, and shown once it is
// fixed. No other story is shown in its place.
func TestABrokenStoryIsExplained(t *testing.T) {
	path := filepath.Join(t.TempDir(), "broken.yaml")
	save(t, path, "barline: 1\nid: x\nheadline: x\nsources: [{id: s, name: S}]\nevents: [{id: a, title: A, date: 2025-02-30}]\n")
	w := open(t, path)
	r := w.until("the error is shown", func(r report) bool { return r.Dialog == "problems" })
	if !r.says("broken.yaml:5:") || !r.says("February 2025 has 28 days") || r.Headline != "" {
		t.Errorf("with %q in the window it says %q", r.Headline, r.DialogTexts)
	}
	save(t, path, fmt.Sprintf(story, "Fixed"))
	w.until("the story is shown", func(r report) bool { return r.Headline == "Fixed" && r.Dialog == "" })
}

// Of many errors the first are in sight; the keyboard leads to what stands under the last.
func TestManyErrorsAreReadFromTheFirst(t *testing.T) {
	w := open(t, "-size", "320x480", filepath.Join("..", "..", "testdata", "bad", "more-errors.yaml"))
	r := w.until("the errors are shown", func(r report) bool { return r.Dialog == "problems" })
	if r.DialogScroll != 0 || r.Choices["again"] != nil || r.DialogFocused != "again" {
		t.Errorf("the errors are scrolled by %v px, and %s has the keyboard", r.DialogScroll, r.DialogFocused)
	}
	w.look("many-errors")
	w.key(keyTab)
	r = w.until("the keyboard is at the next button", func(r report) bool { return r.DialogFocused == "open" && r.Choices["open"] != nil })
	if r.DialogScroll == 0 {
		t.Error("the button that has the keyboard is not scrolled into sight")
	}
}

// A spreadsheet's questions are asked in the window, and answered by keys or by mouse.
// Recent files are offered, those that are gone as gone, and files are dropped.
func TestFilesAreOpened(t *testing.T) {
	dir := t.TempDir()
	sheet := filepath.Join(dir, "meetings.csv")
	save(t, sheet, "what,when\nAmbassadors meet,3/4/2014\nThey meet again,5/6/2014\n")
	w := open(t, sheet)
	r := w.until("a question is asked", func(r report) bool { return r.Dialog == "questions" })
	if !r.says("3/4/2014") || r.Choices["answer:0"] == nil || r.Choices["answer:1"] == nil {
		t.Fatalf("it asks %q, with the answers %v", r.DialogTexts, r.Choices)
	}
	w.look("question")
	if x, y := r.DialogBox.X+12, r.DialogBox.Y+12; w.display.Screenshot().RGBAAt(int(x)+w.origin.X, int(y)+w.origin.Y).R != assets.Light()[scene.Panel].R {
		t.Error("the panel is not drawn")
	}
	if !r.says("2:  Ambassadors meet,3/4/2014") {
		t.Errorf("it does not say which row it asks about: %q", r.DialogTexts)
	}
	if r.DialogFocused != "answer:0" {
		t.Errorf("the keyboard is at %s", r.DialogFocused)
	}
	w.key(keyDown)
	w.until("the keyboard is at the second answer", func(r report) bool { return r.DialogFocused == "answer:1" })
	w.key(keyUp)
	w.until("the keyboard is back", func(r report) bool { return r.DialogFocused == "answer:0" })
	w.key(keyReturn)
	w.until("the table is shown", func(r report) bool { return r.Events == 2 && r.Dialog == "" })

	// Twenty files are dropped: one is opened, and which one is said.
	var dropped []string
	for i := range 20 {
		path := filepath.Join(dir, fmt.Sprintf("notes-%02d.txt", i))
		if i == 13 {
			path = filepath.Join(dir, "treaties.yaml")
		}
		save(t, path, fmt.Sprintf(story, "Dropped"))
		dropped = append(dropped, path)
	}
	w.display.Drop(dropped)
	r = w.until("a dropped file is shown", func(r report) bool { return r.Headline == "Dropped" })
	if filepath.Base(r.File) != "treaties.yaml" || !strings.Contains(r.Notice, "20") || !strings.Contains(r.Notice, "treaties.yaml") {
		t.Errorf("of twenty files %s is shown, and it says %q", r.File, r.Notice)
	}
	w.display.Drop([]string{dir})
	r = w.until("a folder is refused", func(r report) bool { return r.Dialog == "problems" })
	if !r.says("this is a folder") || r.Headline != "Dropped" {
		t.Errorf("of a folder it says %q", r.DialogTexts)
	}
	w.key(keyEscape)
	w.until("the panel is closed", func(r report) bool { return r.Dialog == "" })

	if err := os.Remove(sheet); err != nil {
		t.Fatal(err)
	}
	w.command('o')
	r = w.until("files are offered", func(r report) bool { return r.Dialog == "open" })
	if !r.says("meetings.csv") || !r.says("treaties.yaml") || r.Choices["recent:0"] == nil || r.Choices["recent:1"] != nil {
		t.Errorf("it offers %q, of which can be chosen %v", r.DialogTexts, r.Choices)
	}
	w.look("open")
	w.click(r.Choices["builtin"])
	w.until("the built-in story is shown", func(r report) bool { return r.File == "" && len(r.Boxes) == 10 && r.Dialog == "" })
	w.command('o')
	r = w.until("files are offered again", func(r report) bool { return r.Choices["recent:0"] != nil })
	for i := 0; r.DialogFocused != "recent:0"; i++ {
		if i > 9 {
			t.Fatal("the keyboard does not reach the first recent file")
		}
		was := r.DialogFocused
		w.display.KeyDown(keyTab)
		r = w.until("Tab has moved the keyboard", func(r report) bool { return r.DialogFocused != was })
		w.display.KeyUp(keyTab)
	}
	w.key(keyReturn)
	w.until("the recent file is shown", func(r report) bool { return r.Headline == "Dropped" })
}

// The built-in story is there in four languages, by a control and by a key.
func TestLanguages(t *testing.T) {
	w := open(t, "-open", "2025-04-11")
	r := w.until("the story is shown", func(r report) bool { return r.Selected == "2025-04-11" && r.Controls["language"] != nil })
	if r.Lang != "en" || !slices.Equal(r.Editions, []string{"en", "fa-AF", "nb", "ps"}) {
		t.Errorf("shown is %s of %v", r.Lang, r.Editions)
	}
	w.typed('l')
	r = w.until("the next language is shown", func(r report) bool { return r.Lang == "fa-AF" })
	if r.Selected != "2025-04-11" || r.Boxes["2025-02"].Bar.X < r.Boxes["2025-12-02"].Bar.X {
		t.Errorf("open is %q; time runs from %v to %v", r.Selected, r.Boxes["2025-02"].Bar.X, r.Boxes["2025-12-02"].Bar.X)
	}
	w.key(keyEscape)
	r = w.until("the popover is closed", func(r report) bool { return r.Selected == "" })
	w.click(r.Controls["language"])
	r = w.until("the languages are offered", func(r report) bool { return r.Dialog == "languages" && r.Choices["language:2"] != nil })
	w.look("languages")
	w.click(r.Choices["language:2"])
	w.until("Norwegian is shown", func(r report) bool { return r.Lang == "nb" && r.Dialog == "" })
}

// Many events are drawn as on the page; opening them shows how far it has come.
func TestManyEventsAreOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "many.csv")
	var b strings.Builder
	b.WriteString("title,start,lane\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "Sitting %d,%d-%02d-%02d,Chamber %d\n", i+1, 1900+i%100, i%12+1, i%28+1, i%3+1)
	}
	save(t, path, b.String())
	w := open(t, path)
	r := w.until("all of them are shown", func(r report) bool { return r.Events == 5000 })
	if len(r.Boxes) > 2000 {
		t.Errorf("%d are drawn singly", len(r.Boxes))
	}
	w.look("many")
}

// A second start with the same file raises the window that shows it, and ends.
func TestASecondStartRaisesTheFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "treaties.yaml")
	save(t, path, fmt.Sprintf(story, "Once"))
	display := xserver.Start(t, 800, 700)
	w := openOn(t, display, "-size", "400x400", path)
	w.until("the story is shown", func(r report) bool { return r.Headline == "Once" })
	second := command(t, display.Name, path)
	second.Env = append(second.Env, "XDG_RUNTIME_DIR="+w.runtime)
	if code, _, stderr := ended(t, second); code != 0 || stderr != "" {
		t.Errorf("the second start ends with %d: %s", code, stderr)
	}
	if n := len(display.Windows()); n != 1 {
		t.Errorf("there are %d windows", n)
	}
}

// A window is no larger than its screen, and what is higher scrolls.
func TestASmallScreen(t *testing.T) {
	w := openOn(t, xserver.Start(t, 320, 480))
	r := w.until("the story is shown", func(r report) bool { return len(r.Boxes) == 10 })
	if r.Width > 320 || r.Height > 480 {
		t.Errorf("the window has %v × %v px on a screen of 320 × 480", r.Width, r.Height)
	}
	first := r.Boxes["2025-02"].Bar.Y
	w.key(keyPageDown)
	w.until("the page is scrolled", func(r report) bool { return r.Boxes["2025-02"].Bar.Y < first })
	w.look("small")
}
