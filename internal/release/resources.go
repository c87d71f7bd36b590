package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

// englishUS is the language under which Windows looks for what it shows of a file.
const englishUS = 0x409

// addResources gives a Windows program its icon, the version that its properties show,
// and a manifest: it is told of each screen's own density.
func (r release) addResources(root, path string, t target) error {
	set, err := r.resources(root, t)
	if err != nil {
		return err
	}
	program, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var with bytes.Buffer
	if err := set.WriteToEXE(&with, bytes.NewReader(program)); err != nil {
		return err
	}
	return os.WriteFile(path, with.Bytes(), 0o755)
}

func (r release) resources(root string, t target) (*winres.ResourceSet, error) {
	f, err := os.Open(filepath.Join(root, "assets", "icon", "barline.ico"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	icon, err := winres.LoadICO(f)
	if err != nil {
		return nil, err
	}
	var set winres.ResourceSet
	if err := set.SetIcon(winres.Name("BARLINE"), icon); err != nil {
		return nil, err
	}
	set.SetManifest(winres.AppManifest{DPIAwareness: winres.DPIPerMonitorV2, Compatibility: winres.Win10AndAbove, LongPathAware: true})
	info := version.Info{FileVersion: r.numbers(), ProductVersion: r.numbers(), Timestamp: r.when}
	for key, value := range map[string]string{
		version.ProductName:      "Barline",
		version.FileDescription:  t.title(),
		version.ProductVersion:   r.build.Details(),
		version.FileVersion:      r.build.String(),
		version.OriginalFilename: t.file(),
		version.LegalCopyright:   "The Barline authors, MIT License",
	} {
		if err := info.Set(englishUS, key, value); err != nil {
			return nil, err
		}
	}
	set.SetVersionInfo(info)
	return &set, nil
}

// title is what the system calls a program.
func (p program) title() string {
	if p.window {
		return "Barline"
	}
	return "Barline command line tool"
}
