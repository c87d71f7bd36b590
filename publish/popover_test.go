package publish_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"barline/timeline/popover"
	"barline/web"
)

// The page's script places popovers by the sizes that the engine does: it is given
// them, and has none of its own.
func TestThePageIsGivenThePopoversSizes(t *testing.T) {
	script, err := fs.ReadFile(web.Files(), "page/place.js")
	if err != nil {
		t.Fatal(err)
	}
	sizes := append(popover.Preferred(), popover.Gap, popover.Edge, 2*popover.Edge, popover.LeastHeight, popover.ReadableShare, popover.ReadablePx, popover.Reach, popover.Corner, popover.CaptionPx)
	comments := regexp.MustCompile(`(?m)//.*$`)
	for _, number := range regexp.MustCompile(`\b\d+(\.\d+)?\b`).FindAllString(string(comments.ReplaceAll(script, nil)), -1) {
		if v, err := strconv.ParseFloat(number, 64); err != nil || slices.Contains(sizes, v) {
			t.Errorf("place.js says %s: a size that popovers are placed by comes from config.popover", number)
		}
	}
}
