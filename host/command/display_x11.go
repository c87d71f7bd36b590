//go:build linux || freebsd || netbsd || openbsd

package command

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// inABrowser is how a story is seen without a display.
const inABrowser = "barline serve STORY shows a story in a browser"

// display reports what is missing for a window: an X display, which Ebitengine needs
// also under Wayland (Xwayland).
func display() error {
	name := os.Getenv("DISPLAY")
	if name == "" {
		if os.Getenv("WAYLAND_DISPLAY") != "" {
			return errors.New("there is no X display: DISPLAY is not set, and under Wayland the window needs Xwayland; " + inABrowser)
		}
		return errors.New("there is no display: DISPLAY is not set; " + inABrowser)
	}
	xgb.Logger.SetOutput(io.Discard)
	c, err := xgb.NewConnDisplay(name)
	if err != nil {
		return fmt.Errorf("the display %s (DISPLAY) cannot be reached: %v; %s", name, err, inABrowser)
	}
	defer c.Close()
	// Ebitengine needs to know how large the screen is.
	if err := randr.Init(c); err != nil {
		return nil // it asks by other means
	}
	root := xproto.Setup(c).DefaultScreen(c).Root
	if r, err := randr.GetScreenResourcesCurrent(c, root).Reply(); err == nil && r.NumCrtcs == 0 {
		return fmt.Errorf("the display %s (DISPLAY) has no screen; %s", name, inABrowser)
	}
	return nil
}
