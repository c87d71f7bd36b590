package main

import (
	"bytes"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"barline/internal/golden"
)

// manFolder is where the manual pages are, from testdata: they are committed, so that
// the tool need not carry what writes them.
const manFolder = "../../../docs/man/"

// The manual pages say what the commands' help says.
func TestManualPages(t *testing.T) {
	pages := map[string]string{}
	collectPages(t, rootCommand(strings.NewReader("")), pages)
	if len(pages) < 5 {
		t.Fatalf("%d pages", len(pages))
	}
	for name, text := range pages {
		golden.Text(t, manFolder+name, text)
	}
	there, err := os.ReadDir(path.Join("testdata", manFolder))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range there {
		if pages[f.Name()] == "" {
			t.Errorf("docs/man/%s is of no command: remove it", f.Name())
		}
	}
}

// collectPages makes a command's page and those of its subcommands, by their file names.
func collectPages(t *testing.T, c *cobra.Command, pages map[string]string) {
	t.Helper()
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			collectPages(t, sub, pages)
		}
	}
	c.InitDefaultHelpFlag()
	c.DisableAutoGenTag = true // no date of today
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	var page bytes.Buffer
	var never time.Time
	header := &doc.GenManHeader{Title: strings.ToUpper(name), Section: "1", Source: "Barline", Manual: "Barline", Date: &never}
	if err := doc.GenMan(c, header, &page); err != nil {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(strings.Split(page.String(), "\n"), func(l string) bool { return l == ".nh" })
	pages[name+".1"] = strings.ReplaceAll(strings.Join(lines, "\n"), never.Format("Jan 2006"), "")
}
