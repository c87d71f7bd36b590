package columns_test

import (
	"encoding/binary"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/columns"
)

// read reads a file at once; the table is what has been good.
func read(file []byte) (*columns.Table, error) {
	d := columns.NewDecoder()
	err := d.Write(file)
	if err == nil {
		err = d.Close()
	}
	return d.Table(), err
}

// few is three events with something in every column.
func few(t failer) []byte {
	t.Helper()
	return of(t, many(3, `,"duration":"PT2H","place":"oslo","people":["ada","per"],"summary":"So it was."`)).Append(nil)
}

func TestDamage(t *testing.T) {
	put16 := func(column string, row int, v uint16) func(anatomy) {
		return func(a anatomy) { binary.LittleEndian.PutUint16(a.file[a.value(column, row):], v) }
	}
	put32 := func(column string, row int, v uint32) func(anatomy) {
		return func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.value(column, row):], v) }
	}
	put64 := func(column string, row int, v int64) func(anatomy) {
		return func(a anatomy) { binary.LittleEndian.PutUint64(a.file[a.value(column, row):], uint64(v)) }
	}
	put := func(column string, row int, text string) func(anatomy) {
		return func(a anatomy) { copy(a.file[a.value(column, row):], text) }
	}
	inHead := func(old, new string) func(anatomy) {
		return func(a anatomy) {
			copy(a.file[a.head:], strings.Replace(string(a.file[a.head:a.blocks[0]]), old, new, 1))
		}
	}
	const second = 946684800 + 60 // the start of the second event
	for _, c := range []struct {
		want   string
		damage func(anatomy)
	}{
		{"this is no table of events", func(a anatomy) { copy(a.file, "<!doctype html>") }},
		{"version 1 of the table is not known here", func(a anatomy) { a.file[8] = 1 }},
		{"a head of 67108865 bytes", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[10:], 64<<20+1) }},
		{"a head of 3 bytes", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[10:], 3) }},
		{"a head whose parts do not fit", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.head:], 1<<31) }},
		{"a head whose parts do not fit", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.json()+20:], 1<<32-1) }},
		{"a head whose parts do not fit", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.json()+20:], 2) }},
		{"a head that is no JSON", inHead(`"many"`, `"many,`)},
		{"a head that is no story", inHead(`"headline"`, `"headlime"`)},
		{"two lanes of one name", inHead("Lane 1", "Lane 0")},
		{"the name of a lane with the control character U+0001", inHead("Lane 1", "Lane\x011")},
		{"a table without events", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.json():], 0) }},
		{"a table whose time ends before it begins", func(a anatomy) { binary.LittleEndian.PutUint64(a.file[a.json()+12:], 0) }},
		{"a block that is too short", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.blocks[0]-4:], 23) }},
		{"a block whose columns do not fit", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.blocks[0]:], 1<<32-1) }},
		{"a block whose columns do not fit", put32("titleAt", 3, 1<<32-1)},
		{"a block whose columns do not fit", put32("restAt", 3, 1)},
		{"more events than the 2 of the head", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.json():], 2) }},
		{"a block of 3 events, where 4 are due", func(a anatomy) { binary.LittleEndian.PutUint32(a.file[a.json():], 4) }},
		{"lists or texts that do not begin at their beginning", put32("idAt", 0, 1)},
		{"event 1 has a list or a text that ends before it begins", put32("titleAt", 1, 1000)},
		{"text that is not UTF-8", put("title", 1, "\xff")},
		{"text that is not UTF-8, or has control characters", put("title", 1, "\x7f")},
		{"text that is not UTF-8, or has control characters", put("rest", 0, "{\n")},
		{"event 2 has text that begins inside a character", func(a anatomy) { copy(a.file[a.value("title", 2)-1:], "é") }},
		{"event 0 has a rest that is no JSON object", put("rest", 0, "[")},
		{"event 1 lacks what its columns leave out", put("date", 1, "\x00")},
		{"event 1 lacks what its columns leave out", put32("length", 1, 1<<32-1)},
		{"event 1 has a date of an unknown kind", put("date", 1, "\x0f")},
		{"event 2 is in a lane that there is not", put16("lane", 2, 3)},
		{"event 0 is at a place that there is not", put16("place", 0, 1)},
		{"event 1 has a source that there is not", put16("source", 1, 1)},
		{"event 0 has a person that there is not", put16("person", 0, 2)},
		{"event 0 has a person twice", put16("person", 0, 1)},
		{"event 0 has unknown flags", put("flags", 0, "\x13")},
		{"event 2 is of a kind that there is not", put("kind", 2, "\x03")},
		{"event 0 has a length, though none is said", put("flags", 0, "\x00")},
		{"event 0 has a length and has none", put("flags", 0, "\x11")},
		{"event 1 has a length and has none", put("flags", 1, "\x01")},
		{"event 1 ends before it starts", put64("end", 1, second)},
		{"event 2 starts before the one before it", put64("start", 2, second-1)},
		{"event 1 has a date that is not its span", put("date", 1, "\x03")},
		{"event 2 lies outside the bounds of all events", put64("end", 2, 1<<33)},
		{"event 2 has a date that is not its span", put64("end", 2, 1<<62)},
		{"event 1 has an id that is not of a-z, 0-9 and -", put("id", 1, "E")},
		{"event 0 has an id that is not of a-z, 0-9 and -", func(a anatomy) {
			put32("idAt", 1, 0)(a)
			put32("idAt", 2, 0)(a)
		}},
		{"event 2 has the id of another", put("id", 2, "e0000001")},
		{"event 1 has no title", func(a anatomy) { put32("titleAt", 2, 7)(a) }},
		{`event 1 has a title with the tag "<b>"`, put("title", 1, "<b>")},
		{"event 1 has a title with space around a text", put("title", 1, " ")},
		{"event 1 has a title with a line break inside a text", put("title", 1, "E\u2028")},
	} {
		a := dissect(few(t))
		c.damage(a)
		_, err := read(seal(a.file))
		fault, ok := errors.AsType[*columns.Error](err)
		if !ok || !strings.HasPrefix(fault.What, c.want) || fault.Fix == "" {
			t.Errorf("%v, not %s", err, c.want)
		}
	}
	if _, err := read(append(few(t), 0)); err == nil || !strings.Contains(err.Error(), "bytes after the last event") {
		t.Error(err)
	}
}

// Whatever byte is another one, the file is refused.
func TestAnyByte(t *testing.T) {
	file := few(t)
	for i := range file {
		bad := slices.Clone(file)
		bad[i] ^= 0x10
		if _, err := read(bad); err == nil {
			t.Errorf("byte %d is damaged, and nothing is said", i)
		}
	}
}

func TestTruncated(t *testing.T) {
	file := few(t)
	for n := range file {
		table, err := read(file[:n])
		if err == nil || !strings.Contains(err.Error(), "the file ends too early") {
			t.Fatalf("after %d bytes: %v", n, err)
		}
		if (table != nil) != (n >= dissect(file).blocks[0]-4) || table != nil && table.Len() > 0 {
			t.Fatalf("after %d bytes the table is %v", n, table)
		}
	}
}

// After an error the blocks that were good are there, and nothing of the bad one.
func TestGoodBlocksStay(t *testing.T) {
	s := many(columns.Rows+2, "")
	a := dissect(of(t, s).Append(nil))
	id := a.blocks[1] + 4 + 2*29 + 4*3*4 // of the first row, after the offsets
	copy(a.file[id+len("e0008192"):], "e0000003")
	table, err := read(seal(a.file))
	if err == nil || !strings.Contains(err.Error(), "event 8193 has the id of another") {
		t.Fatal(err)
	}
	if table.Len() != columns.Rows || table.Index("e0000003") != 3 || table.Index("e0008192") != -1 || table.Index("e0008191") != 8191 {
		t.Errorf("%d events, at %d, %d, %d", table.Len(), table.Index("e0000003"), table.Index("e0008192"), table.Index("e0008191"))
	}
}

// A rest that the story format refuses leaves what the columns say.
func TestDamagedRest(t *testing.T) {
	s := many(1, `,"duration":"PT2H","place":"oslo","people":["ada","per"],"summary":"So it was."`)
	a := dissect(of(t, s).Append(nil))
	copy(a.file[a.value("rest", 0):], `{"summary":[[]`)
	table, err := read(seal(a.file))
	if err != nil {
		t.Fatal(err)
	}
	want := s.Event(0)
	want.Summary = nil
	if diff := cmp.Diff(want, table.Event(0)); diff != "" {
		t.Error(diff)
	}
	table.Match(0, "so it was")

	// The date stood in the rest, and the length.
	s = many(1, `,"duration":"P90000D","short":"Short"`)
	a = dissect(of(t, s).Append(nil))
	a.file[a.value("date", 0)] = 0
	copy(a.file[a.value("rest", 0):], `{"short":[]`)
	if table, err = read(seal(a.file)); err != nil {
		t.Fatal(err)
	}
	e := table.Event(0)
	if from, _ := table.Span(0); e.Date.String() != "2000-01-01T00:00:00Z/2246-05-30T23:59:59Z" || e.Date.Start().String() == "" || from != 946684800 {
		t.Errorf("%s", e.Date)
	}
	if length := table.Length(0); length.Qualifier != data.Unknown {
		t.Errorf("it took %v", length)
	}
}

// In whatever pieces a file comes, the table is the same, and answers all along.
func TestPieces(t *testing.T) {
	s := many(2*columns.Rows+100, `,"summary":"So it was."`)
	file := of(t, s).Append(nil)
	rapid.Check(t, func(t *rapid.T) {
		d := columns.NewDecoder()
		largest := rapid.SampledFrom([]int{7, 1000, 100_000, len(file)}).Draw(t, "largest")
		for rest := file; len(rest) > 0; {
			n := min(len(rest), rapid.IntRange(1, largest).Draw(t, "piece"))
			if len(file)-len(rest) > 100_000 {
				n = min(len(rest), 100_000)
			}
			if err := d.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
			if table := d.Table(); table != nil && table.Len() > 0 {
				last := table.Len() - 1
				if table.Index(table.ID(last)) != last || last+1 != table.Total() && (last+1)%columns.Rows != 0 {
					t.Fatalf("of %d events the last is at %d", table.Len(), table.Index(table.ID(last)))
				}
			}
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if string(d.Table().Append(nil)) != string(file) {
			t.Fatal("it is another table")
		}
	})
}

// A file that promises much and holds little takes little room.
func TestPromisesTakeNoRoom(t *testing.T) {
	a := dissect(few(t))
	binary.LittleEndian.PutUint32(a.file[a.json():], 1<<32-1)
	binary.LittleEndian.PutUint32(a.file[a.blocks[0]-4:], 1<<32-1)
	file := seal(a.file[:a.blocks[0]])
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := read(file); err == nil || !strings.Contains(err.Error(), "ends too early") {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 1<<20 {
		t.Errorf("%d bytes", got)
	}
}
