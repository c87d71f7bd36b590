// Package axe brings axe-core to the tests, which knows what pages get wrong for those
// who cannot see or point: from npm's registry, once, and only as it was when this was
// written.
package axe

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	version   = "4.14.1"
	integrity = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
)

// Script returns axe.min.js.
func Script() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	kept := filepath.Join(cache, "barline", "axe-core-"+version+".tgz")
	archive, err := os.ReadFile(kept)
	if errors.Is(err, os.ErrNotExist) {
		if archive, err = fetch(); err == nil {
			err = errors.Join(os.MkdirAll(filepath.Dir(kept), 0o755), os.WriteFile(kept, archive, 0o644))
		}
	}
	if err != nil {
		return "", err
	}
	if sum := sha512.Sum512(archive); base64.StdEncoding.EncodeToString(sum[:]) != integrity {
		return "", fmt.Errorf("%s is not axe-core %s; remove it", kept, version)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return "", err
	}
	files := tar.NewReader(unpacked)
	for {
		f, err := files.Next()
		if err != nil {
			return "", fmt.Errorf("axe.min.js: %w", err)
		}
		if f.Name == "package/axe.min.js" {
			script, err := io.ReadAll(files)
			return string(script), err
		}
	}
}

func fetch() ([]byte, error) {
	registry := os.Getenv("npm_config_registry")
	if registry == "" {
		registry = "https://registry.npmjs.org"
	}
	client := http.Client{Timeout: 2 * time.Minute}
	r, err := client.Get(strings.TrimRight(registry, "/") + "/axe-core/-/axe-core-" + version + ".tgz")
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("axe-core: the registry answers %s", r.Status)
	}
	return io.ReadAll(io.LimitReader(r.Body, 32<<20))
}
