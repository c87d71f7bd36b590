package dates_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/importer/dates"
)

// notation is a row of the tables in testdata/notations: what is written, and what
// comes of it.
type notation struct {
	lang, written, want string
	line                int
}

// allNotations reads the tables, one for each language. A row is what is written, a
// tab, and what is right: EDTF, with a note where there is one, "asks" and the option,
// or "error" and what is wrong.
func allNotations(t testing.TB) []notation {
	t.Helper()
	files, err := filepath.Glob("testdata/notations/*.tsv")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d tables of notations, want one for each of 12 languages: %v", len(files), err)
	}
	var all []notation
	for _, f := range files {
		contents, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lang := strings.TrimSuffix(filepath.Base(f), ".tsv")
		for i, row := range strings.Split(strings.TrimSuffix(string(contents), "\n"), "\n") {
			written, want, ok := strings.Cut(row, "\t")
			if !ok {
				t.Fatalf("%s:%d: a row without a tab", f, i+1)
			}
			all = append(all, notation{lang, written, want, i + 1})
		}
	}
	return all
}

// outcome says in one line what came of reading.
func outcome(r dates.Read, err error) string {
	var ask *dates.AskError
	var e *dates.Error
	switch {
	case errors.As(err, &ask):
		return "asks " + ask.Question.Option
	case errors.As(err, &e):
		return "error: " + e.What
	case err != nil:
		return err.Error()
	case r.Note != "":
		return r.EDTF + " with the words as a note"
	}
	return r.EDTF
}

func TestNotations(t *testing.T) {
	for _, n := range allNotations(t) {
		r, err := dates.Parse(n.written, dates.Options{Lang: n.lang})
		if got := outcome(r, err); got != n.want {
			t.Errorf("%s.tsv:%d: %q was read as\n%s, want\n%s", n.lang, n.line, n.written, got, n.want)
		}
		if r.Note != "" && r.Note != n.written {
			t.Errorf("%s.tsv:%d: the note is %q, want the words %q", n.lang, n.line, r.Note, n.written)
		}
	}
}

// What is written is read without being told its language, too, except for years of
// the Solar Hijri calendar.
func TestNotationsOfAnUnknownLanguage(t *testing.T) {
	for _, n := range allNotations(t) {
		if n.lang == "fa" || n.lang == "fa-AF" || n.lang == "ps" {
			continue
		}
		r, err := dates.Parse(n.written, dates.Options{})
		if got := outcome(r, err); got != n.want && !strings.HasPrefix(n.want, "error") {
			t.Errorf("%s.tsv:%d: %q was read as %s, want %s", n.lang, n.line, n.written, got, n.want)
		}
	}
}
