package xserver

import (
	"net/url"
	"strings"

	"github.com/jezek/xgb/xproto"
)

// Drop drags files onto the only window shown and drops them there, as a file manager
// does (the protocol XDND, version 5). It returns when the window has taken them.
func (d *Display) Drop(paths []string) {
	d.t.Helper()
	target, ok := d.shown()
	if !ok {
		d.t.Fatal("there is no window")
	}
	source, err := xproto.NewWindowId(d.conn)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := xproto.CreateWindowChecked(d.conn, 0, source, d.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		d.t.Fatal(err)
	}
	defer xproto.DestroyWindow(d.conn, source)
	selection, list := d.atom("XdndSelection"), d.atom("text/uri-list")
	if err := xproto.SetSelectionOwnerChecked(d.conn, source, selection, xproto.TimeCurrentTime).Check(); err != nil {
		d.t.Fatal(err)
	}
	const version = 5
	d.tell(target, "XdndEnter", uint32(source), version<<24, uint32(list), 0, 0)
	d.tell(target, "XdndPosition", uint32(source), 0, 50<<16|50, xproto.TimeCurrentTime, uint32(d.atom("XdndActionCopy")))
	d.tell(target, "XdndDrop", uint32(source), 0, xproto.TimeCurrentTime, 0, 0)
	var text strings.Builder
	for _, p := range paths {
		text.WriteString((&url.URL{Scheme: "file", Path: p}).String() + "\r\n")
	}
	finished := d.atom("XdndFinished")
	for {
		event, err := d.conn.WaitForEvent()
		if err != nil {
			d.t.Fatal(err)
		}
		switch e := event.(type) {
		case nil:
			d.t.Fatal("the display has gone away")
		case xproto.SelectionRequestEvent:
			xproto.ChangeProperty(d.conn, xproto.PropModeReplace, e.Requestor, e.Property, list, 8, uint32(text.Len()), []byte(text.String()))
			done := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			xproto.SendEvent(d.conn, false, e.Requestor, 0, string(done.Bytes()))
			d.conn.Sync()
		case xproto.ClientMessageEvent:
			if e.Type == finished {
				return
			}
		}
	}
}

func (d *Display) atom(name string) xproto.Atom {
	d.t.Helper()
	r, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	return r.Atom
}

// tell sends a window a message.
func (d *Display) tell(to xproto.Window, kind string, data ...uint32) {
	d.t.Helper()
	e := xproto.ClientMessageEvent{Format: 32, Window: to, Type: d.atom(kind), Data: xproto.ClientMessageDataUnionData32New(data)}
	if err := xproto.SendEventChecked(d.conn, false, to, 0, string(e.Bytes())).Check(); err != nil {
		d.t.Fatal(err)
	}
}

// shown is the first top-level window that is shown.
func (d *Display) shown() (xproto.Window, bool) {
	d.t.Helper()
	tree, err := xproto.QueryTree(d.conn, d.root).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	for _, w := range tree.Children {
		if a, err := xproto.GetWindowAttributes(d.conn, w).Reply(); err == nil && a.MapState == xproto.MapStateViewable {
			return w, true
		}
	}
	return 0, false
}
