package chromium

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
)

// Troubles are what went wrong in a tab. Its zero value has none.
type Troubles struct {
	mu      sync.Mutex
	all     []string
	excused []string // parts of troubles that the test expects
}

// Expect excuses troubles that contain a text: the test is about them.
func (t *Troubles) Expect(parts ...string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.excused = append(t.excused, parts...)
}

// Trouble takes note of something that went wrong.
func (t *Troubles) Trouble(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.all = append(t.all, fmt.Sprintf(format, args...))
}

// Seen are all troubles until now.
func (t *Troubles) Seen() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.all)
}

// Notice takes note of an event if it says that something went wrong in the page's
// scripts, or that the browser complains.
func (t *Troubles) Notice(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type != runtime.ConsoleAPICalledTypeError && e.Type != runtime.ConsoleAPICalledTypeAssert && e.Type != runtime.ConsoleAPICalledTypeWarning {
			return
		}
		text := ""
		for _, a := range e.Args {
			text += " " + string(a.Value) + a.Description
		}
		t.Trouble("console %s:%s", e.Type, text)
	case *runtime.EventExceptionThrown:
		t.Trouble("exception: %s %s", e.ExceptionDetails.Text, description(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			t.Trouble("%s error: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	}
}

func (t *Troubles) report(test testing.TB) {
	test.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, trouble := range t.all {
		if !slices.ContainsFunc(t.excused, func(part string) bool { return strings.Contains(trouble, part) }) {
			test.Errorf("the page had trouble: %s", trouble)
		}
	}
}

func description(d *runtime.ExceptionDetails) string {
	if d.Exception == nil {
		return ""
	}
	return d.Exception.Description
}
