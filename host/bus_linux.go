package host

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/godbus/dbus/v5"
)

// The desktop's portal, by which programs ask the desktop for things.
const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
)

// sessionBus connects to the session's message bus, if there is one. It never starts one.
func sessionBus() (*dbus.Conn, error) {
	address := os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if address == "" {
		socket := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")
		if _, err := os.Stat(socket); err != nil || os.Getenv("XDG_RUNTIME_DIR") == "" {
			return nil, errors.New("there is no session bus")
		}
		address = "unix:path=" + socket
	}
	return dbus.Connect(address)
}
