package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/internal/version"
)

const someCommit = "0123456789abcdef0123456789abcdef01234567"

func TestNames(t *testing.T) {
	when := time.Date(2026, 11, 29, 13, 4, 57, 0, time.UTC)
	for _, c := range []struct {
		tag, before  string
		changed      bool
		file, debian string
		numbers      [4]uint16
	}{
		{"", "", false, "20261129-0123456789ab", "0~git20261129.0123456789ab", [4]uint16{}},
		{"", "", true, "20261129-0123456789ab-changed", "0~git20261129.0123456789ab+changed", [4]uint16{}},
		{"", "1.2.0", false, "20261129-0123456789ab", "1.2.0+git20261129.0123456789ab", [4]uint16{}},
		{"1.2.0", "1.2.0", false, "1.2.0", "1.2.0", [4]uint16{1, 2}},
		{"1.2.3-rc.1", "1.2.3-rc.1", false, "1.2.3-rc.1", "1.2.3~rc.1", [4]uint16{1, 2, 3}},
		{"1.2.3", "1.2.3", true, "1.2.3-changed", "1.2.3+changed", [4]uint16{1, 2, 3}},
	} {
		r := release{build: version.Build{Version: c.tag, Commit: someCommit, Time: when, Changed: c.changed}, before: c.before}
		if r.fileName() != c.file || r.debian() != c.debian || r.numbers() != c.numbers {
			t.Errorf("%q after %q: %s, %s, %v; want %s, %s, %v", c.tag, c.before, r.fileName(), r.debian(), r.numbers(), c.file, c.debian, c.numbers)
		}
	}
}

// Debian's own comparison puts commits between the tags around them.
func TestDebianOrder(t *testing.T) {
	order := []string{
		release{build: version.Build{Commit: someCommit}}.debian(),
		release{build: version.Build{Version: "1.2.0-rc.1"}}.debian(),
		release{build: version.Build{Version: "1.2.0"}}.debian(),
		release{build: version.Build{Commit: someCommit}, before: "1.2.0"}.debian(),
		release{build: version.Build{Version: "1.2.1"}}.debian(),
	}
	for i := range order[1:] {
		if err := exec.Command("dpkg", "--compare-versions", order[i], "lt", order[i+1]).Run(); err != nil {
			t.Errorf("%s does not come before %s: %v", order[i], order[i+1], err)
		}
	}
}

// What git says of a commit: its time, a tag on it or before it, and what is not in it.
func TestDescribe(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "")
	dir := t.TempDir()
	in := func(args ...string) {
		t.Helper()
		c := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false"}, args...)...)
		c.Env = append(os.Environ(), "GIT_AUTHOR_DATE=2026-11-29T13:04:57Z", "GIT_COMMITTER_DATE=2026-11-29T15:04:57+02:00", "GIT_CONFIG_GLOBAL=/dev/null")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	if _, err := describe(dir); err == nil || !strings.Contains(err.Error(), "a release is made of a commit") {
		t.Errorf("outside git: %v", err)
	}
	in("init", "-q")
	in("commit", "-q", "--allow-empty", "-m", "One")
	says := func(tag, before string, changed bool) {
		t.Helper()
		r, err := describe(dir)
		if err != nil {
			t.Fatal(err)
		}
		if r.build.Version != tag || r.before != before || r.build.Changed != changed || r.when.Format(time.RFC3339) != "2026-11-29T13:04:57Z" || len(r.build.Commit) != 40 {
			t.Errorf("%+v; want tag %q, before %q, changed %v", r, tag, before, changed)
		}
	}
	says("", "", false)
	in("tag", "not-a-version")
	says("", "", false)
	in("tag", "v0.9.0")
	says("0.9.0", "0.9.0", false)
	in("commit", "-q", "--allow-empty", "-m", "Two")
	says("", "0.9.0", false)
	if err := os.WriteFile(filepath.Join(dir, "new"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	says("", "0.9.0", true)
	t.Setenv("SOURCE_DATE_EPOCH", "1000000000")
	if r, err := describe(dir); err != nil || r.when.Year() != 2001 || r.build.Time.Year() != 2026 {
		t.Errorf("%+v, %v", r, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if _, err := describe(dir); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Errorf("%v", err)
	}
}
