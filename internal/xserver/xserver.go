// Package xserver runs a virtual X display for tests of the real window: it
// moves the mouse, presses keys, and takes pictures of the screen.
package xserver

import (
	"bufio"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Display is a running Xvfb.
type Display struct {
	// Name is what DISPLAY must be set to, ":99".
	Name string
	t    testing.TB
	conn *xgb.Conn
	root xproto.Window
	size image.Point
	// server is the running Xvfb.
	server *os.Process
}

// Start runs a display of this size until the test ends.
func Start(t testing.TB, width, height int) *Display {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	// The server picks a free number and says which, once it is ready.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{write}
	if err := cmd.Start(); err != nil {
		t.Fatalf("Xvfb: %v (scripts/test-deps.sh installs it)", err)
	}
	write.Close()
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d := &Display{Name: ":" + strings.TrimSpace(line), t: t, size: image.Pt(width, height), server: cmd.Process}
	xgb.Logger.SetOutput(io.Discard)
	if d.conn, err = xgb.NewConnDisplay(d.Name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.conn.Close)
	d.root = xproto.Setup(d.conn).DefaultScreen(d.conn).Root
	if err := xtest.Init(d.conn); err != nil {
		t.Fatal(err)
	}
	return d
}

// End ends the display under whatever is shown on it.
func (d *Display) End() { d.server.Kill() }

// SetDPI sets the density that windows opened from now on are told: 96 is one
// device pixel per px.
func (d *Display) SetDPI(dpi int) {
	d.t.Helper()
	const name = "RESOURCE_MANAGER"
	atom, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	value := fmt.Sprintf("Xft.dpi:\t%d\n", dpi)
	if err := xproto.ChangePropertyChecked(d.conn, xproto.PropModeReplace, d.root, atom.Atom, xproto.AtomString, 8, uint32(len(value)), []byte(value)).Check(); err != nil {
		d.t.Fatal(err)
	}
}

// Move moves the mouse.
func (d *Display) Move(x, y float64) {
	d.t.Helper()
	d.fake(xproto.MotionNotify, 0, int16(x), int16(y))
}

// Press presses a mouse button; Release lets it go. Button 1 is the left one,
// 4 and 5 turn the wheel.
func (d *Display) Press(button byte) { d.fake(xproto.ButtonPress, button, 0, 0) }

// Release lets a mouse button go.
func (d *Display) Release(button byte) { d.fake(xproto.ButtonRelease, button, 0, 0) }

// KeyDown presses a key by its X keysym, KeyUp lets it go.
func (d *Display) KeyDown(keysym uint32) { d.fake(xproto.KeyPress, d.keycode(keysym), 0, 0) }

// KeyUp lets a key go.
func (d *Display) KeyUp(keysym uint32) { d.fake(xproto.KeyRelease, d.keycode(keysym), 0, 0) }

func (d *Display) fake(kind, detail byte, x, y int16) {
	d.t.Helper()
	if err := xtest.FakeInputChecked(d.conn, kind, detail, 0, d.root, x, y, 0).Check(); err != nil {
		d.t.Fatal(err)
	}
}

func (d *Display) keycode(keysym uint32) byte {
	d.t.Helper()
	setup := xproto.Setup(d.conn)
	count := byte(setup.MaxKeycode-setup.MinKeycode) + 1
	reply, err := xproto.GetKeyboardMapping(d.conn, setup.MinKeycode, count).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	per := int(reply.KeysymsPerKeycode)
	for i := range int(count) {
		if uint32(reply.Keysyms[i*per]) == keysym {
			return byte(setup.MinKeycode) + byte(i)
		}
	}
	d.t.Fatalf("the keyboard has no key %#x", keysym)
	return 0
}

// Windows returns the places of the top-level windows that are shown.
func (d *Display) Windows() []image.Rectangle {
	d.t.Helper()
	tree, err := xproto.QueryTree(d.conn, d.root).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	var found []image.Rectangle
	for _, w := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(d.conn, w).Reply()
		if err != nil || attributes.MapState != xproto.MapStateViewable {
			continue
		}
		g, err := xproto.GetGeometry(d.conn, xproto.Drawable(w)).Reply()
		if err != nil {
			continue
		}
		found = append(found, image.Rect(int(g.X), int(g.Y), int(g.X)+int(g.Width), int(g.Y)+int(g.Height)))
	}
	return found
}

// Resize resizes the only window shown.
func (d *Display) Resize(width, height int) {
	d.t.Helper()
	tree, err := xproto.QueryTree(d.conn, d.root).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	for _, w := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(d.conn, w).Reply()
		if err == nil && attributes.MapState == xproto.MapStateViewable {
			xproto.ConfigureWindow(d.conn, w, xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{uint32(width), uint32(height)})
			d.conn.Sync()
			return
		}
	}
	d.t.Fatal("there is no window")
}

// Screenshot takes a picture of the whole screen.
func (d *Display) Screenshot() *image.RGBA {
	d.t.Helper()
	reply, err := xproto.GetImage(d.conn, xproto.ImageFormatZPixmap, xproto.Drawable(d.root), 0, 0,
		uint16(d.size.X), uint16(d.size.Y), 0xffffffff).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	img := image.NewRGBA(image.Rectangle{Max: d.size})
	for i := 0; i+3 < len(reply.Data) && i+3 < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = reply.Data[i+2], reply.Data[i+1], reply.Data[i], 0xFF
	}
	return img
}
