package csvtree

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// rowsOf writes out what somebody who goes through rows is given.
func rowsOf(read func(yield func([]Cell, error) bool)) string {
	var b strings.Builder
	read(func(cells []Cell, err error) bool {
		for _, c := range cells {
			fmt.Fprintf(&b, "%d:%d %q, ", c.Line, c.Column, c.Text)
		}
		fmt.Fprintln(&b, err)
		return true
	})
	return b.String()
}

// Rows, their places and the errors about them are those of encoding/csv, whatever stands
// in the text, and however it is cut into pieces.
func TestRowsAreThoseOfCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "Øl", "2024-01", ",", ",", ",", ";", "\t", "\n", "\n", "\r\n", "\r", `"`, `""`, `"a,b"`, "\"two\nlines\"", "\"two\r\nlines\"", `"say ""yes"""`, `"a"b`, " ",
		}), 0, 40).Draw(t, "parts"), "")
		comma := rapid.SampledFrom([]byte(",;\t")).Draw(t, "comma")
		want := rowsOf(func(yield func([]Cell, error) bool) { slowRecords([]byte(text), comma, 1, yield) })
		piece := rapid.SampledFrom([]int{1, 7, pieceBytes}).Draw(t, "piece")
		got := rowsOf(func(yield func([]Cell, error) bool) { split([]byte(text), comma, piece, yield) })
		if got != want {
			t.Fatalf("%q is cut into\n%snot\n%s", text, got, want)
		}
	})
}

func BenchmarkRecords(b *testing.B) {
	plain := []byte(strings.Repeat("e0000001,Hearing in Doha,2024-01-01T00:00:09Z,2024-01-01T00:00:22Z,Calls,meeting,Doha\n", 10_000))
	quoted := []byte(strings.Repeat("e0000001,\"Hearing, in \"\"Doha\"\"\",2024-01-01T00:00:09Z,2024-01-01T00:00:22Z,Calls,meeting,\"Doha\"\n", 10_000))
	for name, text := range map[string][]byte{"plain": plain, "quoted": quoted} {
		for reader, read := range map[string]func(yield func([]Cell, error) bool){
			"split": func(yield func([]Cell, error) bool) { records(text, yield) },
			"csv":   func(yield func([]Cell, error) bool) { slowRecords(text, ',', 1, yield) },
		} {
			b.Run(name+"/"+reader, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					rows := 0
					read(func([]Cell, error) bool { rows++; return true })
					if rows != 10_000 {
						b.Fatal(rows)
					}
				}
			})
		}
	}
}
