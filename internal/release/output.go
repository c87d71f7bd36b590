package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// marker is the file by which a folder is known to be a release.
const marker = "SHA256SUMS"

// mayReplace refuses a folder that holds something else than a release.
func mayReplace(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, marker)); err != nil {
		return fmt.Errorf("%s holds files and is no release (it has no %s): name another folder with -o", out, marker)
	}
	return nil
}

// write puts files and their sums into a folder beside out, and then in its place.
func write(out string, made []item) error {
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	next, err := os.MkdirTemp(filepath.Dir(out), ".release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	made = append(sorted(made), item{name: marker, contents: sums(made)})
	for _, m := range made {
		if err := os.WriteFile(filepath.Join(next, m.name), m.contents, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(next, 0o755); err != nil {
		return err
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.Rename(next, out)
}

// sums are the files' sums, as sha256sum --check reads them.
func sums(made []item) []byte {
	var b strings.Builder
	for _, m := range sorted(made) {
		sum := sha256.Sum256(m.contents)
		b.WriteString(hex.EncodeToString(sum[:]) + "  " + m.name + "\n")
	}
	return []byte(b.String())
}
