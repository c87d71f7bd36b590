// Package version says which Barline a program is, for the tool and for the window.
//
// A release notes its version when it is linked:
//
//	go build -ldflags "-X 'barline/internal/version.noted=v1.2.0 0123456789abcdef0123456789abcdef01234567 2026-11-29T13:04:57Z'"
//
// which is a tag (or "-"), a commit and the commit's time, and " changed" after them if
// files were built that are not in that commit. Any other build asks what the go command
// has noted by itself.
package version

import (
	"regexp"
	"runtime/debug"
	"strings"
	"time"
)

// noted is what the linker was told; see above. It is a variable since the linker can
// set nothing else.
var noted string

// Build is what is known of a program. The zero Build knows nothing.
type Build struct {
	Version string    // of the tag that names the commit, as "1.2.0"; empty without one
	Commit  string    // 40 hexadecimal digits
	Time    time.Time // of the commit, in UTC
	Changed bool      // files were built that are not in the commit
}

// Of is the running program's.
func Of() Build {
	if noted != "" {
		return parse(noted)
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return Build{}
	}
	return fromInfo(info)
}

// String is the version in a line: "1.2.0"; without a tag, the commit and its day,
// "0123456789ab of 2026-11-29"; after either ", changed" where it is; "unknown" where
// nobody noted anything.
func (b Build) String() string {
	name := b.Version
	if name == "" {
		name = b.commit()
	}
	switch {
	case name == "":
		return "unknown"
	case b.Changed:
		return name + ", changed"
	}
	return name
}

// Details is String, and the commit where String names only a tag.
func (b Build) Details() string {
	if b.Version == "" || b.Commit == "" {
		return b.String()
	}
	return b.String() + " (commit " + b.commit() + ")"
}

// commit is the commit in short, with its day: "0123456789ab of 2026-11-29".
func (b Build) commit() string {
	if b.Commit == "" {
		return ""
	}
	short := b.Commit[:min(12, len(b.Commit))]
	if b.Time.IsZero() {
		return short
	}
	return short + " of " + b.Time.UTC().Format(time.DateOnly)
}

// Note is what the linker is to be told of a Build.
func (b Build) Note() string {
	tag := "-"
	if b.Version != "" {
		tag = "v" + b.Version
	}
	note := strings.Join([]string{tag, b.Commit, b.Time.UTC().Format(time.RFC3339)}, " ")
	if b.Changed {
		note += " changed"
	}
	return note
}

// parse reads what Note wrote. Of a note that is broken it takes what it understands.
func parse(note string) Build {
	fields := append(strings.Fields(note), "", "", "", "")
	var b Build
	if fields[0] != "-" {
		b.Version = strings.TrimPrefix(fields[0], "v")
	}
	b.Commit = fields[1]
	b.Time, _ = time.Parse(time.RFC3339, fields[2])
	b.Changed = fields[3] == "changed"
	return b
}

// fromInfo is what the go command noted: of a module that was fetched its version, of a
// working copy its commit, and the tag if the commit has one.
func fromInfo(info *debug.BuildInfo) Build {
	var b Build
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.Time, _ = time.Parse(time.RFC3339, s.Value)
		case "vcs.modified":
			b.Changed = s.Value == "true"
		}
	}
	v, changed := strings.CutSuffix(info.Main.Version, "+dirty")
	b.Changed = b.Changed || changed
	if v != "(devel)" && !isPseudo(v) {
		b.Version = strings.TrimPrefix(v, "v")
	}
	return b
}

// isPseudo reports whether a module's version was made up by the go command for a commit
// without a tag, as v0.0.0-20261129130457-edd3494cf8df is.
func isPseudo(v string) bool {
	return regexp.MustCompile(`^v.*[-.]\d{14}-[0-9a-f]{12}$`).MatchString(v)
}
