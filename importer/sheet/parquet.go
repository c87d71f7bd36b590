//go:build !desk

package sheet

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"

	"barline/data/edtf"
	"barline/data/parquetrows"
	"barline/data/tree"
	"barline/importer/draft"
)

// readParquet reads any columns: structures become a column for each of their
// fields, lists are joined by semicolons.
func readParquet(contents []byte) (s *Sheet, err error) {
	// The library panics over some damaged files.
	defer func() {
		if fault := recover(); fault != nil {
			s, err = nil, parquetrows.Damaged(fmt.Errorf("%v", fault))
		}
	}()
	file, err := parquetrows.Open(contents)
	if err != nil {
		return nil, err
	}
	g := grid{}
	columns, byLeaf, err := g.parquetColumns(file.Schema())
	if err != nil {
		return nil, err
	}
	for _, group := range file.RowGroups() {
		if err := g.readGroup(group, columns, byLeaf); err != nil {
			return nil, err
		}
	}
	s = &Sheet{Header: 1, Format: "Parquet"}
	header := gridRow{line: 1, cells: make([]Cell, len(columns))}
	for i, c := range columns {
		header.cells[i].Text = c.name
	}
	if err := g.square(s, header, g.rows); err != nil {
		return nil, err
	}
	g.dropColumns(s)
	if g.empty > 0 {
		g.remark(draft.LeftOut, 0, "", count(g.empty, "empty row"))
	}
	g.sameNames(s)
	s.Remarks = g.remarks
	sayDaysOnly(s)
	return s, nil
}

// parquetColumn is one column of values.
type parquetColumn struct {
	name  string
	write func(parquet.Value) (Cell, bool) // false for what is no text
}

// parquetColumns are the columns of a file in its order, and where each of the
// file's leaves goes: -1 for those that hold no text or number.
func (g *grid) parquetColumns(s *parquet.Schema) (columns []parquetColumn, byLeaf []int, err error) {
	paths := s.Columns()
	if len(paths) > maxColumns {
		return nil, nil, refuse(fmt.Sprintf("%d columns", len(paths)), fmt.Sprintf("a table has at most %d; leave columns out", maxColumns))
	}
	byLeaf = make([]int, len(paths))
	for i, path := range paths {
		byLeaf[i] = -1
		leaf, ok := s.Lookup(path...)
		name := columnName(path)
		if !ok {
			continue
		}
		write := writerOf(leaf.Node.Type())
		if write == nil {
			g.remarks = append(g.remarks, draft.Remark{Column: name, Kind: draft.LeftOut, Text: "a column of " + leaf.Node.Type().String() + ", which is no text, number or date"})
			continue
		}
		byLeaf[i] = len(columns)
		columns = append(columns, parquetColumn{name, write})
	}
	if len(columns) == 0 {
		return nil, nil, refuse("no column holds texts, numbers or dates", "write it again with such columns, or as CSV")
	}
	return columns, byLeaf, nil
}

// columnName joins the names on the way to a value, without those that formats add
// for lists.
func columnName(path []string) string {
	var names []string
	for i := 0; i < len(path); i++ {
		if wrap := path[i]; i > 0 && i+1 < len(path) && (wrap == "list" || wrap == "bag") {
			if inner := path[i+1]; inner == "element" || inner == "item" || inner == "array" || inner == "array_element" {
				i++
				continue
			}
		}
		names = append(names, path[i])
	}
	return strings.Join(names, ".")
}

func (g *grid) readGroup(group parquet.RowGroup, columns []parquetColumn, byLeaf []int) error {
	const rowsAtOnce = 256
	reader := group.Rows()
	defer reader.Close()
	buffer := make([]parquet.Row, rowsAtOnce)
	cells := make([]Cell, len(columns))
	// The first row is line 2: the names are line 1. Empty ones count, too.
	for {
		n, err := reader.ReadRows(buffer)
		for _, row := range buffer[:n] {
			clear(cells)
			var bad error
			line := 2 + len(g.rows) + g.empty
			row.Range(func(leaf int, values []parquet.Value) bool {
				if leaf < len(byLeaf) && byLeaf[leaf] >= 0 {
					i := byLeaf[leaf]
					if cells[i], bad = columns[i].cell(values, line, i); bad != nil {
						return false
					}
				}
				return true
			})
			if bad != nil {
				return bad
			}
			before := len(g.rows)
			if err := g.add(line, cells); err != nil {
				return err
			}
			if len(g.rows) == before && len(cells) == 1 {
				g.empty++ // add counts those of several cells
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return parquetrows.Damaged(err)
		}
	}
}

// cell joins the values of one row.
func (c parquetColumn) cell(values []parquet.Value, line, column int) (Cell, error) {
	var out Cell
	n := 0
	for _, v := range values {
		if v.IsNull() {
			continue
		}
		one, ok := c.write(v)
		if !ok {
			return Cell{}, &tree.Error{Line: line, Column: column + 1, What: shortened(c.name) + " holds bytes that are not UTF-8", Fix: "write texts as UTF-8, or leave the column out"}
		}
		if one.Text == "" {
			continue
		}
		if n++; n == 1 {
			out = one
			continue
		}
		out = Cell{Text: out.Text + "; " + one.Text}
	}
	return out, nil
}

// writerOf is how values of a type are written, or nil.
func writerOf(t parquet.Type) func(parquet.Value) (Cell, bool) {
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.TimestampType:
			return timestamps(l)
		case *format.DateType:
			return func(v parquet.Value) (Cell, bool) {
				return dated(int64(v.Int32())*secondsPerDay, showsDate, "", strconv.Itoa(int(v.Int32()))), true
			}
		case *format.TimeType:
			return timesOfDay(l)
		case *format.DecimalType:
			return decimals(t.Kind(), int(l.Scale))
		case *format.IntType:
			if !l.IsSigned {
				return unsigned(t.Kind())
			}
		case *format.UUIDType:
			return func(v parquet.Value) (Cell, bool) { return text(hex.EncodeToString(v.ByteArray())), true }
		}
	} else if c := t.ConvertedType(); c != nil && *c == deprecated.Interval {
		return nil
	}
	switch t.Kind() {
	case parquet.ByteArray:
		return func(v parquet.Value) (Cell, bool) {
			return text(tidy(string(v.ByteArray()))), utf8.Valid(v.ByteArray())
		}
	case parquet.Int32:
		return func(v parquet.Value) (Cell, bool) { return text(strconv.Itoa(int(v.Int32()))), true }
	case parquet.Int64:
		return func(v parquet.Value) (Cell, bool) { return text(strconv.FormatInt(v.Int64(), 10)), true }
	case parquet.Int96:
		return func(v parquet.Value) (Cell, bool) { return oldTimestamp(v.Int96()), true }
	case parquet.Float:
		return func(v parquet.Value) (Cell, bool) { return realNumber(float64(v.Float()), 32), true }
	case parquet.Double:
		return func(v parquet.Value) (Cell, bool) { return realNumber(v.Double(), 64), true }
	case parquet.Boolean:
		return func(v parquet.Value) (Cell, bool) {
			return text(strings.ToUpper(strconv.FormatBool(v.Boolean()))), true
		}
	}
	return nil
}

func text(s string) Cell { return Cell{Text: s} }

func realNumber(x float64, bits int) Cell {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Cell{}
	}
	if bits == 32 {
		x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', -1, 32), 64)
	}
	return text(plainNumber(x, numberFormat{}))
}

// dated is a moment or a day in seconds since 1970; without is its text if it is in
// no year from 1 to 9999.
func dated(seconds int64, s shows, zone, without string) Cell {
	const most = 400_000_000_000
	if seconds < -most || seconds > most {
		return text(without)
	}
	if year, _, _ := edtf.Civil(seconds); year < 1 || year > 9999 {
		return text(without)
	}
	date := moment(seconds, s) + zone
	return Cell{Text: strings.Replace(date, "T", " ", 1), Date: date}
}

func timestamps(l *format.TimestampType) func(parquet.Value) (Cell, bool) {
	if l.Unit.Value == nil {
		return nil
	}
	perSecond := int64(1e9) / l.Unit.Value.Duration().Nanoseconds()
	zone := ""
	if l.IsAdjustedToUTC {
		zone = "Z"
	}
	return func(v parquet.Value) (Cell, bool) {
		return dated(floorDiv(v.Int64(), perSecond), showsDate|showsClock, zone, strconv.FormatInt(v.Int64(), 10)), true
	}
}

// floorDiv divides towards the past, so that a moment before 1970 is in its own
// second.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func timesOfDay(l *format.TimeType) func(parquet.Value) (Cell, bool) {
	if l.Unit.Value == nil {
		return nil
	}
	perSecond := int64(1e9) / l.Unit.Value.Duration().Nanoseconds()
	return func(v parquet.Value) (Cell, bool) {
		n := v.Int64()
		if v.Kind() == parquet.Int32 {
			n = int64(v.Int32())
		}
		s := n / perSecond
		if n < 0 || s >= secondsPerDay {
			return text(strconv.FormatInt(n, 10)), true
		}
		return text(clockOf(s, showsClock)), true
	}
}

// oldTimestamp reads what Hive and Spark wrote for a long time: nanoseconds of the
// day and the Julian day.
func oldTimestamp(v deprecated.Int96) Cell {
	const julianDayOf1970 = 2440588
	nanoseconds := int64(v[1])<<32 | int64(v[0])
	seconds := (int64(v[2])-julianDayOf1970)*secondsPerDay + floorDiv(nanoseconds, 1e9)
	return dated(seconds, showsDate|showsClock, "", v.String())
}

func unsigned(kind parquet.Kind) func(parquet.Value) (Cell, bool) {
	return func(v parquet.Value) (Cell, bool) {
		if kind == parquet.Int32 {
			return text(strconv.FormatUint(uint64(v.Uint32()), 10)), true
		}
		return text(strconv.FormatUint(v.Uint64(), 10)), true
	}
}

// decimals are whole numbers with a point so many digits from the right.
func decimals(kind parquet.Kind, scale int) func(parquet.Value) (Cell, bool) {
	const most = 100
	if scale < 0 || scale > most {
		return nil
	}
	return func(v parquet.Value) (Cell, bool) {
		var n big.Int
		switch kind {
		case parquet.Int32:
			n.SetInt64(int64(v.Int32()))
		case parquet.Int64:
			n.SetInt64(v.Int64())
		default:
			b := v.ByteArray()
			if len(b) > most {
				return Cell{}, false
			}
			n.SetBytes(b)
			if len(b) > 0 && b[0] >= 0x80 {
				n.Sub(&n, new(big.Int).Lsh(big.NewInt(1), uint(len(b))*8))
			}
		}
		return text(pointed(n.String(), scale)), true
	}
}

// pointed sets a point into digits, and takes zeros behind it away.
func pointed(digits string, scale int) string {
	digits, negative := strings.CutPrefix(digits, "-")
	if scale > 0 {
		if len(digits) <= scale {
			digits = strings.Repeat("0", scale+1-len(digits)) + digits
		}
		whole, part := digits[:len(digits)-scale], strings.TrimRight(digits[len(digits)-scale:], "0")
		if digits = whole; part != "" {
			digits += "." + part
		}
	}
	if negative && digits != "0" {
		digits = "-" + digits
	}
	return digits
}
