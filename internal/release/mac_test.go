package main

import (
	"encoding/xml"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// The list of what macOS is told is well-formed, and names what the script makes.
// Neither is run here: that takes a Mac.
func TestMacFiles(t *testing.T) {
	list, err := os.ReadFile("mac/Info.plist")
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(list, new(struct{ XMLName xml.Name })); err != nil {
		t.Error(err)
	}
	script, err := os.ReadFile("../../scripts/mac.sh")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(list), "<key>CFBundleIdentifier</key><string>"+appID+"</string>") {
		t.Errorf("the app is not called %s", appID)
	}
	for _, name := range []string{"barline-window", "barline.icns"} {
		if !strings.Contains(string(list), "<string>"+name+"</string>") || !strings.Contains(string(script), name) {
			t.Errorf("list and script do not both name %s", name)
		}
	}
	if out, err := exec.Command("sh", "-n", "../../scripts/mac.sh").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// Elsewhere the script says why it does nothing.
func TestMacScriptElsewhere(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("this is a Mac")
	}
	out, err := exec.Command("../../scripts/mac.sh").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "on a Mac alone") {
		t.Errorf("%v\n%s", err, out)
	}
}
