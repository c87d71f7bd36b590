//go:build !desk

package sheet

import (
	"encoding/json"
	"errors"

	"barline/data/parquetrows"
	"barline/data/tree"
)

// HandParquet reads a file in Parquet for a program that cannot, which finds in what is
// returned the tables that this one would: see [parquetrows.Handed].
func HandParquet(contents []byte) ([]byte, error) {
	h := parquetrows.Hand(contents)
	s, err := readParquet(contents)
	var fault *tree.Error
	switch {
	case errors.As(err, &fault):
		h.SheetFault = fault
	case err != nil:
		return nil, err
	default:
		if h.Sheet, err = json.Marshal(s); err != nil {
			return nil, err
		}
	}
	return h.Append(nil)
}
