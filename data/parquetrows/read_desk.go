//go:build desk

package parquetrows

import (
	"barline/data/csvtree"
	"barline/data/tree"
)

// Read refuses: the library for Parquet is larger than all else that the desk's worker
// has, which is fetched by a browser.
func Read(string, []byte) (*csvtree.Table, error) { return nil, ErrNotHere() }

// ErrNotHere says that Parquet is not read in a browser.
func ErrNotHere() error {
	return &tree.Error{Line: 1, Column: 1, What: "a Parquet file, which is not read in a browser", Fix: "save it as CSV or .xlsx, or make a story of it with barline import"}
}
