//go:build !desk

package parquetrows

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"barline/data/csvtree"
	"barline/data/edtf"
	"barline/data/tree"
)

// column is one column of the file, and how its values are written as text.
type column struct {
	name string
	leaf int
	list bool
	kind kind
	// perSecond is how many of a moment's units are a second; local moments have
	// no zone.
	perSecond int64
	local     bool
}

// kind is what the values are.
type kind uint8

const (
	words kind = iota
	moment
	day
	whole
	number
	truth
)

// columnsOf are the columns of a file, in its order.
func columnsOf(s *parquet.Schema) ([]column, error) {
	var columns []column
	for i, f := range s.Fields() {
		c := column{name: f.Name()}
		leaves := leavesOf(f, []string{f.Name()})
		if len(leaves) != 1 {
			return nil, c.refuse(i, "is made of several columns")
		}
		path := leaves[0]
		leaf, ok := s.Lookup(path...)
		if !ok {
			return nil, c.refuse(i, "is not there")
		}
		c.leaf, c.list = leaf.ColumnIndex, leaf.MaxRepetitionLevel > 0
		if c.list && c.name != "people" {
			return nil, c.refuse(i, "is a list")
		}
		if !c.typed(leaf.Node.Type()) {
			return nil, c.refuse(i, "holds "+leaf.Node.Type().String())
		}
		columns = append(columns, c)
	}
	return columns, nil
}

func leavesOf(n parquet.Node, path []string) [][]string {
	if n.Leaf() {
		return [][]string{path}
	}
	var all [][]string
	for _, f := range n.Fields() {
		all = append(all, leavesOf(f, append(path[:len(path):len(path)], f.Name()))...)
	}
	return all
}

func (c *column) refuse(i int, what string) error {
	return &tree.Error{Line: 1, Column: i + 1, What: "the column " + strconv.Quote(c.name) + " " + what, Fix: "write its values as texts, numbers, dates or timestamps; people may be a list of texts"}
}

// typed finds out what the values of a type are.
func (c *column) typed(t parquet.Type) bool {
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.TimestampType:
			c.kind, c.local = moment, !l.IsAdjustedToUTC
			if l.Unit.Value == nil {
				return false
			}
			c.perSecond = int64(1e9) / l.Unit.Value.Duration().Nanoseconds()
			return true
		case *format.DateType:
			c.kind = day
			return true
		case *format.DecimalType, *format.TimeType, *format.IntType:
			if _, is := l.(*format.IntType); !is {
				return false
			}
		}
	}
	switch t.Kind() {
	case parquet.ByteArray:
		c.kind = words
	case parquet.Int32, parquet.Int64:
		c.kind = whole
	case parquet.Float, parquet.Double:
		c.kind = number
	case parquet.Boolean:
		c.kind = truth
	default:
		return false
	}
	return true
}

// text is a cell's value as a CSV would have it: empty for null.
func (c *column) text(values []parquet.Value, at *csvtree.Cell) (string, error) {
	var all []string
	for _, v := range values {
		if v.IsNull() {
			continue
		}
		s, ok := c.one(v)
		if !ok {
			return "", c.bad(v, at)
		}
		all = append(all, s)
	}
	return strings.Join(all, "; "), nil
}

func (c *column) bad(v parquet.Value, at *csvtree.Cell) error {
	e := &tree.Error{Line: at.Line, Column: at.Column, What: fmt.Sprintf("%s of %v", c.name, v), Fix: "write a time between the years -9999 and 9999, and lengths of at least a second"}
	if c.kind == words {
		e.What, e.Fix = c.name+" is not UTF-8", "write texts as UTF-8"
	}
	return e
}

func (c *column) one(v parquet.Value) (string, bool) {
	switch c.kind {
	case words:
		return string(v.ByteArray()), utf8.Valid(v.ByteArray())
	case moment:
		// Towards the past, so that a moment before 1970 is in its own second.
		seconds := v.Int64() / c.perSecond
		if v.Int64()%c.perSecond < 0 {
			seconds--
		}
		return c.momentText(seconds)
	case day:
		year, month, d := edtf.Civil(int64(v.Int32()) * 86400)
		return dateText(year, month, d), inYears(year)
	case whole:
		n := v.Int64()
		if v.Kind() == parquet.Int32 {
			n = int64(v.Int32())
		}
		if c.name == "duration" {
			return "PT" + strconv.FormatInt(n, 10) + "S", n > 0
		}
		return strconv.FormatInt(n, 10), true
	case number:
		x := v.Double()
		if v.Kind() == parquet.Float {
			x = float64(v.Float())
		}
		if c.name == "duration" {
			return "PT" + strconv.FormatFloat(math.Round(x), 'f', 0, 64) + "S", x >= 0.5 && x < 1e12
		}
		return strconv.FormatFloat(x, 'g', -1, 64), !math.IsNaN(x) && !math.IsInf(x, 0)
	}
	return strconv.FormatBool(v.Boolean()), true
}

func (c *column) momentText(seconds int64) (string, bool) {
	// Beyond this no calendar is asked.
	const most = 400_000_000_000
	if seconds < -most || seconds > most {
		return "", false
	}
	year, month, d := edtf.Civil(seconds)
	clock := int(seconds - edtf.Unix(year, month, d))
	s := dateText(year, month, d) + fmt.Sprintf("T%02d:%02d:%02d", clock/3600, clock/60%60, clock%60)
	if !c.local {
		s += "Z"
	}
	return s, inYears(year)
}

func inYears(year int) bool { return year >= -9999 && year <= 9999 }

func dateText(year, month, day int) string {
	sign := ""
	if year < 0 {
		sign, year = "-", -year
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", sign, year, month, day)
}
