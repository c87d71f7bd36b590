//go:build !js

package host

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/assets/icon"
	"barline/host/command"
	"barline/host/crash"
)

// The size of a window on a screen that has room for it, in px.
const (
	usualWidthPx  = 1100
	usualHeightPx = 860
)

// Main opens the window and runs until it is closed. The command line was read before
// (package command).
func Main() error { return inWords(crash.Guard(run)) }

func run() error {
	o := command.Line()
	path, err := fullPath(o.Story)
	if err != nil {
		return err
	}
	if !o.Again && path != "" && raiseOther(path) {
		return nil
	}
	w := newWindow(o)
	defer w.close()
	w.open(path)
	width, height := sizeOn(o.WidthPx, o.HeightPx)
	w.width, w.height = float64(width), float64(height)
	if os.Getenv("EGL_LOG_LEVEL") == "" {
		os.Setenv("EGL_LOG_LEVEL", "fatal") // we say ourselves what is missing
	}
	ebiten.SetWindowTitle(programName)
	if pictures, err := icon.Pictures(); err == nil { // a window without one is the system's to mark
		ebiten.SetWindowIcon(pictures)
	}
	ebiten.SetWindowSize(width, height)
	ebiten.SetWindowSizeLimits(leastWidthPx, leastHeightPx, -1, -1)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	return ebiten.RunGameWithOptions(w, &ebiten.RunGameOptions{X11ClassName: "barline", X11InstanceName: "barline-window"})
}

const (
	programName   = "Barline"
	leastWidthPx  = 240
	leastHeightPx = 240
)

// sizeOn is the window's size in px: what was asked for, or as much of the usual size
// as the screen has room for beside panels and the window's own frame.
func sizeOn(width, height int) (int, int) {
	screenWidth, screenHeight := usualWidthPx, usualHeightPx
	if m := ebiten.Monitor(); m != nil {
		screenWidth, screenHeight = m.Size()
	}
	return sizeWithin(width, height, screenWidth, screenHeight)
}

// sizeWithin is the window's size on a screen, all in px; 0 asks for the usual one.
func sizeWithin(width, height, screenWidth, screenHeight int) (int, int) {
	const panelsPx = 80 // of the desktop, and the title
	if width == 0 {
		width = min(usualWidthPx, screenWidth)
		height = min(usualHeightPx, max(screenHeight-panelsPx, screenHeight*3/4))
	}
	return max(leastWidthPx, min(width, screenWidth)), max(leastHeightPx, min(height, screenHeight))
}

// inWords says why the window has ended: of a panic where its trace is, and what is missing
// where Ebitengine finds no means of drawing.
func inWords(err error) error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*crash.Error](err); ok {
		return errors.New("barline-window: " + e.Report())
	}
	said := err.Error()
	for _, word := range []string{"GLX", "EGL", "OpenGL", "opengl", "GLXBadFBConfig", "APIUnavailable", "VersionUnavailable", "FormatUnavailable", "libGL"} {
		if strings.Contains(said, word) {
			first, _, _ := strings.Cut(said, "\n")
			return fmt.Errorf("barline-window: OpenGL is missing (%s); install the driver of the graphics card or Mesa (libgl1, libgl1-mesa-dri); barline serve STORY shows a story in a browser", strings.TrimSpace(first))
		}
	}
	if _, ours := errors.AsType[*drawError](err); ours {
		return err
	}
	return fmt.Errorf("barline-window: %w", err)
}

// drawError is a failure of our own drawing.
type drawError struct{ err error }

func (e *drawError) Error() string { return "barline-window: " + e.err.Error() }
func (e *drawError) Unwrap() error { return e.err }
