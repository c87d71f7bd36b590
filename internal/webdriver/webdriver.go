// Package webdriver drives WebKit by W3C WebDriver (https://www.w3.org/TR/webdriver2/),
// through the drivers that come with it.
package webdriver

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Deadline is how long an answer may take on a slow machine.
const Deadline = 60 * time.Second

// Kind is a WebKit that Debian has: its driver's program, the browser that this starts,
// and how it is told to.
type Kind struct {
	driver, options string
	browser         func() (string, error)
	arguments       []string
}

// GTK is WebKitGTK, as new as Safari is. It needs a display.
func GTK() Kind {
	return Kind{"WebKitWebDriver", "webkitgtk:browserOptions", miniBrowser, []string{"--automation"}}
}

// WPE is WPE WebKit 2.38, as old as Safari 16.0, without a display and without WebGL.
func WPE() Kind {
	return Kind{"WPEWebDriver", "wpe:browserOptions", func() (string, error) { return exec.LookPath("cog") }, []string{"--automation", "--platform=headless"}}
}

func miniBrowser() (string, error) {
	found, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if err == nil && len(found) == 0 {
		err = os.ErrNotExist
	}
	if err != nil {
		return "", err
	}
	return found[len(found)-1], nil
}

// Browser is a running WebKit with one tab.
type Browser struct {
	session string // its address
}

// Start runs a browser until the test ends, on an X display if it needs one.
func Start(t testing.TB, kind Kind, display string) *Browser {
	t.Helper()
	program, err := kind.browser()
	if err != nil {
		t.Fatalf("the browser that %s drives: %v (scripts/test-deps.sh installs it)", kind.driver, err)
	}
	// A port that was free a moment ago.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	cmd := exec.Command(kind.driver, fmt.Sprintf("--port=%d", port))
	cmd.Env = append(os.Environ(), "LIBGL_ALWAYS_SOFTWARE=1", "DISPLAY="+display, "HOME="+t.TempDir(), "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1")
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s: %v (scripts/test-deps.sh installs it)", kind.driver, err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	address := fmt.Sprintf("http://127.0.0.1:%d", port)
	for end := time.Now().Add(Deadline); ; time.Sleep(20 * time.Millisecond) {
		var status struct{ Ready bool }
		if err := call("GET", address+"/status", nil, &status); err == nil && status.Ready {
			break
		} else if time.Now().After(end) {
			t.Fatalf("%s does not answer: %v", kind.driver, err)
		}
	}
	var made struct{ SessionID string }
	wanted := map[string]any{kind.options: map[string]any{"binary": program, "args": kind.arguments}}
	if err := call("POST", address+"/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": wanted}}, &made); err != nil {
		t.Fatal(err)
	}
	b := &Browser{address + "/session/" + made.SessionID}
	t.Cleanup(func() { call("DELETE", b.session, nil, nil) })
	return b
}

// call sends a command. result may be nil.
func call(method, address string, params, result any) error {
	var body io.Reader
	if method == "POST" {
		if params == nil {
			params = struct{}{}
		}
		contents, err := json.Marshal(params)
		if err != nil {
			return err
		}
		body = bytes.NewReader(contents)
	}
	r, err := http.NewRequest(method, address, body)
	if err != nil {
		return err
	}
	client := http.Client{Timeout: Deadline}
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var got struct{ Value json.RawMessage }
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		return fmt.Errorf("%s %s: %w", method, address, err)
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", method, address, got.Value)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(got.Value, result)
}

// Size gives the window a size, where it can have another.
func (b *Browser) Size(width, height int) error {
	return call("POST", b.session+"/window/rect", map[string]int{"x": 0, "y": 0, "width": width, "height": height}, nil)
}

// Open goes to a page and waits until it has loaded.
func (b *Browser) Open(url string) error {
	if err := call("POST", b.session+"/frame", map[string]any{"id": nil}, nil); err != nil {
		return err
	}
	return call("POST", b.session+"/url", map[string]string{"url": url}, nil)
}

// Eval evaluates an expression in the page, or the frame that Enter has gone into; what
// it promises is waited for. result may be nil.
func (b *Browser) Eval(expression string, result any) error {
	script := `const done = arguments[0]; Promise.resolve().then(() => (` + expression + `)).then((v) => done({v: v === undefined ? null : v}), (e) => done({e: String(e)}));`
	var got struct {
		V json.RawMessage
		E string
	}
	if err := call("POST", b.session+"/execute/async", map[string]any{"script": script, "args": []any{}}, &got); err != nil {
		return err
	}
	if got.E != "" {
		return fmt.Errorf("%s: %s", expression, got.E)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(got.V, result)
}

// Enter goes into the frame that an expression is, Leave out to the page.
func (b *Browser) Enter(frame string) error {
	var element map[string]string
	if err := call("POST", b.session+"/execute/sync", map[string]any{"script": "return " + frame, "args": []any{}}, &element); err != nil {
		return err
	}
	return call("POST", b.session+"/frame", map[string]any{"id": element}, nil)
}

// Leave goes out of all frames.
func (b *Browser) Leave() error {
	return call("POST", b.session+"/frame", map[string]any{"id": nil}, nil)
}

// Click presses and lets go the mouse at a point of what is seen.
func (b *Browser) Click(x, y float64) error {
	return b.act(map[string]any{"type": "pointer", "id": "mouse", "parameters": map[string]string{"pointerType": "mouse"}, "actions": []any{
		map[string]any{"type": "pointerMove", "x": int(x), "y": int(y)}, map[string]any{"type": "pointerDown", "button": 0}, map[string]any{"type": "pointerUp", "button": 0},
	}})
}

// Keys by WebDriver's names for them.
const (
	Tabulator = "\ue004"
	Enter     = "\ue007"
	Escape    = "\ue00c"
	Left      = "\ue012"
	Right     = "\ue014"
)

// Press presses a key and lets it go.
func (b *Browser) Press(key string) error {
	return b.act(map[string]any{"type": "key", "id": "keys", "actions": []any{
		map[string]string{"type": "keyDown", "value": key}, map[string]string{"type": "keyUp", "value": key},
	}})
}

func (b *Browser) act(source map[string]any) error {
	return call("POST", b.session+"/actions", map[string]any{"actions": []any{source}}, nil)
}

// Screenshot is what is seen, as a PNG in base 64.
func (b *Browser) Screenshot() (string, error) {
	var data string
	err := call("GET", b.session+"/screenshot", nil, &data)
	return data, err
}
