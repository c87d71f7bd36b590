//go:build !js && !windows && !darwin

package clipboard

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"barline/internal/xserver"
)

// Text and pictures reach other programs, long ones in pieces.
func TestOthersGetWhatWasCopied(t *testing.T) {
	display := xserver.Start(t, 200, 200)
	t.Setenv("DISPLAY", display.Name)
	var b Board
	defer b.Close()
	if _, err := b.Text(); err == nil {
		t.Error("there is text before anything was copied")
	}
	if err := b.PutText("“Five hours”\n— Юрий Ушаков"); err != nil {
		t.Fatal(err)
	}
	if got := string(display.Clipboard("UTF8_STRING")); got != "“Five hours”\n— Юрий Ушаков" {
		t.Errorf("others read %q", got)
	}
	if got := display.Clipboard("image/png"); got != nil {
		t.Errorf("of text others get a picture: %d bytes", len(got))
	}
	if got, err := b.Text(); err != nil || got != "“Five hours”\n— Юрий Ушаков" {
		t.Errorf("its own text is %q, %v", got, err)
	}
	random := rand.NewChaCha8([32]byte{})
	for _, size := range []int{1, chunk, chunk + 1, 5*chunk + 7} {
		picture := make([]byte, size)
		random.Read(picture)
		if err := b.PutPNG(picture); err != nil {
			t.Fatal(err)
		}
		if got := display.Clipboard("image/png"); !bytes.Equal(got, picture) {
			t.Errorf("of %d bytes others get %d", size, len(got))
		}
	}
	// What another program copies takes its place.
	var other Board
	defer other.Close()
	if err := other.PutText("other"); err != nil {
		t.Fatal(err)
	}
	if got, err := b.Text(); err != nil || got != "other" {
		t.Errorf("after another has copied, the text is %q, %v", got, err)
	}
}

func TestWithoutAServerNothingIsCopied(t *testing.T) {
	t.Setenv("DISPLAY", ":4711")
	var b Board
	if err := b.PutText("x"); err == nil {
		t.Error("copied without a server")
	}
	b.Close()
}
