//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain is the program itself where a test starts it as one.
func TestMain(m *testing.M) {
	if os.Getenv("BARLINE_TEST_MAIN") != "" {
		main()
	}
	os.Exit(m.Run())
}

// tedious makes a folder with files that every verb takes long for.
func tedious(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var table, story strings.Builder
	table.WriteString("title,start,end,place,people,summary\n")
	for i := range 150_000 {
		fmt.Fprintf(&table, "Event %d,%d-%02d-%02d,,Place %d,Person %d,Something happened that is told in a sentence\n", i, 1000+i%1000, 1+i%12, 1+i%28, i%997, i%5003)
	}
	story.WriteString("barline: 1\nid: long\nheadline: Long\nevents:\n")
	for i := range 12_000 {
		fmt.Fprintf(&story, "  - {title: Event %d, date: %d-%02d, lane: Lane %d, summary: [%s]}\n", i, 1000+i%1000, 1+i%12, i%40, strings.Repeat("Something happened that is told in a sentence. ", 8))
	}
	for name, text := range map[string]string{"table.csv": table.String(), "story.yaml": story.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Told to stop by a signal, in whatever it is doing, every verb ends without finishing its
// work and leaves nothing behind.
func TestSignals(t *testing.T) {
	needEngine(t)
	dir := tedious(t)
	for _, c := range []struct {
		args   string
		signal os.Signal
		after  time.Duration
	}{
		{"build table.csv -o dist", os.Interrupt, 300 * time.Millisecond},
		{"build table.csv -o deep/dist", syscall.SIGTERM, 3 * time.Second},
		{"build story.yaml -o dist", syscall.SIGTERM, 2 * time.Second},
		{"check story.yaml", os.Interrupt, 150 * time.Millisecond},
		{"picture table.csv -o picture.png", syscall.SIGTERM, time.Second},
		{"export story.yaml -o new.csv", os.Interrupt, 150 * time.Millisecond},
		{"import story.yaml -o new.json", os.Interrupt, 150 * time.Millisecond},
		{"serve table.csv --addr 127.0.0.1:0", os.Interrupt, 300 * time.Millisecond},
	} {
		// How far it is after a time depends on the machine: where it was done already, it
		// is stopped sooner.
		for ; !stopped(t, dir, c.args, c.signal, c.after); c.after /= 2 {
			if c.after < time.Millisecond {
				t.Errorf("%s: it cannot be stopped", c.args)
				break
			}
		}
	}
}

// stopped runs a verb in a folder of tedious, and stops it after a time. It returns false
// if the verb was done by then; what it wrote is removed.
func stopped(t *testing.T, dir, args string, signal os.Signal, after time.Duration) bool {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := exec.Command(program, strings.Fields(args)...)
	p.Dir = dir
	p.Env = append(os.Environ(), "BARLINE_TEST_MAIN=1")
	var said bytes.Buffer
	p.Stderr = &said
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- p.Wait() }()
	given := []string{"story.yaml", "table.csv"}
	removeOthers := func() {
		for _, name := range names(t, dir) {
			if !slices.Contains(given, name) {
				if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Fatalf("%s: %v, %s", args, err, &said)
		}
		removeOthers()
		return false
	case <-time.After(after):
	}
	if err := p.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err == nil {
			removeOthers() // it was done before the signal came
			return false
		}
	case <-time.After(30 * time.Second):
		p.Process.Kill()
		t.Fatalf("%s: it does not end", args)
	}
	if code := p.ProcessState.ExitCode(); code != exitInput || !strings.HasPrefix(said.String(), "interrupted; ") {
		t.Errorf("%s: exit code %d, says %q", args, code, said.String())
	}
	if got := names(t, dir); !slices.Equal(got, given) {
		t.Errorf("%s: left behind: %v", args, got)
	}
	return true
}
