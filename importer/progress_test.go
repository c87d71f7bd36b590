package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/importer"
)

// A long import says how far it has come, in steps that never go back.
func TestProgress(t *testing.T) {
	var table strings.Builder
	table.WriteString("title,date,place\n")
	const rows = 4000
	for i := range rows {
		fmt.Fprintf(&table, "Event %d,%d-03-%02d,Oslo\n", i, 1000+i%900, 1+i%28)
	}
	last, of, times := -1, 0, 0
	o := importer.Options{Name: "a.csv", Progress: func(done, total int) {
		if done <= last || done >= total || of != 0 && total != of {
			t.Errorf("after %d of %d it has done %d of %d", last, of, done, total)
		}
		last, of, times = done, total, times+1
	}}
	if _, err := importer.Import([]byte(table.String()), o); err != nil {
		t.Fatal(err)
	}
	if times < 10 || last < of/2 {
		t.Errorf("it says so %d times, and last %d of %d", times, last, of)
	}
}
