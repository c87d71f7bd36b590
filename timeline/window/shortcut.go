package window

import (
	"strings"

	"barline/timeline/view"
	"barline/timeline/window/wording"
	"barline/timeline/words"
)

// Shortcut is something that keys do. What the window does on a key and what its help
// panel says both follow from one list of them.
type Shortcut struct {
	// Do is the action, as controls name theirs.
	Do string
	// Name says what it does, in words.
	Name string
	// Keys do it, any of them.
	Keys []Chord
}

// Chord is a key, and what is held down with it.
type Chord struct {
	// Key is what is printed on it: "Left", "PageDown", "F11"; or the character that it
	// types, a small letter where it is a letter.
	Key string
	// Command is Ctrl, and Cmd on macOS. Shift is held where it matters; with characters
	// it does not.
	Command, Shift bool
}

// Label is a chord as the help panel says it.
func (c Chord) Label(mac bool) string {
	var parts []string
	switch {
	case c.Command && mac:
		parts = append(parts, "Cmd")
	case c.Command:
		parts = append(parts, "Ctrl")
	}
	if c.Shift {
		parts = append(parts, "Shift")
	}
	key := c.Key
	if len(parts) > 0 {
		key = strings.ToUpper(key[:1]) + key[1:]
	}
	return strings.Join(append(parts, key), "+")
}

// Shortcuts are those of a figure, in the order in which the help panel lists them.
// Left and right are as the eye sees them. languages: the story is there in several.
func Shortcuts(w *words.Words, own wording.Words, can view.Capabilities, rtl, languages bool) []Shortcut {
	key := func(keys ...string) (all []Chord) {
		for _, k := range keys {
			all = append(all, Chord{Key: k})
		}
		return all
	}
	shift := func(k string) []Chord { return []Chord{{Key: k, Shift: true}} }
	command := func(keys ...string) (all []Chord) {
		for _, k := range keys {
			all = append(all, Chord{Key: k, Command: true})
		}
		return all
	}
	left, right := "Left", "Right"
	if rtl {
		left, right = right, left
	}
	ui := w.UI
	all := []Shortcut{
		{"next-event", own.NextEvent, key(right, "Down")},
		{"previous-event", own.PreviousEvent, key(left, "Up")},
		{"first-event", own.FirstEvent, key("Home")},
		{"last-event", own.LastEvent, key("End")},
		{"press", own.OpenEvent, key("Enter", "Space")},
		{"escape", ui.Close, key("Esc")},
		{"next-control", own.NextControl, key("Tab")},
		{"previous-control", own.PreviousControl, shift("Tab")},
		{"scroll-down", own.ScrollDown, key("PageDown")},
		{"scroll-up", own.ScrollUp, key("PageUp")},
	}
	if can.Play {
		all = append(all, Shortcut{"play", ui.Play, key("p")})
	}
	if can.Zoom {
		all = append(all,
			Shortcut{"zoom-in", ui.ZoomIn, key("+", "=")},
			Shortcut{"zoom-out", ui.ZoomOut, key("-", "−")},
			Shortcut{"fit", ui.Fit, key("0")},
			Shortcut{"earlier", ui.Earlier, shift(left)},
			Shortcut{"later", ui.Later, shift(right)},
		)
	}
	if can.Search {
		all = append(all, Shortcut{"search", ui.SearchIn, append(key("/"), command("f")...)})
	}
	if languages {
		all = append(all, Shortcut{"next-language", own.OtherLanguage, key("l")})
	}
	return append(all,
		Shortcut{"open", own.OpenStory, command("o")},
		Shortcut{"read-again", own.TryAgain, command("r")},
		Shortcut{"aloud", own.ReadAloud, command("b")},
		Shortcut{"table", ui.Table, key("t")},
		Shortcut{"copy", own.CopyQuotation, command("c")},
		Shortcut{"copy-picture", own.CopyPicture, []Chord{{Key: "c", Command: true, Shift: true}}},
		Shortcut{"export", own.Export, command("e")},
		Shortcut{"text-larger", own.LargerText, command("+", "=")},
		Shortcut{"text-smaller", own.SmallerText, command("-", "−")},
		Shortcut{"text-usual", own.UsualText, command("0")},
		Shortcut{"full-screen", own.FullScreen, key("F11")},
		Shortcut{"black", own.BlackScreen, key("b")},
		Shortcut{"white", own.WhiteScreen, key("w")},
		Shortcut{"help", own.Help, key("?", "F1")},
		Shortcut{"quit", own.Quit, command("q")},
	)
}

// On finds what a chord does; ok is false if it does nothing.
func On(all []Shortcut, c Chord) (s Shortcut, ok bool) {
	for _, s := range all {
		for _, k := range s.Keys {
			if k == c {
				return s, true
			}
		}
	}
	return s, false
}

// labels are the keys of a shortcut as they are said, those that mean the same key left
// out: "=" is "+" without Shift, and "−" is typed by few.
func (s Shortcut) labels(mac bool) string {
	var all []string
	for _, k := range s.Keys {
		if k.Key != "=" && k.Key != "−" {
			all = append(all, k.Label(mac))
		}
	}
	return strings.Join(all, ", ")
}
