package host

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// portalTime is how long the desktop's portal may take to say what is set.
const portalTime = 2 * time.Second

// Where the desktop's portal has the settings. Reduced motion has a key of its own since
// 2025; before, GNOME's switch for animations says it.
const (
	appearanceSettings = "org.freedesktop.appearance"
	gnomeSettings      = "org.gnome.desktop.interface"
	settingsInterface  = "org.freedesktop.portal.Settings"
)

// watchSystem tells what the desktop's portal says of colours, contrast and motion, and
// goes on until the session's bus goes away. Where there is no portal it tells nothing.
func watchSystem(tell func(appearance)) {
	bus, err := sessionBus()
	if err != nil {
		return
	}
	defer bus.Close()
	changes := make(chan *dbus.Signal, 16)
	bus.Signal(changes)
	if err := bus.AddMatchSignal(dbus.WithMatchObjectPath(portalPath), dbus.WithMatchInterface(settingsInterface), dbus.WithMatchMember("SettingChanged")); err != nil {
		return
	}
	was := appearance{}
	for first := true; ; first = false {
		is, ok := readPortal(bus)
		if !ok && first {
			return
		}
		if is != was {
			was = is
			tell(is)
		}
		s, ok := <-changes
		if !ok || s == nil {
			return
		}
	}
}

// readPortal reads what is set; ok is false where there is no portal.
func readPortal(bus *dbus.Conn) (a appearance, ok bool) {
	read := func(namespace, key string) (value any, found bool) {
		ctx, stop := context.WithTimeout(context.Background(), portalTime)
		defer stop()
		var v dbus.Variant
		err := bus.Object(portalName, portalPath).CallWithContext(ctx, settingsInterface+".Read", 0, namespace, key).Store(&v)
		if err != nil {
			return nil, false
		}
		// Read wraps the value twice.
		if inner, is := v.Value().(dbus.Variant); is {
			v = inner
		}
		return v.Value(), true
	}
	scheme, ok := read(appearanceSettings, "color-scheme")
	if !ok {
		return a, false
	}
	a.dark = scheme == uint32(1)
	contrast, _ := read(appearanceSettings, "contrast")
	a.more = contrast == uint32(1)
	if motion, known := read(appearanceSettings, "reduced-motion"); known {
		a.reduced = motion == uint32(1)
	} else if animations, known := read(gnomeSettings, "enable-animations"); known {
		a.reduced = animations == false
	}
	return a, true
}
