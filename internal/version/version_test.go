package version

import (
	"runtime/debug"
	"testing"
	"time"
)

const commit = "0123456789abcdef0123456789abcdef01234567"

func at(text string) time.Time {
	t, _ := time.Parse(time.RFC3339, text)
	return t
}

func TestString(t *testing.T) {
	when := at("2026-11-29T13:04:57Z")
	for _, c := range []struct {
		build            Build
		line, andDetails string
	}{
		{Build{}, "unknown", "unknown"},
		{Build{Changed: true}, "unknown", "unknown"},
		{Build{Commit: commit}, "0123456789ab", "0123456789ab"},
		{Build{Commit: commit, Time: when}, "0123456789ab of 2026-11-29", "0123456789ab of 2026-11-29"},
		{Build{Commit: commit, Time: when, Changed: true}, "0123456789ab of 2026-11-29, changed", "0123456789ab of 2026-11-29, changed"},
		{Build{Version: "1.2.0"}, "1.2.0", "1.2.0"},
		{Build{Version: "1.2.0", Commit: commit, Time: when}, "1.2.0", "1.2.0 (commit 0123456789ab of 2026-11-29)"},
		{Build{Version: "1.2.0-rc.1", Commit: commit, Time: when, Changed: true}, "1.2.0-rc.1, changed", "1.2.0-rc.1, changed (commit 0123456789ab of 2026-11-29)"},
	} {
		if got := c.build.String(); got != c.line {
			t.Errorf("%+v is %q, not %q", c.build, got, c.line)
		}
		if got := c.build.Details(); got != c.andDetails {
			t.Errorf("%+v in detail is %q, not %q", c.build, got, c.andDetails)
		}
	}
}

// What the linker is told comes back.
func TestNote(t *testing.T) {
	for _, want := range []Build{
		{Commit: commit, Time: at("2026-11-29T13:04:57Z")},
		{Version: "1.2.0", Commit: commit, Time: at("2026-11-29T13:04:57Z")},
		{Version: "1.2.0-rc.1", Commit: commit, Time: at("2026-11-29T13:04:57Z"), Changed: true},
	} {
		if got := parse(want.Note()); got != want {
			t.Errorf("%q is read as %+v, not %+v", want.Note(), got, want)
		}
	}
	for _, broken := range []string{"v1.2.0", "-", "- x", "v1.2.0 " + commit + " yesterday", "a b c d e f"} {
		_ = parse(broken).Details() // says what it can
	}
}

func TestFromInfo(t *testing.T) {
	vcs := func(changed string) []debug.BuildSetting {
		return []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: commit}, {Key: "vcs.time", Value: "2026-11-29T13:04:57Z"}, {Key: "vcs.modified", Value: changed}}
	}
	when := at("2026-11-29T13:04:57Z")
	for _, c := range []struct {
		main     string
		settings []debug.BuildSetting
		want     Build
	}{
		{"(devel)", nil, Build{}},
		{"", nil, Build{}},
		{"v1.2.0", nil, Build{Version: "1.2.0"}},
		{"v1.2.0", vcs("false"), Build{Version: "1.2.0", Commit: commit, Time: when}},
		{"v1.2.0+dirty", vcs("true"), Build{Version: "1.2.0", Commit: commit, Time: when, Changed: true}},
		{"v0.0.0-20261129130457-0123456789ab", vcs("false"), Build{Commit: commit, Time: when}},
		{"v1.2.1-0.20261129130457-0123456789ab+dirty", vcs("true"), Build{Commit: commit, Time: when, Changed: true}},
		{"v1.2.0-rc.1", vcs("false"), Build{Version: "1.2.0-rc.1", Commit: commit, Time: when}},
	} {
		if got := fromInfo(&debug.BuildInfo{Main: debug.Module{Version: c.main}, Settings: c.settings}); got != c.want {
			t.Errorf("%s is %+v, not %+v", c.main, got, c.want)
		}
	}
}
