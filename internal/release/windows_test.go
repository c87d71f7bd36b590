package main

import (
	"bytes"
	"debug/pe"
	"testing"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

// guiSubsystem marks a program that gets no console.
const guiSubsystem = 2

// The window for Windows has no console, an icon of every size, its version, and asks
// for each screen's own density.
func TestWindowForWindows(t *testing.T) {
	b := compiled(t, target{program: window(), system: "windows", processor: "amd64"})
	f, err := pe.NewFile(bytes.NewReader(b.contents))
	if err != nil {
		t.Fatal(err)
	}
	if h := f.OptionalHeader.(*pe.OptionalHeader64); h.Subsystem != guiSubsystem {
		t.Errorf("its subsystem is %d", h.Subsystem)
	}
	set, err := winres.LoadFromEXE(bytes.NewReader(b.contents))
	if err != nil {
		t.Fatal(err)
	}
	icon, err := set.GetIcon(winres.Name("BARLINE"))
	if err != nil {
		t.Fatal(err)
	}
	var ico bytes.Buffer
	if err := icon.SaveICO(&ico); err != nil || ico.Bytes()[4] != 7 {
		t.Errorf("its icon has %d sizes, %v", ico.Bytes()[4], err)
	}
	raw := set.Get(winres.RT_VERSION, winres.ID(1), englishUS)
	info, err := version.FromBytes(raw)
	if err != nil {
		t.Fatal(err)
	}
	if info.FileVersion != [4]uint16{1, 2, 0, 0} || info.Timestamp.Unix() != someRelease().when.Unix() {
		t.Errorf("%v of %v", info.FileVersion, info.Timestamp)
	}
	text, err := info.MarshalJSON()
	if err != nil || !bytes.Contains(text, []byte(`"ProductVersion": "1.2.0 (commit 0123456789ab of 2026-11-29)"`)) && !bytes.Contains(text, []byte(`"ProductVersion":"1.2.0 (commit 0123456789ab of 2026-11-29)"`)) {
		t.Errorf("%v\n%s", err, text)
	}
	if manifest := set.Get(winres.RT_MANIFEST, winres.ID(1), englishUS); !bytes.Contains(bytes.ToLower(manifest), []byte("permonitorv2")) {
		t.Errorf("its manifest is %s", manifest)
	}
}
