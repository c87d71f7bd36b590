package host

import (
	"encoding/binary"
	"io"
	"os"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// raise brings the window to the front, as far as the window manager lets it: it is asked
// for by the window's own process, as freedesktop's rules want it.
func raise() {
	if ebiten.IsWindowMinimized() {
		ebiten.RestoreWindow()
	}
	xgb.Logger.SetOutput(io.Discard)
	c, err := xgb.NewConn()
	if err != nil {
		return
	}
	defer c.Close()
	root := xproto.Setup(c).DefaultScreen(c).Root
	own, ok := windowOf(c, root, uint32(os.Getpid()), 0)
	if !ok {
		return
	}
	xproto.ConfigureWindow(c, own, xproto.ConfigWindowStackMode, []uint32{xproto.StackModeAbove})
	if active, err := xproto.InternAtom(c, false, 18, "_NET_ACTIVE_WINDOW").Reply(); err == nil {
		const fromAPerson = 2
		event := xproto.ClientMessageEvent{Format: 32, Window: own, Type: active.Atom,
			Data: xproto.ClientMessageDataUnionData32New([]uint32{fromAPerson, 0, 0, 0, 0})}
		xproto.SendEvent(c, false, root, xproto.EventMaskSubstructureRedirect|xproto.EventMaskSubstructureNotify, string(event.Bytes()))
	}
	c.Sync()
}

// windowOf finds the window of a process below another window.
func windowOf(c *xgb.Conn, below xproto.Window, pid uint32, depth int) (xproto.Window, bool) {
	const deepest = 4
	atom, err := xproto.InternAtom(c, true, 11, "_NET_WM_PID").Reply()
	if err != nil || depth > deepest {
		return 0, false
	}
	tree, err := xproto.QueryTree(c, below).Reply()
	if err != nil {
		return 0, false
	}
	for _, w := range tree.Children {
		p, err := xproto.GetProperty(c, false, w, atom.Atom, xproto.AtomCardinal, 0, 1).Reply()
		if err == nil && len(p.Value) == 4 && binary.NativeEndian.Uint32(p.Value) == pid {
			if a, err := xproto.GetWindowAttributes(c, w).Reply(); err == nil && a.Class == xproto.WindowClassInputOutput {
				return w, true
			}
		}
		if found, ok := windowOf(c, w, pid, depth+1); ok {
			return found, true
		}
	}
	return 0, false
}
