package preview

import (
	"encoding/json"
	"sync"
)

// State is what the desk's page shows beside the site.
type State struct {
	// Version counts the sites that could be published. Broken: the story as it is now
	// cannot, and the site is that of before.
	Version int    `json:"version"`
	Broken  bool   `json:"broken"`
	Story   string `json:"story"` // the name of its file
	// Checking: what is wrong is not known yet.
	Checking bool      `json:"checking"`
	Problems []Problem `json:"problems"`
	// Quotes are the story's quotations beside its reports, if there are any.
	Quotes []Quote `json:"quotes"`
}

// Problem is something that is wrong, with the lines of the file that it is in.
type Problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"` // error or warning
	Code     string `json:"code"`
	Message  string `json:"message"`
	Fix      string `json:"fix"`
	Passage  []Line `json:"passage"`
}

// Line is a line of a file.
type Line struct {
	Number int    `json:"number"`
	Text   string `json:"text"`
}

// Quote is a quotation beside the report that it is from.
type Quote struct {
	ID      string `json:"id"`
	Event   string `json:"event"`
	Title   string `json:"title"` // the event's
	Speaker string `json:"speaker"`
	Words   string `json:"words"`
	Verdict string `json:"verdict"`
	// Report and Line say where the passage is; Before, Passage and After are its text.
	Report  string `json:"report"`
	Line    int    `json:"line"`
	Before  string `json:"before"`
	Passage string `json:"passage"`
	After   string `json:"after"`
	// Note is what else is to be said, such as the difference from the nearest passage.
	Note string `json:"note"`
}

// board holds the state that is shown last, for those who wait for the next.
type board struct {
	mu   sync.Mutex
	text []byte
	next chan struct{} // closed when there is another state
}

func newBoard() *board { return &board{text: []byte("{}"), next: make(chan struct{})} }

// show puts a state up.
func (b *board) show(s State) {
	text, err := json.Marshal(s)
	if err != nil {
		return // no text fails
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.text = text
	close(b.next)
	b.next = make(chan struct{})
}

// now is the state and what ends when there is another.
func (b *board) now() (text []byte, next <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text, b.next
}
