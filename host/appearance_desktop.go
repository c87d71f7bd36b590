//go:build !js

package host

import (
	"barline/assets"
	"barline/assets/themes"
	"barline/host/command"
	"barline/scene"
	"barline/timeline/state"
)

// appearance is what a person has asked the system for.
type appearance struct {
	dark    bool
	more    bool // more contrast
	reduced bool // less motion
}

// looks joins what the system and the command line ask for.
type looks struct {
	theme, contrast, motion string
	system                  appearance
}

func (l *looks) init(o command.Options) {
	l.theme, l.contrast, l.motion = o.Theme, o.Contrast, o.Motion
}

func (l *looks) dark() bool {
	return l.theme == "dark" || l.theme == "auto" && l.system.dark
}

func (l *looks) more() bool {
	return l.contrast == "more" || l.contrast == "auto" && l.system.more
}

func (l *looks) reduced() bool {
	return l.motion == "reduce" || l.motion == "auto" && l.system.reduced
}

// palette are the colours of a story's theme as they are asked for.
func (l *looks) palette(p *themes.Palettes) scene.Palette {
	switch {
	case l.contrast == "forced":
		return assets.ForcedPalette(l.dark())
	case l.dark() && l.more():
		return p.DarkMore
	case l.dark():
		return p.Dark
	case l.more():
		return p.LightMore
	}
	return p.Light
}

// applyLook brings colours and motion to what is asked for.
func (w *window) applyLook() {
	palettes := themes.Own()
	if w.docs.shown != nil {
		palettes = w.docs.shown.look.Palettes
	}
	w.palette = w.look.palette(&palettes)
	w.report.theme = "light"
	if w.look.dark() {
		w.report.theme = "dark"
	}
	w.report.look = w.look
	w.report.again()
	w.repaint = true
	if w.viewer != nil && w.viewer.Model().ReducedMotion != w.look.reduced() {
		w.send(state.Reduce{Motion: w.look.reduced()})
	}
}

// followSystem tells what the system asks for, now and whenever it changes, unless the
// command line has said all of it.
func followSystem(o command.Options, to chan appearance) {
	if o.Theme != "auto" && o.Contrast != "auto" && o.Motion != "auto" {
		return
	}
	watchSystem(func(a appearance) {
		// The latest is what counts.
		select {
		case <-to:
		default:
		}
		to <- a
		wake()
	})
}
