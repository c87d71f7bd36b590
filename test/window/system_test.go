package window_test

import (
	"bufio"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"

	"barline/internal/xserver"
)

// portal stands for the desktop's portal: it says what is set, and what a person chooses
// in its dialogue for files.
type portal struct {
	mu     sync.Mutex
	values map[string]any
	choose string
	// save is the path that is chosen to be written; empty: the dialogue is closed.
	save string
	// proposed is what the dialogue for writing was begun with.
	proposed string
	bus      *dbus.Conn
}

// Read is org.freedesktop.portal.Settings.Read.
func (p *portal) Read(namespace, key string) (dbus.Variant, *dbus.Error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	v, ok := p.values[namespace+" "+key]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", []any{"not found"})
	}
	return dbus.MakeVariant(dbus.MakeVariant(v)), nil
}

// OpenFile is org.freedesktop.portal.FileChooser.OpenFile.
func (p *portal) OpenFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	token, _ := options["handle_token"].Value().(string)
	path := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_") + "/" + token)
	p.bus.Emit(path, "org.freedesktop.portal.Request.Response", uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{"file://" + p.choose})})
	return path, nil
}

// SaveFile is org.freedesktop.portal.FileChooser.SaveFile.
func (p *portal) SaveFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	token, _ := options["handle_token"].Value().(string)
	name, _ := options["current_name"].Value().(string)
	folder, _ := options["current_folder"].Value().([]byte)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.proposed = filepath.Join(strings.TrimRight(string(folder), "\x00"), name)
	path := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_") + "/" + token)
	code, results := uint32(1), map[string]dbus.Variant{}
	if p.save != "" {
		code, results["uris"] = 0, dbus.MakeVariant([]string{(&url.URL{Scheme: "file", Path: p.save}).String()})
	}
	p.bus.Emit(path, "org.freedesktop.portal.Request.Response", code, results)
	return path, nil
}

// saves has the dialogue for writing answer with a path from now on.
func (p *portal) saves(path string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.save, p.proposed = path, ""
}

// proposal is what the dialogue for writing was begun with since.
func (p *portal) proposal() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.proposed
}

// set changes a setting and tells those who listen.
func (p *portal) set(namespace, key string, value any) {
	p.mu.Lock()
	p.values[namespace+" "+key] = value
	p.mu.Unlock()
	p.bus.Emit("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings.SettingChanged", namespace, key, dbus.MakeVariant(value))
}

// session runs a message bus with a portal on it, and has programs that are started find it.
func session(t *testing.T, p *portal) (address string) {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Fatalf("%v (scripts/test-deps.sh installs it)", err)
	}
	cmd := exec.Command(daemon, "--session", "--nofork", "--print-address")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(line)
	if p.bus, err = dbus.Connect(address); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.bus.Close() })
	for _, name := range []string{"org.freedesktop.portal.Settings", "org.freedesktop.portal.FileChooser"} {
		if err := p.bus.Export(p, "/org/freedesktop/portal/desktop", name); err != nil {
			t.Fatal(err)
		}
	}
	if reply, err := p.bus.RequestName("org.freedesktop.portal.Desktop", 0); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("the portal's name: %v, %v", reply, err)
	}
	return address
}

// Colours, contrast and motion are those that the system asks for, at once and whenever
// it changes; the file to open is chosen in the system's dialogue.
func TestTheSystemsSettings(t *testing.T) {
	const look, gnome = "org.freedesktop.appearance", "org.gnome.desktop.interface"
	path := filepath.Join(t.TempDir(), "chosen file.yaml")
	contents, err := os.ReadFile(filepath.Join("..", "..", "docs", "wars-of-rome.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, path, string(contents))
	p := &portal{choose: strings.ReplaceAll(path, " ", "%20"), values: map[string]any{look + " color-scheme": uint32(1), gnome + " enable-animations": false}}
	environment = []string{"DBUS_SESSION_BUS_ADDRESS=" + session(t, p)}
	defer func() { environment = nil }()
	w := openOn(t, xserver.Start(t, 700, 700), "-motion", "auto")
	w.until("it is dark, without motion", func(r report) bool {
		return r.Theme == "dark" && r.Motion == "reduce" && r.Contrast == "standard"
	})
	p.set(look, "contrast", uint32(1))
	w.until("contrast is higher", func(r report) bool { return r.Contrast == "more" && r.Theme == "dark" })
	w.look("dark-more")
	p.set(look, "color-scheme", uint32(2))
	p.set(gnome, "enable-animations", true)
	w.until("it is light, and moves", func(r report) bool { return r.Theme == "light" && r.Motion == "full" })
	w.command('o')
	r := w.until("files are offered", func(r report) bool { return r.Choices["choose"] != nil })
	w.click(r.Choices["choose"])
	w.until("the chosen file is shown", func(r report) bool { return r.File == path && r.Dialog == "" })
}

// Where no program asks for files, it is said, and the window goes on.
func TestNoDialogueForFiles(t *testing.T) {
	display := xserver.Start(t, 700, 700)
	t.Setenv("PATH", t.TempDir())
	w := openOn(t, display)
	w.until("the story is shown", func(r report) bool { return len(r.Boxes) == 10 })
	w.command('o')
	w.until("files are offered", func(r report) bool { return r.Dialog == "open" })
	w.key(keyReturn)
	w.until("it says what is missing", func(r report) bool {
		return strings.Contains(r.Notice, "zenity") && strings.Contains(r.Notice, "kdialog")
	})
}
