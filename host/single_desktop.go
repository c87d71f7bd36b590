//go:build !js

package host

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"barline/host/crash"
)

// single is the place at which a window hears that its file is opened a second time: a
// socket in the person's own folder for running programs, named after the file. Systems
// without such a folder get a second window.
type single struct {
	listener net.Listener
	path     string // of the file
}

// answerTime is how long another window may take to answer.
const answerTime = time.Second

// socketOf is the socket of the window that shows a file; "" where there can be none.
func socketOf(path string) string {
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" || runtime.GOOS == "windows" {
		return ""
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(os.Getenv("DISPLAY") + "\n" + path))
	return filepath.Join(dir, "barline-window-"+hex.EncodeToString(sum[:8])+".sock")
}

// raiseOther asks the window that shows a file already to come to the front, and reports
// whether there is one.
func raiseOther(path string) bool {
	socket := socketOf(path)
	if socket == "" {
		return false
	}
	c, err := net.DialTimeout("unix", socket, answerTime)
	if err != nil {
		return false
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(answerTime))
	if _, err := c.Write([]byte("raise\n")); err != nil {
		return false
	}
	answer, err := bufio.NewReader(c).ReadString('\n')
	return err == nil && strings.TrimSpace(answer) == "raised"
}

// hold listens for further starts with a file. raised is told of each, failed of an error
// of the program itself.
func (s *single) hold(path string, raised chan struct{}, failed func(error)) {
	if s.path == path {
		return
	}
	s.close()
	s.path = path
	socket := socketOf(path)
	if socket == "" {
		return
	}
	if c, err := net.DialTimeout("unix", socket, answerTime); err == nil {
		c.Close() // another window has it
		return
	}
	os.Remove(socket) // of a window that ended without closing
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return
	}
	s.listener = listener
	crash.Beside(func() { hear(listener, raised) }, failed)
}

// hear runs beside the window until the listener is closed.
func hear(l net.Listener, raised chan struct{}) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		c.SetDeadline(time.Now().Add(answerTime))
		if said, err := bufio.NewReader(c).ReadString('\n'); err == nil && said == "raise\n" {
			select {
			case raised <- struct{}{}:
			default:
			}
			wake()
			c.Write([]byte("raised\n"))
		}
		c.Close()
	}
}

func (s *single) close() {
	if s.listener != nil {
		s.listener.Close() // which removes the socket
		s.listener = nil
	}
	s.path = ""
}
