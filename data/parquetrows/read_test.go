package parquetrows_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/parquetrows"
	"barline/data/tree"
)

// meeting is a row as analysts keep it.
type meeting struct {
	ID       string   `parquet:"id"`
	Title    string   `parquet:"title,dict"`
	Start    int64    `parquet:"start,timestamp(millisecond)"`
	End      *int64   `parquet:"end,optional,timestamp(microsecond)"`
	Duration *int64   `parquet:"duration,optional"`
	Lane     string   `parquet:"lane,dict"`
	People   []string `parquet:"people,list"`
	Quote    *string  `parquet:"quote,optional"`
	Speaker  *string  `parquet:"speaker,optional"`
}

func file[T any](t testing.TB, rows []T, options ...parquet.WriterOption) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := parquet.Write(&out, rows, options...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func ptr[T any](v T) *T { return &v }

func moment(s string) time.Time {
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return at
}

func meetings() []meeting {
	a, b := moment("2025-03-14T15:09:26Z"), moment("1969-12-31T23:00:00Z")
	return []meeting{
		{ID: "a", Title: "Talks; long", Start: a.UnixMilli() + 999, End: ptr(a.Add(time.Hour).UnixMicro()), Lane: "One", People: []string{"Ada Berg", "Bo Dahl"},
			Quote: ptr("We have met."), Speaker: ptr("Ada Berg")},
		{ID: "b", Title: "=Call", Start: b.UnixMilli() - 1, Duration: ptr(int64(5400)), Lane: "Two"},
	}
}

// A file says what the same table says as CSV.
func TestAsCSV(t *testing.T) {
	table, err := parquetrows.Read("meetings.parquet", file(t, meetings()))
	if err != nil {
		t.Fatal(err)
	}
	csv := "id,title,start,end,duration,lane,people,quote,speaker\n" +
		"a,Talks; long,2025-03-14T15:09:26Z,2025-03-14T16:09:26Z,,One,Ada Berg; Bo Dahl,We have met.,Ada Berg\n" +
		"b,=Call,1969-12-31T22:59:59Z,,PT5400S,Two,,,\n"
	want, err := csvtree.ReadCSV("meetings.csv", []byte(csv))
	if err != nil {
		t.Fatal(err)
	}
	plain := func(t *csvtree.Table) string { return string(tree.AppendJSON(nil, t.Tree())) }
	if diff := cmp.Diff(plain(want), plain(table)); diff != "" {
		t.Errorf("as CSV and as Parquet it differs (-CSV +Parquet):\n%s", diff)
	}
	story, err := data.DecodeTree(table.Tree())
	if err != nil || story.Len() != 2 {
		t.Errorf("it is no story: %v", err)
	}
}

func TestDatesAndNumbers(t *testing.T) {
	type row struct {
		ID       string  `parquet:"id"`
		Title    string  `parquet:"title"`
		Start    int32   `parquet:"start,date"`
		Duration float64 `parquet:"duration"`
		Place    int32   `parquet:"place"`
	}
	table, err := parquetrows.Read("d.parquet", file(t, []row{{"a", "A", -1, 90.4, 7}}))
	if err != nil {
		t.Fatal(err)
	}
	for e := range table.Events() {
		if date, length := e.Get("date").Text, e.Get("duration").Text; date != "1969-12-31" || length != "PT90S" {
			t.Errorf("date %s, length %s", date, length)
		}
	}
}

// Moments keep their second and whether they have a zone, whatever their unit.
func TestMoments(t *testing.T) {
	type row struct {
		ID    string `parquet:"id,zstd"`
		Title string `parquet:"title,snappy"`
		Start int64  `parquet:"start,timestamp(nanosecond:local)"`
		End   int64  `parquet:"end,timestamp(nanosecond)"`
	}
	at := moment("2025-03-14T15:09:26Z").UnixNano()
	table, err := parquetrows.Read("m.parquet", file(t, []row{{"a", "A", at + 5, at + 3e9 - 1}}))
	if err != nil {
		t.Fatal(err)
	}
	for e := range table.Events() {
		if date := e.Get("date").Text; date != "2025-03-14T15:09:26/2025-03-14T15:09:28Z" || e.Get("duration") != nil {
			t.Errorf("date %s, and a length that nobody gave: %v", date, e.Get("duration") != nil)
		}
	}
	if table.Len() != 1 {
		t.Errorf("%d events", table.Len())
	}
}

// claiming is a file whose footer is said to be of this size.
func claiming(good []byte, size uint32) []byte {
	bad := bytes.Clone(good)
	binary.LittleEndian.PutUint32(bad[len(bad)-8:], size)
	return bad
}

func TestFaults(t *testing.T) {
	type other struct {
		ID    string `parquet:"id"`
		Title string `parquet:"title"`
		Start string `parquet:"start"`
		Extra string `parquet:"colour"`
	}
	type untyped struct {
		ID    string `parquet:"id"`
		Title string `parquet:"title"`
		Start string `parquet:"start"`
	}
	type nested struct {
		ID struct{ A, B string } `parquet:"id"`
	}
	type late struct {
		ID    string `parquet:"id"`
		Title string `parquet:"title"`
		Start int64  `parquet:"start,timestamp(millisecond)"`
	}
	type listed struct {
		ID    string   `parquet:"id"`
		Title []string `parquet:"title,list"`
	}
	good := file(t, meetings())
	for _, c := range []struct {
		name, want string
		contents   []byte
	}{
		{"nothing", "cannot be read", nil},
		{"text", "cannot be read", []byte("id,title,start\n")},
		{"cut off", "cannot be read", good[:len(good)/2]},
		{"a footer larger than the file", "cut off", claiming(good, 1<<32-1)},
		{"LZ4", "compressed with LZ4", file(t, meetings(), parquet.Compression(&parquet.Lz4Raw))},
		{"a column that is not known", `"colour" is no column`, file(t, []other{{"a", "A", "2025", ""}})},
		{"columns in columns", "made of several columns", file(t, []nested{{}})},
		{"a list of titles", "is a list", file(t, []listed{{"a", []string{"A"}}})},
		{"no rows", "", file(t, []late{})},
		{"beyond the years", "start of", file(t, []late{{"a", "A", 1 << 62}})},
		{"text that is none", "not UTF-8", file(t, []untyped{{"a", "A\xff", "2025"}})},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := parquetrows.Read("x.parquet", c.contents)
			if c.want == "" {
				if err != nil || table.Len() != 0 {
					t.Errorf("%v", err)
				}
				return
			}
			fault, ok := errors.AsType[*tree.Error](err)
			if !ok || !strings.Contains(fault.What, c.want) || fault.Fix == "" || fault.Line < 1 {
				t.Errorf("got %#v, want one that says %q", err, c.want)
			}
		})
	}
}

// FuzzRead damages a file: there is an error or a table, and no panic.
func FuzzRead(f *testing.F) {
	good := file(f, meetings())
	f.Add(good, 10, byte(1))
	f.Add(good[:40], 0, byte(0))
	f.Fuzz(func(t *testing.T, contents []byte, at int, by byte) {
		if len(contents) > 0 {
			contents = bytes.Clone(contents)
			contents[(at%len(contents)+len(contents))%len(contents)] ^= by
		}
		table, err := parquetrows.Read("x.parquet", contents)
		if err == nil {
			for range table.Events() {
			}
		} else if _, ok := errors.AsType[*tree.Error](err); !ok {
			t.Errorf("an error of another kind: %v", err)
		}
	})
}

// Every byte of a small file, damaged.
func TestDamage(t *testing.T) {
	good := file(t, meetings())
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= []byte{0x01, 0x80, 0xFF}[at%3]
		if table, err := parquetrows.Read("x.parquet", bad); err == nil {
			for range table.Events() {
			}
		}
	}
}
