package command

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"barline/internal/version"
)

func none() error { return nil }

func TestCommandLines(t *testing.T) {
	for _, c := range []struct {
		args string
		want Options
	}{
		{"", Options{}},
		{"a.yaml", Options{Story: "a.yaml"}},
		{"-story a.yaml", Options{Story: "a.yaml"}},
		{"a.yaml --theme dark -size 320x480", Options{Story: "a.yaml", Theme: "dark", WidthPx: 320, HeightPx: 480}},
		{"-reduce-motion -- -odd.yaml", Options{Story: "-odd.yaml", Motion: "reduce"}},
		{"--map title=main --map date=3 --dates dmy --dates months t.csv", Options{Story: "t.csv", Import: Import{Map: []string{"title=main", "date=3"}, Dates: "dmy,months"}}},
		{"--open e1 --edition nb --view compare --again a.yaml", Options{Story: "a.yaml", Event: "e1", Edition: "nb", View: "compare", Again: true}},
	} {
		want := c.want
		for field, first := range map[*string]string{&want.Theme: "auto", &want.Contrast: "auto", &want.Motion: "auto", &want.View: "calendar"} {
			if *field == "" {
				*field = first
			}
		}
		got, err := parse(strings.Fields(c.args))
		if err != nil {
			t.Errorf("%s: %v", c.args, err)
			continue
		}
		if len(got.Import.Map) != len(want.Import.Map) || strings.Join(got.Import.Map, " ") != strings.Join(want.Import.Map, " ") {
			t.Errorf("%s: maps are %v", c.args, got.Import.Map)
		}
		got.Import.Map, want.Import.Map = nil, nil
		if !equal(got, want) {
			t.Errorf("%s: %+v, want %+v", c.args, got, want)
		}
	}
}

func equal(a, b Options) bool {
	a.Import.Map, b.Import.Map = nil, nil
	return a.Story == b.Story && a.Event == b.Event && a.Theme == b.Theme && a.Contrast == b.Contrast && a.Motion == b.Motion && a.View == b.View &&
		a.Edition == b.Edition && a.WidthPx == b.WidthPx && a.HeightPx == b.HeightPx && a.State == b.State && a.Again == b.Again && a.Import.Dates == b.Import.Dates
}

// What is wrong with a command line is said with the usage, and nothing is opened.
func TestWrongCommandLines(t *testing.T) {
	for args, want := range map[string]string{
		"a.yaml b.yaml":         "one story",
		"-story a.yaml b.yaml":  "one story",
		"--wrong":               "-wrong",
		"-theme blue":           "auto, light or dark",
		"-size 1100":            "1100x860",
		"-size 1100x860x3":      "1100x860",
		"-size 100x100":         "200 or more",
		"--map main a.yaml":     "FIELD=COLUMN",
		"a.yaml --century then": "century",
		"-view sideways":        "calendar or compare",
	} {
		var stdout, stderr bytes.Buffer
		if code := begin(strings.Fields(args), &stdout, &stderr, none); code != exitUsage || stdout.Len() > 0 {
			t.Errorf("%s: exit %d", args, code)
		}
		if said := stderr.String(); !strings.Contains(said, want) || !strings.Contains(said, "usage: barline-window") {
			t.Errorf("%s: %s", args, said)
		}
	}
}

func TestHelpNeedsNoDisplay(t *testing.T) {
	for _, args := range []string{"-h", "--help", "a.yaml -h"} {
		var stdout, stderr bytes.Buffer
		code := begin(strings.Fields(args), &stdout, &stderr, func() error { return errors.New("no display") })
		if code != exitDone || !strings.Contains(stdout.String(), "usage: barline-window") || stderr.Len() > 0 {
			t.Errorf("%s: exit %d: %s", args, code, stderr.String())
		}
	}
}

// Which version it is can be asked without a display, and wherever the option stands.
func TestTheVersionNeedsNoDisplay(t *testing.T) {
	for _, args := range []string{"-version", "--version", "a.yaml -version"} {
		var stdout, stderr bytes.Buffer
		code := begin(strings.Fields(args), &stdout, &stderr, func() error { return errors.New("no display") })
		if want := "barline-window " + version.Of().Details() + "\n"; code != exitDone || stdout.String() != want || stderr.Len() > 0 {
			t.Errorf("%s: exit %d: %q and %q, want %q", args, code, stdout.String(), stderr.String(), want)
		}
	}
}

// Every option is in the usage.
func TestTheUsageIsWhole(t *testing.T) {
	for _, name := range Names() {
		if !strings.Contains(usage, "-"+name) {
			t.Errorf("the usage does not say -%s", name)
		}
	}
}

func TestWithoutADisplay(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := begin(nil, &stdout, &stderr, func() error { return errors.New("there is no display: DISPLAY is not set") })
	if code != exitInput || stderr.String() != "barline-window: there is no display: DISPLAY is not set\n" {
		t.Errorf("exit %d: %s", code, stderr.String())
	}
}
