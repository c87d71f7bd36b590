//go:build !js

package host

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"

	"barline/host/crash"
	"barline/publish"
	"barline/publish/preview"
)

// pages serves the story of the window as a page on this machine, for as long as the
// window is open: screen readers read pages, and nothing of a window that draws itself.
type pages struct {
	site    atomic.Pointer[publish.Site]
	address string // "http://127.0.0.1:41234/"
	server  *http.Server
	of      *opened // what was published
	busy    bool
	done    chan published
}

type published struct {
	of   *opened
	site publish.Site
	err  error
	then string // the event to open
}

// readAloud opens the story in the browser, at the event that is open here.
func (w *window) readAloud() {
	o := w.docs.shown
	if o == nil {
		return
	}
	if w.docs.pages == nil {
		w.docs.pages = &pages{done: make(chan published, 1)}
	}
	p := w.docs.pages
	if p.busy {
		return
	}
	event := w.viewer.Model().Selected
	if event == "" {
		event = w.viewer.Model().Focused
	}
	if p.of == o {
		w.openPage(event)
		return
	}
	p.busy = true
	go func() {
		var site publish.Site
		err := crash.Guard(func() (err error) {
			site, err = o.site(publish.Options{Context: context.Background()})
			return err
		})
		p.done <- published{o, site, err, event}
		wake()
	}()
}

// attendPages opens a page once it is published.
func (w *window) attendPages() {
	p := w.docs.pages
	if p == nil || !p.busy {
		return
	}
	select {
	case out := <-p.done:
		p.busy = false
		if out.err == nil {
			out.err = p.serve(out)
		}
		if out.err != nil {
			w.say(out.err.Error())
			return
		}
		w.openPage(out.then)
	default:
	}
}

func (w *window) openPage(event string) {
	address := w.docs.pages.address
	if event != "" {
		address += "#" + event
	}
	if err := openInBrowser(address); err != nil {
		w.say(address + ": " + err.Error())
		return
	}
	w.say(fill(w.wording().PageOpened, "address", address))
}

// serve begins to serve what was published, at a port that is free.
func (p *pages) serve(out published) error {
	p.of = out.of
	p.site.Store(&out.site)
	if p.server != nil {
		return nil
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	p.address = "http://" + listener.Addr().String() + "/"
	p.server = &http.Server{Handler: preview.New(p.site.Load, listener.Addr().String()), ReadHeaderTimeout: 10 * time.Second}
	go p.server.Serve(listener)
	return nil
}

func (p *pages) close() {
	if p != nil && p.server != nil {
		p.server.Close()
	}
}

// openInBrowser opens an address by the system's own means.
func openInBrowser(address string) error {
	var command []string
	switch runtime.GOOS {
	case "windows":
		command = []string{filepath.Join(os.Getenv("SystemRoot"), "System32", "rundll32.exe"), "url.dll,FileProtocolHandler", address}
	case "darwin":
		command = []string{"open", address}
	default:
		command = []string{"xdg-open", address}
	}
	path, err := exec.LookPath(command[0])
	if err != nil {
		return errors.New("no program opens addresses here; install xdg-utils, or open the address in a browser")
	}
	c := exec.Command(path, command[1:]...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait()
	return nil
}
