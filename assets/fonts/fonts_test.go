package fonts_test

import (
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/internal/storytest"
	"barline/scene"
)

// Whatever the interface and the story of 2025 say, every face can write it.
func TestFacesHaveWhatIsSaid(t *testing.T) {
	f := storytest.Fonts(t)
	for face := range scene.NumFaces {
		for _, r := range "ABCXYZabcxyz0123456789½¼¾.,;:!?*+-–—…“”‘’()/&'äöüßéèñçøåłžİğ" {
			if !f.Has(face, r) {
				t.Errorf("%s has no %q", face, r)
			}
		}
	}
}

func TestLicenceTravelsWithTheFonts(t *testing.T) {
	text, err := fonts.Licence()
	if err != nil || !strings.Contains(string(text), "SIL OPEN FONT LICENSE") {
		t.Errorf("%v: %.80q", err, text)
	}
}
