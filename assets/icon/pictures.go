package icon

import (
	"embed"
	"image"
	"image/png"
	"strconv"
)

//go:embed barline-16.png barline-32.png barline-48.png barline-128.png
var files embed.FS

// Pictures are the icon in the sizes that window managers and task bars show.
func Pictures() ([]image.Image, error) {
	var all []image.Image
	for _, px := range []int{16, 32, 48, 128} {
		f, err := files.Open("barline-" + strconv.Itoa(px) + ".png")
		if err != nil {
			return nil, err
		}
		p, err := png.Decode(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}
