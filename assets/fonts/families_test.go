package fonts_test

import (
	"slices"
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/scene"
)

// Every face has a file of each script in its family, and the one of Latin is that of
// the family that was asked for.
func TestFamilies(t *testing.T) {
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		families fonts.Families
		want     [scene.NumFaces]string
	}{
		{fonts.Families{}, [scene.NumFaces]string{scene.Sans: "Sans-Regular", scene.SansBold: "Sans-Bold", scene.Serif: "Serif-Regular", scene.SerifBold: "Serif-Bold"}},
		{fonts.Families{SansHeading: true}, [scene.NumFaces]string{scene.Sans: "Sans-Regular", scene.SansBold: "Sans-Bold", scene.Serif: "Sans-Regular", scene.SerifBold: "Sans-Bold"}},
		{fonts.Families{SerifText: true}, [scene.NumFaces]string{scene.Sans: "Serif-Regular", scene.SansBold: "Serif-Bold", scene.Serif: "Serif-Regular", scene.SerifBold: "Serif-Bold"}},
	} {
		files := c.families.Of(all)
		for _, script := range []string{"latin", "arabic", "cyrillic", "greek", "hebrew", "devanagari"} {
			for face := range scene.NumFaces {
				at := slices.IndexFunc(files, func(f fonts.File) bool {
					return strings.HasSuffix(f.Name, "-"+script+".ttf") && slices.Contains(f.Faces, face)
				})
				if at < 0 {
					t.Errorf("%+v: %s has no %s", c.families, face, script)
				} else if script == "latin" && files[at].Name != c.want[face]+"-latin.ttf" {
					t.Errorf("%+v: %s is set in %s", c.families, face, files[at].Name)
				}
			}
		}
	}
	if len((fonts.Families{}).Of(all)) != len(all) {
		t.Error("without a theme a file is lost")
	}
}
