package shell_test

import (
	"testing"

	"barline/importer/shell"
)

func TestQuoted(t *testing.T) {
	for value, want := range map[string]string{
		"title=Event": "title=Event", "title=نېټه": "title=نېټه", "3": "3", "": "''",
		"date=Date of it": "'date=Date of it'", "d'or": `'d'\''or'`, "a;b": "'a;b'", "#": "'#'", "when?": "'when?'", "$HOME": "'$HOME'",
	} {
		if got := shell.Quoted(value); got != want {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
}
