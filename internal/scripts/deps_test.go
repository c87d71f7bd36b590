package scripts

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// where makes a folder of commands that stands for a whole system: with these, and
// what the script itself needs.
func where(t *testing.T, commands map[string]string) []string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"ls", "env"} {
		path, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(path, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, does := range commands {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+does+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"PATH=" + dir}
}

// Before it installs packages the script names them; where it may not, it ends with
// the list and the command.
func TestPackagesAreNamed(t *testing.T) {
	for _, c := range []struct {
		system   string
		commands map[string]string
		done     bool
		says     string
	}{
		{"no apt-get", nil, false, "there is no apt-get"},
		{"not root, no sudo", map[string]string{"apt-get": "exit 9", "id": "echo 1000"}, false, "only root may"},
		{"a password is asked for", map[string]string{"apt-get": "exit 9", "id": "echo 1000", "sudo": "exit 1"}, false, "asks for a password"},
		{"no network", map[string]string{"apt-get": "exit 9", "id": "echo 0"}, false, "cannot reach its sources"},
		{"a package that is not there", map[string]string{"apt-get": `[ "$1" = update ]`, "id": "echo 0"}, false, "could not install them"},
		{"root", map[string]string{"apt-get": "exit 0", "id": "echo 0"}, true, "Installing with apt-get:"},
	} {
		s := exec.Command("/bin/sh", "../../scripts/test-deps.sh")
		s.Env = where(t, c.commands)
		out, err := s.CombinedOutput()
		said := string(out)
		if (err == nil) != c.done || !strings.Contains(said, c.says) || !strings.Contains(said, "chromium") {
			t.Errorf("%s: %v\n%s", c.system, err, said)
		}
		lines := strings.Split(strings.TrimSpace(said), "\n")
		if last := lines[len(lines)-1]; !c.done && !strings.HasPrefix(last, "  sudo apt-get install --no-install-recommends chromium ") {
			t.Errorf("%s: it ends with %q", c.system, last)
		}
	}
}
