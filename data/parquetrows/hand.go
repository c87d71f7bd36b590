//go:build !desk

package parquetrows

import (
	"errors"
	"fmt"

	"barline/data/csvtree"
	"barline/data/tree"
)

// Hand reads a table of ours for a program that cannot: rows, or the fault that Read finds.
func Hand(contents []byte) (h Handed) {
	defer func() {
		if fault := recover(); fault != nil {
			h = Handed{Fault: faultOf(Damaged(fmt.Errorf("%v", fault)))}
		}
	}()
	if _, err := Read("", contents); err != nil {
		return Handed{Fault: faultOf(err)}
	}
	file, err := Open(contents)
	if err != nil {
		return Handed{Fault: faultOf(err)}
	}
	columns, err := columnsOf(file.Schema())
	if err != nil {
		return Handed{Fault: faultOf(err)}
	}
	rows(file, columns, func(cells []csvtree.Cell, err error) bool {
		if err != nil {
			h = Handed{Fault: faultOf(err)}
			return false
		}
		texts := make([]string, len(cells))
		for i, c := range cells {
			texts[i] = c.Text
		}
		h.Rows = append(h.Rows, texts)
		return true
	})
	return h
}

func faultOf(err error) *tree.Error {
	if fault, is := errors.AsType[*tree.Error](err); is {
		return fault
	}
	return &tree.Error{Line: 1, Column: 1, What: err.Error(), Fix: fix}
}
