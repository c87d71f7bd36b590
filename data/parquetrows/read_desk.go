//go:build desk

package parquetrows

import (
	"barline/data/csvtree"
	"barline/data/tree"
)

// Read reads what another program hands over: the library for Parquet is larger than all
// else that the desk's worker has, which is fetched by a browser.
func Read(name string, contents []byte) (*csvtree.Table, error) {
	h := HandedOver(contents)
	if h == nil {
		return nil, ErrNotHere()
	}
	return h.Table(name)
}

// ErrNotHere says that a file was not read by the program for Parquet.
func ErrNotHere() error {
	return &tree.Error{Line: 1, Column: 1, What: "a Parquet file that could not be read in this browser", Fix: "save it as CSV or .xlsx, or make a story of it with barline import"}
}
