package main

import (
	"bytes"
	"embed"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed linux
var linuxFiles embed.FS

// appID names the window to software centres and to macOS. Such names are domains of
// their publishers, written backwards; the project has none, and "internal" is
// everybody's and nobody's (RFC 6762 and ICANN keep it for private use). Whoever lists
// Barline in a store puts a domain of theirs here.
const appID = "internal.barline.window"

// share are the files that a Linux desktop looks for below share/: the entry of its
// menus, icons, the types of stories, what software centres show, and manuals.
func (r release) share(root string) ([]item, error) {
	var all []item
	for name, as := range map[string]string{
		"barline-window.desktop": "applications/barline-window.desktop",
		"barline.xml":            "mime/packages/barline.xml",
		"metainfo.xml":           "metainfo/" + appID + ".metainfo.xml",
	} {
		contents, err := linuxFiles.ReadFile("linux/" + name)
		if err != nil {
			return nil, err
		}
		if name == "metainfo.xml" {
			contents = bytes.ReplaceAll(contents, []byte("VERSION"), []byte(r.debian()))
			contents = bytes.ReplaceAll(contents, []byte("DATE"), []byte(r.build.Time.Format(time.DateOnly)))
		}
		all = append(all, item{name: as, contents: contents})
	}
	icons, err := icons(root)
	if err != nil {
		return nil, err
	}
	manuals, err := manuals(root)
	return append(append(all, icons...), manuals...), err
}

// icons are the icon in the theme that every desktop falls back to.
func icons(root string) ([]item, error) {
	const theme = "icons/hicolor/"
	files := map[string]string{"barline.svg": theme + "scalable/apps/barline-window.svg"}
	for _, px := range []int{16, 24, 32, 48, 64, 128, 256, 512} {
		side := strconv.Itoa(px)
		files["barline-"+side+".png"] = theme + side + "x" + side + "/apps/barline-window.png"
	}
	var all []item
	for name, as := range files {
		contents, err := os.ReadFile(filepath.Join(root, "assets", "icon", name))
		if err != nil {
			return nil, err
		}
		all = append(all, item{name: as, contents: contents})
	}
	return all, nil
}

// manuals are the manual pages: the tool's, which its tests write into docs/man, and the
// window's.
func manuals(root string) ([]item, error) {
	pages, err := filepath.Glob(filepath.Join(root, "docs", "man", "*.1"))
	if err != nil {
		return nil, err
	}
	own, err := linuxFiles.ReadFile("linux/barline-window.1")
	if err != nil {
		return nil, err
	}
	texts := map[string][]byte{"barline-window.1": own}
	for _, p := range pages {
		if texts[filepath.Base(p)], err = os.ReadFile(p); err != nil {
			return nil, err
		}
	}
	var all []item
	for name, text := range texts {
		packed, err := gzipped(text)
		if err != nil {
			return nil, err
		}
		all = append(all, item{name: "man/man1/" + name + ".gz", contents: packed})
	}
	return all, nil
}

// below are items with their paths in a folder.
func below(folder string, items []item) []item {
	moved := make([]item, len(items))
	for i, it := range items {
		it.name = strings.TrimSuffix(folder, "/") + "/" + it.name
		moved[i] = it
	}
	return moved
}
