package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/internal/xserver"
)

// The package is unpacked, and the window starts by the command of its desktop entry.
// Where a machine is there for tests alone (CI=true) and everything may be done with it,
// the package is installed instead, with what it depends on, and removed again.
func TestStartsFromItsDesktopEntry(t *testing.T) {
	file := debianFile(t)
	system := t.TempDir()
	if os.Getenv("CI") == "true" && os.Geteuid() == 0 {
		install(t, file)
		system = "/"
	} else {
		asked(t, "-x", file, system)
	}
	opens(t, system, "", "Six meetings, no breakthrough")
	story := filepath.Join(t.TempDir(), "rome.barline.yaml")
	contents, err := os.ReadFile(filepath.Join(root(t), "docs", "wars-of-rome.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(story, contents, 0o644); err != nil {
		t.Fatal(err)
	}
	// Task bars join windows to entries by this name.
	name := opens(t, system, story, "The wars of the Roman Republic")
	if class := entry(t, filepath.Join(system, "usr", "share"), "StartupWMClass"); name.Instance != class && name.Class != class {
		t.Errorf("the entry expects a window of the class %s, and it is %+v", class, name)
	}
}

// install installs a package until the test ends, and holds that the system knows it.
func install(t *testing.T, file string) {
	t.Helper()
	if exec.Command("dpkg", "-s", "barline").Run() == nil {
		t.Fatal("barline is installed already: the test would remove it")
	}
	apt := func(args ...string) {
		t.Helper()
		c := exec.Command("apt-get", args...)
		c.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("apt-get %v: %v\n%s", args, err, out)
		}
	}
	t.Cleanup(func() { apt("purge", "-y", "-qq", "barline") })
	apt("install", "-y", "-qq", "--no-install-recommends", file)
	out, err := exec.Command("gio", "mime", "application/x-barline-story+yaml").Output()
	if err != nil || !strings.Contains(string(out), "barline-window.desktop") {
		t.Errorf("stories are opened by %v, %s", err, out)
	}
}

// opens starts the window by its desktop entry in a system's folders, with a file or, if
// that is "", without, and waits for a window that is called after the story's headline. It
// returns that window's name.
func opens(t *testing.T, system, file, headline string) xserver.Name {
	t.Helper()
	command := entry(t, filepath.Join(system, "usr", "share"), "Exec")
	var args []string
	for _, word := range strings.Fields(command) {
		switch {
		case word == "%f" && file != "":
			args = append(args, file)
		case word != "%f":
			args = append(args, word)
		}
	}
	display := xserver.Start(t, 1300, 1000)
	c := exec.Command(filepath.Join(system, "usr", "bin", args[0]), args[1:]...)
	c.Env = append(os.Environ(), "DISPLAY="+display.Name, "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+t.TempDir(), "XDG_CONFIG_HOME=", "XDG_STATE_HOME=", "XDG_RUNTIME_DIR="+t.TempDir())
	var said strings.Builder
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		c.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		c.Process.Kill()
		<-ended
	})
	var names []xserver.Name
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		select {
		case <-ended:
			t.Fatalf("%s ended: %v\n%s", command, c.ProcessState, said.String())
		default:
		}
		if names = display.Names(); len(names) == 1 && strings.Contains(names[0].Title, headline) {
			return names[0]
		}
	}
	t.Fatalf("%s opened no window called %q, but %+v", command, headline, names)
	return xserver.Name{}
}
