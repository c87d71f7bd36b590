package edtf_test

import (
	"testing"

	"barline/data/edtf"
)

func TestInstant(t *testing.T) {
	for seconds, want := range map[float64]string{
		0:                                      "1970-01-01T00:00:00Z",
		0.9:                                    "1970-01-01T00:00:00Z",
		-0.1:                                   "1969-12-31T23:59:59Z",
		86399:                                  "1970-01-01T23:59:59Z",
		float64(edtf.Unix(0, 1, 1)):            "0000-01-01T00:00:00Z",
		float64(edtf.Unix(0, 1, 1)) - 1:        "-000001-12-31T23:59:59Z",
		float64(edtf.Unix(9999, 12, 31)):       "9999-12-31T00:00:00Z",
		float64(edtf.Unix(10000, 1, 1)):        "+010000-01-01T00:00:00Z",
		float64(edtf.Unix(-43, 3, 15)) + 45296: "-000043-03-15T12:34:56Z",
		float64(edtf.Unix(1234567, 8, 9)):      "+1234567-08-09T00:00:00Z",
	} {
		if got := edtf.Instant(seconds); got != want {
			t.Errorf("%v is %s, want %s", seconds, got, want)
		}
	}
}
