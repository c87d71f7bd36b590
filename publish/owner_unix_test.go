//go:build unix

package publish_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// owner is the user and group of a file, as numbers.
func owner(info fs.FileInfo) string {
	s := info.Sys().(*syscall.Stat_t)
	return fmt.Sprintf("%d:%d", s.Uid, s.Gid)
}

// asNobody does something with a folder that is not there, in one that only root may
// write to, as a user who is not root, in a process of its own. It returns what the
// error says, or "" where that cannot be tried.
func asNobody(t *testing.T, do func(dir string) error) string {
	t.Helper()
	if dir := os.Getenv("BARLINE_AS_NOBODY"); dir != "" {
		if err := do(dir); err != nil {
			fmt.Println("it says:", err)
		} else {
			fmt.Println("it says nothing, and wrote")
		}
		os.Exit(0)
	}
	parent, err := os.MkdirTemp("", "locked-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(parent) })
	if err := os.Chmod(parent, 0o755); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(parent, "test")
	contents, err := os.ReadFile(os.Args[0])
	if err == nil {
		err = os.WriteFile(program, contents, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, "-test.run", "^"+t.Name()+"$")
	c.Dir = parent
	c.Env = append(os.Environ(), "BARLINE_AS_NOBODY="+filepath.Join(parent, "dist"))
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := c.Output()
	if errors.Is(err, syscall.EPERM) {
		return "" // root here may not become another user
	}
	if err != nil {
		t.Fatalf("as another user: %v\n%s", err, out)
	}
	return string(out)
}
