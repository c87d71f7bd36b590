package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os/exec"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

func bill(t *testing.T, b built) (*cdx.BOM, map[string]cdx.Component) {
	t.Helper()
	var bom cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(b.bom), cdx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Fatal(err)
	}
	refs := map[string]cdx.Component{}
	for _, c := range *bom.Components {
		refs[c.BOMRef] = c
	}
	return &bom, refs
}

// The bill is of the program beside it, and names what the linker put into it, with the
// parts of the viewer that the tool embeds, and nothing that only tests use.
func TestBillOfMaterials(t *testing.T) {
	b := compiled(t, linuxTool())
	bom, refs := bill(t, b)
	sum := sha256.Sum256(b.contents)
	about := bom.Metadata.Component
	if about.Name != "barline" || about.Version != "1.2.0" || (*about.Hashes)[0].Value != hex.EncodeToString(sum[:]) || bom.Metadata.Timestamp != "2026-11-29T13:04:56Z" || bom.SerialNumber != "" {
		t.Errorf("%+v of %s", about, bom.Metadata.Timestamp)
	}
	out, err := exec.Command("go", "version", "-m", b.path).Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := 0
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		if f[0] != "dep" {
			continue
		}
		modules++
		if c, ok := refs["pkg:golang/"+f[1]+"@"+f[2]]; !ok || c.Version != f[2] {
			t.Errorf("%s %s is not named", f[1], f[2])
		}
	}
	if modules < 10 {
		t.Errorf("go version -m lists %d modules:\n%s", modules, out)
	}
	all := ""
	for ref := range refs {
		all += ref + "\n"
	}
	for _, part := range []string{"pkg:golang/std@", "pkg:golang/github.com/spf13/cobra@", "pkg:golang/github.com/hajimehoshi/ebiten/v2@"} {
		if !strings.Contains(all, part) {
			t.Errorf("%s is not among\n%s", part, all)
		}
	}
	if !strings.Contains(all, "ebiten/v2@v2.") || !strings.Contains(all, "#changed\n") {
		t.Errorf("the viewer's changed copies are not among\n%s", all)
	}
	for _, part := range []string{"chromedp", "rapid", "nfpm"} {
		if strings.Contains(all, part) {
			t.Errorf("%s is named, which is not built in", part)
		}
	}
}

// The window has Ebitengine as it is published, and no tool's parts.
func TestBillOfTheWindow(t *testing.T) {
	_, refs := bill(t, compiled(t, linuxWindow()))
	whole := false
	for ref := range refs {
		whole = whole || strings.HasPrefix(ref, "pkg:golang/github.com/hajimehoshi/ebiten/v2@") && !strings.HasSuffix(ref, "#changed")
		if strings.Contains(ref, "spf13/cobra") {
			t.Errorf("%s is the tool's", ref)
		}
	}
	if !whole {
		t.Errorf("%v", refs)
	}
}
