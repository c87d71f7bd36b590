package fonts

import (
	"slices"

	"barline/scene"
)

// Families say in which of our families a theme sets its words. The zero value is ours:
// headlines and quotations with serifs, everything else without.
type Families struct{ SansHeading, SerifText bool }

// Of gives each face the files of the family that it is set in. Files that no face is
// set in are left out.
func (f Families) Of(files []File) []File {
	var all []File
	for _, file := range files {
		had := file.Faces
		file.Faces = nil
		for face := range scene.NumFaces {
			if slices.Contains(had, f.source(face)) {
				file.Faces = append(file.Faces, face)
			}
		}
		if len(file.Faces) > 0 {
			all = append(all, file)
		}
	}
	return all
}

// source is the face whose files a face is set in.
func (f Families) source(face scene.Face) scene.Face {
	serif := face.Serif() && !f.SansHeading || !face.Serif() && f.SerifText
	switch {
	case serif && face.Bold():
		return scene.SerifBold
	case serif:
		return scene.Serif
	case face.Bold():
		return scene.SansBold
	}
	return scene.Sans
}
