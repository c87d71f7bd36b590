package window_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/internal/xserver"
)

// export asks for a kind of file.
func (w *window) exports(kind string) {
	w.t.Helper()
	w.command('e')
	r := w.until("what can be exported is listed", func(r report) bool { return r.Sheet == "export" && r.Controls["export:"+kind] != nil })
	w.click(r.Controls["export:"+kind])
}

// names are what is in a folder, hidden files too.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// The system's dialogue asks where to write, and begins with a name that is free. A dialogue
// that is closed writes nothing; what nobody has been asked about is asked about.
func TestWhereToWriteIsAsked(t *testing.T) {
	p := &portal{}
	environment = []string{"DBUS_SESSION_BUS_ADDRESS=" + session(t, p)}
	defer func() { environment = nil }()
	dir, other := t.TempDir(), filepath.Join(t.TempDir(), "with blank")
	if err := os.Mkdir(other, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "treaties.yaml")
	save(t, path, fmt.Sprintf(story, "Treaties"))
	save(t, filepath.Join(dir, "treaties.csv"), "mine")
	w := openOn(t, xserver.Start(t, 900, 700), "-theme", "light", path)
	w.until("the story is shown", func(r report) bool { return r.Events == 4 })

	p.saves("")
	w.exports("csv")
	waitFor(t, "the dialogue is shown", func() bool { return p.proposal() == filepath.Join(dir, "treaties-2.csv") })
	r := w.until("it is closed", func(r report) bool { return r.Sheet == "" && r.Exporting == "" })
	if r.Notice != "" || names(t, dir) != "treaties.csv treaties.yaml" {
		t.Errorf("after a closed dialogue it says %q, and there are %s", r.Notice, names(t, dir))
	}

	// Where it was chosen, and with the ending that was left out.
	chosen := filepath.Join(other, "my table")
	p.saves(chosen)
	w.exports("csv")
	w.until("it is written", func(r report) bool { return strings.HasPrefix(r.Notice, "Written: "+chosen+".csv") })
	if names(t, other) != "my table.csv" {
		t.Errorf("there are %s", names(t, other))
	}

	// That file is there now, and the dialogue has asked about another name.
	save(t, chosen+".csv", "mine")
	w.exports("csv")
	r = w.until("it asks", func(r report) bool { return r.Dialog == "replace" && r.Choices["replace"] != nil })
	if !r.says("“my table.csv” is there already") || r.DialogFocused != "other" {
		t.Errorf("it asks %q, %q; the keyboard is at %s", r.DialogTitle, r.DialogTexts, r.DialogFocused)
	}
	w.look("replace")
	w.key(keyEscape)
	w.until("it asks no more", func(r report) bool { return r.Dialog == "" })
	if contents, err := os.ReadFile(chosen + ".csv"); err != nil || string(contents) != "mine" {
		t.Errorf("without an answer the file is %q, %v", contents, err)
	}
	w.exports("csv")
	r = w.until("it asks again", func(r report) bool { return r.Choices["replace"] != nil })
	w.click(r.Choices["replace"])
	waitFor(t, "the file is replaced", func() bool {
		contents, _ := os.ReadFile(chosen + ".csv")
		return strings.Contains(string(contents), "Congress of Vienna")
	})

	// The dialogue has asked about the very file: it is replaced.
	p.saves(filepath.Join(dir, "treaties.csv"))
	w.exports("csv")
	waitFor(t, "the file is replaced", func() bool {
		contents, _ := os.ReadFile(filepath.Join(dir, "treaties.csv"))
		return strings.Contains(string(contents), "Congress of Vienna")
	})

	// A folder with files of one's own is asked about before a site goes into it.
	p.saves(other)
	w.exports("site")
	r = w.until("it asks about the folder", func(r report) bool { return r.Choices["other"] != nil })
	p.saves(filepath.Join(dir, "site"))
	w.click(r.Choices["other"])
	w.until("the site is written", func(r report) bool { return strings.HasPrefix(r.Notice, "Written: "+filepath.Join(dir, "site")) })
	if names(t, other) != "my table.csv" {
		t.Errorf("there are %s", names(t, other))
	}
	if _, err := os.Stat(filepath.Join(dir, "site", "index.html")); err != nil {
		t.Error(err)
	}

	// A folder in the place of a file is said.
	p.saves(filepath.Join(dir, "site"))
	if err := os.Mkdir(filepath.Join(dir, "folder.svg"), 0o755); err != nil {
		t.Fatal(err)
	}
	p.saves(filepath.Join(dir, "folder.svg"))
	w.exports("svg")
	w.until("it says that there is a folder", func(r report) bool {
		return strings.HasPrefix(r.Notice, "Nothing was written") && strings.Contains(r.Notice, "there is a folder of this name")
	})
}
