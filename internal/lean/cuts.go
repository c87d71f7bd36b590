package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A cut replaces a passage of one of a module's files: what stands from from to
// to, without to, becomes instead.
type cut struct{ file, from, to, instead string }

// ebitengineCuts are what the browser's loop does for its own sake: a clock that
// watches ten times a second whether sound should pause; a look for game
// controllers in every frame, of which some browsers complain; a pass over the
// whole screen to clear it, which our picture covers anyway; and the rule that
// only a frame that drew on the offscreen is shown, for which each frame would
// have to. And the pictures of itself that Ebitengine offers to download.
func ebitengineCuts() []cut {
	const loop, context, driver = "internal/ui/ui_js.go", "internal/ui/context.go", "internal/graphicsdriver/opengl/graphics.go"
	const image = "internal/graphicscommand/image.go"
	return []cut{
		{loop, "\tgo func() {\n\t\tdefer close(resStopAudioCh)\n", "\treturn <-errCh\n", "\tgo func() {\n\t\t<-reqStopAudioCh\n\t\tclose(resStopAudioCh)\n\t}()\n\n"},
		{loop, "\tif err := gamepad.Update(); err != nil {\n", "\tw, h := u.outsideSize()\n", ""},
		{loop, "\t\"github.com/hajimehoshi/ebiten/v2/internal/gamepad\"\n", "\t\"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver\"\n", ""},
		{driver, "func (g *Graphics) NeedsClearingScreen() bool {\n", "}\n\nfunc (g *Graphics) MaxImageSize() int {\n", "func (g *Graphics) NeedsClearingScreen() bool {\n\treturn false\n"},
		{context, "\tconst maxSkipCount = 4\n", "\t// screen can be nil for some edge cases", ""},

		{image, "\t\"github.com/hajimehoshi/ebiten/v2/internal/png\"\n", ")\n\n// Image represents", ""},
		{image, "\tif err := png.Encode(w, ", "\treturn nil\n}\n\nfunc LogImagesInfo", ""},
	}
}

// typesettingCuts are the sizes of letters that are pictures: PNG, TIFF, JPEG or
// SVG inside a font. Letters are drawn as outlines here, and such are left out by
// the tool, too.
func typesettingCuts() []cut {
	const glyphs, svg = "font/glyphs.go", "font/svg.go"
	return []cut{
		{glyphs, "\t\"bytes\"\n", "\t\"encoding/binary\"\n", ""},
		{glyphs, "\t\"image\"\n", "\n\tot \"github.com", ""},
		{glyphs, "\t\"golang.org/x/image/tiff\"\n", ")\n", ""},
		{glyphs, "\tvar config image.Config\n", "\tdefault:\n\t\terr = fmt.Errorf(\"unsupported graphic type in sbix", "\tswitch b.GraphicType {\n\tcase tagPNG:\n\t\tformat = PNG\n\tcase tagTIFF:\n\t\tformat = TIFF\n\tcase tagJPG:\n\t\tformat = JPG\n"},
		{glyphs, "\treturn config.Width", "}\n", "\treturn 0, 0, format, nil\n"},
		{svg, "\t\"bytes\"\n", "\t\"fmt\"\n", ""},
		{svg, "\tdec := xml.NewDecoder(", "\treturn viewBox, width, height, true\n", ""},
	}
}

// cutOut makes the cuts in a copy.
func cutOut(dir string, cuts []cut) error {
	for _, cut := range cuts {
		name := filepath.Join(dir, filepath.FromSlash(cut.file))
		contents, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		before, rest, found := strings.Cut(string(contents), cut.from)
		_, after, ends := strings.Cut(rest, cut.to)
		if !found || !ends || strings.Contains(after, cut.from) {
			return fmt.Errorf("%s: not found once, from %q to %q: compare it with internal/lean", name, cut.from, cut.to)
		}
		if err := os.WriteFile(name, []byte(before+cut.instead+cut.to+after), 0o644); err != nil {
			return err
		}
	}
	return nil
}
