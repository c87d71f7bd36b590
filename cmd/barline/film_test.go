package main

import (
	"bytes"
	"context"
	"image/gif"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestFilms(t *testing.T) {
	dir := folder(t)
	t.Chdir(dir)
	code, out, errs := call(dir, "export", "2025.yaml", "-o", "v.gif", "--width", "240", "--seconds", "30", "--shape", "portrait", "--theme", "dark")
	if code != exitDone || !strings.Contains(out, "v.gif: 240 by 426 pixels, 29.") || !strings.Contains(errs, "left out: events, for which --seconds 30 is too short (7)") {
		t.Errorf("%d %q %q", code, out, errs)
	}
	if strings.Contains(errs, "\r") {
		t.Error("a bar is drawn where there is no terminal")
	}
	g, err := gif.DecodeAll(strings.NewReader(contents(t, filepath.Join(dir, "v.gif"))))
	if err != nil || len(g.Image) < 20 || g.Config.Width != 240 || g.Config.Height != 426 {
		t.Errorf("the GIF is not what was said: %v", err)
	}
	for _, name := range []string{"v.apng", "v.PNG"} {
		code, _, errs = call(dir, "export", "good.yaml", "-o", name, "--width", "320")
		if code != exitDone {
			t.Fatal(errs)
		}
		img, err := png.Decode(strings.NewReader(contents(t, filepath.Join(dir, name))))
		if err != nil || img.Bounds().Dx() != 320 || img.Bounds().Dy() != 320 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if code, _, errs = call(dir, "export", "good.yaml", "-o", "film", "--as", "gif", "--width", "240"); code != exitDone || !strings.HasPrefix(contents(t, filepath.Join(dir, "film")), "GIF89a") {
		t.Errorf("--as gif: %d %s", code, errs)
	}
}

func TestFilmsRefuse(t *testing.T) {
	dir := folder(t)
	t.Chdir(dir)
	t.Setenv("PATH", t.TempDir())
	before := names(t, dir)
	for _, c := range []struct {
		code int
		want string
		args []string
	}{
		{exitUsage, "--shape round: write square, portrait, landscape", []string{"good.yaml", "-o", "v.gif", "--shape", "round"}},
		{exitUsage, "--theme pink: write light or dark", []string{"good.yaml", "-o", "v.gif", "--theme", "pink"}},
		{exitUsage, "--width 9: write 240 to 3840", []string{"good.yaml", "-o", "v.gif", "--width", "9"}},
		{exitUsage, "--seconds 5: write 8 to 180", []string{"good.yaml", "-o", "v.gif", "--seconds", "5"}},
		{exitUsage, "--frame is for .png", []string{"good.yaml", "-o", "v.gif", "--frame", "last"}},
		{exitUsage, "--frame: there is no picture \"900\"", []string{"good.yaml", "-o", "v.png", "--frame", "900"}},
		{exitUsage, "--shape is for films (.gif, .apng, .mp4, .webm, .png), and t.csv is none", []string{"good.yaml", "-o", "t.csv", "--shape", "square"}},
		{exitInput, "bad.yaml", []string{"bad.yaml", "-o", "v.gif"}},
		{exitInput, ".mp4 is written by ffmpeg, which is not installed: install the package ffmpeg", []string{"good.yaml", "-o", "v.mp4"}},
		{exitInput, "or write a .gif or .apng, which need no other program", []string{"good.yaml", "-o", "v.webm"}},
	} {
		if code, _, errs := call(dir, append([]string{"export"}, c.args...)...); code != c.code || !strings.Contains(errs, c.want) {
			t.Errorf("export %v: %d %q, want %d %q", c.args, code, errs, c.code, c.want)
		}
	}
	if after := names(t, dir); len(after) != len(before) {
		t.Errorf("left behind: %v", after)
	}
}

// TestVideos has ffmpeg write videos and read them again.
func TestVideos(t *testing.T) {
	ffmpeg, err := exec.LookPath("ffmpeg")
	if err != nil {
		t.Fatal("ffmpeg is not installed; scripts/test-deps.sh installs it")
	}
	dir := folder(t)
	t.Chdir(dir)
	for _, ending := range []string{".mp4", ".webm"} {
		var made [2]string
		for i := range made {
			code, out, errs := call(dir, "export", "good.yaml", "-o", "v"+ending, "--width", "240", "--seconds", "10")
			if code != exitDone || !strings.Contains(out, "240 by 240 pixels") {
				t.Fatalf("%d %q %q", code, out, errs)
			}
			made[i] = contents(t, filepath.Join(dir, "v"+ending))
		}
		if made[0] != made[1] {
			t.Errorf("two %s of the same story differ", ending)
		}
		// The first picture has the colour of paper in its corner.
		raw, err := exec.Command(ffmpeg, "-loglevel", "error", "-i", filepath.Join(dir, "v"+ending), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-").Output()
		if err != nil || len(raw) != 3*240*240 {
			t.Fatalf("%s: %d bytes, %v", ending, len(raw), err)
		}
		for _, v := range raw[:3] {
			if v < 240 {
				t.Errorf("the corner of %s is %v", ending, raw[:3])
			}
		}
	}
	for _, name := range names(t, dir) {
		if strings.Contains(name, "-new-") {
			t.Errorf("%s is left behind", name)
		}
	}
}

// A film that is broken off leaves nothing behind.
func TestFilmsAreBrokenOff(t *testing.T) {
	dir := folder(t)
	before := names(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	t.Chdir(dir)
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"export", "2025.yaml", "-o", "v.gif"}, &out, &errs); code != exitInput || !strings.Contains(errs.String(), "interrupted; nothing was written") {
		t.Errorf("%d %q", code, errs.String())
	}
	if after := names(t, dir); len(after) != len(before) {
		t.Errorf("left behind: %v", after)
	}
}

// The bar is drawn anew when it has come farther, and is gone at the end.
func TestBar(t *testing.T) {
	var out bytes.Buffer
	b := bar{to: &out, what: "Drawing", shown: -1}
	for i := range 300 {
		b.show(i+1, 300)
	}
	b.end()
	lines := strings.Split(out.String(), "\r")
	if n := len(lines); n != 104 || lines[51] != "Drawing [###############               ]  50 %" && lines[52] != "Drawing [###############               ]  50 %" || strings.TrimSpace(lines[n-2]) != "" {
		t.Errorf("%d pieces: %q", n, lines)
	}
	if isTerminal(&out) || newBar(os.Stdout, "Drawing") == nil {
		t.Error("a buffer is no terminal")
	}
}
