package desk_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"barline/internal/chromium"
)

// common is what all tests share: one browser, in which each test has tabs in a profile
// of its own, and the folder of the desk.
type common struct {
	browser func() (context.Context, error)
	folder  func() (string, error)
	// turns lets two tests at a time have a desk: each runs the whole program.
	turns chan struct{}
}

// shared is set by TestMain, once.
var shared common

func TestMain(m *testing.M) {
	start, stop := chromium.New()
	dir, err := os.MkdirTemp("", "barline-desk-")
	if err != nil {
		panic(err) // without a folder for files there is nothing to test
	}
	shared = common{
		browser: sync.OnceValues(start),
		folder:  sync.OnceValues(func() (string, error) { return dir, writeDesk(dir) }),
		turns:   make(chan struct{}, 2),
	}
	code := m.Run()
	stop()
	os.RemoveAll(dir)
	os.Exit(code)
}
