package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"barline/publish"
)

// videoRate is how many pictures a video has in a second.
const videoRate = 30

// isVideo reports whether a film of this ending is encoded by ffmpeg.
func isVideo(format string) bool { return isIn(format, ".mp4", ".webm") }

// findFFmpeg finds the program that encodes video.
func findFFmpeg(format string) (string, error) {
	path, err := exec.LookPath("ffmpeg")
	if err != nil {
		return "", fmt.Errorf("%s is written by ffmpeg, which is not installed: install the package ffmpeg (apt install ffmpeg, dnf install ffmpeg-free, brew install ffmpeg, winget install ffmpeg), or write a .gif or .apng, which need no other program", format)
	}
	return path, nil
}

// ffmpegArguments let ffmpeg read pictures from its standard input and write a video.
// The number of threads is fixed and nothing is written of time and program, so that the
// same ffmpeg writes the same bytes.
func ffmpegArguments(film *publish.Reel, format, to string) []string {
	arguments := []string{"-hide_banner", "-loglevel", "error", "-nostdin", "-y",
		"-f", "rawvideo", "-pixel_format", "rgba", "-video_size", fmt.Sprintf("%dx%d", film.Width, film.Height), "-framerate", fmt.Sprint(videoRate), "-i", "pipe:0",
		"-an", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-threads", "2",
		"-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"}
	if format == ".mp4" {
		arguments = append(arguments, "-c:v", "libx264", "-preset", "medium", "-tune", "animation", "-crf", "18", "-movflags", "+faststart", "-f", "mp4")
	} else {
		arguments = append(arguments, "-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "28", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1", "-f", "webm")
	}
	return append(arguments, to)
}

// writeVideo has ffmpeg encode the film, and puts the file in its place once it is
// complete. When ctx ends, ffmpeg does too, and nothing is left behind.
func writeVideo(ctx context.Context, film *publish.Reel, to, format, ffmpeg string, said func(done, total int) error) error {
	next, err := os.CreateTemp(filepath.Dir(to), "."+filepath.Base(to)+"-new-")
	if err != nil {
		return err
	}
	err = errors.Join(next.Chmod(0o644), next.Close())
	if err == nil {
		err = encode(ctx, film, format, next.Name(), ffmpeg, said)
	}
	if err == nil {
		err = os.Rename(next.Name(), to)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	return err
}

// encode draws the film into ffmpeg.
func encode(ctx context.Context, film *publish.Reel, format, to, ffmpeg string, said func(done, total int) error) error {
	cmd := exec.CommandContext(ctx, ffmpeg, ffmpegArguments(film, format, to)...)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	pictures, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	drawn := film.Pictures(videoRate, func(pixels []byte, count, done, total int) error {
		for i := range count {
			if _, err := pictures.Write(pixels); err != nil {
				return err
			}
			if err := said(done-count+i+1, total); err != nil {
				return err
			}
		}
		return nil
	})
	closed := pictures.Close()
	if err := cmd.Wait(); err != nil {
		// What ffmpeg says of it is more than that a pipe broke.
		return fmt.Errorf("ffmpeg could not write the video: %w\n%s", err, strings.TrimSpace(complaints.String()))
	}
	if errors.Is(closed, os.ErrClosed) || errors.Is(closed, io.ErrClosedPipe) {
		closed = nil
	}
	return errors.Join(drawn, closed)
}
