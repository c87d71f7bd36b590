package xserver

import (
	"strings"

	"github.com/jezek/xgb/xproto"
)

// Name is how a window is called: by its title, and to window managers by an instance
// and a class (WM_CLASS).
type Name struct{ Title, Instance, Class string }

// Names returns the names of the top-level windows that are shown.
func (d *Display) Names() []Name {
	d.t.Helper()
	tree, err := xproto.QueryTree(d.conn, d.root).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	var found []Name
	for _, w := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(d.conn, w).Reply()
		if err != nil || attributes.MapState != xproto.MapStateViewable {
			continue
		}
		class := strings.Split(d.property(w, "WM_CLASS")+"\x00\x00", "\x00")
		title := d.property(w, "_NET_WM_NAME")
		if title == "" {
			title = d.property(w, "WM_NAME")
		}
		found = append(found, Name{Title: title, Instance: class[0], Class: class[1]})
	}
	return found
}

// property is a window's property as text, "" if it has none.
func (d *Display) property(w xproto.Window, name string) string {
	atom, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return ""
	}
	const most = 1 << 12 // of four bytes each
	reply, err := xproto.GetProperty(d.conn, false, w, atom.Atom, xproto.GetPropertyTypeAny, 0, most).Reply()
	if err != nil {
		return ""
	}
	return string(reply.Value)
}
