package sheet_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"

	"barline/internal/golden"
)

// Any columns are read, lists and structures too; dates and moments are typed.
func TestParquet(t *testing.T) {
	type place struct {
		Name string  `parquet:"name"`
		Lat  float64 `parquet:"lat"`
	}
	type row struct {
		Index   int64            `parquet:"__index_level_0__"`
		Title   string           `parquet:"title,dict,zstd"`
		Day     int32            `parquet:"day,date"`
		At      int64            `parquet:"at,timestamp(millisecond)"`
		Local   time.Time        `parquet:"local,timestamp(microsecond:local)"`
		Old     deprecated.Int96 `parquet:"old"`
		Tags    []string         `parquet:"tags,list"`
		Place   place            `parquet:"place"`
		Dead    *int32           `parquet:"dead,optional"`
		Share   float32          `parquet:"share"`
		Price   int64            `parquet:"price,decimal(2:18)"`
		Open    bool             `parquet:"open"`
		Nothing *string          `parquet:"nothing,optional"`
	}
	dead := int32(7)
	var out bytes.Buffer
	if err := parquet.Write(&out, []row{
		{0, "The vote\r\nof May", -1, 1741964966999, time.Date(2014, 3, 1, 0, 0, 0, 0, time.UTC), deprecated.Int96{0, 0, 2440589}, []string{"a", "b"}, place{"Town", 0.1}, &dead, 0.1, -150, true, nil},
		{1, "The answer", 16130, -1, time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC), deprecated.Int96{1e9, 0, 2440589}, nil, place{"", 1e6}, nil, 2, 5, false, nil},
	}); err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "parquet.golden", dump(read(t, out.String())))
}
