package fonts_test

import (
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/internal/storytest"
	"barline/scene"
)

// Whatever the interface and the story of 2025 say, every face can write it; and
// so in each script that there are fonts for.
func TestFacesHaveWhatIsSaid(t *testing.T) {
	f := storytest.Fonts(t)
	for face := range scene.NumFaces {
		for _, r := range "ABCXYZabcxyz0123456789½¼¾.,;:!?*+-–—…“”‘’«»()/&'äöüßéèñçøåłžİğ" +
			"АБВЯабвяёїєґЎ" + "ΑΒΓάώ" + "אבגת" + "अआकखदिल्ली" +
			"آابتثجحخدذرزسشصضطظعغفقکكگلمنوهيیئءؤأإةۀ،؛؟٬٪" + "پچژ" + "ټځڅډړږښګڼېۍ" + "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩" {
			if !f.Has(face, r) {
				t.Errorf("%s has no %q", face, r)
			}
		}
	}
}

// Every face is served in every script, no file twice, and no letter is in two
// files of a face: browsers would take the one, we the other.
func TestFiles(t *testing.T) {
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	perScript := map[string]int{}
	for _, f := range all {
		if seen[f.Name] || len(f.Contents) == 0 || f.Letters == "" {
			t.Errorf("%s: twice, or empty", f.Name)
		}
		seen[f.Name] = true
		perScript[f.Letters] += len(f.Faces)
	}
	for letters, n := range perScript {
		if n != int(scene.NumFaces) {
			t.Errorf("the script of %.20s is there in %d faces", letters, n)
		}
	}
	for r := rune(0x21); r < 0x3000; r++ {
		holds := map[scene.Face]string{}
		for _, f := range all {
			for _, face := range f.Faces {
				if f.Holds(r) && holds[face] != "" {
					t.Fatalf("%U is in %s and in %s", r, holds[face], f.Name)
				} else if f.Holds(r) {
					holds[face] = f.Name
				}
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
