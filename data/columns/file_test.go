package columns_test

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// anatomy is where the parts of a file are.
type anatomy struct {
	file   []byte
	head   int   // without its length
	blocks []int // without their lengths
}

const preamble = 14

func dissect(file []byte) anatomy {
	a := anatomy{file: file, head: preamble}
	for at := preamble + a.u32(preamble-4); at < len(file); at += 4 + a.u32(at) {
		a.blocks = append(a.blocks, at+4)
	}
	return a
}

func (a anatomy) u32(at int) int { return int(binary.LittleEndian.Uint32(a.file[at:])) }

// json is where the head's JSON ends; total, bounds and lanes follow.
func (a anatomy) json() int { return a.head + 4 + a.u32(a.head) }

// value is where a column has the value of a row, in the first block.
func (a anatomy) value(column string, row int) int {
	block := a.blocks[0]
	rows, at := a.u32(block), block+4
	for _, c := range []struct {
		name string
		size int
	}{{"start", 8}, {"end", 8}, {"date", 1}, {"flags", 1}, {"kind", 1}, {"length", 4}, {"lane", 2}, {"place", 2}, {"source", 2}} {
		if c.name == column {
			return at + c.size*row
		}
		at += c.size * rows
	}
	offsets := []string{"peopleAt", "idAt", "titleAt", "restAt"}
	for _, name := range offsets {
		if name == column {
			return at + 4*row
		}
		at += 4 * (rows + 1)
	}
	for i, name := range []string{"person", "id", "title", "rest"} {
		size := 1
		if name == "person" {
			size = 2
		}
		if name == column {
			return at + size*a.u32(a.value(offsets[i], row))
		}
		at += size * a.u32(a.value(offsets[i], rows))
	}
	panic(column)
}

// seal puts the sums of a file right again, as far as its lengths make sense, so
// that what lies behind them is looked at.
func seal(file []byte) []byte {
	file = slices.Clone(file)
	at := preamble - 4
	for at+4 <= len(file) {
		n := int(binary.LittleEndian.Uint32(file[at:]))
		if n < 4 || n > len(file)-at-4 {
			break
		}
		part := file[at+4 : at+4+n]
		binary.LittleEndian.PutUint32(part[n-4:], crc32.ChecksumIEEE(part[:n-4]))
		at += 4 + n
	}
	return file
}
