package window_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// built is the program, built once for all tests of the package.
var built string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "barline-window")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	built = filepath.Join(dir, "barline-window")
	if out, err := exec.Command("go", "build", "-o", built, "barline").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// environment is set for all programs that are started, over what command says.
var environment []string

// command runs the program on a display, "" for none, apart from the person's own
// settings, recent files and session.
func command(t testing.TB, display string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(built, args...)
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if !slices.Contains([]string{"DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"}, name) {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "LIBGL_ALWAYS_SOFTWARE=1", "XDG_CONFIG_HOME="+t.TempDir(), "XDG_RUNTIME_DIR="+t.TempDir())
	if display != "" {
		cmd.Env = append(cmd.Env, "DISPLAY="+display)
	}
	cmd.Env = append(cmd.Env, environment...)
	return cmd
}
