//go:build !js

package host

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"os"
	"path/filepath"
	"sort"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/document"
	"barline/host/crash"
	"barline/publish/media"
	"barline/render/gpu"
	"barline/scene"
	deskwindow "barline/timeline/window"
)

// pictures are those of the story's events, of which the one of the event that is open is in
// memory. Files are read and decoded beside the window.
type pictures struct {
	// of is the story whose pictures these are.
	of *opened
	// known are the sizes that have been read, by the paths that the story has.
	known map[string]deskwindow.Picture
	// event is the one that file was looked up for.
	event string
	// file is the picture that is wanted, decoded for a box of so many px; pixels are there
	// once it is decoded.
	file   string
	boxPx  int
	pixels *ebiten.Image
}

const (
	// mostSized is of how many pictures the sizes are read as soon as a story is open.
	mostSized = 100
	// stepPx is in which steps the box grows that pictures are decoded for, with the page.
	stepPx = 480
	// mostBoxPx is the largest box.
	mostBoxPx = 1920
)

// attendPicture sees to it that the picture of the event that is open is read.
func (w *window) attendPicture() {
	p, shown := &w.tools.pictures, w.docs.shown
	if shown == nil || w.viewer == nil {
		return
	}
	if p.of != shown {
		p.forget()
		*p = pictures{of: shown, known: map[string]deskwindow.Picture{}}
		w.sizePictures()
	}
	file := p.file
	if selected := w.viewer.Model().Selected; selected != p.event {
		p.event, file = selected, ""
		events := w.viewer.Figure().Events()
		if i := events.Index(selected); i >= 0 {
			if m := events.Event(i).Media; m != nil {
				file = m.File
			}
		}
	}
	box := min(mostBoxPx, stepPx*int(math.Ceil(w.scale)))
	if file != p.file || box != p.boxPx && file != "" {
		if file != p.file {
			p.forget()
		}
		p.file, p.boxPx = file, box
		if file != "" && !p.known[file].Failed {
			w.readPicture(file, box)
		}
	}
	w.desk.Picture = p.known[file]
}

// forget frees the pixels.
func (p *pictures) forget() {
	if p.pixels != nil {
		p.pixels.Deallocate()
		p.pixels = nil
	}
}

// sizePictures reads how large the pictures of a story are, so that popovers have room for
// them as soon as they open.
func (w *window) sizePictures() {
	shown := w.docs.shown
	var files []string
	seen := map[string]bool{}
	for i := 0; i < shown.story.Len() && len(files) < mostSized; i++ {
		if m := shown.story.Media(i); m != nil && !seen[m.File] {
			seen[m.File] = true
			files = append(files, m.File)
		}
	}
	if len(files) == 0 {
		return
	}
	crash.Beside(func() {
		for _, file := range files {
			var size deskwindow.Picture
			contents, err := pictureFile(shown.file, file)
			if err == nil {
				var info media.Info
				info, err = media.Check(file, contents)
				size = deskwindow.Picture{Width: info.WidthPx, Height: info.HeightPx}
			}
			w.later(func() { w.sizedPicture(shown, file, size, err) })
		}
	}, w.fail)
}

// sizedPicture notes how large a picture is, or that it cannot be shown.
func (w *window) sizedPicture(of *opened, file string, size deskwindow.Picture, err error) {
	p := &w.tools.pictures
	if p.of != of {
		return // another story is shown by now
	}
	if err != nil {
		if !p.known[file].Failed {
			fmt.Fprintf(os.Stderr, "barline-window: the story's image %s: %v\n", file, err)
		}
		size = deskwindow.Picture{Failed: true}
	}
	p.known[file] = size
}

// readPicture decodes a picture to fit into a square box of so many px.
func (w *window) readPicture(file string, boxPx int) {
	shown := w.docs.shown
	go func() {
		var size deskwindow.Picture
		var pixels *image.RGBA
		err := crash.Guard(func() error {
			contents, err := pictureFile(shown.file, file)
			if err != nil {
				return err
			}
			info, err := media.Check(file, contents)
			if err != nil {
				return err
			}
			size = deskwindow.Picture{Width: info.WidthPx, Height: info.HeightPx}
			pixels, err = media.Decode(file, contents, image.Pt(boxPx, boxPx))
			return err
		})
		w.later(func() {
			w.sizedPicture(shown, file, size, err)
			if p := &w.tools.pictures; err == nil && p.of == shown && p.file == file && p.boxPx == boxPx {
				p.forget()
				p.pixels = ebiten.NewImageFromImageWithOptions(pixels, &ebiten.NewImageFromImageOptions{Unmanaged: true})
				w.repaint = true
				w.report.again()
			}
		})
	}()
}

// pictureFile reads a picture by its path from a story's. What is no file, and what is larger
// than any picture that is shown, is not read.
func pictureFile(story, name string) ([]byte, error) {
	path := filepath.Join(filepath.Dir(story), filepath.FromSlash(name))
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() > media.MaxBytes {
		return nil, fmt.Errorf("the file has %.1f MB, and %d MB are the most", float64(info.Size())/1e6, media.MaxBytes/1_000_000)
	}
	if story == "" {
		return nil, errors.New("the built-in story has no files beside it")
	}
	return document.Read(context.Background(), path, nil)
}

// drawWithPicture draws the page with the picture of the event that is open: what lies under
// it, the picture, and what lies over it. It reports whether there is one.
func (w *window) drawWithPicture(screen *ebiten.Image, at scene.Point) (bool, error) {
	pixels, box := w.tools.pictures.pixels, w.page.Picture
	if pixels == nil || box.Empty() {
		return false, nil
	}
	x, y := gpu.Snapped(at.X, w.scale), gpu.Snapped(at.Y, w.scale)
	under, over := *w.page.Scene, *w.page.Scene
	first := sort.Search(len(under.Nodes), func(i int) bool { return under.Nodes[i].Z > deskwindow.PictureZ })
	under.Nodes, over.Nodes = under.Nodes[:first], over.Nodes[first:]
	if err := w.gpu.Prepare(&under, &w.palette, w.scale, x, y); err != nil {
		return true, err
	}
	screen.Fill(w.palette[scene.Paper])
	w.gpu.Draw(screen)
	drawPart(screen, pixels, box, w.page.PictureIn, w.scale, x, y)
	if err := w.gpu.Prepare(&over, &w.palette, w.scale, x, y); err != nil {
		return true, err
	}
	w.gpu.Draw(screen)
	return true, nil
}

// drawPart draws what is seen of a picture that stands in a box, both in px of the page, whose
// corner is at (x, y). What is not seen is cut by the corners: a part of the screen that
// Ebitengine draws on last would be upside down.
func drawPart(screen, pixels *ebiten.Image, box, seen scene.Rect, scale, x, y float64) {
	size := pixels.Bounds().Size()
	corners := make([]ebiten.Vertex, 0, 4)
	for _, c := range [4]scene.Point{{X: seen.X, Y: seen.Y}, {X: seen.Right(), Y: seen.Y}, {X: seen.X, Y: seen.Bottom()}, {X: seen.Right(), Y: seen.Bottom()}} {
		corners = append(corners, ebiten.Vertex{
			DstX: float32(math.Round(c.X*scale + x)), DstY: float32(math.Round(c.Y*scale + y)),
			SrcX: float32((c.X - box.X) / box.W * float64(size.X)), SrcY: float32((c.Y - box.Y) / box.H * float64(size.Y)),
			ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1,
		})
	}
	screen.DrawTriangles(corners, []uint16{0, 1, 2, 1, 3, 2}, pixels, &ebiten.DrawTrianglesOptions{Filter: ebiten.FilterLinear})
}
