//go:build !js

package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/host/command"
	"barline/host/crash"
	"barline/importer"
	"barline/render/gpu"
	"barline/scene"
	"barline/timeline/figure"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
	deskwindow "barline/timeline/window"
	"barline/timeline/window/wording"
)

// documents are the files of a window: the one that is shown, the one that is being
// opened, and what is watched. All of it belongs to the window's own thread but what
// says otherwise.
type documents struct {
	options command.Options
	// imports are the options with which the file is read, with the answers to its
	// questions.
	imports importer.Options
	// path is the file that the window is about, shown or not; "" is the built-in story.
	path string
	// shown is what is in the window; nil before the first story.
	shown   *opened
	lang    string // of the edition to show, or ""
	loading *loading
	watched *watching
	// broken is what is wrong with the file as it is now; nil if nothing.
	broken   error
	choosing bool        // the system's dialogue for files is open
	chosen   chan choice // what it has brought
	looks    chan appearance
	raised   chan struct{} // another start of the program asks to be shown
	pages    *pages
}

// loading is a file that is being opened beside the window.
type loading struct {
	path  string
	again bool // it is shown already, and read anew
	// asked: a person opened it, so that its progress is shown.
	asked bool
	stop  context.CancelFunc
	began time.Time
	// Written by the thread that opens the file.
	stage  atomic.Int32
	share  atomic.Uint64 // bits of a float64
	events atomic.Int64
	done   chan outcome
}

// outcome is what came of opening a file.
type outcome struct {
	opened *opened
	err    error
}

// progressAfter is how long a file may take before its progress is shown.
const progressAfter = 250 * time.Millisecond

// newWindow makes a window in which nothing is shown yet.
func newWindow(o command.Options) *window {
	w := &window{scale: 1, report: reporter{path: o.State}}
	w.docs = documents{options: o, imports: importOptions(o.Import), lang: o.Edition, chosen: make(chan choice, 1), looks: make(chan appearance, 1), raised: make(chan struct{}, 1)}
	w.tools.done = make(chan func(), 16)
	w.look.init(o)
	w.applyLook()
	crash.Beside(func() { followSystem(o, w.docs.looks) }, w.fail)
	return w
}

// close ends what goes on beside the window.
func (w *window) close() {
	if w.docs.loading != nil {
		w.docs.loading.stop()
	}
	w.docs.watched.close()
	w.docs.pages.close()
	w.single.close()
}

// open opens a file in the place of the one shown, which stays until the other is ready.
// "" is the built-in story.
func (w *window) open(path string) {
	w.docs.lang = ""
	if w.docs.shown == nil {
		w.docs.lang = w.docs.options.Edition
	}
	if path != w.docs.path {
		// The answers were about the other file.
		w.docs.imports = importOptions(w.docs.options.Import)
		if w.docs.path != "" {
			w.docs.imports = importOptions(command.Import{})
		}
	}
	w.load(path, false, true)
}

// load begins to open a file. again: it is the one that is shown.
func (w *window) load(path string, again, asked bool) {
	d := &w.docs
	if d.loading != nil {
		d.loading.stop()
		asked = asked || d.loading.asked
	}
	ctx, stop := context.WithCancel(context.Background())
	l := &loading{path: path, again: again, asked: asked, stop: stop, began: time.Now(), done: make(chan outcome, 1)}
	d.loading = l
	if !again || d.watched == nil {
		d.watched.close()
		d.watched = watch(path, w.fail)
	}
	lang, options := d.lang, d.imports
	go func() {
		var out outcome
		out.err = crash.Guard(func() (err error) {
			out.opened, err = open(ctx, path, lang, options, l.tell)
			return err
		})
		l.done <- out
		wake()
	}()
	if asked {
		time.AfterFunc(progressAfter, wake)
	}
}

// tell is called by the thread that opens the file.
func (l *loading) tell(s stage, share float64, events int) {
	l.stage.Store(int32(s))
	l.share.Store(math.Float64bits(share))
	if events > 0 {
		l.events.Store(int64(events))
	}
}

// attend does what has become due: files that were opened, changed, dropped or chosen.
func (w *window) attend() {
	d := &w.docs
	select {
	case c := <-d.chosen:
		w.takeChoice(c)
	case look := <-d.looks:
		w.look.system = look
		w.applyLook()
	case <-d.raised:
		raise()
	default:
	}
	w.takeDrop()
	if d.watched.changed() {
		w.fileChanged()
	}
	l := d.loading
	if l == nil {
		return
	}
	select {
	case out := <-l.done:
		d.loading = nil
		l.stop()
		w.finish(l, out)
	default:
		if l.asked && time.Since(l.began) > progressAfter {
			w.showProgress(l)
		}
	}
}

// fileChanged reads the file again. One that is gone stays in the window.
func (w *window) fileChanged() {
	d := &w.docs
	if _, err := os.Stat(d.path); errors.Is(err, fs.ErrNotExist) && d.shown != nil {
		w.say(fill(w.wording().GoneFile, "file", filepath.Base(d.path)))
		return
	}
	w.load(d.path, d.shown != nil && d.shown.path == d.path, false)
}

// finish shows what came of opening a file.
func (w *window) finish(l *loading, out outcome) {
	d := &w.docs
	if errors.Is(out.err, context.Canceled) {
		w.dialog.closeIf(dialogProgress)
		return
	}
	d.path = l.path
	if out.err == nil {
		d.broken = nil
		w.dialog.close()
		w.show(out.opened, l.again)
		if l.path != "" {
			remember(l.path)
			w.single.hold(l.path, d.raised, w.fail)
		}
		if l.again && !l.asked {
			w.say(fill(w.wording().ReadAgain, "file", filepath.Base(l.path)))
		}
		return
	}
	d.broken = out.err
	if q, ok := errors.AsType[*importer.QuestionsError](out.err); ok {
		w.ask(q)
		return
	}
	fmt.Fprintln(os.Stderr, out.err)
	w.showProblems(out.err)
}

// show puts a story into the window. again: it is the one that is there, read anew or in
// another language, so that what is open and in view stays so.
func (w *window) show(o *opened, again bool) {
	d := &w.docs
	first := d.shown == nil
	arrangement, _ := view.ParseArrangement(d.options.View)
	before := w.viewer
	if !first {
		arrangement = before.Model().Arrangement
	}
	d.shown = o
	w.story, w.desktop, w.gpu = o.story, o.desktop, gpu.New(o.fonts)
	w.viewer = viewer.New(o.figure, view.Rung(w.width), arrangement, w.look.reduced())
	w.page.Scene, w.hands = nil, input.Recogniser{}
	if at, ok := figure.Opening(o.story); ok {
		w.viewer.Send(at)
	}
	switch {
	case again && before != nil:
		keepView(w.viewer, before)
	default:
		w.scroll, w.desk = 0, deskwindow.State{}
	}
	w.desk.Caption = -1
	if first {
		if id := d.options.Event; id != "" {
			if o.figure.Events().Index(id) < 0 {
				w.say(fmt.Sprintf("-open %s: the story has no event of this id", id))
			}
			w.send(state.Select{ID: id})
		} else if !w.look.reduced() {
			w.viewer.Open()
		}
	}
	w.applyLook()
	ebiten.SetWindowTitle(o.story.Headline())
}

// keepView brings a viewer to what another showed of the same story: what is open, the
// stretch of time, the arrangement, what is looked for.
func keepView(v, before *viewer.Viewer) {
	m := before.Model()
	reduced := v.Model().ReducedMotion
	v.Send(state.Reduce{Motion: true})
	if before.Figure().Collapsed() {
		v.Collapse(true)
	}
	if m.Query != (view.Query{}) {
		v.Send(state.Find{Query: m.Query})
	}
	v.Send(state.Select{ID: m.Selected})
	if m.Focused != "" && v.Figure().Events().Index(m.Focused) >= 0 {
		v.Send(state.Focus{ID: m.Focused})
	}
	if !m.Fitted() {
		from, to := m.Span()
		f, now := before.Figure(), v.Figure()
		showSpan(v, now.Axis(f.Real(from)), now.Axis(f.Real(to)))
	}
	v.Send(state.Reduce{Motion: reduced})
}

// changeLanguage shows the edition in a language; "" is the next one.
func (w *window) changeLanguage(tag string) {
	o := w.docs.shown
	if o == nil || len(o.editions) < 2 {
		return
	}
	if tag == "" {
		for i, e := range o.editions {
			if e.tag == o.story.Lang() {
				tag = o.editions[(i+1)%len(o.editions)].tag
			}
		}
	}
	if tag == o.story.Lang() {
		return
	}
	w.docs.lang = tag
	w.load(o.path, true, true)
}

// wording are the window's own words, in the language of what is shown.
func (w *window) wording() wording.Words {
	if w.docs.shown != nil {
		return w.docs.shown.say
	}
	if w.blank.say.Close == "" {
		w.blank.say, _ = wording.For("en") // it is built in
	}
	return w.blank.say
}

// blankPage is the page of a window without a story.
func (w *window) blankPage() *scene.Scene {
	return &scene.Scene{WidthPx: w.width, HeightPx: w.height}
}
