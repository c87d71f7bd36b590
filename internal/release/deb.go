package main

import (
	"bytes"
	"debug/elf"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
)

// debianPackage is the .deb file of items, whose paths begin at the system's root, for a
// processor, which Debian calls as Go does. work is a folder for what the library wants
// to read from files.
func (r release) debianPackage(processor string, items []item, depends []string, work string) ([]byte, error) {
	info := nfpm.WithDefaults(&nfpm.Info{
		Name: "barline", Arch: processor, Platform: "linux",
		Version: r.debian(), VersionSchema: "none",
		Section: "text", Priority: "optional", License: "MIT",
		Maintainer:      "The Barline authors",
		Description:     description,
		DisableGlobbing: true, MTime: r.when,
	})
	info.Depends = depends
	// The tool makes videos and reads PDF with these, and the window opens links and
	// draws without a graphics card.
	info.Recommends = []string{"libgl1-mesa-dri", "xdg-utils"}
	info.Suggests = []string{"ffmpeg", "poppler-utils"}
	for n, it := range sorted(items) {
		source := filepath.Join(work, strconv.Itoa(n))
		if err := os.WriteFile(source, it.contents, 0o644); err != nil {
			return nil, err
		}
		info.Contents = append(info.Contents, &files.Content{
			Source: source, Destination: "/" + it.name,
			FileInfo: &files.ContentFileInfo{Owner: "root", Group: "root", Mode: it.mode(), MTime: r.when},
		})
	}
	if err := nfpm.PrepareForPackager(info, "deb"); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := deb.Default.Package(info, &b)
	return b.Bytes(), err
}

const description = `timelines that say how sure they are
 Barline turns a sourced story file or a spreadsheet into an animated timeline
 for a news page: bar lengths are durations, quotations open as popovers, and
 every number says how sure it is.
 .
 The package has the command line tool, which checks, publishes and serves
 stories, and a window to present and to work in.`

// dependencies are the packages that the window needs: those of the libraries that it is
// linked with, and of those that it opens by name when it starts, which no tool finds in
// the file. The tool needs none.
func dependencies(window string) ([]string, error) {
	f, err := elf.Open(window)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	libraries, err := f.ImportedLibraries()
	if err != nil {
		return nil, err
	}
	glibc, err := oldestGlibc(f)
	if err != nil {
		return nil, err
	}
	packages := map[string]string{
		"libc.so.6": "libc6 (>= " + glibc + ")", "libm.so.6": "", "libdl.so.2": "", "libpthread.so.0": "", "librt.so.1": "",
		"ld-linux-aarch64.so.1": "", "libresolv.so.2": "",
		"libX11.so.6": "libx11-6", "libXcursor.so.1": "libxcursor1", "libXi.so.6": "libxi6", "libXinerama.so.1": "libxinerama1",
		"libXrandr.so.2": "libxrandr2", "libXxf86vm.so.1": "libxxf86vm1",
	}
	// Ebitengine opens these; the first is OpenGL.
	all := []string{"libgl1", "libxcursor1", "libxext6", "libxi6", "libxinerama1", "libxrandr2", "libxrender1", "libxxf86vm1"}
	for _, l := range libraries {
		p, known := packages[l]
		if !known {
			return nil, fmt.Errorf("%s needs %s: say in deb.go which package of Debian has it", window, l)
		}
		if p != "" && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	slices.Sort(all)
	return all, nil
}

// oldestGlibc is the oldest version of the C library that has all that a program calls.
func oldestGlibc(f *elf.File) (string, error) {
	symbols, err := f.ImportedSymbols()
	if err != nil {
		return "", err
	}
	newest := 0
	for _, s := range symbols {
		version, ok := strings.CutPrefix(s.Version, "GLIBC_2.")
		if !ok {
			continue
		}
		minor, _, _ := strings.Cut(version, ".")
		n, err := strconv.Atoi(minor)
		if err != nil {
			return "", fmt.Errorf("the symbol %s has the version %s", s.Name, s.Version)
		}
		newest = max(newest, n)
	}
	return "2." + strconv.Itoa(newest), nil
}
