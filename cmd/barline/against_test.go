package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/columns"
	"barline/data/storyfile"
	"barline/data/tree"
)

// What was published is a story file, a folder with its story, or one with a table of
// many events.
func TestAgainst(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, contents []byte) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const head = "barline: 1\nid: s\nheadline: S\nsources: [{name: C, title: R}]\npeople: [{id: ada, name: Ada Okafor, role: mayor}]\n"
	const old = head + "events:\n  - {id: a, title: A, date: 2025-04, duration: PT3H, quotes: [{id: q1, speaker: ada, words: We are ready., circumstance: to reporters}]}\n  - {id: b, title: B, date: 2025-05}\ncorrections: [{date: 2025-06-01, event: a, what: The town was another.}]\n"
	put("old.yaml", []byte(old))
	s, root, err := storyfile.Decode("old.yaml", []byte(old))
	if err != nil {
		t.Fatal(err)
	}
	put("site/story.json", tree.AppendJSON(nil, root))
	table, err := columns.Of(s)
	if err != nil {
		t.Fatal(err)
	}
	put("many/assets/events.0123456789ab.barline", table.Append(nil))
	put("empty/notes.txt", nil)

	changed := strings.NewReplacer("date: 2025-04,", "date: 2025-04-11,", "PT3H", "<PT3H", "We are ready", "We were ready", "  - {id: b, title: B, date: 2025-05}\n", "").Replace(old)
	newer := func(more string) string {
		return strings.Replace(changed, "another.}]", "another.}"+more+"]", 1)
	}
	for _, c := range []struct {
		name, story string
		exit        int
		want        []string
	}{
		{"as it was", old, 0, nil},
		// The correction that was published already is of something else.
		{"changed", changed, 1, []string{"events: the event \"B\", #b, is gone", "events[0].date: the date is 2025-04-11; published was 2025-04; change it back, or add to corrections: {date: …, event: a, what: the date was 2025-04} [date-changed]", "the length is <PT3H; published was PT3H", "published was “We are ready.”"}},
		{"one corrected", newer(", {date: 2025-06-02, event: a, what: Much.}"), 1, []string{"#b, is gone", "and has its correction"}},
		{"both corrected", newer(", {date: 2025-06-02, event: a, what: Much.}, {date: 2025-06-02, event: b, what: It never was.}"), 0, []string{"and has its correction", "is gone, and has its correction"}},
		{"the whole story", newer(", {date: 2025-06-02, what: All of it.}"), 0, []string{"the whole story has a correction"}},
		{"of nothing", strings.Replace(old, "another.}]", "another.}, {date: 2025-06-02, event: c, what: Much.}]", 1), 1, []string{"corrections[1].event: there is no event \"c\", and there was none"}},
		{"another id", strings.ReplaceAll(strings.Replace(old, "id: q1", "id: q2", 1), "title: A", "title: Another"), 0, nil},
	} {
		put("new.yaml", []byte(c.story))
		for _, against := range []string{"old.yaml", "site", "many"} {
			exit, stdout, stderr := call(dir, "check", "DIR/new.yaml", "--against", "DIR/"+against)
			if exit != c.exit {
				t.Errorf("%s against %s: %d, want %d\n%s%s", c.name, against, exit, c.exit, stdout, stderr)
			}
			for _, want := range c.want {
				if !strings.Contains(stdout+stderr, want) {
					t.Errorf("%s against %s does not say %q\n%s%s", c.name, against, want, stdout, stderr)
				}
			}
		}
	}
	if exit, _, stderr := call(dir, "check", "DIR/new.yaml", "--against", "DIR/empty"); exit != 1 || !strings.Contains(stderr, "neither story.json nor events") {
		t.Error(exit, stderr)
	}
}
