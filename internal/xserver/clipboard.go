package xserver

import (
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Clipboard asks whoever has copied something for it, as another program would: target is
// a type such as UTF8_STRING or image/png. It is nil if there is none of that type.
func (d *Display) Clipboard(target string) []byte {
	d.t.Helper()
	conn, err := xgb.NewConnDisplay(d.Name)
	if err != nil {
		d.t.Fatal(err)
	}
	defer conn.Close()
	atom := func(name string) xproto.Atom {
		reply, err := xproto.InternAtom(conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			d.t.Fatal(err)
		}
		return reply.Atom
	}
	window, err := xproto.NewWindowId(conn)
	if err != nil {
		d.t.Fatal(err)
	}
	xproto.CreateWindow(conn, 0, window, xproto.Setup(conn).DefaultScreen(conn).Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
	property, incr := atom("BARLINE_TEST"), atom("INCR")
	xproto.ConvertSelection(conn, window, atom("CLIPBOARD"), atom(target), property, xproto.TimeCurrentTime)
	conn.Sync()
	take := func() *xproto.GetPropertyReply {
		reply, err := xproto.GetProperty(conn, true, window, property, xproto.GetPropertyTypeAny, 0, 1<<22).Reply()
		if err != nil {
			d.t.Fatal(err)
		}
		return reply
	}
	var all []byte
	inPieces := false
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); {
		event, _ := conn.PollForEvent()
		switch e := event.(type) {
		case nil:
			time.Sleep(time.Millisecond)
		case xproto.SelectionNotifyEvent:
			if e.Property == 0 {
				return nil
			}
			reply := take()
			if reply.Type != incr {
				return reply.Value
			}
			inPieces = true
		case xproto.PropertyNotifyEvent:
			if !inPieces || e.State != xproto.PropertyNewValue {
				continue
			}
			piece := take().Value
			if len(piece) == 0 {
				return all
			}
			all = append(all, piece...)
		}
	}
	d.t.Fatalf("nobody answered for %s", target)
	return nil
}
