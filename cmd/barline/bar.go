package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// bar says how far something has come, on a terminal. Elsewhere it says nothing.
type bar struct {
	to    io.Writer
	what  string
	shown int // percent; -1: nothing yet
}

// barWidth is how many characters the bar has.
const barWidth = 30

// newBar is a bar for what is done, "Drawing".
func newBar(w io.Writer, what string) *bar {
	if !isTerminal(w) {
		w = nil
	}
	return &bar{to: w, what: what, shown: -1}
}

// isTerminal reports whether somebody may watch what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show draws the bar anew if it has come farther.
func (p *bar) show(done, total int) {
	percent := 100 * done / max(total, 1)
	if p.to == nil || percent == p.shown {
		return
	}
	p.shown = percent
	full := barWidth * percent / 100
	fmt.Fprintf(p.to, "\r%s [%s%s] %3d %%", p.what, strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), percent)
}

// end takes the bar away.
func (p *bar) end() {
	if p.to != nil && p.shown >= 0 {
		fmt.Fprintf(p.to, "\r%s\r", strings.Repeat(" ", len(p.what)+barWidth+9))
	}
}
