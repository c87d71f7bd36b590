package sheet

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"barline/data/csvtree"
	"barline/data/parquetrows"
	"barline/data/tree"
)

// written is a file in Parquet.
func written[T any](t *testing.T, rows ...T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := parquet.Write(&out, rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What is handed over is read as the file itself is: tables of ours, those of others, and
// files that are refused.
func TestHandParquet(t *testing.T) {
	type ours struct {
		ID     string   `parquet:"id"`
		Title  string   `parquet:"title,zstd"`
		Start  int64    `parquet:"start,timestamp(millisecond)"`
		People []string `parquet:"people,list"`
	}
	type theirs struct {
		What  string    `parquet:"What happened,snappy"`
		Day   int32     `parquet:"day,date"`
		Local time.Time `parquet:"local,timestamp(microsecond:local)"`
		Tags  []string  `parquet:"tags,list"`
		Price int64     `parquet:"price,decimal(2:18)"`
		Open  bool      `parquet:"open"`
	}
	type bad struct {
		ID    string `parquet:"id"`
		Title string `parquet:"title"`
		Start string `parquet:"start"`
	}
	day := time.Date(2014, 3, 1, 0, 0, 0, 0, time.UTC)
	good := written(t, ours{"a", "Talks; long", 1741964966999, []string{"Ada Berg", "Bo Dahl"}}, ours{"b", "=Call", -1, nil})
	for name, contents := range map[string][]byte{
		"ours": good, "theirs": written(t, theirs{"The vote\r\nof May", -1, day, []string{"a", "b"}, -150, true}, theirs{}),
		"no rows": written[ours](t), "not UTF-8": written(t, bad{"a", "A\xff", "2025"}),
		"cut off": good[:len(good)/2], "nothing else": []byte("PAR1"),
	} {
		read, err := HandParquet(contents)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		h := parquetrows.HandedOver(read)
		if h == nil {
			t.Fatalf("%s: what is handed over is not known again: %.80q", name, read)
		}
		want, wantErr := readParquet(contents)
		got, gotErr := handedSheet(h)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the sheet differs (-file +handed):\n%s", name, diff)
		}
		if diff := cmp.Diff(faultIn(wantErr), faultIn(gotErr)); diff != "" {
			t.Errorf("%s: the fault of the sheet differs (-file +handed):\n%s", name, diff)
		}
		wantTable, wantErr := parquetrows.Read(name, contents)
		gotTable, gotErr := h.Table(name)
		if diff := cmp.Diff(faultIn(wantErr), faultIn(gotErr)); diff != "" {
			t.Errorf("%s: the fault of the table differs (-file +handed):\n%s", name, diff)
		}
		if diff := cmp.Diff(asJSON(wantTable), asJSON(gotTable)); diff != "" {
			t.Errorf("%s: the table differs (-file +handed):\n%s", name, diff)
		}
	}
	for _, other := range [][]byte{good, []byte("PAR1{"), []byte("{}"), nil} {
		if parquetrows.HandedOver(other) != nil {
			t.Errorf("%.20q is taken for what was handed over", other)
		}
	}
}

func faultIn(err error) any {
	if fault, is := err.(*tree.Error); is {
		return *fault
	}
	return err
}

func asJSON(t *csvtree.Table) string {
	if t == nil {
		return ""
	}
	return string(tree.AppendJSON(nil, t.Tree()))
}
