package animation_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"io"
	"testing"

	"barline/assets"
	"barline/internal/storytest"
	"barline/render/animation"
	"barline/render/raster"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/reel"
)

// film is 20 seconds of the story of 2025, small.
func film(t storytest.TB) *animation.Film {
	t.Helper()
	p := storytest.Picture(t)
	r := reel.New(card.HeadingOf(p.Story(), p.Words()), p, reel.Options{MostSeconds: 20})
	return &animation.Film{Seconds: r.Seconds(), At: r.At, Palette: assets.Light(), Fonts: p.Fonts(), Width: 240, Height: 240, Scale: 240 / 405.0}
}

func quiet(int, int) error { return nil }

// A canvas that is drawn on again shows what a new one would.
func TestFramesAreDrawnAsStills(t *testing.T) {
	f := film(t)
	i, frames := 0, 0
	err := f.Frames(10, 2, func(frame animation.Frame) error {
		s := f.At(float64(frames) / 10)
		want := image.NewRGBA(frame.Picture.Rect)
		draw.Draw(want, want.Rect, raster.Draw(s, &f.Palette, storytest.Fonts(t), f.Scale), image.Point{}, draw.Src)
		if !bytes.Equal(want.Pix, frame.Picture.Pix) {
			t.Fatalf("picture %d differs from the same drawn by itself", i)
		}
		i++
		frames += frame.Count
		if frame.Done != frames || frame.Total != int(f.Seconds*10) {
			t.Errorf("after %d frames, %d of %d are said to be done", frames, frame.Done, frame.Total)
		}
		return nil
	})
	if err != nil || frames != int(f.Seconds*10) || i > frames/2 {
		t.Errorf("%d pictures for %d frames, %v", i, frames, err)
	}
}

// The bytes are the same each time, however many draw.
func TestSameBytes(t *testing.T) {
	write := map[string]func(f *animation.Film, workers int) ([]byte, error){
		"GIF":  func(f *animation.Film, workers int) ([]byte, error) { return f.GIF(workers, quiet) },
		"APNG": func(f *animation.Film, workers int) ([]byte, error) { return f.APNG(workers, quiet) },
	}
	for name, write := range write {
		first, err := write(film(t), 1)
		if err != nil {
			t.Fatal(err)
		}
		second, err := write(film(t), 5)
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("two %ss of %d and %d bytes differ, %v", name, len(first), len(second), err)
		}
	}
}

// apart is how far two colours are apart at most, in any channel.
func apart(a, b color.Color) int {
	n, m := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	far := 0
	for _, d := range []int{int(n.R) - int(m.R), int(n.G) - int(m.G), int(n.B) - int(m.B), int(n.A) - int(m.A)} {
		far = max(far, d, -d)
	}
	return far
}

// shows compares what a file shows after some seconds with the film: where colours are
// blends of two paints over paper they may be a little off.
func shows(t *testing.T, f *animation.Film, got image.Image, seconds float64) {
	t.Helper()
	want := raster.Draw(f.At(seconds), &f.Palette, storytest.Fonts(t), f.Scale)
	off := 0
	for y := range f.Height {
		for x := range f.Width {
			if apart(got.At(x, y), want.At(x, y)) > 12 {
				off++
			}
		}
	}
	if off > f.Width*f.Height/200 {
		t.Errorf("after %v seconds %d pixels have another colour", seconds, off)
	}
}

func TestGIFIsRead(t *testing.T) {
	f := film(t)
	contents, err := f.GIF(2, quiet)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(bytes.NewReader(contents))
	if err != nil {
		t.Fatal(err)
	}
	canvas := image.NewRGBA(image.Rect(0, 0, g.Config.Width, g.Config.Height))
	at := 0
	for i, part := range g.Image {
		draw.Draw(canvas, part.Rect, part, part.Rect.Min, draw.Over)
		shows(t, f, canvas, float64(at)/100)
		at += g.Delay[i]
	}
	if seconds := float64(at) / 100; seconds > f.Seconds || seconds < f.Seconds-0.1 || g.LoopCount != 0 {
		t.Errorf("the GIF is %v seconds long and loops %d times, the film %v", seconds, g.LoopCount, f.Seconds)
	}
}

// TestAPNGIsRead reads the file by the format's own rules.
func TestAPNGIsRead(t *testing.T) {
	f := film(t)
	contents, err := f.APNG(2, quiet)
	if err != nil {
		t.Fatal(err)
	}
	canvas := image.NewRGBA(image.Rect(0, 0, f.Width, f.Height))
	var palette color.Palette
	var area image.Rectangle
	var frames, number uint32
	at, delay, blend := 0.0, 0.0, byte(0)
	be := binary.BigEndian
	numbered := func(data []byte) []byte {
		if n := be.Uint32(data); n != number {
			t.Fatalf("chunk %d is numbered %d", number, n)
		}
		number++
		return data[4:]
	}
	for rest := contents[8:]; len(rest) > 0; {
		n := be.Uint32(rest)
		kind, data := string(rest[4:8]), rest[8:8+n]
		if be.Uint32(rest[8+n:]) != crc32.ChecksumIEEE(rest[4:8+n]) {
			t.Fatalf("the sum of %s is wrong", kind)
		}
		rest = rest[12+n:]
		switch kind {
		case "acTL":
			frames = be.Uint32(data)
		case "PLTE":
			for i := 0; i < len(data); i += 3 {
				palette = append(palette, color.NRGBA{data[i], data[i+1], data[i+2], 255})
			}
		case "tRNS":
			for i, a := range data {
				c := palette[i].(color.NRGBA)
				c.A = a
				palette[i] = c
			}
		case "fcTL":
			data = numbered(data)
			area = image.Rect(0, 0, int(be.Uint32(data)), int(be.Uint32(data[4:]))).Add(image.Pt(int(be.Uint32(data[8:])), int(be.Uint32(data[12:]))))
			delay, blend = float64(be.Uint16(data[16:]))/float64(be.Uint16(data[18:])), data[21]
			frames--
		case "fdAT", "IDAT":
			if kind == "fdAT" {
				data = numbered(data)
			}
			part := image.NewPaletted(area, palette)
			unpack(t, part, data)
			draw.Draw(canvas, area, part, area.Min, []draw.Op{draw.Src, draw.Over}[blend])
			shows(t, f, canvas, at)
			at += delay
		}
	}
	if frames != 0 || at > f.Seconds || at < f.Seconds-0.1 {
		t.Errorf("%v seconds instead of %v; the number of frames is off by %d", at, f.Seconds, int32(frames))
	}
}

func unpack(t *testing.T, part *image.Paletted, data []byte) {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil || len(raw) != part.Rect.Dy()*(part.Rect.Dx()+1) {
		t.Fatalf("%d bytes for %v, %v", len(raw), part.Rect, err)
	}
	for y := range part.Rect.Dy() {
		row := raw[y*(part.Rect.Dx()+1):][:part.Rect.Dx()+1]
		if row[0] != 0 {
			t.Fatalf("row %d has filter %d", y, row[0])
		}
		copy(part.Pix[y*part.Stride:], row[1:])
	}
}

// An error of whoever is told ends the work.
func TestWorkEnds(t *testing.T) {
	enough := errors.New("enough")
	said := 0
	_, err := film(t).GIF(2, func(int, int) error {
		if said++; said == 3 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || said != 3 {
		t.Errorf("told %d times, then %v", said, err)
	}
}

// A film of one scene is one picture.
func TestNothingMoves(t *testing.T) {
	f := film(t)
	s := &scene.Scene{WidthPx: 405, HeightPx: 405}
	f.At, f.Seconds = func(float64) *scene.Scene { return s }, 3
	contents, err := f.GIF(2, quiet)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(bytes.NewReader(contents))
	if err != nil || fmt.Sprint(len(g.Image), g.Delay) != "1 [300]" {
		t.Errorf("%d pictures, seen for %v, %v", len(g.Image), g.Delay, err)
	}
}

// BenchmarkFrames draws 10 seconds at 1080p, 30 frames a second.
func BenchmarkFrames(b *testing.B) {
	p := storytest.Picture(b)
	r := reel.New(card.HeadingOf(p.Story(), p.Words()), p, reel.Options{Shape: reel.Landscape, MostSeconds: 20})
	f := &animation.Film{Seconds: 10, At: r.At, Palette: assets.Light(), Fonts: p.Fonts(), Width: 1920, Height: 1080, Scale: 1920 / 720.0}
	for b.Loop() {
		if err := f.Frames(30, 2, func(animation.Frame) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
