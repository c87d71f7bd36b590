// Package parquetrows reads the rows of a Parquet file as those of a table of
// events (package csvtree): the columns have the same names and mean the same.
//
//	file -> rows of cells -> csvtree.Table
//
// A cell may be a text, a number, a date or a moment; people may also be a list of
// texts. The places in errors are those that the cells would have in a CSV: line 1
// is the names of the columns.
package parquetrows
