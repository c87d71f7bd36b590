package columns_test

import (
	"errors"
	"testing"

	"barline/data/columns"
)

func FuzzDecoder(f *testing.F) {
	whole := few(f)
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add(of(f, many(3, `,"date":{"value":"2000~","basis":"outside"},"quotes":[{"id":"q","speaker":"ada","words":"Yes \"and\" no"}]`)).Append(nil))
	f.Fuzz(func(t *testing.T, file []byte) {
		table, err := read(seal(file))
		if err != nil {
			if fault, ok := errors.AsType[*columns.Error](err); !ok || fault.What == "" || fault.Fix == "" || fault.Offset < 0 || fault.Offset > int64(len(file)) {
				t.Fatalf("%T %v", err, err)
			}
		}
		if table == nil {
			return
		}
		for i := range table.Len() {
			e := table.Event(i)
			from, to := table.Span(i)
			if e.ID != table.ID(i) || e.Title != table.Title(i) || from >= to || table.Index(e.ID) != i || e.Date.IsZero() {
				t.Fatalf("%+v", e)
			}
			if _, ok := e.Talks(); ok != table.HasLength(i) {
				t.Fatalf("%+v", e)
			}
			table.Length(i)
			table.HasPerson(i, 0)
			table.Match(i, "a")
		}
		if err == nil {
			if again, err := read(table.Append(nil)); err != nil || again.Len() != table.Len() {
				t.Fatal(err)
			}
		}
	})
}
