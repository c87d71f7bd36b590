package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"barline/publish/engine"
)

// withTools, behind the sum of the lock file, says that the packages which only development
// needs are installed, too.
const withTools = " with tools"

// install installs the npm packages that the lock file names, if they are not there; with
// tools, those as well which only development needs. It returns the lock file.
func install(source string, tools bool) ([]byte, error) {
	lock, err := os.ReadFile(filepath.Join(source, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(lock)
	mark, want := filepath.Join(source, "node_modules", ".barline-installed"), hex.EncodeToString(sum[:])
	args := []string{"ci", "--ignore-scripts", "--no-audit", "--no-fund"}
	if tools {
		want += withTools
	} else {
		args = append(args, "--omit=dev")
	}
	if got, err := os.ReadFile(mark); err != nil || strings.TrimSuffix(string(got), withTools) != want && string(got) != want {
		if _, err := exec.LookPath("npm"); err != nil {
			return nil, errors.New("the desk's page is made of npm packages, and npm is not installed: install it (Debian, Ubuntu: apt install npm; macOS: brew install node) and run make desk again; all else of barline works without the desk")
		}
		cmd := exec.Command("npm", args...)
		cmd.Dir, cmd.Stderr = source, os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("npm ci in %s: %w", source, err)
		}
		if err := os.WriteFile(mark, []byte(want), 0o644); err != nil {
			return nil, err
		}
	}
	return lock, nil
}

// checkTypes has TypeScript look whether the page's scripts fit together, which esbuild
// does not.
func checkTypes(source string) error {
	if _, err := install(source, true); err != nil {
		return err
	}
	tsc, err := filepath.Abs(filepath.Join(source, "node_modules", ".bin", "tsc"))
	if err != nil {
		return err
	}
	cmd := exec.Command(tsc, "-p", source, "--noEmit", "--pretty", "false")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("tsc -p %s: %w", source, err)
	}
	return nil
}

// licences are those of published pages, which are those of all Go packages, too, and of
// the npm packages.
func licences(source string, lock []byte) ([]byte, error) {
	text, err := engine.Licences()
	if err != nil {
		return nil, err
	}
	var of struct {
		Packages map[string]struct {
			Version string
			Dev     bool
		}
	}
	if err := json.Unmarshal(lock, &of); err != nil {
		return nil, err
	}
	var names []string
	for name, p := range of.Packages {
		if name != "" && !p.Dev {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	out := bytes.NewBuffer(slices.Clone(text))
	for _, name := range names {
		found, err := filepath.Glob(filepath.Join(source, name, "[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*"))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s has no licence in its folder: somebody must look for it", name)
		}
		slices.Sort(found)
		fmt.Fprintf(out, "\n%s\n%s %s\n\n", strings.Repeat("=", 72), strings.TrimPrefix(name, "node_modules/"), of.Packages[name].Version)
		for _, file := range found {
			contents, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			out.Write(bytes.TrimSpace(contents))
			out.WriteString("\n")
		}
	}
	return out.Bytes(), nil
}
