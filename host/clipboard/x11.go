//go:build !js && !windows && !darwin

package clipboard

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Under X11 nothing is put anywhere: whoever copied something owns the selection CLIPBOARD
// and hands it to each program that asks.
//
//	other program        X server             this one
//	ConvertSelection  ->  SelectionRequest ->  writes a property of the other's window
//	GetProperty       <-  SelectionNotify  <-  and says so
//
// What is longer than chunk goes in pieces (INCR): each is written when the other has
// deleted the one before.

// chunk is how much of a property is written at once, in bytes: less than the smallest
// request that servers take.
const chunk = 1 << 16

// patience is how long others may take to answer.
const patience = time.Second

// content is what has been copied, by the name of a type.
type content map[string][]byte

// board owns the selection, once something has been copied.
type board struct {
	conn   *xgb.Conn
	window xproto.Window
	atoms  map[string]xproto.Atom
	// mutex guards what the thread that answers and those that copy share.
	mutex   sync.Mutex
	content content
	sending map[transfer][]byte // what is still to be sent
	saved   chan struct{}       // closed when a manager has taken over what was copied
}

// transfer is a property of another program's window that is written in pieces.
type transfer struct {
	window   xproto.Window
	property xproto.Atom
}

// Board is a clipboard. The zero Board is ready for use.
type Board struct {
	mutex sync.Mutex
	owner *board
}

// PutText copies text.
func (b *Board) PutText(s string) error {
	text := []byte(s)
	return b.put(content{"UTF8_STRING": text, "text/plain;charset=utf-8": text, "text/plain": text})
}

// PutPNG copies a picture, given as a PNG file.
func (b *Board) PutPNG(png []byte) error { return b.put(content{"image/png": png}) }

func (b *Board) put(c content) error {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.owner == nil {
		owner, err := newBoard()
		if err != nil {
			return err
		}
		b.owner = owner
	}
	if err := b.owner.own(c); err != nil {
		b.owner.conn.Close()
		b.owner = nil
		return err
	}
	return nil
}

// Text reads the text that was copied last, here or in another program.
func (b *Board) Text() (string, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.owner != nil {
		if text, ok := b.owner.text(); ok {
			return text, nil
		}
	}
	return readText()
}

// Close hands what was copied to a clipboard manager, if one runs; else it is gone.
func (b *Board) Close() {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.owner != nil {
		b.owner.save()
		b.owner.conn.Close()
		b.owner = nil
	}
}

// connect opens a connection of its own and a window that nobody sees.
func connect(events uint32) (*xgb.Conn, xproto.Window, error) {
	xgb.Logger.SetOutput(io.Discard)
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, 0, fmt.Errorf("the X server does not answer: %w", err)
	}
	id, err := xproto.NewWindowId(conn)
	if err == nil {
		root := xproto.Setup(conn).DefaultScreen(conn).Root
		err = xproto.CreateWindowChecked(conn, 0, id, root, -10, -10, 1, 1, 0, xproto.WindowClassInputOnly, 0, xproto.CwEventMask, []uint32{events}).Check()
	}
	if err != nil {
		conn.Close()
		return nil, 0, err
	}
	return conn, id, nil
}

func intern(conn *xgb.Conn, name string) (xproto.Atom, error) {
	reply, err := xproto.InternAtom(conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0, err
	}
	return reply.Atom, nil
}

func newBoard() (*board, error) {
	conn, window, err := connect(xproto.EventMaskPropertyChange)
	if err != nil {
		return nil, err
	}
	b := &board{conn: conn, window: window, atoms: map[string]xproto.Atom{}, sending: map[transfer][]byte{}}
	for _, name := range []string{"CLIPBOARD", "TARGETS", "INCR", "CLIPBOARD_MANAGER", "SAVE_TARGETS", "BARLINE", "UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "image/png"} {
		if b.atoms[name], err = intern(conn, name); err != nil {
			conn.Close()
			return nil, err
		}
	}
	go b.answer()
	return b, nil
}

// own takes the selection.
func (b *board) own(c content) error {
	b.mutex.Lock()
	b.content = c
	b.mutex.Unlock()
	if err := xproto.SetSelectionOwnerChecked(b.conn, b.window, b.atoms["CLIPBOARD"], xproto.TimeCurrentTime).Check(); err != nil {
		return err
	}
	owner, err := xproto.GetSelectionOwner(b.conn, b.atoms["CLIPBOARD"]).Reply()
	if err != nil {
		return err
	}
	if owner.Owner != b.window {
		return errors.New("another program does not let go of the clipboard")
	}
	return nil
}

func (b *board) text() (string, bool) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	text, ok := b.content["UTF8_STRING"]
	return string(text), ok
}

// answer answers other programs until the connection ends.
func (b *board) answer() {
	for {
		event, err := b.conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			b.request(e)
		case xproto.SelectionClearEvent:
			b.mutex.Lock()
			b.content = nil
			b.mutex.Unlock()
		case xproto.PropertyNotifyEvent:
			if e.State == xproto.PropertyDelete {
				b.next(transfer{e.Window, e.Atom})
			}
		case xproto.SelectionNotifyEvent:
			b.mutex.Lock()
			if b.saved != nil {
				close(b.saved)
				b.saved = nil
			}
			b.mutex.Unlock()
		}
	}
}

// request writes what another program asks for, or says that there is no such thing.
func (b *board) request(e xproto.SelectionRequestEvent) {
	answer := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
	if answer.Property == 0 {
		answer.Property = e.Target // as old programs ask
	}
	if !b.write(e, answer.Property) {
		answer.Property = 0
	}
	xproto.SendEvent(b.conn, false, e.Requestor, 0, string(answer.Bytes()))
}

func (b *board) write(e xproto.SelectionRequestEvent, property xproto.Atom) bool {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if e.Target == b.atoms["TARGETS"] {
		list := []xproto.Atom{b.atoms["TARGETS"]}
		for name := range b.content {
			list = append(list, b.atoms[name])
		}
		data := make([]byte, 4*len(list))
		for i, a := range list {
			xgb.Put32(data[4*i:], uint32(a))
		}
		return xproto.ChangePropertyChecked(b.conn, xproto.PropModeReplace, e.Requestor, property, xproto.AtomAtom, 32, uint32(len(list)), data).Check() == nil
	}
	for name, data := range b.content {
		if b.atoms[name] != e.Target {
			continue
		}
		if len(data) <= chunk {
			return xproto.ChangePropertyChecked(b.conn, xproto.PropModeReplace, e.Requestor, property, e.Target, 8, uint32(len(data)), data).Check() == nil
		}
		// Its deleting of each piece must be heard.
		if xproto.ChangeWindowAttributesChecked(b.conn, e.Requestor, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check() != nil {
			return false
		}
		size := make([]byte, 4)
		xgb.Put32(size, uint32(len(data)))
		if xproto.ChangePropertyChecked(b.conn, xproto.PropModeReplace, e.Requestor, property, b.atoms["INCR"], 32, 1, size).Check() != nil {
			return false
		}
		rest := make([]byte, 4, 4+len(data))
		xgb.Put32(rest, uint32(e.Target))
		b.sending[transfer{e.Requestor, property}] = append(rest, data...)
		return true
	}
	return false
}

// next writes the next piece of a transfer; an empty one ends it.
func (b *board) next(t transfer) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	rest, ok := b.sending[t]
	if !ok {
		return
	}
	target, data := rest[:4], rest[4:]
	piece := data[:min(chunk, len(data))]
	if xproto.ChangePropertyChecked(b.conn, xproto.PropModeReplace, t.window, t.property, xproto.Atom(xgb.Get32(target)), 8, uint32(len(piece)), piece).Check() != nil || len(piece) == 0 {
		delete(b.sending, t)
		return
	}
	b.sending[t] = append(target[:4:4], data[len(piece):]...)
}

// save asks a clipboard manager to take over what was copied, and waits until it has.
func (b *board) save() {
	b.mutex.Lock()
	if b.content == nil {
		b.mutex.Unlock()
		return
	}
	saved := make(chan struct{})
	b.saved = saved
	b.mutex.Unlock()
	manager, err := xproto.GetSelectionOwner(b.conn, b.atoms["CLIPBOARD_MANAGER"]).Reply()
	if err != nil || manager.Owner == 0 {
		return
	}
	xproto.ConvertSelection(b.conn, b.window, b.atoms["CLIPBOARD_MANAGER"], b.atoms["SAVE_TARGETS"], b.atoms["BARLINE"], xproto.TimeCurrentTime)
	select {
	case <-saved:
	case <-time.After(patience):
	}
}

// readText asks the owner of the selection for text.
func readText() (string, error) {
	conn, window, err := connect(0)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	var atoms [3]xproto.Atom
	for i, name := range []string{"CLIPBOARD", "UTF8_STRING", "BARLINE"} {
		if atoms[i], err = intern(conn, name); err != nil {
			return "", err
		}
	}
	xproto.ConvertSelection(conn, window, atoms[0], atoms[1], atoms[2], xproto.TimeCurrentTime)
	conn.Sync()
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(2 * time.Millisecond) {
		event, xerr := conn.PollForEvent()
		if xerr != nil {
			return "", xerr
		}
		e, ok := event.(xproto.SelectionNotifyEvent)
		if !ok {
			continue
		}
		if e.Property == 0 {
			return "", errors.New("there is no text on the clipboard")
		}
		reply, err := xproto.GetProperty(conn, true, window, e.Property, xproto.GetPropertyTypeAny, 0, 1<<20).Reply()
		if err != nil {
			return "", err
		}
		if reply.Type != atoms[1] {
			return "", errors.New("the text on the clipboard is too long")
		}
		return string(reply.Value), nil
	}
	return "", errors.New("the program that holds the clipboard does not answer")
}
