package window_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/internal/xserver"
)

// ended runs a command to its end and returns its exit code and what it said.
func ended(t *testing.T, cmd *exec.Cmd) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		code = e.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return code, out.String(), errs.String()
}

// Without a display the window says so in one sentence. Ebitengine would panic before
// anything of the program runs, were it asked first.
func TestWithoutADisplay(t *testing.T) {
	for _, c := range []struct {
		env, want string
	}{
		{"", "DISPLAY is not set"},
		{"WAYLAND_DISPLAY=wayland-0", "Xwayland"},
		{"DISPLAY=:4711", "the display :4711 (DISPLAY) cannot be reached"},
		{"DISPLAY=nonsense", "the display nonsense (DISPLAY) cannot be reached"},
	} {
		cmd := command(t, "")
		if c.env != "" {
			cmd.Env = append(cmd.Env, c.env)
		}
		code, stdout, stderr := ended(t, cmd)
		if code != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, c.want) || !strings.Contains(stderr, "barline serve") {
			t.Errorf("%s: exit %d: %s%s", c.env, code, stdout, stderr)
		}
	}
}

func TestTheCommandLineNeedsNoDisplay(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-h"}, 0, "usage: barline-window"},
		{[]string{"story.yaml", "--help"}, 0, "usage: barline-window"},
		{[]string{"-version"}, 0, "barline-window "},
		{[]string{"one.yaml", "two.yaml"}, 2, "a window shows one story"},
		{[]string{"-wrong"}, 2, "usage: barline-window"},
		{[]string{"-theme", "blue"}, 2, "auto, light or dark"},
	} {
		if code, stdout, stderr := ended(t, command(t, "", c.args...)); code != c.code || !strings.Contains(stdout+stderr, c.want) || strings.Contains(stderr, "goroutine") {
			t.Errorf("%v: exit %d: %s%s", c.args, code, stdout, stderr)
		}
	}
}

// Without OpenGL it says what is missing.
func TestWithoutOpenGL(t *testing.T) {
	cmd := command(t, xserver.Start(t, 640, 480).Name)
	cmd.Env = append(cmd.Env, "LIBGL_DRIVERS_PATH=/nowhere")
	code, _, stderr := ended(t, cmd)
	if code != 1 || !strings.Contains(stderr, "barline-window: OpenGL is missing") || strings.Contains(stderr, "goroutine") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// A display that goes away ends the window, without a stack trace.
func TestADisplayThatGoesAway(t *testing.T) {
	display := xserver.Start(t, 640, 480)
	state := filepath.Join(t.TempDir(), "state.json")
	cmd := command(t, display.Name, "-state", state)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { cmd.Process.Kill() })
	for {
		if _, err := os.Stat(state); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	display.End()
	select {
	case <-ended:
	case <-time.After(30 * time.Second):
		t.Fatal("the window goes on without a display")
	}
	if code := cmd.ProcessState.ExitCode(); code != 1 || strings.Contains(errs.String(), "goroutine") || errs.Len() == 0 {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}
