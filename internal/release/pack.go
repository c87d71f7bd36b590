package main

import (
	"log"
	"os"
	"path/filepath"
	"strings"
)

// built is a program that was compiled.
type built struct {
	target
	path     string
	contents []byte
	bom      []byte
}

// make compiles targets and returns the files of a release.
func (r release) make(root, work string, all []target) ([]item, error) {
	var made []item
	programs := map[string]built{}
	for _, t := range all {
		log.Printf("%s for %s on %s", t.name, t.system, t.processor)
		b, err := r.program(root, work, t)
		if err != nil {
			return nil, err
		}
		programs[t.archive("")] = b
		packed, err := r.pack(root, work, b)
		if err != nil {
			return nil, err
		}
		made = append(made, packed...)
	}
	for _, processor := range []string{"amd64", "arm64"} {
		tool, haveTool := programs[target{program: tool(), system: "linux", processor: processor}.archive("")]
		window, haveWindow := programs[target{program: window(), system: "linux", processor: processor}.archive("")]
		if !haveTool || !haveWindow {
			continue
		}
		log.Printf("the package for Debian on %s", processor)
		d, err := r.packDebian(root, work, tool, window)
		if err != nil {
			return nil, err
		}
		made = append(made, d)
	}
	return made, nil
}

// program compiles one target and says what is in it.
func (r release) program(root, work string, t target) (built, error) {
	b := built{target: t}
	var err error
	if b.path, err = r.compile(root, work, t); err != nil {
		return b, err
	}
	if b.contents, err = os.ReadFile(b.path); err != nil {
		return b, err
	}
	b.bom, err = r.billOfMaterials(root, b.path, t)
	return b, err
}

// pack is the archive of a program and, beside it, what is in it.
func (r release) pack(root, work string, b built) ([]item, error) {
	items, err := beside(root, work, b.program)
	if err != nil {
		return nil, err
	}
	folder := b.archive(r.fileName())
	program := item{name: b.file(), contents: b.contents, program: true}
	if b.system == "linux" {
		program.name = "bin/" + program.name
		share, err := r.share(root)
		if err != nil {
			return nil, err
		}
		for _, s := range share {
			manual := strings.HasPrefix(s.name, "man/")
			if of := strings.HasPrefix(filepath.Base(s.name), "barline-window."); !manual && b.window || manual && of == b.window {
				items = append(items, below("share", []item{s})...)
			}
		}
	}
	items = append(items, program)
	name, archive := folder+".tar.gz", tarball
	if b.system == "windows" {
		name, archive = folder+".zip", zipFile
	}
	packed, err := archive(folder, items, r.when)
	return []item{{name: name, contents: packed}, {name: folder + ".cdx.json", contents: b.bom}}, err
}

// beside are the texts that are in every archive.
func beside(root, work string, p program) ([]item, error) {
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	others, err := licences(root, work, p)
	if err != nil {
		return nil, err
	}
	return []item{{name: "LICENSE", contents: licence}, {name: "licenses.txt", contents: others}}, nil
}

// packDebian is the package of tool and window.
func (r release) packDebian(root, work string, tool, window built) (item, error) {
	share, err := r.share(root)
	if err != nil {
		return item{}, err
	}
	items := append(below("usr/share", share),
		item{name: "usr/bin/barline", contents: tool.contents, program: true},
		item{name: "usr/bin/barline-window", contents: window.contents, program: true})
	papers, err := papers(root, work, tool, window)
	if err != nil {
		return item{}, err
	}
	items = append(items, below("usr/share/doc/barline", papers)...)
	depends, err := dependencies(window.path)
	if err != nil {
		return item{}, err
	}
	contents, err := r.debianPackage(tool.processor, items, depends, work)
	return item{name: "barline_" + r.debian() + "_" + tool.processor + ".deb", contents: contents}, err
}

// papers are what a package of Debian has in its folder for documents.
func papers(root, work string, tool, window built) ([]item, error) {
	copyright, err := linuxFiles.ReadFile("linux/copyright")
	if err != nil {
		return nil, err
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	papers := []item{
		{name: "copyright", contents: append(copyright, debianText(string(licence))...)},
		{name: "barline.cdx.json", contents: tool.bom},
		{name: "barline-window.cdx.json", contents: window.bom},
	}
	changes, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		return nil, err
	}
	texts := map[string][]byte{"changelog.gz": changes}
	if texts["licenses.txt.gz"], err = licences(root, work, tool.program); err != nil {
		return nil, err
	}
	if texts["licenses-window.txt.gz"], err = licences(root, work, window.program); err != nil {
		return nil, err
	}
	for name, text := range texts {
		packed, err := gzipped(text)
		if err != nil {
			return nil, err
		}
		papers = append(papers, item{name: name, contents: packed})
	}
	return papers, nil
}

// debianText is a text as a field of Debian's copyright file has it: indented, with dots
// for empty lines. The title and the years above it are left out, which fields have.
func debianText(licence string) string {
	_, text, _ := strings.Cut(licence, "Permission is hereby")
	var b strings.Builder
	for line := range strings.Lines("Permission is hereby" + text) {
		if line = strings.TrimSpace(line); line == "" {
			line = "."
		}
		b.WriteString(" " + line + "\n")
	}
	return b.String()
}
