// Package bidi drives Firefox over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/),
// without a driver in between: Firefox speaks the protocol itself.
package bidi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// Deadline is how long an answer may take on a slow machine.
const Deadline = 60 * time.Second

// preferences keep Firefox from asking others for anything, and let it draw
// without a graphics card.
const preferences = `user_pref("webgl.force-enabled", true);
user_pref("ui.prefersReducedMotion", 1);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("dom.disable_open_during_load", false);
`

// Browser is a running Firefox.
type Browser struct {
	conn *websocket.Conn
	ctx  context.Context

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	errors  []string
	ended   error
}

type answer struct {
	Type    string
	ID      int
	Result  json.RawMessage
	Error   string
	Message string
	Method  string
	Params  json.RawMessage
}

// Start runs Firefox until the test ends, on an X display, or without any if
// display is empty.
func Start(t testing.TB, display string) *Browser {
	t.Helper()
	profile := t.TempDir()
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(preferences), 0o600); err != nil {
		t.Fatal(err)
	}
	arguments := []string{"--profile", profile, "--no-remote", "--remote-debugging-port=0", "about:blank"}
	if display == "" {
		arguments = append([]string{"--headless"}, arguments...)
	}
	cmd := exec.Command("firefox-esr", arguments...)
	cmd.Env = append(os.Environ(), "LIBGL_ALWAYS_SOFTWARE=1", "MOZ_X11_EGL=1", "DISPLAY="+display, "HOME="+profile)
	if err := cmd.Start(); err != nil {
		t.Fatalf("Firefox: %v (scripts/test-deps.sh installs it)", err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case <-ended:
		case <-time.After(15 * time.Second):
			cmd.Process.Kill()
			<-ended
		}
	})
	// Firefox says where it listens in a file of its profile.
	var at struct {
		Host string `json:"ws_host"`
		Port int    `json:"ws_port"`
	}
	for end := time.Now().Add(Deadline); ; time.Sleep(20 * time.Millisecond) {
		contents, err := os.ReadFile(filepath.Join(profile, "WebDriverBiDiServer.json"))
		if err == nil && json.Unmarshal(contents, &at) == nil && at.Port != 0 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("Firefox does not say where it listens")
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	b := &Browser{ctx: ctx, waiting: map[int]chan answer{}}
	var err error
	if b.conn, _, err = websocket.Dial(ctx, fmt.Sprintf("ws://%s:%d/session", at.Host, at.Port), nil); err != nil {
		t.Fatal(err)
	}
	b.conn.SetReadLimit(64 << 20)
	go b.read()
	t.Cleanup(func() { b.conn.CloseNow() })
	b.must(t, "session.new", map[string]any{"capabilities": map[string]any{}}, nil)
	b.must(t, "session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil)
	return b
}

func (b *Browser) must(t testing.TB, method string, params, result any) {
	t.Helper()
	if err := b.Call(method, params, result); err != nil {
		t.Fatal(err)
	}
}

func (b *Browser) read() {
	for {
		_, message, err := b.conn.Read(b.ctx)
		b.mu.Lock()
		if err != nil {
			b.ended = err
			for _, w := range b.waiting {
				close(w)
			}
			b.waiting = nil
			b.mu.Unlock()
			return
		}
		var a answer
		if json.Unmarshal(message, &a) == nil {
			if a.Type == "event" {
				b.note(a)
			} else if w := b.waiting[a.ID]; w != nil {
				delete(b.waiting, a.ID)
				w <- a
			}
		}
		b.mu.Unlock()
	}
}

// note keeps what pages complain of.
func (b *Browser) note(a answer) {
	var entry struct {
		Level, Text, Type string
		Source            struct{ Context string }
	}
	if a.Method == "log.entryAdded" && json.Unmarshal(a.Params, &entry) == nil && entry.Level == "error" && entry.Source.Context != "" {
		b.errors = append(b.errors, entry.Text)
	}
}

// Errors are what pages have complained of since the last call.
func (b *Browser) Errors() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	errs := b.errors
	b.errors = nil
	return errs
}

// Call runs a command of the protocol. result may be nil.
func (b *Browser) Call(method string, params, result any) error {
	b.mu.Lock()
	if b.ended != nil {
		b.mu.Unlock()
		return fmt.Errorf("%s: Firefox has gone: %w", method, b.ended)
	}
	b.last++
	id, w := b.last, make(chan answer, 1)
	b.waiting[id] = w
	b.mu.Unlock()
	message, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(b.ctx, Deadline)
	defer cancel()
	if err := b.conn.Write(ctx, websocket.MessageText, message); err != nil {
		return err
	}
	select {
	case a, ok := <-w:
		if !ok {
			return errors.New(method + ": Firefox has gone")
		}
		if a.Type != "success" {
			return fmt.Errorf("%s: %s: %s", method, a.Error, a.Message)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(a.Result, result)
	case <-ctx.Done():
		return fmt.Errorf("%s: no answer", method)
	}
}

// Tab is a browsing context: a tab, or a frame in one.
type Tab struct {
	b  *Browser
	id string
}

// Open opens a page in a tab of its own, in a window of this size.
func (b *Browser) Open(url string, width, height int) (*Tab, error) {
	var made struct{ Context string }
	if err := b.Call("browsingContext.create", map[string]any{"type": "tab"}, &made); err != nil {
		return nil, err
	}
	t := &Tab{b, made.Context}
	err := b.Call("browsingContext.setViewport", map[string]any{"context": t.id, "viewport": map[string]int{"width": width, "height": height}}, nil)
	return t, errors.Join(err, t.Navigate(url))
}

// Navigate goes to a page and waits until it has loaded.
func (t *Tab) Navigate(url string) error {
	return t.b.Call("browsingContext.navigate", map[string]any{"context": t.id, "url": url, "wait": "complete"}, nil)
}

// Close closes the tab.
func (t *Tab) Close() error {
	return t.b.Call("browsingContext.close", map[string]any{"context": t.id}, nil)
}

// Frames are the frames in the page whose addresses begin so.
func (t *Tab) Frames(prefix string) ([]*Tab, error) {
	type context struct {
		Context, URL string
		Children     []context
	}
	var tree struct{ Contexts []context }
	if err := t.b.Call("browsingContext.getTree", map[string]any{"root": t.id}, &tree); err != nil {
		return nil, err
	}
	var found []*Tab
	for _, c := range tree.Contexts {
		for _, child := range c.Children {
			if strings.HasPrefix(child.URL, prefix) {
				found = append(found, &Tab{t.b, child.Context})
			}
		}
	}
	return found, nil
}

// Eval evaluates an expression, waits for its promise if it is one, and reads
// its value, by way of JSON, into value.
func (t *Tab) Eval(expression string, value any) error {
	var r struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err := t.b.Call("script.evaluate", map[string]any{
		"expression": "(async () => JSON.stringify((await (" + expression + ")) ?? null))()",
		"target":     map[string]string{"context": t.id}, "awaitPromise": true,
	}, &r)
	if err != nil {
		return err
	}
	if r.Type != "success" {
		return fmt.Errorf("%s: %s", expression, r.ExceptionDetails.Text)
	}
	return json.Unmarshal([]byte(r.Result.Value), value)
}

// Screenshot is the tab's viewport as a PNG in base 64.
func (t *Tab) Screenshot() (string, error) {
	var r struct{ Data string }
	err := t.b.Call("browsingContext.captureScreenshot", map[string]any{"context": t.id}, &r)
	return r.Data, err
}

// Print is the page as it is printed on A4, as a PDF in base 64.
func (t *Tab) Print() (string, error) {
	var r struct{ Data string }
	err := t.b.Call("browsingContext.print", map[string]any{"context": t.id, "page": map[string]float64{"width": 21, "height": 29.7}}, &r)
	return r.Data, err
}

func (t *Tab) actions(kind string, parameters any, actions ...map[string]any) error {
	source := map[string]any{"type": kind, "id": kind, "actions": actions}
	if parameters != nil {
		source["parameters"] = parameters
	}
	return t.b.Call("input.performActions", map[string]any{"context": t.id, "actions": []any{source}}, nil)
}

// Wheel turns the wheel at a point of the viewport, in CSS px.
func (t *Tab) Wheel(x, y, deltaY float64) error {
	return t.actions("wheel", nil, map[string]any{"type": "scroll", "x": int(x), "y": int(y), "deltaX": 0, "deltaY": int(deltaY)})
}

// Click clicks with the mouse.
func (t *Tab) Click(x, y float64) error {
	return t.actions("pointer", map[string]string{"pointerType": "mouse"},
		map[string]any{"type": "pointerMove", "x": int(x), "y": int(y)},
		map[string]any{"type": "pointerDown", "button": 0}, map[string]any{"type": "pointerUp", "button": 0})
}

// Keys of WebDriver that are no letters.
const (
	Tabulator = "\uE004"
	Shift     = "\uE008"
	Escape    = "\uE00C"
	Enter     = "\uE007"
	Left      = "\uE012"
	Right     = "\uE014"
)

// Press presses keys together, in this order, and releases them.
func (t *Tab) Press(keys ...string) error {
	var actions []map[string]any
	for _, k := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": k})
	}
	for i := range keys {
		actions = append(actions, map[string]any{"type": "keyUp", "value": keys[len(keys)-1-i]})
	}
	return t.actions("key", nil, actions...)
}
