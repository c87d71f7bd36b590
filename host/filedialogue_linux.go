package host

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/godbus/dbus/v5"
	"github.com/ncruces/zenity"
)

const pathSeparator = os.PathSeparator

// fileDialogue asks for a file: by the desktop's portal, which is its own dialogue
// everywhere; where there is none, by zenity or one like it, or by kdialog.
func fileDialogue(ctx context.Context, title, dir string) (string, error) {
	path, err := byPortal(ctx, title, dir)
	if err == nil || errors.Is(err, errNothingChosen) {
		return path, err
	}
	if zenity.IsAvailable() {
		return byZenity(ctx, title, dir)
	}
	if kdialog, err := exec.LookPath("kdialog"); err == nil {
		return byKDialog(ctx, kdialog, title, dir)
	}
	return "", errNoDialogue
}

// saveDialogue asks by the same dialogues where a file is to be written; proposal is the path
// that it begins with. All of them ask before they return the path of a file that is there.
func saveDialogue(ctx context.Context, title, proposal string) (string, error) {
	path, err := saveByPortal(ctx, title, proposal)
	if err == nil || errors.Is(err, errNothingChosen) {
		return path, err
	}
	if zenity.IsAvailable() {
		return saveByZenity(ctx, title, proposal)
	}
	if kdialog, err := exec.LookPath("kdialog"); err == nil {
		return runKDialog(ctx, kdialog, "--title", title, "--getsavefilename", proposal)
	}
	return "", errNoDialogue
}

func byKDialog(ctx context.Context, kdialog, title, dir string) (string, error) {
	if dir == "" {
		dir = "."
	}
	return runKDialog(ctx, kdialog, "--title", title, "--getopenfilename", dir, strings.Join(patterns(), " ")+"|Stories and tables")
}

func runKDialog(ctx context.Context, kdialog string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, kdialog, args...).Output()
	if e, ok := errors.AsType[*exec.ExitError](err); ok && e.ExitCode() == 1 {
		return "", errNothingChosen
	}
	return strings.TrimSuffix(string(out), "\n"), err
}

// byPortal asks for a file by org.freedesktop.portal.FileChooser.
func byPortal(ctx context.Context, title, dir string) (string, error) {
	options := map[string]dbus.Variant{"filters": dbus.MakeVariant(portalFilters())}
	if dir != "" {
		options["current_folder"] = dbus.MakeVariant(append([]byte(dir), 0))
	}
	return callPortal(ctx, "OpenFile", title, options)
}

// saveByPortal asks where a file is to be written.
func saveByPortal(ctx context.Context, title, proposal string) (string, error) {
	return callPortal(ctx, "SaveFile", title, map[string]dbus.Variant{
		"current_name":   dbus.MakeVariant(filepath.Base(proposal)),
		"current_folder": dbus.MakeVariant(append([]byte(filepath.Dir(proposal)), 0)),
	})
}

// callPortal has the portal show a dialogue and waits for its answer.
func callPortal(ctx context.Context, method, title string, options map[string]dbus.Variant) (string, error) {
	bus, err := sessionBus()
	if err != nil {
		return "", err
	}
	defer bus.Close()
	// The answer comes as a signal of an object whose path is known before.
	const token = "barline"
	handle := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + strings.ReplaceAll(strings.TrimPrefix(bus.Names()[0], ":"), ".", "_") + "/" + token)
	if err := bus.AddMatchSignal(dbus.WithMatchObjectPath(handle), dbus.WithMatchInterface("org.freedesktop.portal.Request"), dbus.WithMatchMember("Response")); err != nil {
		return "", err
	}
	answers := make(chan *dbus.Signal, 4)
	bus.Signal(answers)
	options["handle_token"] = dbus.MakeVariant(token)
	var got dbus.ObjectPath
	err = bus.Object(portalName, portalPath).CallWithContext(ctx, "org.freedesktop.portal.FileChooser."+method, 0, "", title, options).Store(&got)
	if err != nil {
		return "", err
	}
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case s, ok := <-answers:
			if !ok {
				return "", errors.New("the session bus went away")
			}
			if s.Path == handle || s.Path == got {
				return chosenPath(s.Body)
			}
		}
	}
}

type portalFilter struct {
	Name     string
	Patterns []portalPattern
}

type portalPattern struct {
	Kind    uint32 // 0: a pattern of names
	Pattern string
}

func portalFilters() []portalFilter {
	stories := portalFilter{Name: "Stories and tables"}
	for _, p := range patterns() {
		stories.Patterns = append(stories.Patterns, portalPattern{0, p})
	}
	return []portalFilter{stories, {Name: "All files", Patterns: []portalPattern{{0, "*"}}}}
}

// chosenPath reads the portal's answer: 0 and the files' addresses, 1 for none.
func chosenPath(body []any) (string, error) {
	var code uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &code, &results); err != nil {
		return "", err
	}
	if code != 0 {
		return "", errNothingChosen
	}
	uris, _ := results["uris"].Value().([]string)
	if len(uris) == 0 {
		return "", errNothingChosen
	}
	u, err := url.Parse(uris[0])
	if err != nil || u.Scheme != "file" {
		return "", fmt.Errorf("%s is no file on this machine; save it here first", uris[0])
	}
	return u.Path, nil
}
